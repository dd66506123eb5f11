import {
  ApprovalPart,
  Command,
  IsDay,
  IsPartList,
  IsProgrammeCode,
  IsReason,
  IsStudentId,
  IsStudyApplicationId,
} from '#commands';
import { type CivilDate, refuse, text } from '#kernel';
import { leavesTaken } from '#regulations';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { decided, ResearchRequest } from './research-request.ts';
import { researchGoingOn } from './research-student.ts';

const WHO = ['student', 'registrar', 'registry', 'migration'] as const;

/** How long study is interrupted. */
export abstract class LeaveTerms extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsDay({ description: 'The first day without study.' })
  readonly from!: CivilDate;

  @IsDay({ description: 'The first day on which study goes on.' })
  readonly until!: CivilDate;
}

/**
 * A research student interrupts study, with the permission of the Registrar and for a proper reason. The time counts
 * towards the longest period. [5cu/rpg/4.7] [5cu/rpg/5.1] [3cu/rpg/4.7] [3cu/rpg/5.1]
 */
export class InterruptStudy extends LeaveTerms {
  @IsReason()
  readonly reason!: string;

  @IsPartList(ApprovalPart, 5, { description: 'The approvals that it takes.', optional: true })
  readonly approvals?: ApprovalPart[];

  @IsStudyApplicationId({ description: 'The application that it grants.', optional: true })
  readonly application?: string;
}

export const interruptStudy = recordUseCase({
  command: InterruptStudy,
  path: 'study-interruptions',
  summary: text('Interrupt study', '停學'),
  by: WHO,
  grants: 'leave',
  clauses: ['5cu/rpg/4.7', '3cu/rpg/4.7'],
  decide: (record, { programme, from, until, reason, approvals = [] }: InterruptStudy, { today }) => {
    if (from >= until) return noTime;
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    if (leavesTaken(found.file.leaves).some((leave) => from < leave.until && leave.from < until)) return onLeaveAlready;
    return decided(found.pack.research.leave(found.study, { from, until, approvals, today }), {
      type: 'StudyInterrupted',
      data: { programme: found.code, leave: { from, until, reason, recordedOn: today } },
    });
  },
});

/**
 * A research student goes on with study before an interruption is over, or calls it off before it begins, with the
 * permission of the Registrar. Refused where study is not interrupted at that time (`not-on-leave`), and for a day that is
 * past (`day-past`). [5cu/rpg/4.7] [3cu/rpg/4.7]
 */
export class ResumeStudy extends ResearchRequest {
  @IsDay({ description: 'The first day on which study goes on; that of the beginning calls the interruption off.' })
  readonly on!: CivilDate;

  @IsReason()
  readonly reason!: string;
}

export const resumeStudy = recordUseCase({
  command: ResumeStudy,
  path: 'study-resumptions',
  summary: text('Resume study before an interruption is over', '停學期滿前恢復學習'),
  by: WHO,
  clauses: ['5cu/rpg/4.7', '3cu/rpg/4.7'],
  decide: (record, { programme, on, reason, approvals = [] }: ResumeStudy, { today }) => {
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    const leave = found.file.leaves.find(({ from, until }) => from <= on && on < until);
    if (!leave) return notOnLeave;
    if (on < today) return dayPast;
    return decided(found.pack.research.resumption(found.study, { leave, on, approvals, today }), {
      type: 'StudyResumed',
      data: { programme: found.code, from: leave.from, on, recordedOn: today, reason },
    });
  },
});

const noTime = refuse('no-time', text('The first day has to come before the last.', '首日須在恢復日之前。'));
const onLeaveAlready = refuse('on-leave', text('Study is interrupted at that time already.', '該段時間已獲准停學。'));
const notOnLeave = refuse('not-on-leave', text('Study is not interrupted at that time.', '該日並非在停學期內。'));
const dayPast = refuse('day-past', text('Study cannot go on from a day that is past.', '恢復學習日不可早於今天。'));
