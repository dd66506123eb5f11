import { type Figure, Rational } from '#kernel';
import { type Attempt, type Chapter, type CourseFacts, chapterOf, type ProgrammeFacts, type Study } from '../facts.ts';

/** One thing for each chapter of the general regulations. */
export type ByChapter<Value> = Readonly<Record<Chapter, Value>>;

/** What stands for the chapter of a programme. */
export const ofChapter = <Value>(values: ByChapter<Value>, programme: ProgrammeFacts): Value =>
  values[chapterOf(programme)];

/** Something made of what stands for each chapter. */
export const eachChapter = <From, To>(values: ByChapter<From>, make: (value: From) => To): ByChapter<To> =>
  Object.fromEntries(
    Object.entries(values).map(([chapter, value]) => [chapter, make(value)]),
  ) as unknown as ByChapter<To>;

/** A rule that reads a study and a request. */
export type Rule<Request, Result> = (study: Study, request: Request) => Result;

/** The rule of the chapter of the programme that is studied. */
export const byChapter =
  <Request, Result>(rules: ByChapter<Rule<Request, Result>>): Rule<Request, Result> =>
  (study, request) =>
    ofChapter(rules, study.registration.programme)(study, request);

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
