import { Rational, text } from '#kernel';
import type { ProgrammeFacts, Transfer } from '../facts.ts';
import type { TransferRequest } from '../pack.ts';
import type { Residence, TransferLaw } from './credit-transfer-law.ts';
import type { Demand, Remark } from './demand.ts';
import { figure, sum } from './parameters.ts';

const exact = (credits: number): Rational => Rational.parse(String(credits));

export const creditsOf = (transfers: readonly Pick<Transfer, 'credits'>[]): Rational =>
  sum(transfers.map((transfer) => exact(transfer.credits)));

/** What the award takes less all that is transferred stays at or above the minimum at the University. [5cu/ct/5.1.2] [3cu/ct/5.1.2] */
export function residence(
  law: TransferLaw,
  programme: ProgrammeFacts,
  granted: readonly Transfer[],
  { transfer, today }: TransferRequest,
): Demand[] {
  const own = programme.requirements.residenceCredits;
  const provision: Residence | undefined =
    own === undefined
      ? law.residence.on(today).value[programme.award]
      : { clause: `${law.regulation}/5.1.2(e)`, credits: own };
  if (!provision) return [];
  const { clause } = provision;
  const total = exact(programme.credits);
  const minimum = 'credits' in provision ? exact(provision.credits) : total.times(Rational.of(...provision.share));
  const before = creditsOf(granted);
  const atUniversity = total.minus(before).minus(exact(transfer.credits));
  const room = total.minus(before).minus(minimum);
  return [
    {
      clause,
      met: atUniversity.atLeast(minimum),
      figures: {
        programmeCredits: programme.credits,
        transferredBefore: figure(before),
        credits: transfer.credits,
        atUniversity: figure(atUniversity),
        minimumAtUniversity: figure(minimum),
      },
      note: text(
        `${figure(atUniversity)} credits would be left to take at the University; the minimum is ${figure(minimum)}.`,
        `在大學修讀的學分將只餘 ${figure(atUniversity)}，少於最低要求 ${figure(minimum)}。`,
      ),
      remedy: leftOver(room),
    },
  ];
}

/** In full-time study at most a share of the programme is transferred; top-up degrees have no limit. [5cu/ct/5.2.1] [5cu/ct/5.2.2] [3cu/ct/5.2.1] [3cu/ct/5.2.2] */
export function fullTimeShare(
  law: TransferLaw,
  programme: ProgrammeFacts,
  granted: readonly Transfer[],
  { transfer, today }: TransferRequest,
): Demand | Remark {
  const total = creditsOf(granted).plus(exact(transfer.credits));
  if (programme.requirements.topUp)
    return { clause: `${law.regulation}/5.2.2`, figures: { transferred: figure(total), topUp: true } };
  const { clause, value } = law.fullTimeShare.on(today);
  const cap = exact(programme.credits).times(Rational.of(...value));
  return {
    clause,
    met: cap.atLeast(total),
    figures: { programmeCredits: programme.credits, transferred: figure(total), limit: figure(cap) },
    note: text(
      `${figure(total)} credits would be transferred; the limit is ${figure(cap)}.`,
      `轉移學分將達 ${figure(total)}，超過上限 ${figure(cap)}。`,
    ),
    remedy: leftOver(cap.minus(creditsOf(granted))),
  };
}

/** General and specific credits go together, as the full-time kinds do; block credits of distance learning stand alone. [5cu/ct/6.2.3] [5cu/ct/6.3.2] [3cu/ct/6.2.3] [3cu/ct/6.3.2] */
export function combination(
  law: TransferLaw,
  granted: readonly Transfer[],
  { transfer }: TransferRequest,
): (Demand | Remark)[] {
  const kinds = new Set(granted.map((other) => other.kind).filter((kind) => kind !== transfer.kind));
  if (kinds.size === 0) return [];
  const figures = { kind: transfer.kind, grantedBefore: [...kinds].join(' ') };
  if (transfer.kind.startsWith('full-time')) return [{ clause: `${law.regulation}/6.3.2`, figures }];
  return [
    {
      clause: `${law.regulation}/6.2.3`,
      met: transfer.kind !== 'block' && !kinds.has('block'),
      figures,
      note: text(
        'Block credits are not combined with general or specific credits.',
        '整體學分不可與一般學分或特定學分合併使用。',
      ),
    },
  ];
}

export function leftOver(room: Rational) {
  const left = figure(room.atLeast(Rational.of(0)) ? room : Rational.of(0));
  return text(`At most ${left} credits more may be transferred.`, `最多可再轉移 ${left} 學分。`);
}
