import { Command, IsDay, IsProgrammeCode, IsStudentId } from '#commands';
import type { CivilDate } from '#kernel';

/** What comes about by lapse of time for a registration: a scheduled process looks for it, or the Registry one by one. */
export abstract class RegistrationOnADay extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsDay({ description: 'The day on which it is looked at; today unless told, and never later.', optional: true })
  readonly on?: CivilDate;
}
