import { type CivilDate, plusDays, text } from '#kernel';
import type { Attempt, MarkQuery, QueryAddressee } from '../facts.ts';
import type { MarkQueryRequest, MarkQueryRuling, MarkReviewRequest, QueryWindow } from '../rules/coursework.ts';
import { lastAssignmentDue } from './coursework-due.ts';
import type { CourseworkLaw, QueryLaw } from './coursework-law.ts';
import { lastSubmissions } from './coursework-total.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';

/**
 * Whether a mark may be doubted: with the tutor first, within so many days of the day on which the marked work was sent
 * back, and not after the bar that the last assignment sets; then with the course coordinator, within so many days of
 * the tutor's decision, to which the bar does not apply.
 * [5cu/dl/8.8.1] [5cu/dl/8.8.2] [5cu/dl/8.8.3] [5cu/dl/8.8.4] [3cu/dl/9.9.1] [3cu/dl/9.9.2] [3cu/dl/9.9.3] [3cu/dl/9.9.4]
 */
export const markQuery =
  (law: CourseworkLaw): Rule<MarkQueryRequest, MarkQueryRuling> =>
  (_study, request) => {
    const { query } = law;
    if (typeof query === 'string') return resultsOnly(law, query);
    const clause =
      request.to === 'tutor' ? query.tutor.on(request.today).clause : query.coordinator.on(request.today).clause;
    const looked = request.to === 'tutor' ? withTutor(query, request) : beyondTutor(query, request);
    return { ruling: ruleOn(law.pack, looked), clause };
  };

/** Whether a query is answered by whom it went to. [5cu/dl/8.8.1] [5cu/dl/8.8.3] [3cu/dl/9.9.1] [3cu/dl/9.9.3] */
export const markReview =
  (law: CourseworkLaw): Rule<MarkReviewRequest, MarkQueryRuling> =>
  (_study, { attempt, assignment, by, mark, today }) => {
    const { query } = law;
    if (typeof query === 'string') return resultsOnly(law, query);
    const open = openQuery(attempt, assignment);
    const { clause } = open?.to === 'course-coordinator' ? query.coordinator.on(today) : query.tutor.on(today);
    const answered: Demand = {
      clause,
      met: open !== undefined && open.to === by,
      figures: { queriedWith: open?.to ?? null, answeredBy: by, from: open?.mark ?? null, mark },
      note: text('A query is answered by whom it went to.', '查詢須由受理者答覆。'),
    };
    return { ruling: ruleOn(law.pack, [answered]), clause };
  };

/** The query of a mark that waits for its answer. */
export const openQuery = ({ coursework }: Pick<Attempt, 'coursework'>, assignment: string): MarkQuery | undefined =>
  coursework?.queries.findLast((query) => query.assignment === assignment && !query.decided);

export const queryWindow =
  (law: CourseworkLaw): Rule<{ attempt: Attempt; assignment: string; today: CivilDate }, QueryWindow | undefined> =>
  (_study, { attempt, assignment, today }) => {
    const { query } = law;
    const sent = dispatch(attempt, assignment);
    if (typeof query === 'string' || sent === undefined || openQuery(attempt, assignment)) return undefined;
    if (queryWith(attempt, assignment, 'course-coordinator')) return undefined;
    const answer = queryWith(attempt, assignment, 'tutor')?.decided;
    if (answer) {
      const { clause, value } = query.coordinator.on(today);
      return { clause, to: 'course-coordinator', lastDay: plusDays(answer.on, value) };
    }
    const { clause, value } = query.tutor.on(today);
    const [days, bar] = [plusDays(sent, value), barOf(query, attempt, today)];
    return bar !== undefined && bar < days
      ? { clause: query.bar.on(today).clause, to: 'tutor', lastDay: bar }
      : { clause, to: 'tutor', lastDay: days };
  };

/** The day on which the marked work was sent back. */
function dispatch(attempt: Attempt, assignment: string): CivilDate | undefined {
  const work = lastSubmissions(attempt).get(assignment);
  return work?.dispatchedOn ?? work?.markedOn;
}

const queryWith = ({ coursework }: Attempt, assignment: string, to: QueryAddressee): MarkQuery | undefined =>
  coursework?.queries.findLast((query) => query.assignment === assignment && query.to === to);

