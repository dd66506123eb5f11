import { Command, IsCourseCode, IsStudentId, IsTermCode } from '#commands';

/** A request about one student's taking of one course in one term. */
export abstract class AboutAttempt extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsCourseCode()
  readonly course!: string;

  @IsTermCode()
  readonly term!: string;
}
