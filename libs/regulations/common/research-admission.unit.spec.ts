import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Charge } from '../facts.ts';
import { fiveCreditResearch } from '../five-credit/research.ts';
import { aCourse, anAttempt, aTerm, autumn, by, saysWhy, spring } from '../testing/index.ts';
import { anApplication, aResearchProgramme, aResearchStudy, rdc } from '../testing/research.ts';
import { threeCreditResearch } from '../three-credit/research.ts';
import { emptyAccount } from './account.ts';

const summer = aTerm({
  code: '2025-SUM',
  teaching: ['2025-05-26', '2025-08-02'],
  examinations: ['2025-08-11', '2025-08-16'],
});
const course = (of = {}) =>
  ({ id: 'C1', kind: 'course', course: 'RM8000', when: 'during', imposedOn: '2024-06-01', ...of }) as const;

describe.each([
  ['5cu', fiveCreditResearch],
  ['3cu', threeCreditResearch],
] as const)('admission to research, %s', (regime, rules) => {
  const id = (clause: string) => `${regime}/rpg/${clause}`;
  const phd = aResearchProgramme(regime, 'phd');
  const doctorate = aResearchProgramme(regime, 'professional-doctorate');
  const refusedBy = (of: Parameters<typeof anApplication>[1], programme = phd) => {
    const ruling = rules.admission(anApplication(programme, of));
    expect(saysWhy(ruling)).toBe(true);
    if (ruling.outcome === 'refused') expect(ruling.remedies?.length).toBeGreaterThan(0);
    return refusingClauses(ruling);
  };

  it('takes the approval of the Research Degrees Committee', () => {
    expect(refusedBy({})).toEqual([]);
    expect(refusedBy({ approvals: [] })).toEqual([id('2.1')]);
    expect(refusedBy({ approvals: [by('school-research-degrees-committee')] })).toEqual([id('2.1')]);
  });

  it('takes the entry conditions', () => expect(refusedBy({ entryConditionsMet: false })).toEqual([id('3.1')]));
  it('takes the language', () => expect(refusedBy({ languageShown: false })).toEqual([id('3.2')]));

  it('keeps out who reads for a research degree elsewhere, unless it is expressly permitted', () => {
    expect(refusedBy({ elsewhere: 'PhD, Elsewhere University' })).toEqual([id('3.3')]);
    expect(
      refusedBy({ elsewhere: 'PhD, Elsewhere University', permits: { otherDegree: true, otherStart: false } }),
    ).toEqual([]);
  });

  it('keeps out who reads for one here, as one who studies already too', () => {
    const here = [aResearchProgramme(regime, 'mphil')];
    expect(refusedBy({ here })).toEqual([id('3.3'), id('4.5')]);
    expect(refusedBy({ here, permits: { otherDegree: true, otherStart: false } })).toEqual([]);
  });

  describe('begins when all fees are paid', () => {
    const charged = (cents: number, of: Partial<Charge> = {}): Charge => ({
      id: 'F',
      kind: 'application',
      programme: 'RES',
      cents,
      due: '2024-06-01',
      on: '2024-05-01',
      clause: 'x',
      ...of,
    });
    const account = (charges: readonly Charge[], cents = 0) => ({
      ...emptyAccount,
      charges,
      payments: cents === 0 ? [] : [{ id: 'P', cents, on: '2024-05-02' }],
    });
    const fee = { application: { cents: 100 } };

    it('the one of the application where it has been set', () => {
      expect(refusedBy(fee)).toEqual([id('4.2')]);
      expect(refusedBy({ ...fee, account: account([charged(100)], 99) })).toEqual([id('4.2')]);
      expect(refusedBy({ ...fee, account: account([charged(100)], 100) })).toEqual([]);
    });
    it('for this programme, and since an earlier time on it', () => {
      expect(refusedBy({ ...fee, account: account([charged(100, { programme: 'R2' })], 100) })).toEqual([id('4.2')]);
      const again = { application: { cents: 100, since: '2024-05-02' } };
      expect(refusedBy({ ...again, account: account([charged(100)], 100) })).toEqual([id('4.2')]);
    });
    it('and whatever else was charged', () => {
      const tuition = charged(500, { kind: 'tuition', due: '2024-09-01' });
      expect(refusedBy({ account: account([tuition], 499) })).toEqual([id('4.2')]);
      expect(refusedBy({ account: account([tuition], 500) })).toEqual([]);
    });
  });

  it.each([
    ['Autumn', autumn, '2024-09-02', []],
    ['Spring', spring, '2025-01-13', []],
    ['Summer', summer, '2025-05-26', [id('4.2')]],
  ])('of a PhD in %s', (_name, term, startsOn, clauses) => {
    expect(refusedBy({ term, startsOn })).toEqual(clauses);
    expect(refusedBy({ term, startsOn }, aResearchProgramme(regime, 'mphil'))).toEqual(clauses);
    expect(refusedBy({ term, startsOn, permits: { otherDegree: false, otherStart: true } })).toEqual([]);
  });

  it('of a professional doctorate in Autumn when there are courses to pass first, and in any term when not', () => {
    const inSpring = { term: spring, startsOn: '2025-01-13' };
    expect(refusedBy({ conditions: [course()] }, doctorate)).toEqual([]);
    expect(refusedBy({ ...inSpring, conditions: [course()] }, doctorate)).toEqual([id('4.2')]);
    expect(refusedBy(inSpring, doctorate)).toEqual([]);
  });

  it('begins on the day of the admission at the earliest, unless the Committee fixes another', () => {
    expect(refusedBy({ today: '2024-09-02' })).toEqual([]);
    expect(refusedBy({ today: '2024-09-03' })).toEqual([id('4.2')]);
    expect(refusedBy({ today: '2024-09-03', permits: { otherDegree: false, otherStart: true } })).toEqual([]);
  });

  it('begins within the term', () => {
    expect(refusedBy({ startsOn: '2024-12-20' })).toEqual([]);
    expect(refusedBy({ startsOn: '2024-12-21' })).toEqual([id('4.2')]);
    expect(refusedBy({ startsOn: '2024-09-01' })).toEqual([id('4.2')]);
  });

  describe('conditions', () => {
    const study = aResearchStudy(phd, { conditions: [course()] });
    const asked = { condition: course(), approvals: [], today: '2025-01-20' };

    it('are the Committee’s to impose', () => {
      expect(refusingClauses(rules.condition(study, { approvals: [], today: '2025-01-20' }))).toEqual([id('4.1')]);
      expect(rules.condition(study, { approvals: [rdc], today: '2025-01-20' }).outcome).toBe('allowed');
    });

    it('are fulfilled by a pass on the record, by that of a course of the same content, or by the Committee’s word', () => {
      const with_ = (code: string, grade: string, equivalents: readonly string[] = []) => ({
        ...study,
        attempts: [anAttempt(aCourse(code, { equivalents }), { programme: 'RES', grade, gradedOn: '2025-01-10' })],
      });
      expect(refusingClauses(rules.fulfilment(study, asked))).toEqual([id('4.1')]);
      expect(refusingClauses(rules.fulfilment(with_('RM8000', 'Fail'), asked))).toEqual([id('4.1')]);
      expect(rules.fulfilment(with_('RM8000', 'B'), asked).outcome).toBe('allowed');
      expect(rules.fulfilment(with_('RM8001', 'B', ['RM8000']), asked).outcome).toBe('allowed');
      expect(rules.fulfilment(study, { ...asked, approvals: [rdc] }).outcome).toBe('allowed');
    });
  });

  it('another field or plan is the Committee’s to approve', () => {
    const study = aResearchStudy(phd);
    expect(refusingClauses(rules.plan(study, { approvals: [], today: '2025-01-20' }))).toEqual([id('4.4')]);
    expect(rules.plan(study, { approvals: [rdc], today: '2025-01-20' }).outcome).toBe('allowed');
  });

  it('another research degree during study takes its express permission', () => {
    const study = aResearchStudy(phd);
    expect(refusingClauses(rules.otherDegree(study, { approvals: [], today: '2025-01-20' }))).toEqual([id('4.5')]);
    expect(rules.otherDegree(study, { approvals: [rdc], today: '2025-01-20' }).outcome).toBe('allowed');
  });

  describe('study elsewhere', () => {
    const supervisor = by('principal-supervisor');
    const asked = {
      place: 'Lisbon',
      from: '2025-02-01',
      until: '2025-08-01',
      supervised: true,
      approvals: [supervisor, rdc],
      today: '2025-01-20',
    };
    it.each([
      [[], {}],
      [[id('7.1')], { approvals: [rdc] }],
      [[id('7.1.1')], { approvals: [supervisor] }],
      [[id('7.1.2')], { supervised: false }],
      [[id('7.1'), id('7.1.1'), id('7.1.2')], { approvals: [], supervised: false }],
    ])('is refused by %j', (clauses, of) => {
      const ruling = rules.elsewhere(aResearchStudy(phd), { ...asked, ...of });
      expect(refusingClauses(ruling)).toEqual(clauses);
      expect(saysWhy(ruling)).toBe(true);
    });
  });
});
