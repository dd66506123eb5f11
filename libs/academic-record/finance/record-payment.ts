import { Command, IsCents, IsChargeId, IsPaymentId, IsStudentId } from '#commands';
import { accept, refuse, text } from '#kernel';
import type { PaymentRecorded } from '#student-record';
import { isRefusal, payerOn, recordUseCase } from '../record-use-case.ts';

/**
 * An amount has arrived. It settles the charge that it names, and otherwise what fell due first; what is left stays to
 * the student's credit. Refused under a name that is in use (`payment-known`), so that none is entered twice.
 * [5cu/dl/3.4] [5cu/ug/3.6] [3cu/dl/3.4] [3cu/ug/3.6]
 */
export class RecordPayment extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsPaymentId({ description: 'What the payment is called within the record, such as the number of its receipt.' })
  readonly payment!: string;

  @IsCents(1, { description: 'The amount in whole Hong Kong cents.' })
  readonly cents!: number;

  @IsChargeId({ description: 'The charge that it settles.', optional: true })
  readonly charge?: string;
}

export const recordPayment = recordUseCase({
  command: RecordPayment,
  path: 'payments',
  summary: text('Record a payment', '記入繳款'),
  by: ['finance', 'registry', 'registrar', 'migration'],
  clauses: ['5cu/dl/3.4', '5cu/ug/3.5', '5cu/ug/3.6', '3cu/dl/3.4', '3cu/ug/3.5', '3cu/ug/3.6'],
  decide: (record, { payment: id, cents, charge }, { today }) => {
    const unknown = payerOn(record);
    if (isRefusal(unknown)) return unknown;
    const { charges, payments } = record.account;
    if (payments.some((payment) => payment.id === id)) return known;
    if (charge !== undefined && !charges.some((each) => each.id === charge)) return unknownCharge;
    const recorded: PaymentRecorded = { type: 'PaymentRecorded', data: { payment: { id, cents, on: today, charge } } };
    return accept([recorded]);
  },
});

const known = refuse('payment-known', text('A payment of this name is on the record.', '紀錄中已有同一編號的繳款。'));

export const unknownCharge = refuse('unknown-charge', text('There is no such charge.', '沒有這項應繳款項。'));
