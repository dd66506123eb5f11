import { type CivilDate, Rational } from '#kernel';
import type { Attempt, CourseFacts, TermFacts } from '../facts.ts';
import { type AcademicCalendar, isOptionalNumber, termNumber, termNumberOn } from './academic-year.ts';
import { registrationValueOf, sum, weighs } from './parameters.ts';

/**
 * The terms that a course lasts, by number: the one in which it begins, and of the main ones after it as many as it takes.
 * A term that nobody has to take is passed over. They are reckoned by the calendar of the regulations, so that a term
 * counts that the record does not know yet.
 */
export function termsOf({ terms }: CourseFacts, begins: TermFacts, calendar: AcademicCalendar): readonly number[] {
  const numbers = [termNumber(begins, calendar)];
  for (let next = termNumber(begins, calendar) + 1; numbers.length < terms; next++)
    if (!isOptionalNumber(next, calendar)) numbers.push(next);
  return numbers;
}

/** The terms of an attempt; none after the one in which its result came. */
const termsTaken = ({ course, term, gradedOn }: Attempt, calendar: AcademicCalendar): readonly number[] => {
  const [first, ...later] = termsOf(course, term, calendar);
  const lasts = gradedOn === undefined ? later : later.filter((number) => number <= termNumberOn(gradedOn, calendar));
  return first === undefined ? [] : [first, ...lasts];
};

/** The load of a term by its number: the registration values of the courses that last in it and were not left. */
export const loadOf = (attempts: readonly Attempt[], number: number, calendar: AcademicCalendar): Rational =>
  sum(
    attempts
      .filter((attempt) => weighs(attempt) && termsTaken(attempt, calendar).includes(number))
      .map(({ course }) => registrationValueOf(course)),
  );

/** The load of the fullest of the terms that a course would last, without it. */
export const fullestLoad = (
  attempts: readonly Attempt[],
  course: CourseFacts,
  begins: TermFacts,
  calendar: AcademicCalendar,
): Rational =>
  termsOf(course, begins, calendar)
    .map((number) => loadOf(attempts, number, calendar))
    .reduce((fullest, one) => (one.atLeast(fullest) ? one : fullest));

/** The term of an attempt that is under way on a day: the last of its terms that has begun, or its first. */
export const termUnderWay = ({ course, term }: Attempt, day: CivilDate, calendar: AcademicCalendar): number =>
  termsOf(course, term, calendar).findLast((number) => number <= termNumberOn(day, calendar)) ??
  termNumber(term, calendar);

/** The credits of a course that fall in the academic year that begins in a year: its credits by term. */
export function creditsInYear(
  course: CourseFacts,
  begins: TermFacts,
  year: number,
  calendar: AcademicCalendar,
): Rational {
  const terms = termsOf(course, begins, calendar);
  const inYear = terms.filter((number) => Math.floor(number / calendar.terms) === year);
  return Rational.parse(String(course.credits)).times(Rational.of(inYear.length, terms.length));
}

/** The academic years in which a course is taken, by the year in which each begins. */
export const yearsOf = (course: CourseFacts, begins: TermFacts, calendar: AcademicCalendar): readonly number[] => [
  ...new Set(termsOf(course, begins, calendar).map((number) => Math.floor(number / calendar.terms))),
];
