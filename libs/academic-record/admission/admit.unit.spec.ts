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
