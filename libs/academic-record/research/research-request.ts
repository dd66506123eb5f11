import { ApprovalPart, Command, IsPartList, IsProgrammeCode, IsStudentId } from '#commands';
import { type Decision, decideBy, type Ruling, text } from '#kernel';
import type { RecordEvent } from '#student-record';

/** The committee, and those who write down its decisions. */
export const BY = ['research-degrees-committee', 'registrar', 'registry', 'migration'] as const;

/** What is asked of the committees, or of the supervisor, about one research student. */
export abstract class ResearchRequest extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsPartList(ApprovalPart, 5, { description: 'The approvals that it takes.', optional: true })
  readonly approvals?: ApprovalPart[];
}

/** What was decided about it by the rules. */
export const decided = (ruling: Ruling, event: RecordEvent): Decision =>
  decideBy(ruling, [event], {
    code: 'approval-wanting',
    message: text('The regulations do not allow this.', '按規例不可如此辦理。'),
  });
