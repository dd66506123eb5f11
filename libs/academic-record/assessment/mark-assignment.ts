import { IsAssignmentCode, IsQuantity } from '#commands';
import { decideBy, text } from '#kernel';
import type { AssignmentMarked } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { unknownAssignment } from './unknown-assignment.ts';

/**
 * A tutor's mark for work that was handed in, 0 to 100. Refused for work that never came, for a last
 * assignment that came late, and where a mark stands already. [5cu/dl/8.7.3] [3cu/dl/9.8.3] [3cu/assess/3.4]
 */
export class MarkAssignment extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsQuantity(0, 100, { description: 'The mark, of 100.', example: 78 })
  readonly mark!: number;
}

export const markAssignment = recordUseCase({
  command: MarkAssignment,
  path: 'marks',
  summary: text('Mark an assignment', '評改作業'),
  by: ['tutor', 'teacher', 'course-coordinator', 'migration'],
  clauses: ['5cu/dl/8.5', '5cu/dl/8.7.3', '3cu/dl/9.6', '3cu/dl/9.8.3'],
  decide: (record, command: MarkAssignment, { today }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, mark } = command;
    if (!attempt.items.some((item) => item.id === assignment)) return unknownAssignment(assignment);
    const ruling = pack.marking(study, { attempt, assignment, mark, today });
    const marked: AssignmentMarked = {
      type: 'AssignmentMarked',
      data: { course, term, assignment, on: today, mark },
    };
    return decideBy(ruling, [marked], {
      code: 'marking-refused',
      message: text('The regulations do not allow this mark to be recorded.', '按規例不可記錄此分數。'),
    });
  },
});
