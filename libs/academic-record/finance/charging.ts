import { centsOf, type Fee, feeOn } from '#catalogue';
import type { CivilDate } from '#kernel';
import type {
  Account,
  Attempt,
  Charge,
  ChargeKind,
  CourseFacts,
  ProgrammeFacts,
  Registration,
  TermFacts,
} from '#regulations';
import type { ChargeRecorded, ChargeWaived } from '#student-record';

/** What is charged, and for what. */
export interface Charging {
  readonly account: Account;
  readonly registration: Registration;
  readonly schedule: readonly Fee[];
  readonly today: CivilDate;
}

/**
 * The charge of a fee that stands on the day, as an event; none while no fee of the kind has been set. Tuition is due
 * on the last day of registration for the term, or on the day it is charged where that is later; other fees at once.
 * [5cu/dl/3.4] [5cu/ug/3.5] [3cu/dl/3.4] [3cu/ug/3.5]
 */
export function charged(
  { account, registration, schedule, today }: Charging,
  kind: ChargeKind,
  about: { readonly course?: CourseFacts; readonly term?: Pick<TermFacts, 'code'> & Partial<TermFacts> } = {},
): ChargeRecorded[] {
  const { code: programme } = registration.programme;
  const fee = feeOn(schedule, kind, registration.programme, today);
  if (!fee || fee.cents === 0) return [];
  const { course, term } = about;
  const lastDay = (kind === 'tuition' && term?.registration?.[1]) || today;
  const charge: Charge = {
    id: freshId(account, [kind, course?.code, term?.code].filter((part) => part !== undefined).join('.')),
    kind,
    programme,
    cents: centsOf(fee, course),
    due: lastDay > today ? lastDay : today,
    on: today,
    clause: fee.clause,
    ...(course ? { course: course.code } : {}),
    ...(term ? { term: term.code } : {}),
  };
  return [{ type: 'ChargeRecorded', data: { charge } }];
}

/** What an applicant to a programme pays on a day, in whole cents; 0 while no fee has been set. */
export const applicationCents = (schedule: readonly Fee[], programme: ProgrammeFacts, today: CivilDate): number =>
  feeOn(schedule, 'application', programme, today)?.cents ?? 0;

/** Tuition of an attempt that is given up without trace, or taken up again later, need not be paid for it any more: all of it, or so many cents. */
export function freed(
  { account, today }: Pick<Charging, 'account' | 'today'>,
  attempt: Attempt,
  reason: string,
  atMost = Number.MAX_SAFE_INTEGER,
) {
  let left = atMost;
  return account.charges
    .filter(
      ({ kind, course, term }) => kind === 'tuition' && course === attempt.course.code && term === attempt.term.code,
    )
    .flatMap((charge): ChargeWaived[] => {
      const cents = Math.min(left, charge.cents - waivedOf(account, charge.id));
      if (cents <= 0) return [];
      left -= cents;
      return [
        {
          type: 'ChargeWaived',
          data: { waiver: { charge: charge.id, cents, on: today, authority: 'university', reason } },
        },
      ];
    });
}

/** What of a charge has been waived, in cents. */
export const waivedOf = (account: Account, charge: string): number =>
  account.waivers.filter((waiver) => waiver.charge === charge).reduce((sum, { cents }) => sum + cents, 0);

/** A name for a charge that none of the account has yet. */
export function freshId({ charges }: Account, name: string): string {
  const taken = charges.filter(({ id }) => id === name || id.startsWith(`${name}-`)).length;
  return taken === 0 ? name : `${name}-${taken + 1}`;
}
