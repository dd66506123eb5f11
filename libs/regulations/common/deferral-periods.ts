import { type CivilDate, daysBetween } from '#kernel';
import type { Attempt, Deferral, Study } from '../facts.ts';
import { sameCourse } from './figures-same-course.ts';

/** Time without study, from its first day to the first on which study goes on. */
export interface Period {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/**
 * A period together with all earlier ones that it overlaps or adjoins, directly or by way of others: the time for which
 * study would be off at a stretch. One day of study in between begins it anew.
 */
export function stretch(period: Period, earlier: readonly Period[]): Period {
  const touching = earlier.find(
    ({ from, until }) => from <= period.until && until >= period.from && (from < period.from || until > period.until),
  );
  if (!touching) return period;
  const [from = period.from] = [period.from, touching.from].sort();
  const [until = period.until] = [period.until, touching.until].sort().reverse();
  return stretch({ from, until }, earlier);
}

/** How long study as such would be off: with every deferral of the programme that the period touches. */
export const stretchOfStudy = (study: Study, period: Period): Period => stretch(period, ownDeferrals(study));

/**
 * How long the course of a request would be off that is off longest: with the deferrals of that course, also under
 * another code. A deferral, or a request, that covers no course puts off study as such.
 */
export function stretchOfCourses(study: Study, covers: readonly Attempt[], period: Period): Period {
  if (covers.length === 0) return stretchOfStudy(study, period);
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
      ),
    )
    .reduce((longest, one) => (daysOf(one) > daysOf(longest) ? one : longest));
}

const daysOf = ({ from, until }: Period): number => daysBetween(from, until);

const ownDeferrals = ({ registration, deferrals }: Study): readonly Deferral[] =>
  deferrals.filter(({ programme }) => programme === registration.programme.code);
