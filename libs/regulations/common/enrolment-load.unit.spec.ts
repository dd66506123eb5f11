import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusingClauses } from '#kernel';
import type { Attempt, AwardKind, CourseFacts, Study } from '../facts.ts';
import { fiveCreditEnrolment } from '../five-credit/enrolment.ts';
import {
  aCourse,
  anAttempt,
  aProgramme,
  aStudy,
  autumn,
  by,
  figuresOf,
  spring,
  springBefore,
} from '../testing/index.ts';
import { threeCreditEnrolment } from '../three-credit/enrolment.ts';

const rules = { '3cu': threeCreditEnrolment, '5cu': fiveCreditEnrolment };
const enrolling = (study: Study, course: CourseFacts, ...approvals: ReturnType<typeof by>[]) =>
  rules[study.registration.programme.regime](study, { course, term: autumn, approvals, today: '2024-08-01' });

const worth = (credits: number, code = `W${credits}`, of: Partial<CourseFacts> = {}) =>
  aCourse(code, { credits, ...of });
const older = anAttempt('OLD', { term: springBefore, grade: 'Fail' });

describe.each([
  ['3cu', 24, 12, '3cu/dl/3.6'],
  ['5cu', 30, 15, '5cu/dl/3.6'],
] as const)('the registration value of a term, %s', (regime, limit, first, clause) => {
  const study = (attempts: readonly Attempt[], award: AwardKind = 'honours') =>
    aStudy(aProgramme(regime, 'distance-learning', { award }), { attempts });
  const full = study([older, anAttempt(worth(limit - 3))]);

  it(`above ${limit} needs the School`, () => {
    expect(enrolling(full, worth(3)).outcome).toBe('allowed');
    const above = enrolling(full, worth(4));
    expect(refusingClauses(above)).toEqual([clause]);
    expect(figuresOf(above, clause)).toEqual({ registrationValue: 4, termTotal: limit + 1, limit });
    expect(above.remedies?.[0]?.en).toContain('3 is left');
    expect(enrolling(full, worth(4), by('school')).outcome).toBe('allowed');
  });

  it.each<[AwardKind, string]>([
    ['associate', 'refused'],
    ['ordinary', 'refused'],
    ['diploma', 'allowed'],
    ['certificate', 'allowed'],
    ['higher-diploma', 'allowed'],
  ])('above the limit is, for the award %s, %s', (award, outcome) =>
    expect(enrolling(study([older, anAttempt(worth(limit))], award), worth(3)).outcome).toBe(outcome),
  );

  it(`may not pass ${first} at the first registration, whoever approves`, () => {
    const newcomer = study([anAttempt(worth(first - 3))]);
    expect(enrolling(newcomer, worth(3)).outcome).toBe('allowed');
    expect(refusingClauses(enrolling(newcomer, worth(4), by('school'), by('registrar')))).toEqual([clause]);
    expect(enrolling(study([older, anAttempt(worth(first - 3))]), worth(4)).outcome).toBe('allowed');
    expect(enrolling(study([anAttempt(worth(3), { term: spring })]), worth(first + 1)).outcome).toBe('refused');
  });

  it('is the credits over the terms of the course, or its own value', () => {
    const spread = enrolling(full, worth(9, 'LONG', { terms: 3 }));
    expect(figuresOf(spread, clause)).toMatchObject({ registrationValue: 3, termTotal: limit });
    expect(figuresOf(enrolling(full, worth(5, 'HALF', { terms: 2 })), clause)).toMatchObject({
      registrationValue: '5/2',
    });
    expect(enrolling(full, worth(30, 'OWN', { registrationValue: 2.5 })).outcome).toBe('allowed');
  });

  it('weighs in each of the terms of a course, also in one to come', () => {
    const two = (credits: number, of: Partial<Attempt> = {}) => anAttempt(worth(credits, 'TWO', { terms: 2 }), of);
    const begunBefore = (credits: number, of: Partial<Attempt> = {}) => two(credits, { term: springBefore, ...of });
    const rest = worth(limit - 5, 'REST');
    expect(enrolling(study([begunBefore(10)]), rest).outcome).toBe('allowed');
    const above = enrolling(study([begunBefore(12)]), rest);
    expect(figuresOf(above, clause)).toMatchObject({ termTotal: limit + 1 });
    expect(refusingClauses(above)).toEqual([clause]);
    expect(enrolling(study([begunBefore(12, { status: 'withdrawn' })]), rest).outcome).toBe('allowed');
    expect(enrolling(study([begunBefore(12, { grade: 'C', gradedOn: '2024-05-20' })]), rest).outcome).toBe('allowed');
    const ahead = study([older, anAttempt(worth(limit - 5, 'NEXT'), { term: spring })]);
    expect(enrolling(ahead, worth(10, 'TWO', { terms: 2 })).outcome).toBe('allowed');
    expect(refusingClauses(enrolling(ahead, worth(12, 'TWO', { terms: 2 })))).toEqual([clause]);
    const long = study([begunBefore(36, { course: worth(36, 'LONG', { terms: 3 }), term: springBefore })]);
    const inSpring = (credits: number) =>
      rules[regime](long, {
        course: worth(credits),
        term: spring,
        approvals: [],
        today: '2024-10-01',
      });
    expect(inSpring(limit - 12).outcome).toBe('allowed');
    expect(refusingClauses(inSpring(limit - 11))).toEqual([clause]);
  });

  it('has a first registration in courses of postgraduate level too, whatever was taken before', () => {
    const level = regime === '5cu' ? 'postgraduate' : 8000;
    const of = (credits: number, code: string) => worth(credits, code, { level });
    const begun = [older, anAttempt(of(first - 3, 'P1')), anAttempt(worth(3, 'U1'))];
    expect(enrolling(study(begun, 'masters'), of(3, 'P2')).outcome).toBe('allowed');
    expect(refusingClauses(enrolling(study(begun, 'masters'), of(4, 'P2'), by('school')))).toEqual([clause]);
    const again = anAttempt(of(3, 'P0'), { term: springBefore, grade: 'Fail' });
    expect(enrolling(study([again, ...begun], 'masters'), of(4, 'P2')).outcome).toBe('allowed');
  });

  it('leaves out courses that were withdrawn from or deferred', () => {
    const left = [
      anAttempt(worth(9, 'L1'), { status: 'withdrawn' }),
      anAttempt(worth(9, 'L2'), { status: 'deferred' }),
    ];
    expect(figuresOf(enrolling(study([older, ...left]), worth(3)), clause)).toMatchObject({ termTotal: 3 });
  });

  it('once above the limit stays above it with every further course', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (value, more) => {
        const outcome = (...taken: number[]) =>
          enrolling(
            study([older, ...taken.map((credits, index) => anAttempt(worth(credits, `T${index}`)))]),
            worth(value, 'V'),
          );
        return outcome().outcome === 'allowed' || outcome(more).outcome === 'refused';
      }),
    ));
});

