import { describe, it } from '@jest/globals';
import type { Fee } from '#catalogue';
import { aCourse } from '../../regulations/testing/index.ts';
import { admitted, chargedWith, enrolledIn, given, graded, items, term, withdrawn } from '../testing/story.ts';
import { changeCourse } from './change-course.ts';

const to = aCourse('MATH1010');
const asked = { student: 'S1', course: 'COMP2010', term: term.code, to: 'MATH1010' };
const fee = (regime: '5cu' | '3cu', kind: Fee['kind'], cents: number): Fee => ({
  kind,
  regime,
  mode: 'distance-learning',
  cents,
  per: 'once',
  from: '2022-09-01',
  clause: 'x',
});

describe.each([
  ['3cu', '3cu/dl/8.3', '3cu/dl/3.6', 9, true],
  ['5cu', '5cu/dl/7.3', '5cu/dl/3.6', 10, false],
] as const)('exchanging a course, %s', (regime, clause, load, other, always) => {
  const taking = given(admitted(regime, 'distance-learning'), enrolledIn('COMP2010'));
  const facts = { course: to, term, items };

  it('drops the one and enrols in the other at once', () =>
    taking
      .when(changeCourse, asked, { facts, on: '2024-09-01' })
      .thenEvents(
        { type: 'CourseDropped', data: { course: 'COMP2010', term: term.code } },
        { type: 'CourseEnrolled', data: { course: to, programme: 'BSC', on: '2024-09-01' } },
      ));

  it('is possible until courses can last be added, and not the day after', () => {
    taking
      .when(changeCourse, asked, { facts, on: '2024-09-16' })
      .thenEvents({ type: 'CourseDropped', data: {} }, { type: 'CourseEnrolled', data: {} });
    taking.when(changeCourse, asked, { facts, on: '2024-09-17' }).thenRefused('course-change-refused', clause);
  });

  it(`costs a fee ${always ? 'once the course is registered for' : 'after the days of registration'}; tuition follows the course`, () => {
    const schedule = [
      fee(regime, 'course-change', 20_000),
      fee(regime, 'tuition', 50_000),
      fee(regime, 'late-registration', 9_000),
    ];
    const paying = taking.and(chargedWith('T', 50_000, '2024-09-20', { course: 'COMP2010', term: term.code }));
    const money = [
      { type: 'CourseDropped', data: {} },
      { type: 'CourseEnrolled', data: {} },
      { type: 'ChargeWaived', data: { waiver: { charge: 'T', cents: 50_000 } } },
      { type: 'ChargeRecorded', data: { charge: { kind: 'tuition', course: 'MATH1010' } } },
    ] as const;
    const forChange = { type: 'ChargeRecorded', data: { charge: { kind: 'course-change', cents: 20_000 } } } as const;
    paying
      .when(changeCourse, asked, { facts: { ...facts, schedule }, on: '2024-09-01' })
      .thenEvents(...money, ...(always ? [forChange] : []));
    paying
      .when(changeCourse, asked, { facts: { ...facts, schedule }, on: '2024-09-02' })
      .thenEvents(...money, forChange);
  });

  it('counts the load without the one and with the other', () => {
    const limit = regime === '3cu' ? 12 : 15;
    const full = taking.and(enrolledIn(aCourse('HIST1', { credits: other })));
    const change = (credits: number) =>
      full.when(changeCourse, asked, {
        facts: { ...facts, course: aCourse('MATH1010', { credits }) },
        on: '2024-08-30',
      });
    change(limit - other).thenEvents({ type: 'CourseDropped', data: {} }, { type: 'CourseEnrolled', data: {} });
    change(limit - other + 1).thenRefusedBy(load);
  });

  it('is of a course that is being taken, for another that could be enrolled in', () => {
    taking.and(withdrawn('COMP2010')).when(changeCourse, asked, { facts, on: '2024-09-01' }).thenRefusedBy(clause);
    taking.when(changeCourse, { ...asked, to: 'COMP2010' }, { facts, on: '2024-09-01' }).thenUnfit('same-course');
    taking.when(changeCourse, { ...asked, course: 'X1' }, { facts, on: '2024-09-01' }).thenUnfit('not-enrolled');
    taking
      .when(changeCourse, asked, { facts: { ...facts, course: undefined }, on: '2024-09-01' })
      .thenUnfit('unknown-course');
    taking
      .and(enrolledIn(to), graded('MATH1010', 'A'))
      .when(changeCourse, asked, { facts, on: '2024-09-01' })
      .thenRefusedBy(regime === '3cu' ? '3cu/dl/3.7' : '5cu/dl/3.7');
  });
});

describe.each([
  ['3cu', '3cu/ug/6.4'],
  ['5cu', '5cu/ug/6.4'],
] as const)('exchanging a course full-time, %s', (regime, clause) => {
  it('is refused: courses are dropped and added', () =>
    given(admitted(regime, 'full-time'), enrolledIn('COMP2010'))
      .when(changeCourse, asked, { facts: { course: to, term, items }, on: '2024-09-10' })
      .thenRefusedBy(clause));
});