function barOf({ bar }: QueryLaw, attempt: Attempt, today: CivilDate): CivilDate | undefined {
  const last = lastAssignmentDue(attempt);
  return last && plusDays(last, bar.on(today).value);
}

function withTutor(law: QueryLaw, { attempt, assignment, approvals, today }: MarkQueryRequest): (Demand | Remark)[] {
  const sent = dispatch(attempt, assignment) ?? today;
  const { clause, value } = law.tutor.on(today);
  const lastDay = plusDays(sent, value);
  const within: Demand = {
    clause,
    met: today <= lastDay,
    figures: { dispatchedOn: sent, queriedOn: today, lastDay },
    note: text(
      `The marked work was sent back on ${sent}; its mark could be queried until ${lastDay}.`,
      `已評改的作業於 ${sent} 發還；查詢分數的限期為 ${lastDay}。`,
    ),
    remedy: text(`The last day was ${lastDay}.`, `最後日期為 ${lastDay}。`),
  };
  return [
    { clause: law.first, figures: { to: 'tutor' } },
    within,
    ...beforeBar(law, { attempt, sent, approvals, today }),
  ];
}

function beforeBar(
  law: QueryLaw,
  { attempt, sent, approvals, today }: Pick<MarkQueryRequest, 'attempt' | 'approvals' | 'today'> & { sent: CivilDate },
): Demand[] {
  const bar = barOf(law, attempt, today);
  if (bar === undefined) return [];
  const cameTooLate = law.later !== undefined && sent > bar;
  return [
    {
      clause: law.bar.on(today).clause,
      met: today <= bar,
      figures: { lastAssignmentDue: lastAssignmentDue(attempt) ?? null, queriedOn: today, lastDay: bar },
      approval: cameTooLate ? approvalBy(approvals, law.later as string) : undefined,
      note: text(`No mark of the course is queried after ${bar}.`, `該學科的分數查詢於 ${bar} 後概不受理。`),
      remedy: cameTooLate
        ? text(
            'The course coordinator may take it, as the work came back only after that day.',
            '作業於該日後方發還，可由學科統籌酌情受理。',
          )
        : text(`The last day was ${bar}.`, `最後日期為 ${bar}。`),
    },
  ];
}

function beyondTutor(law: QueryLaw, { attempt, assignment, to, today }: MarkQueryRequest): Demand[] {
  const answer = queryWith(attempt, assignment, 'tutor')?.decided;
  const first: Demand = {
    clause: law.first,
    met: answer !== undefined,
    figures: { to, tutorDecidedOn: answer?.on ?? null },
    note: text('A query goes to the tutor before anybody else.', '查詢須先向導師提出。'),
    remedy: text('Query the mark with the tutor.', '先向導師查詢。'),
  };
  if (!answer) return [first];
  const { clause, value } = law.coordinator.on(today);
  const lastDay = plusDays(answer.on, value);
  return [
    first,
    {
      clause,
      met: to === 'course-coordinator' && today <= lastDay,
      figures: { to, tutorDecidedOn: answer.on, queriedOn: today, lastDay },
      note:
        to === 'course-coordinator'
          ? text(
              `The tutor decided on ${answer.on}; the course coordinator could be asked until ${lastDay}.`,
              `導師於 ${answer.on} 作出決定；向學科統籌提出的限期為 ${lastDay}。`,
            )
          : text('After the tutor it goes to the course coordinator.', '導師決定後，須向學科統籌提出。'),
      remedy: text(`Send it to the course coordinator by ${lastDay}.`, `於 ${lastDay} 或之前交學科統籌。`),
    },
  ];
}

const resultsOnly = ({ pack }: CourseworkLaw, clause: string): MarkQueryRuling => ({
  ruling: ruleOn(pack, [
    {
      clause,
      met: false,
      note: text(
        'The regulations have no query of the mark of a single piece of work; the result of the course may be appealed against.',
        '規例不設個別作業的分數查詢；學生可就學科成績提出上訴。',
      ),
      remedy: text('Appeal against the result once it is there.', '待成績公布後提出上訴。'),
    },
  ]),
  clause,
});
