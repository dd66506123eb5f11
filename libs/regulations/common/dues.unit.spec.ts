import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Account, AwardKind, Hold, HoldKind, Move, Regime, StudyMode } from '../facts.ts';
import { packFor } from '../packs.ts';
import { anAttempt, aProgramme, aStudy, autumn, by, saysWhy, spring } from '../testing/index.ts';
import { emptyAccount } from './account.ts';

const TODAY = '2024-10-01';
const owing = (due: string, of: Partial<Account> = {}): Account => ({
  ...emptyAccount,
  charges: [
    {
      id: 'T',
      kind: 'tuition',
      programme: 'BSC',
      cents: 10_000,
      due,
      on: '2024-08-01',
      clause: 'x',
      term: autumn.code,
    },
  ],
  ...of,
});
const hold = (kind: HoldKind, of: Partial<Hold> = {}): Hold => ({
  id: 'H1',
  kind,
  authority: 'registrar',
  reason: 'a case is open',
  clause: '3cu/ug/13.5',
  placedOn: '2024-09-01',
  ...of,
});
const modes = [
  ['5cu', 'distance-learning', { pay: '5cu/dl/3.4', papers: '5cu/dl/10.5', discipline: '5cu/dl/11.2' }],
  ['5cu', 'full-time', { pay: '5cu/ug/3.5', papers: '5cu/ug/13.5', discipline: '5cu/ug/14.2' }],
  ['3cu', 'distance-learning', { pay: '3cu/dl/3.4', papers: '3cu/dl/11.5', discipline: '3cu/dl/12.2' }],
  ['3cu', 'full-time', { pay: '3cu/ug/3.5', papers: '3cu/ug/13.5', discipline: '3cu/ug/14.2' }],
] as const;
const debtors: Readonly<Record<Regime, Readonly<Record<'degree' | 'below', string>>>> = {
  '5cu': { degree: '5cu/bach/3.8', below: '5cu/subdeg/3.11' },
  '3cu': { degree: '3cu/bach/3.9', below: '3cu/subdeg/3.8' },
};

describe.each(modes)('money owed and holds, %s %s', (regime: Regime, mode: StudyMode, clauses) => {
  const pack = packFor(regime);
  const study = (of: { account?: Account; holds?: Hold[] }, award: AwardKind = 'honours') =>
    aStudy(aProgramme(regime, mode, { award }), of);
  const clearance = (of: Parameters<typeof study>[0], act: 'enrolment' | 'results' | 'documents' | 'award') =>
    pack.clearance(study(of), { act, approvals: [], today: TODAY });

  it('say nothing of a student without either', () =>
    expect(clearance({ account: emptyAccount, holds: [] }, 'enrolment').findings).toEqual([]));

  it('hold up enrolment and papers from the day after the last day of payment', () => {
    for (const [act, clause] of [
      ['enrolment', clauses.pay],
      ['results', clauses.papers],
      ['documents', clauses.papers],
    ] as const) {
      expect(clearance({ account: owing(TODAY) }, act)).toMatchObject({ outcome: 'allowed', findings: [{ clause }] });
      const refused = clearance({ account: owing('2024-09-30') }, act);
      expect(refusingClauses(refused)).toEqual([clause]);
      expect(saysWhy(refused)).toBe(true);
      expect(refused.remedies?.[0]?.en).toBe('Pay HK$100.00.');
    }
  });

  it('let the University set aside what is overdue, but not for an award, and not by the approval of something else', () => {
    const approvals = [by('university')];
    const of = study({ account: owing('2024-09-30') });
    expect(pack.clearance(of, { act: 'documents', approvals, today: TODAY }).outcome).toBe('allowed');
    expect(pack.clearance(of, { act: 'enrolment', approvals, today: TODAY }).outcome).toBe('allowed');
    expect(pack.clearance(of, { act: 'award', approvals, today: TODAY }).outcome).toBe('refused');
    const late = { act: 'enrolment', approvals: [by('registrar')], today: TODAY } as const;
    expect(pack.clearance(of, late).outcome).toBe('refused');
  });

  it.each([
    ['honours', 'degree'],
    ['ordinary', 'degree'],
    ['associate', 'below'],
    ['higher-diploma', 'below'],
    ['diploma', 'below'],
    ['certificate', 'below'],
  ] as const)('give a debtor no %s, whenever the debt is due', (award, kind) => {
    const request = { act: 'award', approvals: [], today: TODAY } as const;
    const clause = debtors[regime][kind];
    expect(refusingClauses(pack.clearance(study({ account: owing('2025-09-30') }, award), request))).toEqual([clause]);
    const payments = [{ id: 'P', cents: 10_000, on: TODAY }];
    expect(pack.clearance(study({ account: owing('2025-09-30', { payments }) }, award), request)).toMatchObject({
      outcome: 'allowed',
      findings: [{ clause, holds: true }],
    });
  });

  it('hold up what the kind of hold is for, until the day of its release', () => {
    const acts = ['enrolment', 'results', 'documents', 'award'] as const;
    const held = (kind: HoldKind) => acts.map((act) => refusingClauses(clearance({ holds: [hold(kind)] }, act))[0]);
    expect(held('discipline')).toEqual([clauses.discipline, clauses.papers, clauses.papers, undefined]);
    expect(held('debt')).toEqual([clauses.pay, clauses.papers, clauses.papers, undefined]);
    expect(held('documents')).toEqual([undefined, clauses.papers, clauses.papers, undefined]);
    const released = (on: string) => hold('debt', { released: { on, authority: 'finance', reason: 'paid' } });
    expect(clearance({ holds: [released('2024-10-02')] }, 'enrolment').outcome).toBe('refused');
    expect(clearance({ holds: [released(TODAY)] }, 'enrolment').outcome).toBe('allowed');
    expect(clearance({ holds: [hold('debt', { placedOn: '2024-10-02' })] }, 'enrolment').outcome).toBe('allowed');
  });

  it('rest on the clauses of their kind only', () => {
    const of = study({});
    expect(pack.hold(of, { kind: 'documents', clause: clauses.papers }).outcome).toBe('allowed');
    expect(refusingClauses(pack.hold(of, { kind: 'documents', clause: clauses.pay }))).toEqual([clauses.pay]);
  });

  it('stand in the eligibility for a term', () => {
    const of = study({ holds: [hold('discipline')], account: owing('2024-09-30') });
    const refused = refusingClauses(pack.eligibility(of, spring, TODAY));
    expect(refused).toEqual(expect.arrayContaining([clauses.discipline, clauses.pay]));
  });
});

