import { type ClauseId, plusDays, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Study } from '../facts.ts';
import type { WithdrawalRequest, WithdrawalRuling } from '../pack.ts';
import { type AcademicCalendar, isOptionalNumber } from './academic-year.ts';
import { addDropOf } from './add-drop.ts';
import { loadOf, termUnderWay } from './course-terms.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { type FullTimeLoad, prescribedLoad } from './enrolment-load.ts';
import { attemptName, figure, type Rule } from './parameters.ts';
import { loadNeeded } from './smaller-load.ts';

/**
 * Leaving a course of a distance-learning programme: until so many days before its examinations begin, and
 * always with a trace on the transcript. [5cu/dl/5.1] [5cu/dl/5.3] [3cu/dl/6.1] [3cu/dl/6.3]
 */
export const withdrawal =
  (law: {
    readonly pack: string;
    readonly days: Dated<number>;
    readonly onRecord: ClauseId;
  }): Rule<WithdrawalRequest, WithdrawalRuling> =>
  (_study, request) => ({
    ...ruleOn(law.pack, [inTime(law.days, request), { clause: law.onRecord }]),
    effect: 'withdrawn',
  });

/**
 * Leaving a course in full-time study. Up to the end of the add/drop period, and before teaching begins, the
 * course is dropped. After that it is withdrawn: until so many days before the examinations, and only if the
 * load that remains is the prescribed one or the School approves a smaller. A drop does not ask for a load.
 * [5cu/ug/5.1] [5cu/ug/6.4] [5cu/ug/6.5] [3cu/ug/5.1] [3cu/ug/6.4] [3cu/ug/6.5]
 */
export const dropOrWithdrawal =
  (law: {
    readonly pack: string;
    /** Days of teaching for which courses are dropped at most. */
    readonly addDrop: Dated<number>;
    readonly days: Dated<number>;
    readonly remainingLoad: ClauseId;
    readonly load: Dated<FullTimeLoad>;
    readonly calendar: Dated<AcademicCalendar>;
  }): Rule<WithdrawalRequest, WithdrawalRuling> =>
  (study, request) => {
    const { attempt, today } = request;
    const { clause, addDropEnds } = addDropOf(law.addDrop, attempt.term);
    const addDrop = { clause, figures: { today, addDropEnds } };
    if (today <= addDropEnds) return { ...ruleOn(law.pack, [addDrop]), effect: 'dropped' };
    const load = remainingLoad(law, study, request);
    const looked = [addDrop, inTime(law.days, request), inWriting(law.days, request), load];
    return { ...ruleOn(law.pack, looked), effect: 'withdrawn' };
  };

/** After add/drop a course is left in writing, with reasons, and the University decides: it is told whether a reason is there to decide by. */
function inWriting(days: Dated<number>, { reason, today }: WithdrawalRequest): Remark {
  const { clause } = days.on(today);
  const isGiven = reason !== undefined;
  return {
    clause,
    figures: { reasonGiven: isGiven },
    remark: isGiven
      ? text(
          'Applied for in writing, with a reason; in time and within the load it is approved by standing delegation.',
          '已書面申請並說明理由；於限期及學習量規定之內者，按常設授權批准。',
        )
      : text(
          'No reason is on record, which the application has to give; in time and within the load it is approved by standing delegation.',
          '紀錄中並無申請須說明的理由；於限期及學習量規定之內者，按常設授權批准。',
        ),
  };
}

/**
 * Leaving a course of taught postgraduate study: until so many days before the examinations, always with a trace, and
 * only if what remains still is the load that the term takes, or the School approves a smaller. Part-time the term
 * takes a load where the programme prescribes one. [5cu/tpg/5.1] [3cu/tpg/5.1]
 */
export const withdrawalKeepingLoad =
  (law: {
    readonly pack: string;
    readonly days: Dated<number>;
    readonly onRecord: ClauseId;
    readonly remainingLoad: ClauseId;
    readonly load: Dated<FullTimeLoad>;
    readonly calendar: Dated<AcademicCalendar>;
  }): Rule<WithdrawalRequest, WithdrawalRuling> =>
  (study, request) => {
    const { programme } = study.registration;
    const isAsked = programme.mode === 'full-time' || programme.requirements.creditsPerTerm !== undefined;
    const load = isAsked ? [remainingLoad(law, study, request)] : [];
    return { ...ruleOn(law.pack, [inTime(law.days, request), ...load, { clause: law.onRecord }]), effect: 'withdrawn' };
  };

/**
 * What remains of the load of the term after the course is left; of a course over several terms, of the one under way.
 * The third term of a year, which nobody has to take, prescribes none.
 */
function remainingLoad(
  law: {
    readonly remainingLoad: ClauseId;
    readonly load: Dated<FullTimeLoad>;
    readonly calendar: Dated<AcademicCalendar>;
  },
  study: Study,
  { attempt, approvals, today }: WithdrawalRequest,
): Demand | Remark {
  const { value: calendar } = law.calendar.on(today);
  const number = termUnderWay(attempt, today, calendar);
  const others = study.attempts.filter((other) => attemptName(other) !== attemptName(attempt));
  const remaining = loadOf(others, number, calendar);
  if (isOptionalNumber(number, calendar))
    return {
      clause: law.remainingLoad,
      figures: { remainingCredits: figure(remaining), termLoad: null },
      remark: text('No load is prescribed for the third term of the year.', '學年的第三個學期並無規定學習量。'),
    };
  const { term } = prescribedLoad(law.load, study.registration.programme, today);
  const prescribed = loadNeeded(study, number, term, calendar);
  return {
    clause: law.remainingLoad,
    met: remaining.atLeast(prescribed),
    figures: { remainingCredits: figure(remaining), termLoad: figure(prescribed) },
    approval: approvalBy(approvals, 'school'),
    note: text(
      `${figure(remaining)} credits would remain in the term; the load is ${figure(prescribed)}.`,
      `退修後該學期只餘 ${figure(remaining)} 學分，少於規定的 ${figure(prescribed)} 學分。`,
    ),
    remedy: text('Approval of the School for the smaller load.', '取得學院批准修讀較少學分。'),
  };
}

/**
 * The last day of withdrawal is the first day of examinations less so many calendar days. A course over several terms
 * is examined in the last of them; while those days are not set, nobody can tell whether the request is in time.
 */
export function inTime(days: Dated<number>, { attempt, examinations, today }: WithdrawalRequest): Demand {
  const { clause, value } = days.on(today);
  const { terms } = attempt.course;
  const examinationsBegin = (terms > 1 ? examinations : attempt.term.examinations)?.[0];
  if (examinationsBegin === undefined)
    return {
      clause,
      met: false,
      figures: { today, terms, examinationsBegin: null },
      note: text(
        `The course runs over ${terms} terms and its examination days are not set.`,
        `該學科修讀期為 ${terms} 個學期，其考試日期尚未設定。`,
      ),
      remedy: text(
        'The Registry sets the examination days of the presentation; then apply again.',
        '由教務處設定該次開辦的考試日期，然後再行申請。',
      ),
    };
  const lastDay = plusDays(examinationsBegin, -value);
  return {
    clause,
    met: today <= lastDay,
    figures: { today, examinationsBegin, lastDay, days: value },
    note: text(
      `The last day of withdrawal was ${lastDay}, ${value} days before the examinations begin.`,
      `退修截止日期為 ${lastDay}，即考試開始前 ${value} 日。`,
    ),
    remedy: text(`The last day was ${lastDay}.`, `最後日期為 ${lastDay}。`),
  };
}
