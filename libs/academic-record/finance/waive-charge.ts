import { Command, IsCents, IsChargeId, IsOneOf, IsReason, IsStudentId } from '#commands';
import { accept, refuse, text } from '#kernel';
import type { ChargeWaived } from '#student-record';
import { mayUse, WAIVERS, WAIVING } from '../holds/hold-powers.ts';
import { notAuthorised } from '../holds/place-hold.ts';
import { isRefusal, payerOn, recordUseCase } from '../record-use-case.ts';
import { waivedOf } from './charging.ts';
import { unknownCharge } from './record-payment.ts';

/**
 * A charge, or a part of it, need not be paid. What had been paid for it settles other charges. Refused for more than
 * is left of it (`waived-too-much`). Fees already paid are not refunded on withdrawal: this is a decision on a charge,
 * with its authority. [5cu/dl/5.2] [5cu/ug/5.1] [3cu/dl/6.2] [3cu/ug/5.1]
 */
export class WaiveCharge extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsChargeId()
  readonly charge!: string;

  @IsCents(1, { description: 'The part in whole Hong Kong cents; all of it unless told.', optional: true })
  readonly cents?: number;

  @IsOneOf(Object.keys(WAIVING), { description: 'Who decided.' })
  readonly authority!: string;

  @IsReason()
  readonly reason!: string;
}

export const waiveCharge = recordUseCase({
  command: WaiveCharge,
  path: 'charge-waivers',
  summary: text('Waive a charge', '豁免款項'),
  by: WAIVERS,
  clauses: ['5cu/dl/2.6', '5cu/ug/2.4', '5cu/tpg/2.4', '3cu/dl/2.6', '3cu/ug/2.4', '3cu/tpg/2.4'],
  decide: (record, { charge: id, authority, reason, ...asked }, { today, actor }) => {
    const unknown = payerOn(record);
    if (isRefusal(unknown)) return unknown;
    const charge = record.account.charges.find((each) => each.id === id);
    if (!charge) return unknownCharge;
    if (!mayUse(WAIVING, authority, actor.role)) return notAuthorised;
    const left = charge.cents - waivedOf(record.account, id);
    const cents = asked.cents ?? left;
    if (cents > left || left === 0) return tooMuch;
    const waived: ChargeWaived = {
      type: 'ChargeWaived',
      data: { waiver: { charge: id, cents, on: today, authority, reason } },
    };
    return accept([waived]);
  },
});

const tooMuch = refuse('waived-too-much', text('No more is left of the charge.', '豁免金額超出該款項的餘額。'));
