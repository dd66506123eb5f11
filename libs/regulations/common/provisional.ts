import { type CivilDate, type ClauseId, plusDays, text } from '#kernel';
import type { Study } from '../facts.ts';
import type { EndRuling } from '../rules/registration.ts';
import { emptyAccount, hkd, type PaymentStanding, paymentStanding } from './account.ts';
import { ruleOn } from './demand.ts';

/** How the payment of a registration, or of one of its terms, stands on a day; what was deferred before it was reinstated has been cleared. */
export function paymentOf(
  { registration, account = emptyAccount, moves = [] }: Study,
  day: CivilDate,
  term?: string,
): PaymentStanding {
  const returned = moves.findLast(({ to, on }) => to === 'reinstated' && on <= day)?.on ?? '';
  const since = returned > registration.admittedOn ? returned : registration.admittedOn;
  return paymentStanding(account, { programme: registration.programme.code, since, term }, day);
}

/**
 * Whether provisional registration has come to its end: on the day after the new one, when not all of the deferred
 * tuition had arrived by then. Undefined where no payment was deferred. [5cu/ug/3.6] [3cu/ug/3.6]
 */
export const provisionalEnd =
  ({ pack, clause }: { readonly pack: string; readonly clause: ClauseId }) =>
  (study: Study, today: CivilDate): EndRuling | undefined => {
    const { status, deferral, outstanding } = paymentOf(study, today);
    if (!deferral) return undefined;
    const { term, until, on: since } = deferral;
    const on = plusDays(until, 1);
    const ruling = ruleOn(pack, [
      {
        clause,
        met: status === 'ended',
        figures: { term, until, today, outstandingCents: outstanding },
        note: text(
          `Registration is provisional until ${until}; ${hkd(outstanding)} is still to arrive.`,
          `臨時註冊至 ${until} 為止；尚欠 ${hkd(outstanding)}。`,
        ),
        remedy: text(`It ends on ${on} unless the tuition has arrived.`, `學費如未繳清，臨時註冊於 ${on} 終止。`),
      },
    ]);
    return { ruling, clause, on, since };
  };
