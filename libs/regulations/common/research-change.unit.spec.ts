import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { ResearchFile, Study } from '../facts.ts';
import { fiveCredit } from '../five-credit/index.ts';
import type { ChangeRequest } from '../rules/registration.ts';
import { aTerm, by, spring } from '../testing/index.ts';
import { aResearchProgramme, aResearchStudy, aThesis, rdc } from '../testing/research.ts';
import { threeCredit } from '../three-credit/index.ts';

const phdIn = (regime: '5cu' | '3cu') => ({ ...aResearchProgramme(regime, 'phd'), code: 'PHD' });
const mphilIn = (regime: '5cu' | '3cu') => ({ ...aResearchProgramme(regime, 'mphil'), code: 'MPHIL' });

describe.each([
  ['5cu', fiveCredit],
  ['3cu', threeCredit],
] as const)('a change of research degree, %s', (regime, pack) => {
  const id = (clause: string) => `${regime}/rpg/${clause}`;
  const ruled = (study: Study, of: Partial<ChangeRequest> = {}) =>
    pack.registration.change(study, {
      to: phdIn(regime),
      term: spring,
      applicationCents: 0,
      credentials: [],
      approvals: [rdc],
      today: '2024-10-01',
      ...of,
    });
  const refusedBy = (study: Study, of: Partial<ChangeRequest> = {}) => refusingClauses(ruled(study, of).ruling);
  const onMphil = aResearchStudy(mphilIn(regime));
  const onPhd = (file: Partial<ResearchFile> = {}, of: Parameters<typeof aResearchStudy>[2] = {}) =>
    aResearchStudy(phdIn(regime), file, of);

  it('is for the Research Degrees Committee to approve, from a later term', () => {
    expect(ruled(onMphil)).toMatchObject({ ruling: { outcome: 'allowed' }, clause: id('2.1') });
    expect(refusedBy(onMphil, { approvals: [by('school'), by('registrar')] })).toEqual([id('2.1')]);
    expect(refusedBy(onMphil, { today: '2025-01-12' })).toEqual([]);
    expect(refusedBy(onMphil, { today: '2025-01-13' })).toEqual([id('2.1')]);
  });

  it('begins within the longest period of the other degree, counted from the first day of study', () => {
    const award = regime === '5cu' ? '5cu/pgdeg/8.2.3' : '3cu/pgdeg/8.1';
    const beginning = (first: string) =>
      refusedBy(onPhd(), {
        to: mphilIn(regime),
        term: aTerm({ code: 'LATER', teaching: [first, first] }),
        today: '2027-06-01',
      });
    expect(beginning('2027-09-01')).toEqual([]);
    expect(beginning('2027-09-02')).toEqual([id('5.1'), award]);
  });

  it('does not take along what was granted beyond the longest period', () => {
    const extension = {
      programme: 'PHD',
      years: 1,
      authority: 'senate',
      clause: id('5.1'),
      reason: 'illness',
      on: '2026-01-01',
    };
    const term = aTerm({ code: 'LATER', teaching: ['2027-09-02', '2027-12-01'] });
    const of = { to: mphilIn(regime), term, today: '2027-06-01' };
    expect(refusedBy(onPhd({}, { extensions: [extension] }), of)).toContain(id('5.1'));
  });

  it('waits for the outcome of a thesis, and is over with its completion', () => {
    const handedIn = { on: '2024-09-20', language: 'en', property: 'university' } as const;
    const examined = (outcome: 'resubmit' | 'pass') => ({
      thesis: aThesis('2023-09-02', {
        submissions: [handedIn],
        examinations: [{ oralOn: '2024-09-25', outcome, recordedOn: '2024-09-25' }],
      }),
    });
    const to = { to: mphilIn(regime) };
    expect(refusedBy(onPhd({ thesis: aThesis('2023-09-02') }), to)).toEqual([]);
    expect(refusedBy(onPhd({ thesis: aThesis('2023-09-02', { submissions: [handedIn] }) }), to)).toEqual([id('6.3')]);
    expect(refusedBy(onPhd(examined('resubmit')), to)).toEqual([]);
    expect(refusedBy(onPhd(examined('pass')), to)).toEqual([id('6.3')]);
  });

  it('does not lead to a degree that has ended', () => {
    const closing = { endsOn: '2025-01-13', announcedOn: '2024-01-01' };
    expect(refusedBy(onMphil, { to: { ...phdIn(regime), closing } })).toEqual([`${regime}/pgdeg/3.7`]);
    const later = { endsOn: '2025-01-14', announcedOn: '2024-01-01' };
    expect(refusedBy(onMphil, { to: { ...phdIn(regime), closing: later } })).toEqual([]);
  });
});
