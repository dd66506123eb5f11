import { IsAssignmentCode, IsQuantity, IsReason } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import { lastSubmissions, openQuery } from '#regulations';
import type { AssignmentMarked, MarkQueryDecided } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { deciderOf, IsDecider, workFor } from './deciding.ts';

/**
 * The tutor, or the course coordinator, answers a query: the mark stands, or another takes its place, of which the
 * earlier stays on record with the reason. Refused for another office than the one to which the query went, and where
 * none waits (`no-open-query`). [5cu/dl/8.8.1] [5cu/dl/8.8.3] [3cu/dl/9.9.1] [3cu/dl/9.9.3]
 */
export class DecideMarkQuery extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsQuantity(0, 100, { description: 'The mark from now on; the one that stands unless told.', optional: true })
  readonly mark?: number;

  @IsDecider()
  readonly authority?: string;

  @IsReason()
  readonly reason!: string;
}

export const decideMarkQuery = recordUseCase({
  command: DecideMarkQuery,
  path: 'mark-query-decisions',
  summary: text('Answer a query of a mark', '答覆分數查詢'),
  by: ['tutor', 'course-coordinator', 'registry', 'registrar', 'migration'],
  clauses: ['5cu/dl/8.8.1', '5cu/dl/8.8.3', '3cu/dl/9.9.1', '3cu/dl/9.9.3'],
  decide: (record, command: DecideMarkQuery, { today, actor }) => {
    const found = workFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, reason } = command;
    const by = deciderOf(actor, command.authority);
    if (typeof by !== 'string') return by;
    const query = openQuery(attempt, assignment);
    const from = lastSubmissions(attempt).get(assignment)?.mark;
    if (!query || from === undefined) return noOpenQuery;
    const mark = command.mark ?? from;
    const { ruling, clause } = pack.coursework.markReview(study, { attempt, assignment, by, mark, today });
    const of = { course, term, assignment, on: today };
    const decided: MarkQueryDecided = {
      type: 'MarkQueryDecided',
      data: { ...of, by: query.to, mark, reason, clause },
    };
    const marked: AssignmentMarked = { type: 'AssignmentMarked', data: { ...of, mark, from, reason } };
    return decideBy(ruling, mark === from ? [decided] : [decided, marked], {
      code: 'mark-query-refused',
      message: text('The regulations do not allow this answer.', '按規例不可作此答覆。'),
    });
  },
});

const noOpenQuery = refuse(
  'no-open-query',
  text('No query of its mark waits for an answer.', '沒有待答覆的分數查詢。'),
);
