import { type CivilDate, daysBetween } from '#kernel';
import type { Attempt, Deferral, Period, Study, TermFacts } from '../facts.ts';
import { ownAttempts } from './figures.ts';
import { sameCourse } from './figures-same-course.ts';
import { attemptName } from './parameters.ts';

/**
 * Whether a course is taught or examined within a period. A course over several terms is examined in the last of them:
 * it ends with its examination, where its scheme has one, and has no known end where not.
 */
export function reachesInto({ course, term, items }: Attempt, { from, until }: Period): boolean {
  if (term.teaching[0] >= until) return false;
  if (course.terms > 1 && !items.some(({ kind }) => kind === 'examination')) return true;
  return items.reduce((last, { due }) => (due > last ? due : last), term.examinations[1]) >= from;
}

/**
 * Whether a term is one for which study is put off: its teaching has not ended when the deferral begins, and the
 * deferral still runs on the last day of adding courses, and on the day of the question.
 */
export const isOff = (period: Period, term: TermFacts, today: CivilDate): boolean =>
  lastsInto(period, term) && period.until > today;

/** Whether a deferral begins before the teaching of a term has ended, and still runs on its last day of adding courses. */
export const lastsInto = ({ from, until }: Period, term: TermFacts): boolean =>
  from <= term.teaching[1] && until > term.addDropEnds;

/** Periods in order, as one where they overlap or adjoin. */
export function joined(periods: readonly Period[]): Period[] {
  const apart: Period[] = [];
  for (const { from, until } of periods.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = apart.at(-1);
    if (!last || from > last.until) apart.push({ from, until });
    else if (until > last.until) apart[apart.length - 1] = { from: last.from, until };
  }
  return apart;
}

/**
 * A period together with all earlier ones that it overlaps or adjoins, directly or by way of others, or from which it
 * is parted by a time without study: the time for which study would be off at a stretch.
 */
export function stretch(
  period: Period,
  earlier: readonly Period[],
  isStudied: (gap: Period) => boolean = () => true,
): Period {
  const touching = earlier.find((other) => {
    if (other.from >= period.from && other.until <= period.until) return false;
    const [first, next] = other.from < period.from ? [other, period] : [period, other];
    return first.until >= next.from || !isStudied({ from: first.until, until: next.from });
  });
  if (!touching) return period;
  const [from = period.from] = [period.from, touching.from].sort();
  const [until = period.until] = [period.until, touching.until].sort().reverse();
  return stretch({ from, until }, earlier, isStudied);
}

/**
 * Whether study went on between two deferrals: for as long as a term lasts, or in a course that was taken then and is
 * put off by neither. How long a term lasts is told by the longest that the record and the request name.
 */
const studiedIn =
  ({ registration }: Study, attempts: readonly Attempt[], covers: readonly Attempt[]) =>
  (gap: Period): boolean => {
    const terms = [registration.entryTerm, ...[...attempts, ...covers].map(({ term }) => term)];
    const longest = Math.max(...terms.map(({ teaching, examinations }) => daysBetween(teaching[0], examinations[1])));
    if (daysOf(gap) >= longest) return true;
    const put = new Set(covers.map(attemptName));
    return attempts.some(
      (attempt) =>
        (attempt.status === 'enrolled' || attempt.status === 'completed') &&
        attempt.term.teaching[0] < gap.until &&
        attempt.term.examinations[1] >= gap.from &&
        !attempt.deferrals?.length &&
        !put.has(attemptName(attempt)),
    );
  };

/** How long study as such would be off: with every deferral of the programme that the period touches. */
export const stretchOfStudy = (study: Study, covers: readonly Attempt[], period: Period): Period =>
  stretch(period, ownDeferrals(study), studiedIn(study, ownAttempts(study), covers));

/**
 * How long the course of a request would be off that is off longest: with the deferrals of that course, also under
 * another code. A deferral, or a request, that covers no course puts off study as such.
 */
export function stretchOfCourses(study: Study, covers: readonly Attempt[], period: Period): Period {
  if (covers.length === 0) return stretchOfStudy(study, covers, period);
  const name = sameCourse([...study.attempts, ...covers].map(({ course }) => course));
  const codeOf = (attempt: string) => attempt.slice(0, attempt.lastIndexOf('@'));
  const putsOff = (deferral: Deferral, code: string) =>
    deferral.covers.length === 0 || deferral.covers.some((attempt) => name(codeOf(attempt)) === name(code));
  const own = ownDeferrals(study);
  return covers
    .map(({ course }) =>
      stretch(
        period,
        own.filter((deferral) => putsOff(deferral, course.code)),
        studiedIn(
          study,
          ownAttempts(study).filter((attempt) => name(attempt.course.code) === name(course.code)),
          covers,
        ),
      ),
    )
    .reduce((longest, one) => (daysOf(one) > daysOf(longest) ? one : longest));
}

const daysOf = ({ from, until }: Period): number => daysBetween(from, until);

const ownDeferrals = ({ registration, deferrals }: Study): readonly Deferral[] =>
  deferrals.filter(({ programme }) => programme === registration.programme.code);
