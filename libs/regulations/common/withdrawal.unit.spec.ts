import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plusDays, refusingClauses } from '#kernel';
import { fiveCreditWithdrawal } from '../five-credit/withdrawal.ts';
import {
  aCourse,
  anAttempt,
  aProgramme,
  aStudy,
  aTerm,
  by,
  figuresOf,
  saysWhy,
  springBefore,
} from '../testing/index.ts';
import { threeCreditWithdrawal } from '../three-credit/withdrawal.ts';

describe('withdrawing from a course on an earlier day', () => {
  const rules = { '3cu': threeCreditWithdrawal, '5cu': fiveCreditWithdrawal };
  const attempts = ['A', 'B', 'C', 'D', 'E', 'F'].map((code) => anAttempt(code));
  const programmes = [
    { mode: 'distance-learning' },
    { mode: 'full-time' },
    { mode: 'full-time', award: 'masters' },
    { mode: 'part-time', award: 'masters' },
    { mode: 'full-time', award: 'higher-diploma' },
  ] as const;
  const given = { regime: fc.constantFrom('3cu', '5cu'), of: fc.constantFrom(...programmes), courses: fc.nat(5) };

  it('is never refused where it is allowed on a later one, in either regime and any mode', () =>
    fc.assert(
      fc.property(
        fc.record({ ...given, approved: fc.boolean() }),
        fc.nat(160),
        fc.nat(160),
        ({ regime, of: { mode, ...award }, courses, approved }, one, other) => {
          const study = aStudy(aProgramme(regime, mode, award), { attempts: attempts.slice(0, courses + 1) });
          const allowed = (day: number) =>
            rules[regime](study, {
              attempt: attempts[0]!,
              approvals: approved ? [by('school')] : [],
              today: plusDays('2024-08-01', day),
            }).outcome === 'allowed';
          return !allowed(Math.max(one, other)) || allowed(Math.min(one, other));
        },
      ),
      { numRuns: 500 },
    ));
});

describe('withdrawing from a course in distance learning', () => {
  const attempt = anAttempt('COMP2010');

  it.each([
    ['3cu', threeCreditWithdrawal, '3cu/dl/6.1', '3cu/dl/6.3'],
    ['5cu', fiveCreditWithdrawal, '5cu/dl/5.1', '5cu/dl/5.3'],
  ] as const)('is possible until 14 days before the examinations (%s)', (regime, withdrawal, deadline, onRecord) => {
    const study = aStudy(aProgramme(regime, 'distance-learning'), { attempts: [attempt] });
    const last = withdrawal(study, { attempt, approvals: [], today: '2024-11-25' });
    expect(last).toMatchObject({ outcome: 'allowed', effect: 'withdrawn' });
    expect(last.findings.map((finding) => finding.clause)).toEqual([deadline, onRecord]);
    const late = withdrawal(study, { attempt, approvals: [], today: '2024-11-26' });
    expect(refusingClauses(late)).toEqual([deadline]);
    expect(figuresOf(late, deadline)).toMatchObject({
      lastDay: '2024-11-25',
      examinationsBegin: '2024-12-09',
      days: 14,
    });
    expect(late.remedies?.[0]?.en).toContain('2024-11-25');
    expect(saysWhy(late)).toBe(true);
  });

  it('from a course over several terms is possible until 14 days before its own examinations', () => {
    const long = anAttempt(aCourse('LONG', { terms: 2 }));
    const study = aStudy(aProgramme('3cu', 'distance-learning'), { attempts: [long] });
    const on = (today: string, examinations?: [string, string]) =>
      threeCreditWithdrawal(study, { attempt: long, examinations, approvals: [], today });
    expect(on('2025-04-14', ['2025-04-28', '2025-05-10']).outcome).toBe('allowed');
    expect(refusingClauses(on('2025-04-15', ['2025-04-28', '2025-05-10']))).toEqual(['3cu/dl/6.1']);
    const unset = on('2024-10-01');
    expect(refusingClauses(unset)).toEqual(['3cu/dl/6.1']);
    expect(figuresOf(unset, '3cu/dl/6.1')).toEqual({ today: '2024-10-01', terms: 2, examinationsBegin: null });
    expect(saysWhy(unset)).toBe(true);
    expect(unset.remedies).toHaveLength(1);
  });

  it('leaves a trace even before teaching begins', () =>
    expect(
      threeCreditWithdrawal(aStudy(aProgramme('3cu', 'distance-learning')), {
        attempt,
        approvals: [],
        today: '2024-08-01',
      }),
    ).toMatchObject({ outcome: 'allowed', effect: 'withdrawn' }));

  it('once refused stays refused on every later day', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 }), (day, later) => {
        const on = (days: number) =>
          threeCreditWithdrawal(aStudy(aProgramme('3cu', 'distance-learning')), {
            attempt,
            approvals: [],
            today: plusDays('2024-08-01', days),
          }).outcome;
        return on(day) === 'allowed' || on(day + later) === 'refused';
      }),
    ));
});

