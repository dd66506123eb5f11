import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { course, graded, programme, study, taken, term } from '../common/figures.fixtures.ts';
import type { Attempt, AwardKind, Study, StudyMode } from '../facts.ts';
import { threeCredit } from './index.ts';

const GRADED_ON = '2023-06-05';
const result = (when: string, grade: string): Attempt => ({
  ...graded(course(`C-${when}`, 3, 2000), when, grade),
  gradedOn: GRADED_ON,
});
const enrolled = (when: string, enrolledOn = '2023-05-20'): Attempt => ({
  ...taken(course(`N-${when}`, 3, 2000), when, { status: 'enrolled' }),
  enrolledOn,
});
const of = (mode: StudyMode, award: AwardKind, attempts: readonly Attempt[]): Study =>
  study(programme('3cu', { mode, award }), attempts);
const held = (who: Study, today = '2023-07-01') =>
  threeCredit.heldEnrolments(who, today).map(({ course: code, clause }) => [code, clause]);
const low = [result('2022-AUT', 'D'), result('2023-SPR', 'D')];

describe.each([
  ['full-time', 'honours', '3cu/ug/11.4', '3cu/ug/11.2'],
  ['part-time', 'masters', '3cu/tpg/10.4', '3cu/tpg/10.2'],
  ['distance-learning', 'honours', '3cu/dl/4.2', '3cu/dl/4.2'],
] as const)('courses enrolled in before probation, %s %s', (mode, award, clause, advised) => {
  const who = of(mode, award, [...low, enrolled('2023-AUT')]);
  const advice = { programme: 'P', term: '2023-SPR', notes: 'one course', clause: advised, on: '2023-06-20' };

  it('are held by the clause that would not let them in now', () => {
    expect(held(who)).toEqual([['N-2023-AUT', clause]]);
    expect(threeCredit.heldEnrolments(who, '2023-07-01')[0]).toMatchObject({
      since: GRADED_ON,
      begins: term('2023-AUT').teaching[0],
    });
  });
  it('are not held with a CGPA of 2.0', () =>
    expect(held(of(mode, award, [result('2022-AUT', 'D'), result('2023-SPR', 'B'), enrolled('2023-AUT')]))).toEqual(
      [],
    ));
  it('are let go by advice', () => expect(held({ ...who, advice: [advice] })).toEqual([]));
  it('are no matter when the term is over', () => {
    const [, over] = term('2023-AUT').examinations;
    expect([held(who, over).length, held(who, '2024-03-01').length]).toEqual([1, 0]);
  });
  it('are not those enrolled in later, which passed the block itself', () => {
    expect(held(of(mode, award, [...low, enrolled('2023-AUT', GRADED_ON)]))).toHaveLength(1);
    expect(held(of(mode, award, [...low, enrolled('2023-AUT', '2023-06-06')]))).toEqual([]);
  });
  it('are let go by the enrolment that the adviser let in', () =>
    expect(held(of(mode, award, [...low, enrolled('2023-AUT'), enrolled('2024-SPR', '2023-06-30')]))).toEqual([]));
  it('are told as a day of the student', () => {
    const days = threeCredit.deadlines(who, { today: '2023-07-01' });
    expect(days.filter(({ kind }) => kind === 'academic-advice')).toMatchObject([
      { day: term('2023-AUT').teaching[0], course: 'N-2023-AUT', clause },
    ]);
  });
});

describe('full-time probation after Spring', () => {
  it('holds the courses of Spring as those of Autumn, and none while results of the year are to come', () => {
    const both = [...low, enrolled('2023-AUT'), enrolled('2024-SPR')];
    expect(held(of('full-time', 'honours', both))).toHaveLength(2);
    expect(held(of('full-time', 'honours', [...both, enrolled('2023-SUM')]))).toEqual([]);
  });
  it('lets a course of Spring be added by whom the adviser let into one of Autumn', () => {
    const who = of('full-time', 'honours', [...low, enrolled('2023-AUT', '2023-06-30')]);
    expect(threeCredit.eligibility(who, term('2024-SPR'), '2023-07-01').outcome).toBe('allowed');
  });
  it('lets nobody add a course of Spring because an Autumn course is being taken', () => {
    const who = of('full-time', 'honours', [...low, enrolled('2023-AUT')]);
    expect(refusingClauses(threeCredit.eligibility(who, term('2024-SPR'), '2023-07-01'))).toEqual(['3cu/ug/11.4']);
  });
});
