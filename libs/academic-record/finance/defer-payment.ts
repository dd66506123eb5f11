import { FEE_SCHEDULE, fees } from '#catalogue';
import { ApprovalPart, Command, IsDay, IsPart, IsProgrammeCode, IsReason, IsStudentId, IsTermCode } from '#commands';
import { type CivilDate, decideBy, text } from '#kernel';
import type { PaymentDeferred } from '#student-record';
import { isRefusal, recordUseCase, registrationFor } from '../record-use-case.ts';
import { charged } from './charging.ts';

/**
 * The tuition of a term may be paid later than on registration. Until all of it has arrived the registration is
 * provisional; it ends when the new day passes without it. The deposit that goes with the application, where one has
 * been set, is charged at once and counts towards tuition. Refused without the Registrar's approval, after the day on
 * which the tuition was due, and in distance learning. [5cu/ug/3.5] [5cu/ug/3.6] [3cu/ug/3.5] [3cu/ug/3.6]
 */
export class DeferPayment extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsTermCode()
  readonly term!: string;

  @IsDay({ description: 'The new day by which all tuition of the term is to be paid.' })
  readonly until!: CivilDate;

  @IsReason()
  readonly reason!: string;

  @IsPart(ApprovalPart, { description: 'The approval of the Registrar.', optional: true })
  readonly approval?: ApprovalPart;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;
}

export const deferPayment = recordUseCase({
  command: DeferPayment,
  path: 'payment-deferrals',
  summary: text('Pay tuition later', '延期繳付學費'),
  by: ['registry', 'registrar', 'finance', 'student', 'migration'],
  clauses: ['5cu/ug/3.5', '5cu/ug/3.6', '3cu/ug/3.5', '3cu/ug/3.6'],
  facts: (reader) => reader.read(fees, FEE_SCHEDULE),
  decide: (record, command, { facts: schedule = [], today }) => {
    const found = registrationFor(record, command.programme);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const { term, until, reason, approval } = command;
    const programme = registration.programme.code;
    const ruling = pack.paymentDeferral(study, { term, until, approvals: approval ? [approval] : [], today });
    const deferred: PaymentDeferred = {
      type: 'PaymentDeferred',
      data: { deferral: { programme, term, until, on: today, reason } },
    };
    const charging = { account: record.account, registration, schedule, today };
    const deposit = charged(charging, 'payment-deferral-deposit', { term: { code: term } });
    return decideBy(ruling, [deferred, ...deposit], {
      code: 'payment-deferral-refused',
      message: text('The regulations do not allow this tuition to be paid later.', '按規例不可延期繳付此項學費。'),
    });
  },
});
