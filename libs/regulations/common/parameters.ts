import { type Figure, Rational } from '#kernel';
import type { Attempt, CourseFacts, Study, StudyMode } from '../facts.ts';

/** One thing for distance learning, another for full-time study. */
export type ByMode<Value> = Readonly<Record<StudyMode, Value>>;

/** A rule that reads a study and a request. */
export type Rule<Request, Result> = (study: Study, request: Request) => Result;

/** The rule of the mode of the programme that is studied. */
export const byMode =
  <Request, Result>(rules: ByMode<Rule<Request, Result>>): Rule<Request, Result> =>
  (study, request) =>
    rules[study.registration.programme.mode](study, request);

/**
 * The load of a course in one term: its own value if it has one, else its credits divided by its terms,
 * exactly. [5cu/tpg/6.3(footnote)] [5cu/dl/3.6] [3cu/dl/3.6]
 */
export const registrationValueOf = (course: CourseFacts): Rational =>
  course.registrationValue === undefined
    ? Rational.parse(String(course.credits)).dividedBy(Rational.of(course.terms))
    : Rational.parse(String(course.registrationValue));

export const sum = (values: Iterable<Rational>): Rational => {
  let total = Rational.of(0);
  for (const value of values) total = total.plus(value);
  return total;
};

/** A fraction as a figure of a ruling: a number when it is whole, `20/3` when not. */
export const figure = (value: Rational): Figure =>
  value.denominator === 1n ? Number(value.numerator) : value.toString();

/** Whether an attempt weighs on its term: it was not left. */
export const weighs = (attempt: Attempt): boolean => attempt.status === 'enrolled' || attempt.status === 'completed';

/** The name of an attempt inside one record. */
export const attemptName = (attempt: Attempt): string => `${attempt.course.code}@${attempt.term.code}`;
