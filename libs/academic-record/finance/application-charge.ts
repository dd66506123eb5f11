import type { Fee } from '#catalogue';
import type { CivilDate, Finding } from '#kernel';
import { type Charge, type GraduateOf, type ProgrammeFacts, packFor, type Registration } from '#regulations';
import {
  type ChargeRecorded,
  type ChargeWaived,
  type GraduationRecorded,
  graduationsOf,
  type StudentRecord,
} from '#student-record';
import { charged, waivedOf } from './charging.ts';

/** What an admission costs as an application, and what the regulations say of it. */
export interface ApplicationCharge {
  readonly events: readonly ChargeRecorded[];
  readonly findings: readonly Finding[];
}

/**
 * The fee of the application that an admission grants: charged with it unless it was charged before, or the regulations
 * ask none of this applicant; it keeps nobody from being admitted. Nothing is charged while no fee is set. [5cu/dl/2.6]
 * [5cu/ug/2.4] [5cu/tpg/2.4] [3cu/dl/2.6] [3cu/ug/2.4] [3cu/tpg/2.4]
 */
export function applicationCharge(
  record: StudentRecord,
  registration: Registration,
  schedule: readonly Fee[],
  today: CivilDate,
): ApplicationCharge {
  const { programme } = registration;
  const { account } = record;
  const { admittedOn = '' } = record.registrations.find((one) => one.programme.code === programme.code) ?? {};
  const [asked] = charged({ account, registration, schedule, today }, 'application');
  if (!asked || account.charges.some((charge) => isFor(charge, programme) && charge.on > admittedOn))
    return { events: [], findings: [] };
  const ruling = mayCharge(graduationsOf(record), programme, asked.data.charge);
  return {
    events: ruling.outcome === 'allowed' ? [asked] : [],
    findings: ruling.findings.map((finding) => ({ ...finding, holds: true })),
  };
}

/** Fees of applications that were charged before it was known that the applicant had graduated need not be paid. */
export const waivedForGraduate = (
  { registrations, account }: StudentRecord,
  { of, graduatedOn = '', recordedOn }: GraduationRecorded['data']['graduation'],
): ChargeWaived[] =>
  registrations.flatMap(({ programme }) =>
    account.charges
      .filter((charge) => isFor(charge, programme) && graduatedOn <= charge.on)
      .filter((charge) => mayCharge([of], programme, charge).outcome === 'refused')
      .flatMap((charge): ChargeWaived[] => {
        const cents = charge.cents - waivedOf(account, charge.id);
        if (cents <= 0) return [];
        const reason = 'a graduate pays no application fee';
        const waiver = { charge: charge.id, cents, on: recordedOn, authority: 'university', reason };
        return [{ type: 'ChargeWaived', data: { waiver } }];
      }),
  );

const isFor = ({ kind, programme: of }: Charge, { code }: ProgrammeFacts): boolean =>
  kind === 'application' && of === code;

const mayCharge = (graduateOf: readonly GraduateOf[], programme: ProgrammeFacts, { kind, cents, due, on }: Charge) =>
  packFor(programme.regime).applicationCharge({ programme, graduateOf, on }, { kind, cents, due });
