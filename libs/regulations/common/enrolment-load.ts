import { type CivilDate, type ClauseId, Rational, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Attempt, AwardKind, ProgrammeFacts, Study, TermFacts } from '../facts.ts';
import type { EnrolmentRequest } from '../pack.ts';
import { approvalBy, type Demand } from './demand.ts';
import { ownAttempts } from './figures.ts';
import { figure, type Rule, registrationValueOf, sum, weighs } from './parameters.ts';

/** What is asked of the load that an enrolment makes. */
export type Load = Rule<EnrolmentRequest, readonly Demand[]>;

/** The registration value of a term above which the School has to approve, and of which awards. */
export interface RegistrationValueLimit {
  readonly value: number;
  readonly awards: readonly AwardKind[];
}

/** What a regime says of the registration value of a term, and of that of a first registration. */
export interface RegistrationValueLaw {
  readonly limit: Dated<RegistrationValueLimit>;
  readonly first: Dated<number>;
}

/**
 * The load of a term: the registration values of the courses that were begun in it and not left. A course
 * over several terms weighs on the term in which it began.
 */
export const termValue = (attempts: readonly Attempt[], term: TermFacts): Rational =>
  sum(begunIn(attempts, term).map((attempt) => registrationValueOf(attempt.course)));

/** Whether a limit is one for the award of a student. [5cu/dl/3.6] [3cu/dl/3.6] */
export const isLimitOf = ({ awards }: RegistrationValueLimit, { registration }: Study): boolean =>
  awards.includes(registration.programme.award);

/** Whether nothing was taken in an earlier term. [5cu/dl/3.6] [3cu/dl/3.6] */
export const isFirstRegistration = ({ attempts }: Study, term: TermFacts): boolean =>
  attempts.every((attempt) => attempt.term.teaching[0] >= term.teaching[0]);

/** The credits of the courses of an academic year that were not left. */
export const yearCredits = ({ attempts }: Study, { academicYear }: TermFacts): Rational =>
  sum(
    attempts
      .filter((attempt) => weighs(attempt) && attempt.term.academicYear === academicYear)
      .map((attempt) => Rational.parse(String(attempt.course.credits))),
  );

/**
 * In distance learning: above the limit the School approves, and a first registration at the University
 * stays under its own cap, which nobody may lift. [5cu/dl/3.6] [3cu/dl/3.6]
 */
export const registrationValueLoad =
  (law: RegistrationValueLaw): Load =>
  (study, { course, term, approvals, today }) => {
    const value = registrationValueOf(course);
    const before = termValue(study.attempts, term);
    const total = before.plus(value);
    const demands: Demand[] = [];
    const { clause, value: ofSchool } = law.limit.on(today);
    if (isLimitOf(ofSchool, study)) {
      const { value: limit } = ofSchool;
      demands.push({
        clause,
        met: Rational.of(limit).atLeast(total),
        figures: { registrationValue: figure(value), termTotal: figure(total), limit },
        approval: approvalBy(approvals, 'school'),
        note: text(
          `The registration value of the term comes to ${shown(total)}, above ${limit}.`,
          `該學期的註冊值合共 ${shown(total)}，超過 ${limit}。`,
        ),
        remedy: text(
          `${left(limit, before)} is left in the term; more needs the approval of the School.`,
          `該學期尚餘註冊值 ${left(limit, before)}；超出者須獲學院批准。`,
        ),
      });
    }
    if (isFirstRegistration(study, term)) {
      const { clause, value: cap } = law.first.on(today);
      demands.push({
        clause,
        met: Rational.of(cap).atLeast(total),
        figures: { registrationValue: figure(value), termTotal: figure(total), firstRegistrationLimit: cap },
        note: text(
          `A first registration may come to ${cap} in all; this one comes to ${shown(total)}.`,
          `首次註冊的註冊值合共不得超過 ${cap}；現為 ${shown(total)}。`,
        ),
        remedy: text(
          `${left(cap, before)} is left in the first term; take the rest in a later one.`,
          `首個學期尚餘註冊值 ${left(cap, before)}；其餘學科可於其後學期修讀。`,
        ),
      });
    }
    return demands;
  };

export interface FullTimeLoad {
  readonly term: number;
  readonly year: number;
}