describe('a hold until advice is taken', () => {
  it.each([
    ['distance-learning', '3cu/dl/4.2'],
    ['full-time', '3cu/ug/11.4'],
  ] as const)('keeps a three-credit student from enrolment until the adviser speaks, %s', (mode, clause) => {
    const study = aStudy(aProgramme('3cu', mode), { holds: [hold('probation-advice', { clause })] });
    const pack = packFor('3cu');
    expect(pack.hold(study, { kind: 'probation-advice', clause }).outcome).toBe('allowed');
    const request = { act: 'enrolment', today: TODAY } as const;
    expect(refusingClauses(pack.clearance(study, { ...request, approvals: [] }))).toEqual([clause]);
    expect(pack.clearance(study, { ...request, approvals: [by('adviser')] }).outcome).toBe('allowed');
    expect(pack.clearance(study, { ...request, approvals: [by('registrar')] }).outcome).toBe('refused');
  });

  it('is unknown to the five-credit regulations', () => {
    const study = aStudy(aProgramme('5cu', 'full-time'), {});
    expect(packFor('5cu').hold(study, { kind: 'probation-advice', clause: '5cu/ug/11.1' }).outcome).toBe('refused');
  });
});

describe.each([
  ['5cu', '5cu/ug/3.5', '5cu/ug/3.6', '5cu/ug/3.3'],
  ['3cu', '3cu/ug/3.5', '3cu/ug/3.6', '3cu/ug/3.3'],
] as const)('tuition that is paid later, %s', (regime, asked, provisional, deposit) => {
  const pack = packFor(regime);
  const study = aStudy(aProgramme(regime, 'full-time'), { account: owing('2024-09-01') });
  const request = { term: autumn.code, until: '2024-10-31', approvals: [by('registrar')], today: '2024-09-01' };

  it('is approved by the Registrar until the day on which it is due', () => {
    expect(pack.paymentDeferral(study, request).outcome).toBe('allowed');
    expect(refusingClauses(pack.paymentDeferral(study, { ...request, today: '2024-09-02' }))).toEqual([asked]);
    expect(refusingClauses(pack.paymentDeferral(study, { ...request, approvals: [] }))).toEqual([asked]);
    expect(refusingClauses(pack.paymentDeferral(study, { ...request, until: '2024-09-01' }))).toEqual([provisional]);
    expect(pack.paymentDeferral(study, { ...request, until: '2024-09-02' }).outcome).toBe('allowed');
  });

  it('arrives within the term, unless the University approves a later day', () => {
    const attempts = [anAttempt('C1', { term: autumn })];
    const taking = aStudy(aProgramme(regime, 'full-time'), { account: owing('2024-09-01'), attempts });
    const until = (day: string, who = 'registrar') =>
      pack.paymentDeferral(taking, { ...request, until: day, approvals: [by(who)] });
    expect(until('2024-12-20').outcome).toBe('allowed');
    expect(refusingClauses(until('2024-12-21'))).toEqual([asked]);
    expect(until('2024-12-21', 'university').outcome).toBe('allowed');
  });

  it('keeps nobody from enrolment until the new day, and everybody from the next on', () => {
    const deferrals = [{ programme: 'BSC', term: autumn.code, until: '2024-10-31', on: '2024-09-01', reason: 'x' }];
    const later = aStudy(aProgramme(regime, 'full-time'), { account: owing('2024-09-01', { deferrals }) });
    const on = (today: string) => pack.clearance(later, { act: 'enrolment', approvals: [], today });
    expect(on('2024-10-31')).toMatchObject({ outcome: 'allowed' });
    expect(on('2024-10-31').findings.map(({ clause }) => clause)).toContain(provisional);
    expect(refusingClauses(on('2024-11-01'))).toEqual([asked, provisional]);
  });

  it('lets no result of the term be recorded until it has arrived', () => {
    const deferrals = [{ programme: 'BSC', term: autumn.code, until: '2024-10-31', on: '2024-09-01', reason: 'x' }];
    const on = (today: string, cents: number, term = autumn.code) => {
      const payments = [{ id: 'P1', cents, on: '2024-10-31' }];
      const account = owing('2024-09-01', { deferrals, payments });
      return pack.recognition(aStudy(aProgramme(regime, 'full-time'), { account }), { term, today });
    };
    const waiting = on('2024-10-31', 9_999);
    expect(refusingClauses(waiting)).toEqual([provisional]);
    expect(saysWhy(waiting)).toBe(true);
    expect(waiting.remedies).toHaveLength(1);
    expect(on('2024-10-31', 10_000).outcome).toBe('allowed');
    expect(on('2024-10-31', 9_999, spring.code).outcome).toBe('allowed');
    expect(refusingClauses(on('2024-11-01', 9_999))).toEqual([provisional]);
  });

  it('deferred before a return has been cleared and keeps nobody from enrolment after it', () => {
    const deferrals = [{ programme: 'BSC', term: autumn.code, until: '2024-10-31', on: '2024-09-01', reason: 'x' }];
    const payments = [{ id: 'P1', cents: 10_000, on: '2024-12-20' }];
    const later = aStudy(aProgramme(regime, 'full-time'), { account: owing('2024-09-01', { deferrals, payments }) });
    const on = (today: string, moves: readonly Move[]) =>
      refusingClauses(pack.clearance({ ...later, moves }, { act: 'enrolment', approvals: [], today }));
    const back: Move = { programme: 'BSC', to: 'reinstated', on: '2025-01-10', recordedOn: '2025-01-10' };
    expect(on('2025-01-10', [])).toEqual([provisional]);
    expect(on('2025-01-09', [back])).toEqual([provisional]);
    expect(on('2025-01-10', [back])).toEqual([]);
  });

  it('is not known to distance learning, nor a caution deposit', () => {
    const distance = aStudy(aProgramme(regime, 'distance-learning'), { account: owing('2024-09-01') });
    expect(pack.paymentDeferral(distance, request).outcome).toBe('refused');
    expect(pack.charge(distance, { kind: 'caution-deposit', cents: 100, due: TODAY }).outcome).toBe('refused');
    expect(pack.chargeClause('distance-learning', 'caution-deposit')).toBeUndefined();
  });

  it('has a caution deposit for entrants of terms from September 2022', () => {
    const entering = (first: string) => {
      const study = aStudy(aProgramme(regime, 'full-time'), {});
      const entryTerm = { ...autumn, teaching: [first, '2022-12-01'] as const };
      const request = { kind: 'caution-deposit', cents: 100, due: TODAY } as const;
      return pack.charge({ ...study, registration: { ...study.registration, entryTerm } }, request);
    };
    expect(entering('2022-09-01').outcome).toBe('allowed');
    expect(refusingClauses(entering('2022-08-31'))).toEqual([deposit]);
  });
});
