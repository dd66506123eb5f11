import { type ClauseId, Rational, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Study, TermFacts } from '../facts.ts';
import type { EnrolmentRequest } from '../pack.ts';
import type { AcademicCalendar } from './academic-year.ts';
import { approvalBy, type Demand } from './demand.ts';
import { type FullTimeLoad, fullTimeCreditLoad, type Load, left, shown, termValue } from './enrolment-load.ts';
import { ownAttempts } from './figures.ts';
import { figure, registrationValueOf } from './parameters.ts';

/**
 * In taught postgraduate study by its attendance: full-time the credits of a term and of an academic year; part-time,
 * where the regime has one, a cap on the registration value of the first term. [5cu/tpg/6.2] [5cu/tpg/6.3] [3cu/tpg/6.2]
 */
export const taughtPostgraduateLoad = (law: {
  readonly fullTime: Dated<FullTimeLoad>;
  /** That a load is followed at all, and another one takes the School. */
  readonly followed: ClauseId;
  readonly firstTerm?: FirstTermCap;
  readonly calendar: Dated<AcademicCalendar>;
}): Load => {
  const credits = fullTimeCreditLoad(law.fullTime, law.calendar);
  return (study, request) => {
    if (study.registration.programme.mode !== 'full-time')
      return law.firstTerm ? firstTermOf(law.firstTerm, law.calendar, study, request) : [];
    const demands = credits(study, request);
    const over = demands.find(({ met }) => !met);
    return over ? [...demands, { ...over, clause: law.followed }] : demands;
  };
};

/** What a new part-time student may take in the first term, and the clause that says how it is counted. [5cu/tpg/6.3] */
export interface FirstTermCap {
  readonly cap: Dated<number>;
  readonly value: ClauseId;
}

/** Whether no course of the programme was taken in an earlier term. */
export const isFirstTerm = (study: Study, term: TermFacts): boolean =>
  ownAttempts(study).every((attempt) => attempt.term.teaching[0] >= term.teaching[0]);

function firstTermOf(
  { cap, value: ofValue }: FirstTermCap,
  calendar: Dated<AcademicCalendar>,
  study: Study,
  { course, term, approvals, today }: EnrolmentRequest,
): Demand[] {
  if (!isFirstTerm(study, term)) return [];
  const { clause, value: limit } = cap.on(today);
  const value = registrationValueOf(course);
  const before = termValue(study.attempts, term, calendar.on(today).value);
  const total = before.plus(value);
  return [
    {
      clause,
      met: Rational.of(limit).atLeast(total),
      figures: {
        credits: course.credits,
        terms: course.terms,
        registrationValue: figure(value),
        termTotal: figure(total),
        firstTermLimit: limit,
      },
      restsOn: [ofValue],
      approval: approvalBy(approvals, 'school'),
      note: text(
        `The first term of a part-time student may come to ${limit}; this one comes to ${shown(total)}.`,
        `兼讀生首個學期的註冊值一般不得超過 ${limit}；現為 ${shown(total)}。`,
      ),
      remedy: text(
        `${left(limit, before)} is left in the first term; more needs the approval of the School.`,
        `首個學期尚餘註冊值 ${left(limit, before)}；超出者須獲學院批准。`,
      ),
    },
  ];
}
