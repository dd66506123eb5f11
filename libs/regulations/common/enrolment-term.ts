import { type CivilDate, type ClauseId, Rational, type Ruling, rule } from '#kernel';
import type { Dated } from '../dated.ts';
import { isTaughtPostgraduateAward, type Study, type TermFacts } from '../facts.ts';
import type { LoadLeft, TermRequest, TermRuling } from '../pack.ts';
import { type AcademicCalendar, firstYearOf } from './academic-year.ts';
import { ruleOn } from './demand.ts';
import type { EnrolmentLaw } from './enrolment.ts';
import {
  type FirstRegistrationCap,
  type FullTimeLoad,
  isFirstRegistration,
  isLimitOf,
  ofPostgraduateLevel,
  prescribedLoad,
  type RegistrationValueLaw,
  termValue,
  yearCredits,
} from './enrolment-load.ts';
import { type FirstTermCap, isFirstTerm } from './enrolment-load-postgraduate.ts';
import { fromEntry } from './enrolment-timing.ts';
import type { Rule } from './parameters.ts';

/** What is left of the limits of a term. */
export type LoadsLeft = Rule<TermRequest, readonly LoadLeft[]>;

/**
 * Whether a student may enrol in courses of a term on a day, before any course is named: eligible, cleared of debts and
 * holds, and in the days of enrolment; and how much load is left until somebody has to approve.
 */
export const enrolmentTerm =
  (
    pack: string,
    { timing, entry }: Pick<EnrolmentLaw, 'timing' | 'entry'>,
    eligibility: (study: Parameters<LoadsLeft>[0], term: TermRequest['term'], today: CivilDate) => Ruling,
    loads: LoadsLeft,
  ): Rule<TermRequest, TermRuling> =>
  (study, request) => {
    const { term, today } = request;
    const inTime = ruleOn(pack, [...timing({ ...request, approvals: [] }), ...fromEntry(entry, study, term)]);
    const standing = eligibility(study, term, today);
    const remedies = [...(inTime.remedies ?? []), ...(standing.remedies ?? [])];
    return { ...rule(pack, [...inTime.findings, ...standing.findings], remedies), loads: loads(study, request) };
  };

const leftOf = (limit: Rational, taken: Rational): Rational =>
  limit.atLeast(taken) ? limit.minus(taken) : Rational.of(0);

/** In registration value: up to the School's limit, and of a first registration up to its cap. [5cu/dl/3.6] [3cu/dl/3.6] */
export const registrationValueLeft =
  (law: RegistrationValueLaw): LoadsLeft =>
  (study, { term, today }) => {
    const calendar = law.calendar.on(today).value;
    const left = (
      clause: ClauseId,
      value: number,
      measure: LoadLeft['measure'],
      attempts: Study['attempts'],
      liftedBy?: string,
    ): LoadLeft => {
      const limit = Rational.of(value);
      const taken = termValue(attempts, term, calendar);
      return { measure, clause, limit, taken, left: leftOf(limit, taken), liftedBy };
    };
    const ofSchool = law.limit.on(today);
    const { clause, value: cap } = law.first.on(today);
    const first = firstOf(study, term, cap);
    return [
      ...(isLimitOf(ofSchool.value, study)
        ? [left(ofSchool.clause, ofSchool.value.value, 'registration-value', study.attempts, 'school')]
        : []),
      ...(first ? [left(clause, cap.value, 'first-registration-value', first)] : []),
    ];
  };

/** What makes up the first registration that a term would be: of all courses, or of the level of a postgraduate award. */
function firstOf({ attempts, registration }: Study, term: TermFacts, cap: FirstRegistrationCap) {
  if (isFirstRegistration(attempts, term)) return attempts;
  if (!isTaughtPostgraduateAward(registration.programme.award)) return undefined;
  const postgraduate = ofPostgraduateLevel(attempts, cap);
  return isFirstRegistration(postgraduate, term) ? postgraduate : undefined;
}

/** Of taught postgraduates: full-time in credits, part-time up to the cap on the first term where there is one. [5cu/tpg/6.2] [5cu/tpg/6.3] [3cu/tpg/6.2] */
export const taughtPostgraduateLeft =
  (fullTime: Dated<FullTimeLoad>, calendar: Dated<AcademicCalendar>, firstTerm?: FirstTermCap): LoadsLeft =>
  (study, request) => {
    const { term, today } = request;
    if (study.registration.programme.mode === 'full-time') return creditsLeft(fullTime, calendar)(study, request);
    if (!firstTerm || !isFirstTerm(study, term)) return [];
    const taken = termValue(study.attempts, term, calendar.on(today).value);
    const { clause, value } = firstTerm.cap.on(today);
    const limit = Rational.of(value);
    const left = leftOf(limit, taken);
    return [{ measure: 'first-registration-value', clause, limit, taken, left, liftedBy: 'school' }];
  };

/** In credits: of the term and of its academic year. [5cu/ug/6.2] [3cu/ug/6.2] */
export const creditsLeft =
  (load: Dated<FullTimeLoad>, years: Dated<AcademicCalendar>): LoadsLeft =>
  (study, { term, today }) => {
    const { clause, ...prescribed } = prescribedLoad(load, study.registration.programme, today);
    const { value: calendar } = years.on(today);
    const inTerm = termValue(study.attempts, term, calendar);
    const inYear = yearCredits(study, firstYearOf(term.academicYear), calendar);
    return [
      {
        measure: 'term-credits',
        clause,
        limit: prescribed.term,
        taken: inTerm,
        left: leftOf(prescribed.term, inTerm),
        liftedBy: 'school',
      },
      {
        measure: 'year-credits',
        clause,
        limit: prescribed.year,
        taken: inYear,
        left: leftOf(prescribed.year, inYear),
        liftedBy: 'school',
      },
    ];
  };
