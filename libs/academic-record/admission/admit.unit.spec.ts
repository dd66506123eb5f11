import { describe, it } from '@jest/globals';
import { admitted, given, programme, term } from '../testing/story.ts';
import { admit } from './admit.ts';

const asked = { student: 'S1', programme: 'BSC', term: term.code };
const distance = { facts: { programme: programme('3cu', 'distance-learning'), term, lacking: [] }, on: '2024-08-01' };
const fullTime = { facts: { programme: programme('3cu', 'full-time'), term, lacking: [] }, on: '2024-08-01' };

describe('admission to a programme', () => {
  it('puts the person under the programme as it is that day', () =>
    given()
      .when(admit, asked, distance)
      .thenEvent('StudentAdmitted', {
        student: 'S1',
        registration: { programme: distance.facts.programme, entryTerm: term, admittedOn: '2024-08-01' },
      }));

  it('is open to somebody who is seventeen when teaching begins', () =>
    given()
      .when(admit, { ...asked, born: '2007-09-02' }, distance)
      .thenEvent('StudentAdmitted', { student: 'S1' }));

  it('is refused to somebody who is a day younger', () =>
    given()
      .when(admit, { ...asked, born: '2007-09-03' }, distance)
      .thenRefusedBy('3cu/dl/2.1'));

  it('to a second programme full-time needs permission', () => {
    const reading = given(admitted('3cu', 'full-time', 'BA'));
    reading.when(admit, asked, fullTime).thenRefusedBy('3cu/ug/3.8');
    reading
      .when(admit, { ...asked, approval: { authority: 'registrar', reason: 'both are short' } }, fullTime)
      .thenEvent('StudentAdmitted', { student: 'S1' });
  });

  it('does not fit a programme that requires courses which are not there', () =>
    given()
      .when(admit, asked, { ...distance, facts: { ...distance.facts, lacking: ['COMP1010'] } })
      .thenUnfit('programme-incomplete'));

  it('does not fit where there is no such programme or term', () => {
    given()
      .when(admit, asked, { ...distance, facts: { term } })
      .thenUnfit('unknown-programme');
    given()
      .when(admit, asked, { ...distance, facts: { programme: distance.facts.programme } })
      .thenUnfit('unknown-term');
  });
});

describe('admission with conditions of entry', () => {
  const condition = { id: 'Q', kind: 'qualification', title: { en: 'Diploma', 'zh-Hant': '文憑' } } as const;
  const route = {
    code: 'R2',
    kind: 'advanced',
    title: { en: 'Year 2', 'zh-Hant': '二年級' },
    credits: 90,
    years: 3,
    year: 2,
    conditions: [{ ...condition, id: 'HD' }],
    exempts: ['COMP1010'],
  } as const;
  const entry = { open: false, outsideHongKong: false, conditions: [condition], routes: [route] };
  const whole = { ...programme('3cu', 'full-time'), entry };
  const at = { facts: { programme: whole, term, lacking: [] }, on: '2024-08-01' };
  const shown = (id: string, by = 'evidence') => [{ condition: id, by, words: 'transcript' }];

  it('keeps with the registration what was brought', () => {
    given().when(admit, asked, at).thenRefusedBy('3cu/ug/2.1');
    given()
      .when(admit, { ...asked, credentials: shown('Q') }, at)
      .thenEvent('StudentAdmitted', {
        registration: {
          programme: { credits: 120, years: 4 },
          entry: { met: [{ condition: 'Q', by: 'evidence', words: 'transcript', clause: '3cu/ug/2.1' }] },
        },
      });
  });

  it('by a route takes its credits and its years', () =>
    given()
      .when(admit, { ...asked, route: 'R2', credentials: shown('HD') }, at)
      .thenEvent('StudentAdmitted', {
        registration: {
          programme: { credits: 90, years: 3 },
          entry: {
            route: { code: 'R2', year: 2, credits: 90, waived: 30, exempts: ['COMP1010'], clause: '3cu/gloss/34' },
          },
        },
      }));

  it('is exempted from by the Registrar for the University alone', () => {
    const exempted = { ...asked, credentials: shown('Q', 'exemption') };
    given()
      .when(admit, exempted, at)
      .thenEvent('StudentAdmitted', { registration: { entry: { met: [{ by: 'exemption' }] } } });
    given()
      .when(admit, exempted, { ...at, actor: { role: 'registry' } })
      .thenUnfit('not-its-power');
  });

  it('does not fit what nobody asks, or a route that is not there', () => {
    given()
      .when(admit, { ...asked, credentials: shown('HD') }, at)
      .thenUnfit('unknown-condition');
    given()
      .when(admit, { ...asked, route: 'R3' }, at)
      .thenUnfit('unknown-route');
  });
});