describe('leaving a course in full-time study', () => {
  const attempts = ['A', 'B', 'C', 'D', 'E'].map((code) => anAttempt(code));
  const attempt = attempts[0]!;
  const study = aStudy(aProgramme('3cu', 'full-time'), { attempts });
  const six = aStudy(aProgramme('3cu', 'full-time'), { attempts: [...attempts, anAttempt('F')] });
  const on = (today: string, of = study, approvals = [] as ReturnType<typeof by>[]) =>
    threeCreditWithdrawal(of, { attempt, approvals, today });

  it.each(['2024-08-20', '2024-09-16'])('on %s drops it, whatever load is left', (today) =>
    expect(on(today)).toMatchObject({ outcome: 'allowed', effect: 'dropped' }),
  );

  it('after add/drop withdraws it, if the load that is left is the prescribed one', () => {
    expect(on('2024-09-17', six)).toMatchObject({ outcome: 'allowed', effect: 'withdrawn' });
    const short = on('2024-09-17');
    expect(short.effect).toBe('withdrawn');
    expect(refusingClauses(short)).toEqual(['3cu/ug/5.1']);
    expect(figuresOf(short, '3cu/ug/5.1')).toEqual({ remainingCredits: 12, termLoad: 15 });
    expect(on('2024-09-17', study, [by('school')]).outcome).toBe('allowed');
  });

  it('asks for no load in the third term of the year', () => {
    const summer = aTerm({ code: '2025-SUM', teaching: ['2025-05-26', '2025-08-02'], addDropEnds: '2025-06-09' });
    const summerCourse = anAttempt('S', { term: { ...summer, examinations: ['2025-08-11', '2025-08-16'] } });
    const leaving = { attempt: summerCourse, approvals: [], today: '2025-06-10' };
    const ruling = threeCreditWithdrawal({ ...study, attempts: [...attempts, summerCourse] }, leaving);
    expect(ruling).toMatchObject({ outcome: 'allowed', effect: 'withdrawn' });
    expect(figuresOf(ruling, '3cu/ug/5.1')).toEqual({ remainingCredits: 0, termLoad: null });
  });

  it('takes courses left before and courses of other terms out of the load', () => {
    const others = [anAttempt('F', { status: 'withdrawn' }), anAttempt('G', { term: springBefore })];
    const ruling = on('2024-10-01', { ...study, attempts: [...attempts, ...others] });
    expect(figuresOf(ruling, '3cu/ug/5.1')).toMatchObject({ remainingCredits: 12 });
  });

  it('holds a programme to its own term load', () => {
    const light = aProgramme('3cu', 'full-time', { requirements: { creditsPerTerm: 12 } });
    expect(on('2024-10-01', aStudy(light, { attempts })).outcome).toBe('allowed');
  });

  it('ends 14 days before the examinations', () => {
    expect(on('2024-11-25', six).outcome).toBe('allowed');
    expect(refusingClauses(on('2024-11-26', six))).toEqual(['3cu/ug/6.5']);
  });

  it('asks five-credit students for 20 credits', () => {
    const fives = ['A', 'B', 'C', 'D', 'E'].map((code) => anAttempt(aCourse(code, { credits: 5, level: 'middle' })));
    const request = { attempt: fives[0]!, approvals: [], today: '2024-10-01' };
    const programme = aProgramme('5cu', 'full-time');
    expect(fiveCreditWithdrawal(aStudy(programme, { attempts: fives }), request).outcome).toBe('allowed');
    expect(refusingClauses(fiveCreditWithdrawal(aStudy(programme, { attempts: fives.slice(0, 4) }), request))).toEqual([
      '5cu/ug/5.1',
    ]);
  });
});

describe('the reason of a withdrawal full-time', () => {
  it.each([
    ['3cu', threeCreditWithdrawal, '3cu/ug/6.5'],
    ['5cu', fiveCreditWithdrawal, '5cu/ug/6.5'],
  ] as const)('is told of in the ruling after add/drop, and not before (%s)', (regime, withdrawal, clause) => {
    const attempt = anAttempt('COMP2010');
    const study = aStudy(aProgramme(regime, 'full-time'), { attempts: [attempt] });
    const told = (today: string, reason?: string) =>
      withdrawal(study, { attempt, reason, approvals: [by('school')], today }).findings.filter(
        ({ figures }) => figures && 'reasonGiven' in figures,
      );
    expect(told('2024-11-25', 'a job')).toMatchObject([{ clause, holds: true, figures: { reasonGiven: true } }]);
    expect(told('2024-11-25')).toMatchObject([{ clause, holds: true, figures: { reasonGiven: false } }]);
    expect(told(attempt.term.addDropEnds)).toEqual([]);
  });
});
