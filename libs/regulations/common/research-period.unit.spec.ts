import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plusDays, refusingClauses } from '#kernel';
import {
  fiveCreditResearch,
  fiveCreditResearchDiscontinuation,
  fiveCreditResearchExtension,
} from '../five-credit/research.ts';
import { aTerm, by, figuresOf, saysWhy, spring } from '../testing/index.ts';
import { aResearchProgramme, aResearchStudy, aThesis, rdc, srdc, years } from '../testing/research.ts';
import {
  threeCreditResearch,
  threeCreditResearchDiscontinuation,
  threeCreditResearchExtension,
} from '../three-credit/research.ts';

/** Registration from 3 March 2025, add/drop until 15 September. */
const autumn25 = aTerm({
  code: '2025-AUT',
  academicYear: '2025/26',
  teaching: ['2025-09-01', '2025-11-29'],
  examinations: ['2025-12-08', '2025-12-19'],
  addDropEnds: '2025-09-15',
  registration: ['2025-03-03', '2025-08-31'],
});
const spring26 = aTerm({
  code: '2026-SPR',
  academicYear: '2025/26',
  teaching: ['2026-01-12', '2026-04-18'],
  addDropEnds: '2026-01-26',
  registration: ['2025-09-09', '2026-01-11'],
});

describe.each([
  ['5cu', fiveCreditResearch, fiveCreditResearchDiscontinuation, fiveCreditResearchExtension],
  ['3cu', threeCreditResearch, threeCreditResearchDiscontinuation, threeCreditResearchExtension],
] as const)('research under %s', (regime, rules, discontinuation, extension) => {
  const id = (clause: string) => `${regime}/rpg/${clause}`;
  const phd = aResearchProgramme(regime, 'phd');
  const study = aResearchStudy(phd);

  describe('the longest period', () => {
    it.each([
      ['mphil', 'full-time', '2027-09-01'],
      ['mphil', 'part-time', '2030-09-01'],
      ['phd', 'full-time', '2028-09-01'],
      ['phd', 'part-time', '2032-09-01'],
      ['professional-doctorate', 'full-time', '2028-09-01'],
      ['professional-doctorate', 'part-time', '2032-09-01'],
    ] as const)('of a %s, %s, lasts until %s', (award, mode, lastDay) => {
      const of = aResearchStudy(aResearchProgramme(regime, award, mode));
      const before = discontinuation(of, lastDay);
      expect(refusingClauses(before.ruling)).toContain(id('5.1'));
      expect(before.ruling.remedies?.length).toBeGreaterThan(0);
      const after = discontinuation(of, plusDays(lastDay, 1));
      expect(after.ruling.outcome).toBe('allowed');
      expect(after).toMatchObject({ clause: id('5.1'), on: plusDays(lastDay, 1), since: '2024-09-02' });
      expect(rules.standing(of, lastDay).period).toMatchObject({ lastDay, daysLeft: 0 });
    });

    it('counts leave, and goes by the day that the Committee fixed', () => {
      const leave = { from: '2025-01-01', until: '2026-01-01', reason: 'illness', recordedOn: '2024-12-20' };
      expect(rules.standing(aResearchStudy(phd, { leaves: [leave] }), '2025-02-01').period.lastDay).toBe('2028-09-01');
      const later = aResearchStudy(phd, {}, { admission: { startsOn: '2024-10-01' } });
      expect(rules.standing(later, '2025-02-01').period.lastDay).toBe('2028-09-30');
    });

    it('is longer by the years that were granted', () => {
      const granted = {
        programme: 'RES',
        years: 1,
        authority: 'senate',
        clause: id('5.1'),
        reason: 'x',
        on: '2028-01-01',
      };
      const of = aResearchStudy(phd, {}, { extensions: [granted] });
      expect(discontinuation(of, '2029-09-01').ruling.outcome).toBe('refused');
      expect(discontinuation(of, '2029-09-02').ruling.outcome).toBe('allowed');
    });

    it('is extended by the Senate or the University only', () => {
      const asked = { years: 1, approvals: [], today: '2028-01-01' };
      expect(refusingClauses(extension(study, asked).ruling)).toEqual([id('5.1')]);
      expect(refusingClauses(extension(study, { ...asked, approvals: [rdc] }).ruling)).toEqual([id('5.1')]);
      const made = extension(study, { ...asked, approvals: [by('senate')] });
      expect(made).toMatchObject({
        ruling: { outcome: 'allowed' },
        clause: id('5.1'),
        grantedBy: { authority: 'senate' },
      });
      expect(figuresOf(made.ruling, id('5.1'))).toMatchObject({ years: 4, extendedTo: 5 });
    });

    const submitted = (on: string, of: object = {}) =>
      aResearchStudy(phd, {
        thesis: aThesis('2026-09-10', { submissions: [{ on, language: 'en', property: 'university' }], ...of }),
      });
    const examined = (outcome: 'pass' | 'minor-amendments' | 'resubmit' | 'fail') => ({
      examinations: [{ oralOn: '2028-11-01', outcome, recordedOn: '2028-11-02' }],
    });
    it.each([
      ['waits for a thesis that came on its last day', submitted('2028-09-01'), 'refused'],
      ['does not wait for one that came later', submitted('2028-09-02'), 'allowed'],
      ['waits for minor amendments', submitted('2028-08-01', examined('minor-amendments')), 'refused'],
      ['ends nothing after a pass', submitted('2028-08-01', examined('pass')), 'refused'],
      ['does not wait for a thesis to be revised', submitted('2028-08-01', examined('resubmit')), 'allowed'],
      ['does not wait after a fail', submitted('2028-08-01', examined('fail')), 'allowed'],
      [
        'ends nothing after amendments that were accepted',
        submitted('2028-08-01', { ...examined('minor-amendments'), amendedOn: '2028-12-01' }),
        'refused',
      ],
    ])('%s', (_what, of, outcome) => expect(discontinuation(of, '2028-12-31').ruling.outcome).toBe(outcome));
  });

  describe('registration for a year', () => {
    const asked = { term: autumn25, approvals: [srdc], today: '2025-08-20' };
    const refusedBy = (of: object, facts = study) => {
      const { ruling } = rules.year(facts, { ...asked, ...of });
      expect(saysWhy(ruling)).toBe(true);
      return refusingClauses(ruling);
    };

    it('takes the approval of the School Research Degrees Committee', () => {
      expect(refusedBy({})).toEqual([]);
      expect(refusedBy({ approvals: [] })).toEqual([id('4.3')]);
      expect(refusedBy({ approvals: [rdc] })).toEqual([id('4.3')]);
    });

    it('opens on the first day of registration', () => {
      expect(refusedBy({ today: '2025-03-03' })).toEqual([]);
      expect(refusedBy({ today: '2025-03-02' })).toEqual([id('4.3')]);
    });

    it('is late after the last day of adding courses, and then takes the Registrar', () => {
      expect(rules.year(study, { ...asked, today: '2025-09-15' })).toMatchObject({ late: false });
      expect(refusedBy({ today: '2025-09-16' })).toEqual([id('4.3')]);
      expect(refusedBy({ today: '2025-09-16', approvals: [srdc, by('registrar')] })).toEqual([]);
      expect(refusedBy({ term: spring26, today: '2026-01-05' })).toEqual([id('4.3')]);
      expect(rules.year(study, { ...asked, term: spring26, today: '2026-01-05' }).late).toBe(true);
    });

    it('is for a year after that of entry', () =>
      expect(refusedBy({ term: spring, today: '2024-12-20' })).toContain(id('4.3')));

    it('ends with the longest period', () => {
      const mphil = aResearchProgramme(regime, 'mphil');
      const term = (year: number) =>
        aTerm({
          code: `${year}-AUT`,
          academicYear: `${year}/${year - 1999}`,
          teaching: [`${year}-09-03`, `${year}-11-30`],
          addDropEnds: `${year}-09-15`,
          registration: [`${year}-03-01`, `${year}-09-02`],
        });
      // It lasts until 1 September 2027, the first day of 2027/28.
      expect(refusedBy({ term: term(2027), today: '2027-08-20' }, aResearchStudy(mphil))).toEqual([]);
      expect(refusedBy({ term: term(2027), today: '2027-09-02' }, aResearchStudy(mphil))).toContain(id('5.1'));
      expect(refusedBy({ term: term(2028), today: '2028-08-20' }, aResearchStudy(mphil))).toContain(id('5.1'));
    });

    it('waits for the conditions that came before study, not for those during it', () => {
      const condition = { id: 'T1', kind: 'test', when: 'before', imposedOn: '2024-06-01' } as const;
      const open = aResearchStudy(phd, { conditions: [condition] });
      expect(refusedBy({}, open)).toEqual([id('4.1')]);
      expect(refusedBy({ approvals: [srdc, rdc] }, open)).toEqual([]);
      expect(refusedBy({}, aResearchStudy(phd, { conditions: [{ ...condition, fulfilledOn: '2024-08-01' }] }))).toEqual(
        [],
      );
      expect(refusedBy({}, aResearchStudy(phd, { conditions: [{ ...condition, when: 'during' }] }))).toEqual([]);
    });
  });

  describe('a year that was missed', () => {
    const asked = (today: string, term = autumn25) => ({ term, today });
    it('is one from the day after the last', () => {
      expect(rules.missedYear(study, asked('2025-09-15')).ruling.outcome).toBe('refused');
      const made = rules.missedYear(study, asked('2025-09-16'));
      expect(made).toMatchObject({ ruling: { outcome: 'allowed' }, on: '2025-09-16', clause: id('4.3') });
    });
    it.each([
      ['is none when it was registered for', aResearchStudy(phd, { years: years(2025) })],
      [
        'is recorded once',
        aResearchStudy(phd, { missed: [{ academicYear: '2025/26', on: '2025-09-16', recordedOn: '2025-09-20' }] }),
      ],
      [
        'is none when the thesis has been completed',
        aResearchStudy(phd, {
          thesis: aThesis('2024-09-10', {
            submissions: [{ on: '2025-06-01', language: 'en', property: 'university' }],
            examinations: [{ oralOn: '2025-08-01', outcome: 'pass', recordedOn: '2025-08-02' }],
          }),
        }),
      ],
    ])('%s', (_what, of) =>
      expect(refusingClauses(rules.missedYear(of, asked('2025-09-20')).ruling)).toEqual([id('4.3')]),
    );
    it('is neither that of entry nor reckoned by a later term', () => {
      expect(rules.missedYear(study, asked('2025-02-10', spring)).ruling.outcome).toBe('refused');
      expect(rules.missedYear(study, asked('2026-02-10', spring26)).ruling.outcome).toBe('refused');
    });
  });

  describe('interruption', () => {
    const asked = { from: '2025-02-01', until: '2025-08-01', approvals: [by('registrar')], today: '2025-01-20' };
    it('takes the permission of the Registrar', () => {
      expect(rules.leave(study, asked).outcome).toBe('allowed');
      expect(refusingClauses(rules.leave(study, { ...asked, approvals: [] }))).toEqual([id('4.7')]);
      expect(refusingClauses(rules.leave(study, { ...asked, approvals: [rdc] }))).toEqual([id('4.7')]);
    });
    it('lasts until the end of the longest period', () => {
      expect(rules.leave(study, { ...asked, until: '2028-09-02' }).outcome).toBe('allowed');
      expect(refusingClauses(rules.leave(study, { ...asked, until: '2028-09-03' }))).toContain(id('5.1'));
    });
  });

  describe('termination', () => {
    const senate = by('senate');
    const missed = [{ academicYear: '2025/26', on: '2025-09-16', recordedOn: '2025-09-20' }];
    const refusedBy = (of: object, facts = study) =>
      refusingClauses(
        rules.termination(facts, { ground: 'performance', approvals: [senate, rdc], today: '2025-10-01', ...of })
          .ruling,
      );
    it('takes the Senate and the recommendation of the Research Degrees Committee', () => {
      expect(refusedBy({})).toEqual([]);
      expect(refusedBy({ approvals: [senate] })).toEqual([id('4.6')]);
      expect(refusedBy({ approvals: [rdc] })).toEqual([id('4.6')]);
      expect(refusedBy({ approvals: [] })).toEqual([id('4.6'), id('4.6')]);
    });
    it('for failing to register takes a year that is still missed', () => {
      expect(refusedBy({ ground: 'registration' })).toEqual([id('4.6')]);
      expect(refusedBy({ ground: 'registration' }, aResearchStudy(phd, { missed }))).toEqual([]);
      expect(refusedBy({ ground: 'registration' }, aResearchStudy(phd, { missed, years: years(2025) }))).toEqual([
        id('4.6'),
      ]);
    });
  });

  it('an earlier day never ends a registration that a later one leaves', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((days) => plusDays('2024-09-02', days)) as [
          string,
          string,
        ];
        const ends = (day: string) => discontinuation(study, day).ruling.outcome === 'allowed';
        return !ends(early) || ends(late);
      }),
    ));
});
