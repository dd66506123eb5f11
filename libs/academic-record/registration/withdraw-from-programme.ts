import { Command, IsProgrammeCode, IsReason, IsStudentId, IsStudyApplicationId } from '#commands';
import { decideBy, text } from '#kernel';
import type { ProgrammeWithdrawn } from '#student-record';
import { isRefusal, recordUseCase, registrationGoingOn } from '../record-use-case.ts';
import { coursesLeft, examinationsOf } from './left-courses.ts';

/** What is left. */
export abstract class WithdrawalTerms extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;
}

/**
 * A student leaves a whole programme, and with it every course under way or put off: full-time a course is dropped without trace
 * until its add/drop period ends, otherwise it stays with a W. A course whose examinations are over keeps its result.
 * Refused inside the last 14 days before the examinations of any term concerned, until they are over; what is
 * dropped or put off has no last day, nor has a course over several terms while its examination days are not set. After it nothing is enrolled on
 * that programme. [5cu/dl/5.1] [5cu/dl/5.2] [5cu/ug/5.1] [3cu/dl/6.1] [3cu/dl/6.2] [3cu/ug/5.1]
 */
export class WithdrawFromProgramme extends WithdrawalTerms {
  @IsReason({ optional: true })
  readonly reason?: string;

  @IsStudyApplicationId({ description: 'The application that it grants.', optional: true })
  readonly application?: string;
}

export const withdrawFromProgramme = recordUseCase({
  command: WithdrawFromProgramme,
  path: 'programme-withdrawals',
  summary: text('Withdraw from a programme', '退修課程'),
  by: ['student', 'registrar', 'registry', 'migration'],
  grants: 'programme-withdrawal',
  clauses: [
    '5cu/dl/5.1',
    '5cu/dl/5.2',
    '5cu/dl/5.3',
    '5cu/ug/5.1',
    '5cu/ug/6.4',
    '5cu/tpg/5.1',
    '3cu/dl/6.1',
    '3cu/dl/6.2',
    '3cu/dl/6.3',
    '3cu/ug/5.1',
    '3cu/ug/6.4',
    '3cu/tpg/5.1',
  ],
  facts: (reader, { student }: WithdrawFromProgramme) => examinationsOf(reader, student),
  decide: (record, command, { facts: examinations, today, appliedOn }) => {
    const found = registrationGoingOn(record, command.programme, today);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const { ruling, leaves } = pack.registration.withdrawal(study, { examinations, today: appliedOn });
    const reason = command.reason ?? '';
    const left: ProgrammeWithdrawn = {
      type: 'ProgrammeWithdrawn',
      data: {
        programme: registration.programme.code,
        on: today,
        recordedOn: today,
        clause: ruling.findings[0]?.clause ?? '',
        reason,
      },
    };
    return decideBy(ruling, [...coursesLeft(leaves, today, reason), left], {
      code: 'withdrawal-refused',
      message: text('The regulations do not allow a withdrawal from the programme now.', '按規例現時不可退修課程。'),
    });
  },
});