describe.each([
  ['3cu', 15, 30],
  ['5cu', 20, 40],
] as const)('the load of a full-time student, %s', (regime, term, year) => {
  const clause = `${regime}/ug/6.2`;
  const study = (attempts: readonly Attempt[], creditsPerTerm?: number) =>
    aStudy(aProgramme(regime, 'full-time', { requirements: { creditsPerTerm } }), { attempts });

  it(`above ${term} credits in a term needs the School`, () => {
    const taken = study([anAttempt(worth(term - 3))]);
    expect(enrolling(taken, worth(3)).outcome).toBe('allowed');
    const above = enrolling(taken, worth(4));
    expect(refusingClauses(above)).toEqual([clause]);
    expect(figuresOf(above, clause)).toEqual({ termTotal: term + 1, termLoad: term });
    expect(above.remedies?.[0]?.en).toBe('3 credits are left in the term; more needs the approval of the School.');
    expect(enrolling(taken, worth(4), by('school')).outcome).toBe('allowed');
  });

  it('is told in decimals, where a course counts by halves', () => {
    const taken = study([anAttempt(worth(5, 'HALF', { terms: 2 }))]);
    const above = enrolling(taken, worth(term));
    expect(above.findings.find(({ holds }) => !holds)?.note?.en).toContain(`comes to ${term + 2}.5 credits`);
    expect(above.remedies?.[0]?.en).toContain(`${term - 3}.5 credits are left`);
  });

  it(`above ${year} credits in the academic year needs the School`, () => {
    const taken = study([anAttempt(worth(year - 5), { term: spring }), anAttempt(worth(year), { term: springBefore })]);
    expect(enrolling(taken, worth(5)).outcome).toBe('allowed');
    expect(refusingClauses(enrolling(taken, worth(6)))).toEqual([clause]);
  });

  it('spreads the credits of a course over its terms, in the year in which each falls', () => {
    const two = worth(2 * term - 6, 'TWO', { terms: 2 });
    const begun = study([anAttempt(two, { term: springBefore })]);
    expect(enrolling(begun, worth(3)).outcome).toBe('allowed');
    const above = enrolling(begun, worth(4));
    expect(refusingClauses(above)).toEqual([clause]);
    expect(figuresOf(above, clause)).toEqual({ termTotal: term + 1, termLoad: term });
    const half = study([anAttempt(two, { term: springBefore }), anAttempt(worth(term), { term: spring })]);
    expect(enrolling(half, worth(3)).outcome).toBe('allowed');
  });

  it('is that of the programme when it has its own', () => {
    const own = study([anAttempt(worth(term))], term + 3);
    expect(enrolling(own, worth(3)).outcome).toBe('allowed');
    expect(refusingClauses(enrolling(own, worth(4)))).toEqual([clause]);
  });
});
