import { IsAssignmentCode, IsDay, IsQuantity } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import type { AssignmentMarked } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { unknownAssignment } from './unknown-assignment.ts';

/**
 * A tutor's mark for work that was handed in, 0 to 100. Refused for work that never came or was refused, for a last
 * assignment that came late, for work that proved not to be the student's own, and where a mark stands already; and for
 * a day of sending back that is to come or before the work came (`not-sent-back-then`). [5cu/dl/8.7.3] [3cu/dl/9.8.3] [3cu/assess/3.4] [3cu/assess/4.1]
 */
export class MarkAssignment extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsQuantity(0, 100, { description: 'The mark, of 100.', example: 78 })
  readonly mark!: number;

  @IsDay({
    description:
      'The day on which the marked work was sent back, from which a query of its mark is counted; today unless told.',
    optional: true,
  })
  readonly dispatchedOn?: CivilDate;
}

export const markAssignment = recordUseCase({
  command: MarkAssignment,
  path: 'marks',
  summary: text('Mark an assignment', '評改作業'),
  by: ['tutor', 'teacher', 'course-coordinator', 'migration'],
  clauses: ['5cu/dl/8.5', '5cu/dl/8.7.3', '3cu/dl/9.6', '3cu/dl/9.8.3', '3cu/assess/4.1'],
  decide: (record, command: MarkAssignment, { today }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, mark, dispatchedOn } = command;
    if (!attempt.items.some((item) => item.id === assignment)) return unknownAssignment(assignment);
    const work = attempt.submissions.findLast((one) => one.assignment === assignment);
    if (dispatchedOn && (dispatchedOn > today || (work && dispatchedOn < work.submittedOn))) return notSentBackThen;
    const ruling = pack.marking(study, { attempt, assignment, mark, today });
    const marked: AssignmentMarked = {
      type: 'AssignmentMarked',
      data: { course, term, assignment, on: today, mark, ...(dispatchedOn ? { dispatchedOn } : {}) },
    };
    return decideBy(ruling, [marked], {
      code: 'marking-refused',
      message: text('The regulations do not allow this mark to be recorded.', '按規例不可記錄此分數。'),
    });
  },
});

const notSentBackThen = refuse(
  'not-sent-back-then',
  text(
    'Marked work is sent back after it came, and not on a day to come.',
    '發還日期不得早於遞交日期，亦不得為將來的日期。',
  ),
);
