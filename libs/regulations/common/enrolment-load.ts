import { type CivilDate, Rational, type Text, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Attempt, AwardKind, CourseFacts, CourseLevel, ProgrammeFacts, Study, TermFacts } from '../facts.ts';
import type { EnrolmentRequest } from '../pack.ts';
import { type AcademicCalendar, firstYearOf, termNumber, yearName } from './academic-year.ts';
import { creditsInYear, fullestLoad, loadOf, yearsOf } from './course-terms.ts';
import { approvalBy, type Demand } from './demand.ts';
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
  readonly first: Dated<FirstRegistrationCap>;
  readonly calendar: Dated<AcademicCalendar>;
}

/** What a first registration may come to, and the levels whose courses have a first one of their own. */
export interface FirstRegistrationCap {
  readonly value: number;
  readonly postgraduate: readonly CourseLevel[];
}

/**
 * The load of a term: the registration values of the courses that last in it and were not left. A course over several
 * terms weighs on each of them.
 */
export const termValue = (attempts: readonly Attempt[], term: TermFacts, calendar: AcademicCalendar): Rational =>
  loadOf(attempts, termNumber(term, calendar), calendar);

/** Whether a limit is one for the award of a student. [5cu/dl/3.6] [3cu/dl/3.6] */
export const isLimitOf = ({ awards }: RegistrationValueLimit, { registration }: Study): boolean =>
  awards.includes(registration.programme.award);

/** Whether none of the attempts is of an earlier term. [5cu/dl/3.6] [3cu/dl/3.6] */
export const isFirstRegistration = (attempts: readonly Attempt[], term: TermFacts): boolean =>
  attempts.every((attempt) => attempt.term.teaching[0] >= term.teaching[0]);

/** The attempts at courses of postgraduate level. */
export const ofPostgraduateLevel = (attempts: readonly Attempt[], { postgraduate }: FirstRegistrationCap): Attempt[] =>
  attempts.filter(({ course }) => postgraduate.includes(course.level));

/** The credits that fall in the academic year that begins in a year, of courses that were not left. */
export const yearCredits = ({ attempts }: Study, year: number, calendar: AcademicCalendar): Rational =>
  sum(attempts.filter(weighs).map(({ course, term }) => creditsInYear(course, term, year, calendar)));

/**
 * In distance learning: above the limit the School approves in each term of the course, and a first registration at the
 * University, or in courses of postgraduate level, stays under its own cap, which nobody may lift. [5cu/dl/3.6] [3cu/dl/3.6]
 */
export const registrationValueLoad =
  (law: RegistrationValueLaw): Load =>
  (study, { course, term, approvals, today }) => {
    const value = registrationValueOf(course);
    const calendar = law.calendar.on(today).value;
    const before = fullestLoad(study.attempts, course, term, calendar);
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
    const { clause: ofFirst, value: first } = law.first.on(today);
    const begun = firstRegistration(study, course, term, first);
    if (begun) {
      const taken = termValue(begun, term, calendar);
      const all = taken.plus(value);
      demands.push({
        clause: ofFirst,
        met: Rational.of(first.value).atLeast(all),
        figures: { registrationValue: figure(value), termTotal: figure(all), firstRegistrationLimit: first.value },
        note: text(
          `A first registration may come to ${first.value} in all; this one comes to ${shown(all)}.`,
          `首次註冊的註冊值合共不得超過 ${first.value}；現為 ${shown(all)}。`,
        ),
        remedy: text(
          `${left(first.value, taken)} is left in the first term; take the rest in a later one.`,
          `首個學期尚餘註冊值 ${left(first.value, taken)}；其餘學科可於其後學期修讀。`,
        ),
      });
    }
    return demands;
  };

/** The attempts that make up a first registration with a course: all of them, or those of postgraduate level; else undefined. */
function firstRegistration(
  { attempts }: Study,
  { level }: CourseFacts,
  term: TermFacts,
  cap: FirstRegistrationCap,
): readonly Attempt[] | undefined {
  if (isFirstRegistration(attempts, term)) return attempts;
  if (!cap.postgraduate.includes(level)) return undefined;
  const postgraduate = ofPostgraduateLevel(attempts, cap);
  return isFirstRegistration(postgraduate, term) ? postgraduate : undefined;
}

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
  (load: Dated<FullTimeLoad>, years: Dated<AcademicCalendar>): Load =>
  (study, { course, term, approvals, today }) => {
    const { clause, ...prescribed } = prescribedLoad(load, study.registration.programme, today);
    const { value: calendar } = years.on(today);
    const inTerm = fullestLoad(study.attempts, course, term, calendar);
    const termTotal = inTerm.plus(registrationValueOf(course));
    const approval = approvalBy(approvals, 'school');
    const inOneTerm: Demand = {
      clause,
      met: prescribed.term.atLeast(termTotal),
      figures: { termTotal: figure(termTotal), termLoad: figure(prescribed.term) },
      approval,
      note: text(
        `The term comes to ${shown(termTotal)} credits; the load is ${shown(prescribed.term)}.`,
        `該學期合共 ${shown(termTotal)} 學分；規定學習量為 ${shown(prescribed.term)} 學分。`,
      ),
      remedy: larger(text('the term', '該學期'), left(prescribed.term, inTerm)),
    };
    const inYear = (year: number): Demand => {
      const taken = yearCredits(study, year, calendar);
      const yearTotal = taken.plus(creditsInYear(course, term, year, calendar));
      const academicYear = year === firstYearOf(term.academicYear) ? term.academicYear : yearName(year);
      return {
        clause,
        met: prescribed.year.atLeast(yearTotal),
        figures: { academicYear, yearTotal: figure(yearTotal), yearLoad: figure(prescribed.year) },
        approval,
        note: text(
          `The academic year comes to ${shown(yearTotal)} credits; the load is ${shown(prescribed.year)}.`,
          `該學年合共 ${shown(yearTotal)} 學分；規定學習量為 ${shown(prescribed.year)} 學分。`,
        ),
        remedy: larger(text(`the academic year ${academicYear}`, `${academicYear} 學年`), left(prescribed.year, taken)),
      };
    };
    return [inOneTerm, ...yearsOf(course, term, calendar).map(inYear)];
  };

const larger = (of: Text, rest: string): Text =>
  text(
    `${rest} credits are left in ${of.en}; more needs the approval of the School.`,
    `${of['zh-Hant']}尚餘 ${rest} 學分；超出者須獲學院批准。`,
  );

/** What a limit leaves beside what is taken, in words. */
export const left = (limit: number | Rational, before: Rational): string => {
  const rest = (typeof limit === 'number' ? Rational.of(limit) : limit).minus(before);
  return shown(rest.atLeast(Rational.of(0)) ? rest : Rational.of(0));
};

/** In words a share of a course is a decimal: `13.5`. */
export const shown = (value: Rational): string => value.toShort();
