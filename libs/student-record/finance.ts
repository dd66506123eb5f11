import type { Account, Graduation, Hold } from '#regulations';
import type { RecordEvent } from './events.ts';

/** The part of a record that holds, charges and payments are folded into, and what exempts from a fee. */
interface Dues {
  readonly holds: readonly Hold[];
  readonly account: Account;
  readonly graduations: readonly Graduation[];
}

/** Holds, charges and payments of a record. An event that tells of none leaves it as it is. */
export function evolveFinance<Record extends Dues>(record: Record, event: RecordEvent): Record {
  switch (event.type) {
    case 'HoldPlaced':
      return { ...record, holds: [...record.holds, event.data.hold] };
    case 'HoldReleased': {
      const { hold: id, ...released } = event.data;
      const holds = record.holds.map((hold) => (hold.id === id && !hold.released ? { ...hold, released } : hold));
      return { ...record, holds };
    }
    case 'ChargeRecorded':
      return withAccount(record, ({ charges }) => ({ charges: [...charges, event.data.charge] }));
    case 'PaymentRecorded':
      return withAccount(record, ({ payments }) => ({ payments: [...payments, event.data.payment] }));
    case 'ChargeWaived':
      return withAccount(record, ({ waivers }) => ({ waivers: [...waivers, event.data.waiver] }));
    case 'PaymentDeferred':
      return withAccount(record, ({ deferrals }) => ({ deferrals: [...deferrals, event.data.deferral] }));
    case 'DepositSettled':
      return withAccount(record, ({ settlements = [] }) => ({ settlements: [...settlements, event.data.settlement] }));
    case 'ScholarshipAwarded': {
      const { scholarship, form, cents, on } = event.data.award;
      if (form !== 'tuition-fee') return record;
      return withAccount(record, ({ grants = [] }) => ({ grants: [...grants, { scholarship, cents, on }] }));
    }
    case 'GraduationRecorded':
      return { ...record, graduations: [...record.graduations, event.data.graduation] };
    default:
      return record;
  }
}

const withAccount = <Record extends Dues>(record: Record, change: (account: Account) => Partial<Account>): Record => ({
  ...record,
  account: { ...record.account, ...change(record.account) },
});
