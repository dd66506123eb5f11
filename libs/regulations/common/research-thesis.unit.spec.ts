import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plusDays, refusingClauses } from '#kernel';
import { fiveCreditResearch } from '../five-credit/research.ts';
import { fiveCreditResearchLaw } from '../five-credit/research-law.ts';
import { by, saysWhy } from '../testing/index.ts';
import { aResearchProgramme, aResearchStudy, aThesis, rdc, years } from '../testing/research.ts';
import { threeCreditResearch } from '../three-credit/research.ts';
import { threeCreditResearchLaw } from '../three-credit/research-law.ts';
import { researchDeadlines } from './research.ts';

const all = years(2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032);

describe.each([
  ['5cu', fiveCreditResearch, researchDeadlines(fiveCreditResearchLaw)],
  ['3cu', threeCreditResearch, researchDeadlines(threeCreditResearchLaw)],
] as const)('a thesis under %s', (regime, rules, deadlines) => {
  const id = (clause: string) => `${regime}/rpg/${clause}`;
  const phd = aResearchProgramme(regime, 'phd');
  /** Registered for on 10 October 2024, with notice given. */
  const ready = (programme = phd, file = {}, thesis = {}) =>
    aResearchStudy(programme, {
      years: all,
      thesis: aThesis('2024-10-10', { notices: ['2025-09-01'], ...thesis }),
      ...file,
    });
  const refusedBy = (of: object, study = ready()) => {
    const request = { language: 'en' as const, inForm: true, approvals: [], today: '2026-03-02', ...of };
    const { ruling } = rules.thesisSubmission(study, request);
    expect(saysWhy(ruling)).toBe(true);
    return refusingClauses(ruling);
  };

  it.each([
    ['mphil', 'full-time', '6.2', '2025-10-10', '2026-10-10'],
    ['phd', 'full-time', '6.2', '2025-10-10', '2027-10-10'],
    ['professional-doctorate', 'full-time', '6.2', '2025-10-10', '2026-10-10'],
    ['mphil', 'part-time', '6.1', '2026-10-10', '2029-10-10'],
    ['phd', 'part-time', '6.1', '2026-10-10', '2030-10-10'],
    ['professional-doctorate', 'part-time', '6.1', '2026-10-10', '2029-10-10'],
  ] as const)('of a %s, %s, is handed in by %s from %s to %s', (award, mode, clause, opens, closes) => {
    const study = ready(aResearchProgramme(regime, award, mode));
    expect(refusedBy({ today: plusDays(opens, -1) }, study)).toContain(id(clause));
    expect(refusedBy({ today: opens }, study)).toEqual([]);
    expect(refusedBy({ today: closes }, study)).toEqual([]);
    expect(refusedBy({ today: plusDays(closes, 1) }, study)).toContain(id(clause));
    const approved = { language: 'en', inForm: true, approvals: [rdc] } as const;
    for (const today of [plusDays(opens, -1), plusDays(closes, 1)])
      expect(rules.thesisSubmission(study, { ...approved, today })).toMatchObject({
        ruling: { outcome: 'allowed' },
        outsideWindow: 'good reasons',
      });
    expect(rules.thesisSubmission(study, { ...approved, today: opens }).outsideWindow).toBeUndefined();
    expect(refusedBy({ today: plusDays(opens, -1), approvals: [by('registrar')] }, study)).toContain(id(clause));
    expect(rules.standing(study, opens).thesis?.window).toEqual({
      clause: id(clause),
      from: '2024-10-10',
      opens,
      closes,
    });
  });

  it('comes within the longest period, whoever approves', () => {
    const late = ready(phd, { years: all, thesis: aThesis('2026-09-10', { notices: ['2028-08-01'] }) });
    expect(refusedBy({ today: '2028-09-01' }, late)).toEqual([]);
    expect(refusedBy({ today: '2028-09-02', approvals: [rdc] }, late)).toContain(id('5.1'));
  });

  it('is in the language that was fixed on admission', () => {
    expect(refusedBy({ language: 'zh' })).toEqual([id('3.2')]);
    const chinese = { ...ready(), ...aResearchStudy(phd, ready().research, { admission: { thesisLanguage: 'zh' } }) };
    expect(refusedBy({ language: 'zh' }, chinese)).toEqual([]);
    expect(refusedBy({ language: 'en' }, chinese)).toEqual([id('3.2')]);
  });

  it('follows a notice of its own, in the prescribed form', () => {
    expect(refusedBy({ inForm: false })).toEqual([id('6.3')]);
    expect(refusedBy({}, ready(phd, {}, { notices: [] }))).toEqual([id('6.3')]);
    const again = {
      submissions: [{ on: '2025-10-20', language: 'en', property: 'university' }],
      examinations: [{ oralOn: '2025-12-01', outcome: 'resubmit', recordedOn: '2025-12-02' }],
    };
    expect(refusedBy({}, ready(phd, {}, again))).toEqual([id('6.3')]);
    expect(refusedBy({}, ready(phd, {}, { ...again, notices: ['2025-09-01', '2026-02-01'] }))).toEqual([]);
  });

  it('waits for every condition, unless the Committee lets it pass', () => {
    const condition = { id: 'C1', kind: 'other', when: 'during', imposedOn: '2024-06-01' } as const;
    const open = ready(phd, { conditions: [condition] });
    expect(refusedBy({}, open)).toEqual([id('4.1')]);
    expect(refusedBy({ approvals: [rdc] }, open)).toEqual([]);
    expect(refusedBy({}, ready(phd, { conditions: [{ ...condition, fulfilledOn: '2025-01-01' }] }))).toEqual([]);
  });

  it('comes in a year that is registered for, and not in a time without study', () => {
    expect(refusedBy({}, ready(phd, { years: [] }))).toEqual([id('4.3')]);
    const leaves = [{ from: '2026-03-02', until: '2026-06-01', reason: 'illness', recordedOn: '2026-02-20' }];
    expect(refusedBy({}, ready(phd, { leaves }))).toEqual([id('4.7')]);
    expect(refusedBy({ today: '2026-03-01' }, ready(phd, { leaves }))).toEqual([]);
    expect(refusedBy({ today: '2026-06-01' }, ready(phd, { leaves }))).toEqual([]);
  });

  it('is registered for, and notice given, in a year that is registered for', () => {
    const study = aResearchStudy(phd);
    expect(rules.thesisRegistration(study, '2025-08-31').outcome).toBe('allowed');
    expect(refusingClauses(rules.thesisRegistration(study, '2025-09-01'))).toEqual([id('4.3')]);
    expect(rules.thesisRegistration(aResearchStudy(phd, { years: years(2025) }), '2025-09-01').outcome).toBe('allowed');
    expect(rules.thesisNotice(study, '2025-08-31').outcome).toBe('allowed');
    expect(refusingClauses(rules.thesisNotice(study, '2025-09-01'))).toEqual([id('4.3')]);
  });

  it('is examined orally on or after the day on which it came', () => {
    const submissions = [{ on: '2026-03-02', language: 'en', property: 'university' }];
    const study = ready(phd, {}, { submissions });
    const examined = (oralOn?: string) =>
      refusingClauses(rules.thesisExamination(study, { oralOn, outcome: 'pass', today: '2026-06-01' }));
    expect(examined('2026-03-02')).toEqual([]);
    expect(examined('2026-06-01')).toEqual([]);
    expect(examined('2026-03-01')).toEqual([id('6.3')]);
    expect(examined('2026-06-02')).toEqual([id('6.3')]);
    expect(examined()).toEqual([id('6.3')]);
  });

  it('is amended only where minor amendments were asked for', () => {
    const of = (outcome: string, amendedOn?: string) =>
      ready(
        phd,
        {},
        {
          submissions: [{ on: '2026-03-02', language: 'en', property: 'university' }],
          examinations: [{ oralOn: '2026-05-01', outcome, recordedOn: '2026-05-02' }],
          amendedOn,
        },
      );
    expect(rules.thesisAmendment(of('minor-amendments'), '2026-06-01').outcome).toBe('allowed');
    expect(refusingClauses(rules.thesisAmendment(of('pass'), '2026-06-01'))).toEqual([id('6.3')]);
    expect(refusingClauses(rules.thesisAmendment(of('minor-amendments', '2026-05-20'), '2026-06-01'))).toEqual([
      id('6.3'),
    ]);
    expect(rules.standing(of('minor-amendments', '2026-05-20'), '2026-06-01').thesis?.completedOn).toBe('2026-05-20');
    expect(rules.standing(of('pass'), '2026-06-01').thesis?.completedOn).toBe('2026-05-02');
    expect(rules.standing(of('minor-amendments'), '2026-06-01').thesis?.completedOn).toBeUndefined();
  });

  it('has its days among those that concern the student, until it is handed in', () => {
    const kinds = (study: ReturnType<typeof ready>) => deadlines(study).map(({ kind, day }) => [kind, day]);
    const leaves = [{ from: '2025-02-01', until: '2025-06-01', reason: 'x', recordedOn: '2025-01-20' }];
    expect(kinds(ready(phd, { leaves }))).toEqual([
      ['end-of-study-period', '2028-09-01'],
      ['end-of-leave', '2025-06-01'],
      ['thesis-opens', '2025-10-10'],
      ['thesis-closes', '2027-10-10'],
    ]);
    const submissions = [{ on: '2026-03-02', language: 'en', property: 'university' }];
    expect(kinds(ready(phd, {}, { submissions }))).toEqual([['end-of-study-period', '2028-09-01']]);
    const examinations = [{ oralOn: '2026-05-01', outcome: 'pass', recordedOn: '2026-05-02' }];
    expect(kinds(ready(phd, {}, { submissions, examinations }))).toEqual([]);
  });

  it('that may be handed in may be handed in with an approval more', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        fc.constantFrom('research-degrees-committee', 'registrar'),
        (days, who) => {
          const today = plusDays('2024-10-10', days);
          const asked = { language: 'en', inForm: true, today } as const;
          const without = rules.thesisSubmission(ready(), { ...asked, approvals: [] }).ruling;
          const with_ = rules.thesisSubmission(ready(), { ...asked, approvals: [by(who)] }).ruling;
          return without.outcome === 'refused' || with_.outcome === 'allowed';
        },
      ),
    ));
});
