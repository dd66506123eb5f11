import { presentationId, presentations } from '#catalogue';
import { ApprovalPart, IsPartList, IsReason } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import type { CourseDropped, CourseWithdrawn } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { freed } from '../finance/charging.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';

/**
 * A student leaves a course. Within the add/drop period of full-time study it is dropped without trace;
 * after that, and always in distance learning, it stays on the record with a W. Refused inside the last 14
 * days before the examinations, and full-time when too little load would remain. The examinations of a course over
 * several terms are those of its presentation, as the catalogue has them on the day; while it has none, a withdrawal
 * is refused (`examinations-unknown`).
 * [5cu/dl/5.1] [5cu/ug/5.1] [5cu/ug/6.4] [5cu/ug/6.5] [3cu/dl/6.1] [3cu/ug/5.1] [3cu/ug/6.4] [3cu/ug/6.5]
 */
export class Withdraw extends AboutAttempt {
  @IsReason({ optional: true })
  readonly reason?: string;

  @IsPartList(ApprovalPart, 5, { description: 'The approval of a lower load.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const withdraw = recordUseCase({
  command: Withdraw,
  path: 'withdrawals',
  summary: text('Withdraw from a course', '退修學科'),
  by: ['student', 'registrar', 'registry', 'migration'],
  clauses: [
    '5cu/dl/5.1',
    '5cu/ug/5.1',
    '5cu/ug/6.4',
    '5cu/ug/6.5',
    '5cu/tpg/5.1',
    '3cu/dl/6.1',
    '3cu/ug/5.1',
    '3cu/ug/6.4',
    '3cu/ug/6.5',
    '3cu/tpg/5.1',
  ],
  facts: (reader, { course, term }: Withdraw) => reader.read(presentations, presentationId(course, term)),
  decide: (record, command, { facts: presentation, today }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    if (attempt.status !== 'enrolled') return notRunning(attempt.status);
    const examinations = presentation?.examinations;
    const { reason, approvals = [] } = command;
    const ruling = pack.withdrawal(study, { attempt, examinations, reason, approvals, today });
    const data = { course: command.course, term: command.term, on: today, reason: reason ?? '' };
    const left: CourseDropped | CourseWithdrawn =
      ruling.effect === 'dropped' ? { type: 'CourseDropped', data } : { type: 'CourseWithdrawn', data };
    const unpaid = ruling.effect === 'dropped' ? freed({ account: record.account, today }, attempt, 'dropped') : [];
    return decideBy(ruling, [left, ...unpaid], {
      code: attempt.course.terms > 1 && !examinations ? 'examinations-unknown' : 'withdrawal-refused',
      message: text('The regulations do not allow this withdrawal.', '按規例不可退修此學科。'),
    });
  },
});

const notRunning = (status: string) =>
  refuse('not-enrolled', text(`The course is no longer being taken: it is ${status}.`, '學生已不再修讀該學科。'));
