import type { CivilDate } from '#kernel';
import type { Account } from '../facts.ts';
import { accountOn } from './account.ts';

/** The fee for applying to a programme. */
export interface ApplicationFee {
  readonly programme: string;
  /** What stands for it on the day, in whole Hong Kong cents; 0 where none has been set. */
  readonly cents: number;
  /** Charges from before this day were for an earlier application. */
  readonly since?: CivilDate;
}

/**
 * What an applicant still has to pay of it, in whole Hong Kong cents: what neither payments nor waivers have settled of
 * the charge, or the whole fee while nobody has charged it.
 */
export function applicationFeeDue(
  account: Account,
  { programme, cents, since = '' }: ApplicationFee,
  day: CivilDate,
): { readonly charge: string | null; readonly outstandingCents: number } {
  const charge = accountOn(account, day).charges.findLast(
    ({ kind, programme: of, on }) => kind === 'application' && of === programme && on >= since,
  );
  return charge
    ? { charge: charge.id, outstandingCents: charge.outstanding }
    : { charge: null, outstandingCents: cents };
}
