import { type CivilDate, type Finding, fails, holds, type Text, text } from '#kernel';
import { type Attempt, chapterOf, type Deferral, type Registration, type Study, type TermFacts } from '../facts.ts';
import { firstYearOf } from './academic-year.ts';
import { isOff, reachesInto } from './deferral-periods.ts';
import { ownAttempts } from './figures.ts';
import { gradedTermOf } from './figures-terms.ts';
import { attemptName } from './parameters.ts';

/** Which academic year of study a term falls in, counting that of entry as 1. Deferred years count. */
export const yearOfStudy = (registration: Registration, academicYear: string): number =>
  firstYearOf(academicYear) - firstYearOf(registration.entryTerm.academicYear) + 1;

/** Whether the first academic year came before the second. */
export const isEarlierYear = (one: string, other: string): boolean => firstYearOf(one) < firstYearOf(other);

/** The academic year in which an attempt was graded. */
export const gradedYearOf = (attempt: Attempt, terms: ReadonlyMap<string, TermFacts>): string =>
  (terms.get(gradedTermOf(attempt)) ?? attempt.term).academicYear;

/**
 * Nobody enrols in a term for which study is deferred: the deferral covers its teaching and still runs when courses
 * can last be added. In distance learning single courses may be deferred; then study goes on with the others, which are
 * those that reach into the deferral and are put off neither by it nor by another.
 */
export function deferralFinding(study: Study, term: TermFacts, today: CivilDate, clause: string): Finding {
  const { programme } = study.registration;
  const own = study.deferrals.filter((deferral) => deferral.programme === programme.code);
  const standing = own.filter((deferral) => isOff(deferral, term, today));
  const whole = standing.find((deferral) => isOfAllStudy(study, deferral));
  if (!whole) return holds(clause, { deferred: standing.length > 0 });
  return fails(
    clause,
    text(
      `Study is deferred from ${whole.from} to ${whole.until}.`,
      `學生已獲准由 ${whole.from} 起延期修業，至 ${whole.until} 恢復修讀。`,
    ),
    { from: whole.from, until: whole.until },
  );
}

/** What would let somebody enrol whose study is deferred for the term, or would go on for longer than the period. */
export const eligibilityRemedies = (findings: readonly Finding[]): Text[] =>
  findings
    .filter((finding) => !finding.holds)
    .flatMap(({ figures: { until, maximum } = {} }) => [
      ...(until === undefined
        ? []
        : [
            text(
              `Take courses of a term in which they can be added on or after ${until}.`,
              `於 ${until} 或之後仍可加選學科的學期修讀。`,
            ),
          ]),
      ...(maximum === undefined
        ? []
        : [text('A decision of the Senate to extend the longest period of study.', '由教務會決定延長最長修業期。')]),
    ]);

/** Whether nothing is taken in the time of a deferral: face to face never, in distance learning where no other course is. */
export const isOfAllStudy = (study: Study, deferral: Deferral): boolean =>
  chapterOf(study.registration.programme) !== 'distance-learning' ||
  !ownAttempts(study).some(
    (attempt) =>
      (attempt.status === 'enrolled' || attempt.status === 'completed') &&
      !attempt.deferrals?.some(({ from }) => from <= deferral.from) &&
      !deferral.covers.includes(attemptName(attempt)) &&
      reachesInto(attempt, deferral),
  );

/** Years of study at most: so many beyond the prescribed ones, or so many in all, of which a programme may set fewer. */
export type LongestPeriod = { readonly beyond: number } | { readonly inAll: number };

/** How long study may last, deferral included. */
export interface MaximumPeriod {
  readonly longest: LongestPeriod;
  /** The clause that sets the period, and the one that ends the study of those who pass it. */
  readonly within: string;
  readonly exceeded: string;
}

/** Years of study at most: those that every student of the programme has, and those granted to this one. */
export function longestPeriod({ registration, extensions = [] }: Study, longest: LongestPeriod): number {
  const { years, requirements } = registration.programme;
  const general =
    'beyond' in longest ? years + longest.beyond : Math.min(requirements.longestYears ?? longest.inAll, longest.inAll);
  return extensions.reduce((sum, granted) => sum + granted.years, general);
}

export function maximumPeriodFinding(study: Study, term: TermFacts, period: MaximumPeriod): Finding {
  const { registration } = study;
  const maximum = longestPeriod(study, period.longest);
  const year = yearOfStudy(registration, term.academicYear);
  const figures = { year, maximum, entered: registration.entryTerm.academicYear };
  if (year <= maximum) return holds(period.within, figures);
  return fails(
    period.exceeded,
    text(
      `The term would fall in year ${year} of study; the longest period for the programme is ${maximum} years.`,
      `該學期屬修業的第 ${year} 年，超逾本課程 ${maximum} 年的最長修業期。`,
    ),
    figures,
  );
}

/** Whether results of an academic year, or of one before it, are still to come. Those of a later one are no matter of it. */
export const resultsToCome = (study: Study, year: string): boolean =>
  ownAttempts(study).some(({ status, term }) => status === 'enrolled' && !isEarlierYear(year, term.academicYear));

/**
 * Whether a course of a term before this one, in a later academic year, is being taken that was enrolled in when the results of the year
 * were on record already: it was let in past what they led to, on the adviser's word.
 */
export function letInSince(study: Study, year: string, before: TermFacts): boolean {
  const attempts = ownAttempts(study);
  const known = lastResultOf(attempts, ({ term }) => !isEarlierYear(year, term.academicYear));
  return (
    known !== undefined &&
    attempts.some(
      ({ status, term, enrolledOn }) =>
        status === 'enrolled' &&
        isEarlierYear(year, term.academicYear) &&
        term.teaching[0] < before.teaching[0] &&
        enrolledOn > known,
    )
  );
}

/** The day on which the last result of some attempts came onto the record. */
export const lastResultOf = (attempts: readonly Attempt[], of: (attempt: Attempt) => boolean): CivilDate | undefined =>
  attempts
    .flatMap((attempt) => (attempt.gradedOn !== undefined && of(attempt) ? [attempt.gradedOn] : []))
    .sort()
    .at(-1);
