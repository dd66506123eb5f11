import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational, rational } from '#kernel';
import { type AssessmentScheme, type Attempt, emptyCoursework, type LateDecision } from '../facts.ts';
import { anAttempt, anItem, handedIn } from '../testing/index.ts';
import { compulsoryOutstanding, countedMark, courseworkTotal } from './coursework-total.ts';

const due = '2024-10-01';
const best = (assignmentsCounting: number, assignmentsToComplete = 9): AssessmentScheme => ({
  ...{ assignmentsToComplete, assignmentsCounting, combination: 'best-weighted' },
});

/** An attempt with these marks, each with its weight; undefined: not handed in. */
const withMarks = (
  marks: readonly (readonly [mark: number | undefined, weight: number])[],
  more: Partial<Attempt> = {},
) =>
  anAttempt('C1', {
    items: marks.map(([, weight], index) => anItem(`A${index + 1}`, due, { weight })),
    submissions: marks.flatMap(([mark], index) => (mark === undefined ? [] : [handedIn(`A${index + 1}`, { mark })])),
    ...more,
  });
const totalOf = (attempt: Attempt) => courseworkTotal(attempt).total?.toString() ?? null;
const late = (decision: LateDecision['decision'], deduction?: number): LateDecision => ({
  ...{ decision, deduction, authority: 'teacher', clause: 'x', reason: 'late', on: '2024-10-03' },
});

describe('the coursework total', () => {
  it('weighs every mark, exactly', () => {
    expect(
      totalOf(
        withMarks([
          [71, 30],
          [64, 30],
          [58, 40],
        ]),
      ),
    ).toBe('637/10');
    expect(
      totalOf(
        withMarks([
          [50, 33.3],
          [60, 33.3],
          [70, 33.4],
        ]),
      ),
    ).toBe('6001/100');
    expect(
      totalOf(
        withMarks([
          [100, 1],
          [0, 2],
        ]),
      ),
    ).toBe('100/3');
  });

  it('has zero for what was never handed in, and is complete only when all is marked', () => {
    const missing = withMarks([
      [80, 50],
      [undefined, 50],
    ]);
    expect(courseworkTotal(missing)).toMatchObject({ total: rational(40), complete: false });
    expect(
      courseworkTotal(
        withMarks([
          [80, 50],
          [60, 50],
        ]),
      ),
    ).toMatchObject({ total: rational(70), complete: true });
  });

  it('is of nothing where nothing weighs', () => {
    expect(totalOf(withMarks([[80, 0]]))).toBeNull();
    expect(totalOf(anAttempt('C1'))).toBeNull();
  });

  it('leaves the examination out, and counts quizzes and laboratory work', () => {
    const items = [
      anItem('A1', due, { weight: 60 }),
      anItem('Q1', due, { weight: 40, kind: 'quiz' }),
      anItem('EX', due, { weight: 100, kind: 'examination' }),
    ];
    const submissions = [handedIn('A1', { mark: 50 }), handedIn('Q1', { mark: 100 }), handedIn('EX', { mark: 0 })];
    expect(courseworkTotal(anAttempt('C1', { items, submissions }))).toEqual({
      ...{ total: rational(70), complete: true, counted: ['A1', 'Q1'] },
    });
  });

  it('is of the best assignments where only those count', () => {
    const marks = [
      [40, 25],
      [90, 25],
      [70, 25],
      [undefined, 25],
    ] as const;
    expect(courseworkTotal(withMarks(marks, { scheme: best(2) }))).toMatchObject({
      ...{ total: rational(80), counted: ['A2', 'A3'] },
    });
    expect(totalOf(withMarks(marks, { scheme: best(3) }))).toBe('200/3');
    expect(totalOf(withMarks(marks, { scheme: best(4) }))).toBe('50/1');
  });

  it('keeps the weights of the best, and of equal marks takes the heavier', () => {
    expect(
      totalOf(
        withMarks(
          [
            [90, 10],
            [60, 30],
            [50, 60],
          ],
          { scheme: best(2) },
        ),
      ),
    ).toBe('135/2');
    const equal = withMarks(
      [
        [80, 10],
        [60, 20],
        [60, 40],
      ],
      { scheme: best(2) },
    );
    expect(courseworkTotal(equal)).toMatchObject({ total: rational(64), counted: ['A1', 'A3'] });
  });

  it('is complete when as many assignments as were asked have a mark', () => {
    const marks = [
      [40, 25],
      [90, 25],
      [70, 25],
      [undefined, 25],
    ] as const;
    expect(courseworkTotal(withMarks(marks, { scheme: best(2, 3) })).complete).toBe(true);
    expect(courseworkTotal(withMarks(marks, { scheme: best(2, 4) })).complete).toBe(false);
  });

  it('counts a refused piece as zero and one with marks off with what is left, never below zero', () => {
    const lateAs = (decision: LateDecision) =>
      withMarks([[80, 50]], {
        items: [anItem('A1', due, { weight: 50 }), anItem('A2', due, { weight: 50 })],
        submissions: [handedIn('A1', { mark: 80 }), handedIn('A2', { mark: 60, late: true, lateDecision: decision })],
      });
    expect(totalOf(lateAs(late('accepted')))).toBe('70/1');
    expect(totalOf(lateAs(late('accepted-with-deduction', 12.5)))).toBe('255/4');
    expect(totalOf(lateAs(late('accepted-with-deduction', 60)))).toBe('40/1');
    expect(totalOf(lateAs(late('accepted-with-deduction', 90)))).toBe('40/1');
    expect(totalOf(lateAs(late('refused')))).toBe('40/1');
    expect(countedMark({ lateDecision: late('refused') })).toEqual(rational(0));
    expect(countedMark({ lateDecision: late('accepted') })).toBeUndefined();
  });

  it('has attendance that weighs as its share of the sessions', () => {
    const items = [anItem('A1', due, { weight: 90 }), anItem('ATT', due, { weight: 10, kind: 'attendance' })];
    const coursework = { ...emptyCoursework, attendance: [{ on: due, held: 12, attended: 9 }] };
    const submissions = [handedIn('A1', { mark: 60 })];
    expect(courseworkTotal(anAttempt('C1', { items, submissions, coursework }))).toMatchObject({
      ...{ total: Rational.of(123, 2), complete: true },
    });
    expect(courseworkTotal(anAttempt('C1', { items, submissions })).complete).toBe(false);
  });

  it('is not complete while an allegation is open', () => {
    const alleged = { assignment: 'A1', allegedOn: due, account: 'copied', clause: 'x' };
    const settled = { on: due, outcome: 'dismissed', caseReference: 'D1', reason: 'own work' } as const;
    const complete = (allegations: (typeof alleged & { settled?: typeof settled })[]) =>
      courseworkTotal(withMarks([[80, 50]], { coursework: { ...emptyCoursework, allegations } })).complete;
    expect(complete([alleged])).toBe(false);
    expect(complete([{ ...alleged, settled }])).toBe(true);
  });
});

