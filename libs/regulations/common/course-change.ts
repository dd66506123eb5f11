import { type ClauseId, plusDays, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { CourseChangeRequest, TermRequest } from '../pack.ts';
import { addDropOf } from './add-drop.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import { type EnrolmentLaw, enrolment } from './enrolment.ts';
import { attemptName, type Rule } from './parameters.ts';

/** When an exchange costs its fee: after the days of registration only, or as soon as the course has been registered for. */
export type ChangeFee = 'after-registration' | 'once-registered';

export interface CourseChangeLaw {
  readonly clause: ClauseId;
  /** Days of teaching within which it is done; until the last day of adding courses where absent. */
  readonly days?: Dated<number>;
  readonly fee: ChangeFee;
}

/** Whether a course that is exchanged on a day costs the fee. [5cu/dl/7.3] [5cu/tpg/8.2] [3cu/dl/8.3] [3cu/tpg/8.2] */
export const courseChangeFee =
  ({ fee }: Pick<CourseChangeLaw, 'fee'>): Rule<TermRequest, boolean> =>
  (_study, request) =>
    costs(fee, request);

const costs = (fee: ChangeFee, { term, today }: TermRequest): boolean =>
  fee === 'once-registered' || today > term.registration[1];

/**
 * A course that is being taken is given up for another of the same term, one for one. The load is that of the term
 * without the one and with the other. In distance learning the clauses set no last
 * day, so it is that of adding courses in the calendar; taught postgraduates have so many days of teaching.
 * [5cu/dl/7.3] [5cu/tpg/8.2] [3cu/dl/8.3] [3cu/tpg/8.2]
 */
export const courseChange = (law: EnrolmentLaw, change: CourseChangeLaw): Rule<CourseChangeRequest, Ruling> => {
  const timing = (request: unknown) => exchange(change, request as CourseChangeRequest);
  const added = enrolment({ ...law, timing });
  return (study, request) => {
    const attempts = study.attempts.filter((attempt) => attempt !== request.from);
    return added({ ...study, attempts }, request);
  };
};

function exchange(
  { clause, days, fee }: CourseChangeLaw,
  { from, course, term, today }: CourseChangeRequest,
): (Demand | Remark)[] {
  const { addDropEnds, registration, teaching } = term;
  const lastDay = days ? plusDays(teaching[0], days.on(today).value) : addDropEnds;
  const [, registrationEnds] = registration;
  return [
    {
      clause,
      met: from.status === 'enrolled' && from.term.code === term.code && !from.deferrals,
      figures: { from: attemptName(from), to: course.code, term: term.code, status: from.status },
      note: text(
        'Only a course that is being taken is exchanged, for one of the same term.',
        '只可將正在修讀的學科轉為同一學期的另一學科。',
      ),
    },
    {
      clause,
      met: today <= lastDay,
      figures: { today, registrationEnds, lastDay, fee: costs(fee, { term, today }) },
      note: text(`Courses of the term could be changed until ${lastDay}.`, `該學期的學科最遲可於 ${lastDay} 更改。`),
      remedy: text(`The last day was ${lastDay}.`, `最後日期為 ${lastDay}。`),
    },
  ];
}

/** Full-time study knows no exchange: a course is dropped and another is added. [5cu/ug/6.4] [3cu/ug/6.4] */
export const addAndDropOnly =
  (law: { readonly pack: string; readonly addDrop: Dated<number> }): Rule<CourseChangeRequest, Ruling> =>
  (_study, { from, course, term, today }) => {
    const { clause, addDropEnds } = addDropOf(law.addDrop, term);
    return ruleOn(law.pack, [
      {
        clause,
        met: false,
        figures: { from: attemptName(from), to: course.code, today, addDropEnds },
        note: text(
          'In full-time study courses are not exchanged, but added and dropped.',
          '全日制學生須辦理加選及退選，不設更改學科。',
        ),
        remedy: text(
          `Drop ${from.course.code} and add ${course.code} by ${addDropEnds}.`,
          `於 ${addDropEnds} 或之前退選 ${from.course.code} 並加選 ${course.code}。`,
        ),
      },
    ]);
  };
