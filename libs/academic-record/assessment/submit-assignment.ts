import { ApprovalPart, IsAssignmentCode, IsFlag, IsPartList } from '#commands';
import { decideBy, text } from '#kernel';
import type { AssignmentSubmitted } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { unknownAssignment } from './unknown-assignment.ts';

/**
 * A piece of assessed work is handed in. Late work needs an extension or somebody who accepts it; the last
 * assignment of a distance-learning course is never accepted late; marked work is not handed in again.
 * [5cu/dl/8.7.1-8.7.3] [5cu/ug/9.5] [3cu/dl/9.8.1-9.8.3] [3cu/ug/9.7] [3cu/assess/3.4]
 */
export class SubmitAssignment extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsFlag({ description: 'Carried over from an earlier presentation of the course, not handed in again.' })
  readonly banked?: boolean;

  @IsPartList(ApprovalPart, 5, { description: 'An extension, or the acceptance of late work.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const submitAssignment = recordUseCase({
  command: SubmitAssignment,
  path: 'submissions',
  summary: text('Submit an assignment', '提交作業'),
  by: ['student', 'tutor', 'teacher', 'course-coordinator', 'registrar', 'registry', 'migration'],
  clauses: [
    '5cu/dl/8.5',
    '5cu/dl/8.7.1',
    '5cu/dl/8.7.2',
    '5cu/dl/8.7.3',
    '5cu/ug/9.5',
    '5cu/tpg/9.3',
    '3cu/dl/9.6',
    '3cu/dl/9.8.1',
    '3cu/dl/9.8.2',
    '3cu/dl/9.8.3',
    '3cu/ug/9.7',
    '3cu/tpg/9.7',
    '3cu/assess/3.4',
  ],
  decide: (record, command: SubmitAssignment, { today }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, banked = false, approvals = [] } = command;
    if (!attempt.items.some((item) => item.id === assignment)) return unknownAssignment(assignment);
    const ruling = pack.submission(study, { attempt, assignment, banked, approvals, today });
    const submitted: AssignmentSubmitted = {
      type: 'AssignmentSubmitted',
      data: { course, term, assignment, on: today, due: ruling.due, late: ruling.late, banked },
    };
    return decideBy(ruling, [submitted], {
      code: 'submission-refused',
      message: text('The regulations do not allow this submission.', '按規例不接納這次提交。'),
    });
  },
});
