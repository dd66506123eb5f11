import { Command, IsProgrammeCode, IsStudentId } from '#commands';
import { decideBy, text } from '#kernel';
import type { DepositSettled } from '#student-record';
import { isRefusal, recordUseCase, registrationFor } from '../record-use-case.ts';

/**
 * The caution deposit of a student who has left: debts are deducted from it and the balance is returned; of who has
 * completed the programme it becomes the graduation fee. Refused while the registration goes on, and where no deposit
 * is left. [5cu/ug/3.3] [3cu/ug/3.3]
 */
export class SettleDeposit extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;
}

export const settleDeposit = recordUseCase({
  command: SettleDeposit,
  path: 'deposit-settlements',
  summary: text('Settle a caution deposit', '結算保證金'),
  by: ['finance', 'registrar', 'migration'],
  clauses: ['5cu/ug/3.3', '3cu/ug/3.3'],
  decide: (record, command, { today }) => {
    const found = registrationFor(record, command.programme);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const { status } = pack.registration.status(study, today);
    const { ruling, ...settlement } = pack.depositSettlement(study, { status, today });
    const settled: DepositSettled = {
      type: 'DepositSettled',
      data: { settlement: { programme: registration.programme.code, on: today, ...settlement } },
    };
    return decideBy(ruling, [settled], {
      code: 'deposit-not-settled',
      message: text('The regulations do not allow the deposit to be settled now.', '按規例現時不可結算保證金。'),
    });
  },
});