describe('the best of the assignments', () => {
  const marks = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 60 })), {
    ...{ minLength: 1, maxLength: 8 },
  });

  it('lie between the lowest and the highest mark, in whatever order they are set', () =>
    fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 8 }), (of, counting) => {
        const scheme = best(counting);
        const { total } = courseworkTotal(withMarks(of, { scheme }));
        const all = of.map(([mark]) => mark);
        expect(total?.atLeast(rational(Math.min(...all)))).toBe(true);
        expect(rational(Math.max(...all)).atLeast(total as Rational)).toBe(true);
        expect(courseworkTotal(withMarks(of.toReversed(), { scheme })).total).toEqual(total);
      }),
    ));

  it('of equal weight come to no less when fewer count', () =>
    fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 7 }), (of, counting) => {
        const equal = of.map(([mark]) => [mark, 20] as const);
        const fewer = courseworkTotal(withMarks(equal, { scheme: best(counting) })).total as Rational;
        expect(fewer.atLeast(courseworkTotal(withMarks(equal, { scheme: best(counting + 1) })).total as Rational)).toBe(
          true,
        );
      }),
    ));
});

describe('compulsory work', () => {
  const items = [anItem('A1', due, { compulsory: true }), anItem('L1', due, { kind: 'laboratory', compulsory: true })];
  const outstanding = (of: Partial<Attempt>) =>
    compulsoryOutstanding(anAttempt('C1', { items, ...of })).map(({ id }) => id);

  it('is outstanding until it is done', () => {
    expect(outstanding({})).toEqual(['A1', 'L1']);
    expect(outstanding({ submissions: [handedIn('A1')] })).toEqual(['L1']);
    expect(outstanding({ submissions: [handedIn('A1'), handedIn('L1')] })).toEqual([]);
  });

  it('is outstanding when it was refused', () =>
    expect(outstanding({ submissions: [handedIn('A1', { lateDecision: late('refused') }), handedIn('L1')] })).toEqual([
      'A1',
    ]));

  it('is, of attendance, outstanding below what the course asks unless it was waived', () => {
    const attendance = [anItem('ATT', due, { kind: 'attendance', compulsory: true })];
    const scheme = { ...best(0, 0), minimumAttendance: 75 };
    const at = (attended: number, waived = false) =>
      outstanding({
        ...{ items: attendance, scheme },
        coursework: {
          ...emptyCoursework,
          attendance: [{ on: due, held: 20, attended }],
          ...(waived ? { waiver: { on: due, authority: 'award-panel', clause: 'x', reason: 'ill' } } : {}),
        },
      });
    expect(at(15)).toEqual([]);
    expect(at(14)).toEqual(['ATT']);
    expect(at(14, true)).toEqual([]);
    expect(outstanding({ items: attendance, scheme })).toEqual(['ATT']);
  });
});
