import { ApprovalPart, Command, IsOneOf, IsPartList, IsProgrammeCode, IsReason, IsStudentId } from '#commands';
import { decideBy, text } from '#kernel';
import type { RegistrationTerminated } from '#student-record';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { coursesLeft, examinationsOf } from '../registration/left-courses.ts';
import { researchGoingOn } from './research-student.ts';

/**
 * The Senate ends the registration of a research student on the recommendation of the Research Degrees Committee: for
 * poor performance, or for a year that was not registered for. Courses under way are left with it. Refused without either of the two, and on the second
 * ground when no such year is on record. [5cu/rpg/4.6] [3cu/rpg/4.6]
 */
export class TerminateRegistration extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsOneOf(['performance', 'registration'], { description: 'Poor performance, or failing to register.' })
  readonly ground!: 'performance' | 'registration';

  @IsReason()
  readonly reason!: string;

  @IsPartList(ApprovalPart, 5, {
    description: 'The decision of the Senate, and the recommendation of the Research Degrees Committee.',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];
}

export const terminateRegistration = recordUseCase({
  command: TerminateRegistration,
  path: 'registration-terminations',
  summary: text('End the registration of a research student', '終止研究生的註冊'),
  by: ['registrar', 'migration'],
  clauses: ['5cu/rpg/4.6', '3cu/rpg/4.6'],
  facts: (reader, { student }: TerminateRegistration) => examinationsOf(reader, student),
  decide: (record, { programme, ground, reason, approvals = [] }, { facts: examinations, today }) => {
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    const { ruling, clause } = found.pack.research.termination(found.study, { ground, approvals, today });
    const terminated: RegistrationTerminated = {
      type: 'RegistrationTerminated',
      data: { programme: found.code, on: today, recordedOn: today, clause, ground, reason },
    };
    const leaves = found.pack.registration.coursesAtEnd(found.study, { on: today, examinations });
    return decideBy(ruling, [...coursesLeft(leaves, today, reason), terminated], {
      code: 'termination-refused',
      message: text('The regulations do not allow this termination.', '按規例不可終止註冊。'),
    });
  },
});
