import { ApprovalPart, IsAssignmentCode, IsOneOf, IsPartList, IsReason } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import { lastSubmissions, QUERY_ADDRESSEES, type QueryAddressee } from '#regulations';
import type { MarkQueried } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { workFor } from './deciding.ts';

/**
 * A student doubts the mark of a piece of work, or a comment on it: with the tutor within 28 days of the day on which it
 * was sent back, and then, not satisfied, with the course coordinator within 28 days of the tutor's decision. Nothing is
 * opened later than 21 days after the last assignment's day; five-credit, the coordinator may take what came back only
 * after that. Refused full-time, where the result of the course may be appealed against. Refused too for work without a
 * mark (`not-marked`) and where it was queried there before (`queried-already`).
 * [5cu/dl/8.8.1] [5cu/dl/8.8.2] [5cu/dl/8.8.3] [5cu/dl/8.8.4] [3cu/dl/9.9.1] [3cu/dl/9.9.2] [3cu/dl/9.9.3] [3cu/dl/9.9.4]
 */
export class QueryMark extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsOneOf(QUERY_ADDRESSEES, { description: 'To whom it goes; the tutor unless told.', optional: true })
  readonly to?: QueryAddressee;

  @IsReason({ description: 'Why the marking is thought to be wrong.' })
  readonly reason!: string;

  @IsPartList(ApprovalPart, 5, { description: 'Of a query after the last day (five-credit).', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const queryMark = recordUseCase({
  command: QueryMark,
  path: 'mark-queries',
  summary: text('Query the mark of an assignment', '查詢作業分數'),
  by: ['student', 'course-coordinator', 'registry', 'registrar', 'migration'],
  clauses: [
    '5cu/dl/8.8.1',
    '5cu/dl/8.8.2',
    '5cu/dl/8.8.3',
    '5cu/dl/8.8.4',
    '3cu/dl/9.9.1',
    '3cu/dl/9.9.2',
    '3cu/dl/9.9.3',
    '3cu/dl/9.9.4',
  ],
  decide: (record, command: QueryMark, { today }) => {
    const found = workFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, to = 'tutor', reason, approvals = [] } = command;
    const mark = lastSubmissions(attempt).get(assignment)?.mark;
    if (mark === undefined) return notMarked;
    const queries = attempt.coursework?.queries.filter((query) => query.assignment === assignment) ?? [];
    if (queries.some((query) => query.to === to || !query.decided)) return queriedAlready;
    const { ruling, clause } = pack.coursework.markQuery(study, { attempt, assignment, to, approvals, today });
    const queried: MarkQueried = {
      type: 'MarkQueried',
      data: { course, term, assignment, on: today, to, mark, reason, clause },
    };
    return decideBy(ruling, [queried], {
      code: 'mark-query-refused',
      message: text('The regulations do not allow this query of a mark.', '按規例不受理此項分數查詢。'),
    });
  },
});

const notMarked = refuse('not-marked', text('It has no mark to query.', '該作業尚無分數可供查詢。'));

const queriedAlready = refuse(
  'queried-already',
  text(
    'The mark was queried there before, or a query waits for its answer.',
    '該分數先前已提出查詢，或有查詢尚待答覆。',
  ),
);
