import type { Finding, Ruling, Text } from '#kernel';
import {
  CHARGE_KINDS,
  type ChargeKind,
  GRADUATES_OF,
  type GraduateOf,
  type Graduation,
  HOLD_KINDS,
  type HoldKind,
} from '#regulations';
import { Day, OneOf, Part, PartList, Words } from '../field.ts';
import { Amount, BilingualText, ProgrammeName, ShownFinding, ShownHeldEnrolment } from '../shown.ts';

export class HoldRelease {
  @Day('The day of the release.')
  readonly on!: string;

  @Words('Who released it.')
  readonly authority!: string;

  @Words('Why.')
  readonly reason!: string;
}

export class ShownHold {
  @Words('What it is called within the record.')
  readonly id!: string;

  @OneOf(HOLD_KINDS, 'What it is for.')
  readonly kind!: HoldKind;

  @Words('Who ordered it.')
  readonly authority!: string;

  @Words('Why.')
  readonly reason!: string;

  @Words('The clause on which it rests.')
  readonly clause!: string;

  @Day('The day from which it stands.')
  readonly placedOn!: string;

  @Part(HoldRelease, 'Absent while it stands.', 'optional')
  readonly released?: HoldRelease;
}

export class ShownCharge {
  @Words('What it is called within the record.')
  readonly id!: string;

  @OneOf(CHARGE_KINDS, 'What is charged for.')
  readonly kind!: ChargeKind;

  @Words('The programme it belongs to.')
  readonly programme!: string;

  @Words('The course it is for.', 'optional')
  readonly course?: string;

  @Words('The term it is for.', 'optional')
  readonly term?: string;

  @Words('The clause that asks it.')
  readonly clause!: string;

  @Day('The last day on which it may be paid, a deferral of payment included.')
  readonly payBy!: string;

  @Part(Amount, 'What was charged.')
  readonly amount!: Amount;

  @Part(Amount, 'What of it need not be paid.')
  readonly waived!: Amount;

  @Part(Amount, 'What of it is still to be paid.')
  readonly outstanding!: Amount;
}

export class Balance {
  @Part(Amount, 'All that is still to be paid.')
  readonly owed!: Amount;

  @Part(Amount, 'What of it should have been paid before the day.')
  readonly overdue!: Amount;

  @Part(Amount, 'Paid beyond what was charged.')
  readonly credit!: Amount;

  @Part(Amount, 'Paid as a caution deposit.')
  readonly deposit!: Amount;

  @Part(Amount, 'Awarded in scholarships as tuition fee, and not used yet.')
  readonly scholarships!: Amount;
}

/** What became of a caution deposit. [5cu/ug/3.3] [3cu/ug/3.3] */
export class SettledDeposit {
  @Words('The programme it belonged to.')
  readonly programme!: string;

  @Day('The day of the settlement.')
  readonly on!: string;

  @Part(Amount, 'Deducted for debts.')
  readonly deducted!: Amount;

  @Part(Amount, 'Returned.')
  readonly returned!: Amount;

  @Part(Amount, 'Turned into the graduation fee.')
  readonly graduation!: Amount;
}

/** An earlier graduation, which exempts from the application fee. [5cu/ug/2.4] [3cu/ug/2.4] */
export class ShownGraduation implements Graduation {
  @OneOf(GRADUATES_OF, 'Of the University, or with the LiPACE higher diploma.')
  readonly of!: GraduateOf;

  @Words('What shows it.')
  readonly evidence!: string;

  @Day('The day of the award.', 'optional')
  readonly graduatedOn?: string;

  @Day('The day on which it was recorded.')
  readonly recordedOn!: string;
}

const ACTS = ['enrolment', 'results', 'documents', 'award'] as const;

/** Whether money owed and holds keep the student from one thing. */
export class Clearance {
  @OneOf(ACTS, 'From what.')
  readonly act!: (typeof ACTS)[number];

  @OneOf(['allowed', 'refused'], 'Whether it may go on.')
  readonly outcome!: Ruling['outcome'];

  @PartList(ShownFinding, 'What the clauses say; none of a student without charges and holds.')
  readonly findings!: readonly Finding[];

  @PartList(BilingualText, 'What would turn it round.', 'optional')
  readonly remedies?: readonly Text[];
}

export class ProgrammeClearance {
  @Part(ProgrammeName, 'The programme.')
  readonly programme!: ProgrammeName;

  @OneOf(
    ['registered', 'provisional', 'ended'],
    'Provisional while tuition whose payment was deferred is still to come; ended when it did not come in time. [5cu/ug/3.6] [3cu/ug/3.6]',
  )
  readonly registration!: 'registered' | 'provisional' | 'ended';

  @PartList(Clearance, 'What may go on and what may not.')
  readonly clearances!: readonly Clearance[];

  @PartList(ShownHeldEnrolment, 'Courses that are not to be taken until academic advice.', 'optional')
  readonly held?: readonly ShownHeldEnrolment[];
}

/** What one student owes and what stands in the way, on the latest day that the record tells of. */
export class HoldsDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @Day('The day: the latest that the record tells of.')
  readonly on!: string;

  @PartList(ShownHold, 'All holds, in order of record.')
  readonly holds!: readonly ShownHold[];

  @PartList(ShownCharge, 'All charges, in order of record.')
  readonly charges!: readonly ShownCharge[];

  @PartList(SettledDeposit, 'Caution deposits that were settled on leaving.')
  readonly settlements!: readonly SettledDeposit[];

  @PartList(ShownGraduation, 'Earlier graduations, as the Registry has seen them.')
  readonly graduations!: readonly ShownGraduation[];

  @Part(Balance, 'What they come to.')
  readonly balance!: Balance;

  @PartList(ProgrammeClearance, 'By programme.')
  readonly programmes!: readonly ProgrammeClearance[];
}

export const CLEARED_ACTS = ACTS;
