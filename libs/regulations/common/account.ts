import type { CivilDate } from '#kernel';
import type { Account, Charge, PaymentDeferral } from '../facts.ts';

export const emptyAccount: Account = { charges: [], payments: [], waivers: [], deferrals: [] };

/** A charge as it stands on a day. Amounts in whole Hong Kong cents. */
export interface ChargeOn extends Charge {
  /** The day by which it is to be paid, a deferral of payment included. */
  readonly payBy: CivilDate;
  readonly waived: number;
  readonly paid: number;
  readonly outstanding: number;
}

/** An account as it stands on a day: charges in order of record, and sums in whole Hong Kong cents. */
export interface AccountOn {
  readonly charges: readonly ChargeOn[];
  /** All that is still to be paid, but for fees that only who wants something pays: nobody owes them. */
  readonly owed: number;
  /** What of it should have been paid before the day. */
  readonly overdue: number;
  /** Paid beyond what was charged. */
  readonly credit: number;
  /** What is left of scholarships that were awarded as tuition fee. [5cu/schol/6.1] [3cu/schol/6.1] */
  readonly grant: number;
  /** Paid as a caution deposit, and not settled yet. [5cu/ug/3.3] [3cu/ug/3.3] */
  readonly deposit: number;
}

/** Paid by who means to sit an examination again, and owed by nobody who does not. [5cu/assess/15.2(e)] */
const isOfChoice = ({ kind }: Pick<Charge, 'kind'>): boolean => kind === 'resit';

/**
 * What the facts of an account come to on a day. A payment settles the charge that it names; what is left of it, and a
 * payment that names none, settles what falls due first, debts before fees that are of choice; between the two a
 * scholarship settles tuition that falls due on the day of its award or later. What is waived after it was paid becomes
 * free for others.
 */
export function accountOn(account: Account, day: CivilDate): AccountOn {
  const until = <Fact extends { readonly on: CivilDate }>(facts: readonly Fact[]) =>
    facts.filter(({ on }) => on <= day);
  const deferrals = until(account.deferrals);
  const waivers = until(account.waivers);
  const charges = until(account.charges).map((charge) => {
    const waived = total(waivers.filter((waiver) => waiver.charge === charge.id));
    return { ...charge, payBy: payBy(charge, deferrals), waived: Math.min(waived, charge.cents), paid: 0 };
  });
  const open = (charge: (typeof charges)[number]) => charge.cents - charge.waived - charge.paid;
  const byDay = [...charges].sort((a, b) => (a.payBy < b.payBy ? -1 : a.payBy > b.payBy ? 1 : 0));
  const inOrder = [...byDay.filter((charge) => !isOfChoice(charge)), ...byDay.filter(isOfChoice)];
  let credit = 0;
  const settle = (cents: number, settled: readonly (typeof charges)[number][]): number => {
    let left = cents;
    for (const charge of settled) {
      const part = Math.min(left, open(charge));
      charge.paid += part;
      left -= part;
    }
    return left;
  };
  const payments = until(account.payments);
  const over = payments.map(({ cents, charge }) =>
    charge === undefined
      ? cents
      : settle(
          cents,
          charges.filter(({ id }) => id === charge),
        ),
  );
  // A scholarship is for the courses that come after it, by the day on which their tuition is due, and for nothing else.
  const grant = sumOf(
    until(account.grants ?? []).map(({ cents, on }) =>
      settle(
        cents,
        inOrder.filter(({ kind, due }) => kind === 'tuition' && due >= on),
      ),
    ),
  );
  for (const cents of over) credit += settle(cents, inOrder);
  // Counts towards the tuition of its term, and towards nothing else. [5cu/ug/3.5] [3cu/ug/3.5]
  for (const deposit of charges.filter(({ kind }) => kind === 'payment-deferral-deposit'))
    settle(
      deposit.paid,
      inOrder.filter(
        ({ kind, programme, term }) => kind === 'tuition' && programme === deposit.programme && term === deposit.term,
      ),
    );
  const settlements = until(account.settlements ?? []);
  // The graduation fee is paid by what is left of the deposit; debts by what is deducted from it. [5cu/ug/3.3] [3cu/ug/3.3]
  for (const { programme, graduation, deducted } of settlements) {
    settle(
      graduation,
      inOrder.filter((charge) => charge.kind === 'graduation' && charge.programme === programme),
    );
    settle(
      deducted,
      inOrder.filter((charge) => charge.kind !== 'caution-deposit' && !isOfChoice(charge)),
    );
  }
  const standing = charges.map((charge) => ({ ...charge, outstanding: open(charge) }));
  const debts = standing.filter((charge) => !isOfChoice(charge));
  return {
    charges: standing,
    owed: sumOf(debts.map(({ outstanding }) => outstanding)),
    overdue: sumOf(debts.filter((charge) => charge.payBy < day).map(({ outstanding }) => outstanding)),
    credit,
    grant,
    deposit:
      sumOf(standing.filter(({ kind }) => kind === 'caution-deposit').map(({ paid }) => paid)) -
      sumOf(settlements.map(({ deducted, returned, graduation }) => deducted + returned + graduation)),
  };
}