/** The load that a full-time programme prescribes; a programme with its own term load has a year in proportion. [5cu/ug/6.2] [3cu/ug/6.2] */
export function prescribedLoad(load: Dated<FullTimeLoad>, programme: ProgrammeFacts, day: CivilDate) {
  const { clause, value } = load.on(day);
  const term = Rational.parse(String(programme.requirements.creditsPerTerm ?? value.term));
  return { clause, term, year: term.times(Rational.of(value.year, value.term)) };
}

/**
 * In full-time study: more than the prescribed load of the term or of the academic year needs the School.
 * A smaller load is not looked at here, because courses are enrolled in one by one. [5cu/ug/6.2] [3cu/ug/6.2]
 */
export const fullTimeCreditLoad =
  (load: Dated<FullTimeLoad>): Load =>
  (study, { course, term, approvals, today }) => {
    const { clause, ...prescribed } = prescribedLoad(load, study.registration.programme, today);
    const inTerm = termValue(study.attempts, term);
    const inYear = yearCredits(study, term);
    const termTotal = inTerm.plus(registrationValueOf(course));
    const yearTotal = inYear.plus(Rational.parse(String(course.credits)));
    const approval = approvalBy(approvals, 'school');
    const remedy = text('A larger load needs the approval of the School.', '超出規定學習量須獲學院批准。');
    const inOneTerm: Demand = {
      clause,
      met: prescribed.term.atLeast(termTotal),
      figures: { termTotal: figure(termTotal), termLoad: figure(prescribed.term) },
      approval,
      note: text(
        `The term comes to ${shown(termTotal)} credits; the load is ${shown(prescribed.term)}.`,
        `該學期合共 ${shown(termTotal)} 學分；規定學習量為 ${shown(prescribed.term)} 學分。`,
      ),
      remedy,
    };
    const inOneYear: Demand = {
      clause,
      met: prescribed.year.atLeast(yearTotal),
      figures: { academicYear: term.academicYear, yearTotal: figure(yearTotal), yearLoad: figure(prescribed.year) },
      approval,
      note: text(
        `The academic year comes to ${shown(yearTotal)} credits; the load is ${shown(prescribed.year)}.`,
        `該學年合共 ${shown(yearTotal)} 學分；規定學習量為 ${shown(prescribed.year)} 學分。`,
      ),
      remedy,
    };
    return [inOneTerm, inOneYear];
  };

/**
 * In taught postgraduate study by its attendance: full-time the credits of a term and of an academic year; part-time,
 * where the regime has one, a cap on the registration value of the first term. [5cu/tpg/6.2] [5cu/tpg/6.3] [3cu/tpg/6.2]
 */
export const taughtPostgraduateLoad = (law: {
  readonly fullTime: Dated<FullTimeLoad>;
  /** That a load is followed at all, and another one takes the School. */
  readonly followed: ClauseId;
  readonly firstTerm?: FirstTermCap;
}): Load => {
  const credits = fullTimeCreditLoad(law.fullTime);
  return (study, request) => {
    if (study.registration.programme.mode !== 'full-time')
      return law.firstTerm ? firstTermOf(law.firstTerm, study, request) : [];
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
  study: Study,
  { course, term, approvals, today }: EnrolmentRequest,
): Demand[] {
  if (!isFirstTerm(study, term)) return [];
  const { clause, value: limit } = cap.on(today);
  const value = registrationValueOf(course);
  const before = termValue(study.attempts, term);
  const total = before.plus(value);
  return [
    {
      clause,
      met: Rational.of(limit).atLeast(total),
      figures: { registrationValue: figure(value), termTotal: figure(total), firstTermLimit: limit },
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
    {
      clause: ofValue,
      met: true,
      figures: { credits: course.credits, terms: course.terms, registrationValue: figure(value) },
      note: text('Credits divided by terms.', '學分除以學期數目。'),
    },
  ];
}

const begunIn = (attempts: readonly Attempt[], term: TermFacts): Attempt[] =>
  attempts.filter((attempt) => weighs(attempt) && attempt.term.code === term.code);

const left = (limit: number, before: Rational): string => {
  const rest = Rational.of(limit).minus(before);
  return shown(rest.atLeast(Rational.of(0)) ? rest : Rational.of(0));
};

const shown = (value: Rational): string => String(figure(value));
