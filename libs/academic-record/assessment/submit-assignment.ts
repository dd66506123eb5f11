import { ApprovalPart, IsAssignmentCode, IsFlag, IsLine, IsOneOf, IsPartList } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import { HAND_IN_METHODS, type HandInMethod, isWritten } from '#regulations';
import type { AssignmentSubmitted } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { unknownAssignment } from './unknown-assignment.ts';

/**
 * A piece of assessed work is handed in. Late work of distance learning needs an extension or somebody who accepts it;
 * that of its last assignment is kept without a mark. Full-time late work waits for the teacher's decision. Marked work is not handed in again, nor is work that
 * was refused. It comes in the way that the course prescribes, with the check for plagiarism that it asks. Quizzes,
 * laboratory work and the like are entered as done by staff (`entered-by-staff`); attendance is recorded by itself
 * (`attendance-not-handed-in`).
 * [5cu/dl/8.5-8.7.3] [5cu/ug/9.5] [5cu/assess/3.2] [3cu/dl/9.6-9.8.3] [3cu/ug/9.7] [3cu/assess/3.2] [3cu/assess/3.4]
 */
export class SubmitAssignment extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsFlag({ description: 'Carried over from an earlier presentation of the course, not handed in again.' })
  readonly banked?: boolean;

  @IsOneOf(HAND_IN_METHODS, {
    description: 'How it was handed in; as the course prescribes unless told.',
    optional: true,
  })
  readonly handIn?: HandInMethod;

  @IsLine({
    description: 'What the check for plagiarism is filed under.',
    example: 'TII-2024-118822',
    optional: true,
  })
  readonly plagiarismCheck?: string;

  @IsPartList(ApprovalPart, 5, { description: 'An extension, or the acceptance of late work.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const submitAssignment = recordUseCase({
  command: SubmitAssignment,
  path: 'submissions',
  summary: text('Submit an assignment', '提交作業'),
  by: ['student', 'tutor', 'teacher', 'course-coordinator', 'registrar', 'registry', 'migration'],
  clauses: [
    '5cu/dl/8.1',
    '5cu/ug/9.1',
    '5cu/tpg/9.1',
    '3cu/dl/9.1',
    '3cu/ug/9.1',
    '3cu/tpg/9.1',
    '5cu/dl/8.5',
    '5cu/dl/8.6',
    '5cu/dl/8.9',
    '5cu/ug/9.6',
    '5cu/tpg/9.4',
    '5cu/assess/3.1',
    '5cu/assess/3.2',
    '5cu/assess/3.4',
    '3cu/dl/9.7',
    '3cu/dl/9.10',
    '3cu/ug/9.8',
    '3cu/tpg/9.8',
    '3cu/assess/3.1',
    '3cu/assess/3.2',
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
  decide: (record, command: SubmitAssignment, { today, actor }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, banked = false, handIn, plagiarismCheck, approvals = [] } = command;
    const item = attempt.items.find(({ id }) => id === assignment);
    if (!item) return unknownAssignment(assignment);
    if (item.kind === 'attendance') return attendanceNotHandedIn;
    if (actor.role === 'student' && item.kind !== 'examination' && !isWritten(item)) return enteredByStaff;
    const asked = { attempt, assignment, banked, handIn, plagiarismCheck, approvals, today };
    const { pending, ...ruling } = pack.submission(study, asked);
    const submitted: AssignmentSubmitted = {
      type: 'AssignmentSubmitted',
      data: {
        ...{ course, term, assignment, on: today, due: ruling.due, late: ruling.late, banked },
        ...(plagiarismCheck ? { plagiarismCheck } : {}),
        ...(pending ? { pending } : {}),
      },
    };
    return decideBy(ruling, [submitted], {
      code: 'submission-refused',
      message: text('The regulations do not allow this submission.', '按規例不接納這次提交。'),
    });
  },
});

const attendanceNotHandedIn = refuse(
  'attendance-not-handed-in',
  text(
    'Attendance is recorded (RecordAttendance) and not handed in.',
    '出席率須以 RecordAttendance 記錄，並非遞交項目。',
  ),
);

const enteredByStaff = refuse(
  'entered-by-staff',
  text('Whether an activity was done is entered by staff.', '評核活動是否完成，由職員記錄。'),
);