/** How much of one charge is still to be paid on a day, in cents; 0 for one that is not there. */
export const outstandingOf = (account: Account, charge: string, day: CivilDate): number =>
  accountOn(account, day).charges.find(({ id }) => id === charge)?.outstanding ?? 0;

export interface PaymentStanding {
  /** Provisional until the tuition whose payment was deferred has arrived; ended when it has not by the new day. */
  readonly status: 'registered' | 'provisional' | 'ended';
  /** The deferral of payment that makes it so. */
  readonly deferral?: PaymentDeferral;
  /** What of the deferred tuition is still to be paid, in cents. */
  readonly outstanding: number;
}

/** The registration and the term whose payment is asked about; all terms unless told. */
export interface PaymentQuestion {
  readonly programme: string;
  /** Deferrals from before this day belong to an earlier registration. */
  readonly since?: CivilDate;
  readonly term?: string;
}

/**
 * Whether a registration is provisional on a day because the payment of tuition was deferred, or has ended because not
 * all of it had arrived on the new day. What arrives later settles the debt and does not register again: that takes
 * reinstatement or readmission. [5cu/ug/3.6] [5cu/ug/5.2] [3cu/ug/3.6] [3cu/ug/5.2]
 */
export function paymentStanding(account: Account, of: PaymentQuestion, day: CivilDate): PaymentStanding {
  const { programme, since = '', term } = of;
  const byTerm = new Map<string, PaymentDeferral>();
  for (const deferral of account.deferrals) {
    const asked = deferral.programme === programme && (term === undefined || deferral.term === term);
    if (asked && deferral.on >= since && deferral.on <= day) byTerm.set(deferral.term, deferral);
  }
  const standing = [...byTerm.values()].map((deferral) => ({
    deferral,
    outstanding: unpaidOf(account, deferral, day),
    missed: deferral.until < day && unpaidOf(account, deferral, deferral.until) > 0,
  }));
  const ended = standing.find(({ missed }) => missed);
  if (ended) return { status: 'ended', deferral: ended.deferral, outstanding: ended.outstanding };
  const open = standing.find(({ outstanding }) => outstanding > 0);
  if (open) return { status: 'provisional', deferral: open.deferral, outstanding: open.outstanding };
  return { status: 'registered', outstanding: 0 };
}

const unpaidOf = (account: Account, deferral: PaymentDeferral, day: CivilDate): number =>
  sumOf(
    accountOn(account, day)
      .charges.filter((charge) => covers(deferral, charge))
      .map(({ outstanding }) => outstanding),
  );

/** An amount as people read it: `HK$1,234.50`. */
export const hkd = (cents: number): string => {
  const whole = Math.trunc(cents / CENTS).toString();
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `HK$${grouped}.${String(cents % CENTS).padStart(2, '0')}`;
};

const CENTS = 100;

const covers = (deferral: PaymentDeferral, { kind, programme, term }: Charge): boolean =>
  kind === 'tuition' && programme === deferral.programme && term === deferral.term;

function payBy(charge: Charge, deferrals: readonly PaymentDeferral[]): CivilDate {
  const deferral = deferrals.findLast((each) => covers(each, charge));
  return deferral && deferral.until > charge.due ? deferral.until : charge.due;
}

const total = (facts: readonly { readonly cents: number }[]): number => sumOf(facts.map(({ cents }) => cents));

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
