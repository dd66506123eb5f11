import type { CivilDate } from '#kernel';

export const HOLD_KINDS = ['debt', 'probation-advice', 'discipline', 'documents'] as const;

/** Money owed outside the account, advice still to be taken, a case of discipline, papers still to be brought. */
export type HoldKind = (typeof HOLD_KINDS)[number];

/** Something that keeps a student from what the regulations name until it is released. */
export interface Hold {
  readonly id: string;
  readonly kind: HoldKind;
  /** Who ordered it. */
  readonly authority: string;
  readonly reason: string;
  /** The clause on which it rests. */
  readonly clause: string;
  readonly placedOn: CivilDate;
  readonly released?: { readonly on: CivilDate; readonly authority: string; readonly reason: string };
}

export const CHARGE_KINDS = [
  'application',
  'tuition',
  'late-registration',
  'caution-deposit',
  'payment-deferral-deposit',
  'course-change',
  'resit',
  'examination-abroad',
  'appeal',
  'transcript',
  'document',
  'graduation',
  'examination-arrangement',
  'result-disclosure',
] as const;

/** What a student may be charged for. */
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** Of what somebody may be on record as a graduate: the University, or the LiPACE higher diploma. */
export const GRADUATES_OF = ['university', 'lipace-higher-diploma'] as const;

export type GraduateOf = (typeof GRADUATES_OF)[number];

/** That somebody graduated before, as the Registry has seen it. What is completed on the record itself needs none. */
export interface Graduation {
  readonly of: GraduateOf;
  /** What shows it, in words. */
  readonly evidence: string;
  readonly graduatedOn?: CivilDate;
  readonly recordedOn: CivilDate;
}

/** An amount that falls due. All amounts are whole Hong Kong cents. */
export interface Charge {
  readonly id: string;
  readonly kind: ChargeKind;
  readonly programme: string;
  readonly cents: number;
  readonly due: CivilDate;
  readonly on: CivilDate;
  readonly clause: string;
  readonly course?: string;
  readonly term?: string;
}

export interface Payment {
  readonly id: string;
  readonly cents: number;
  readonly on: CivilDate;
  /** The charge it was made for; otherwise it settles what fell due first. */
  readonly charge?: string;
}

/** What of a charge need not be paid. */
export interface Waiver {
  readonly charge: string;
  readonly cents: number;
  readonly on: CivilDate;
  readonly authority: string;
  readonly reason: string;
}

/** The tuition of a term may be paid later; until then the registration is provisional. [5cu/ug/3.6] [3cu/ug/3.6] */
export interface PaymentDeferral {
  readonly programme: string;
  readonly term: string;
  readonly until: CivilDate;
  readonly on: CivilDate;
  readonly reason: string;
}

/** What became of a caution deposit when its payer left, in whole Hong Kong cents. [5cu/ug/3.3] [3cu/ug/3.3] */
export interface DepositSettlement {
  readonly programme: string;
  readonly on: CivilDate;
  /** Deducted for debts. */
  readonly deducted: number;
  /** Returned to who left. */
  readonly returned: number;
  /** Turned into the graduation fee. */
  readonly graduation: number;
  readonly clause: string;
}

/** A scholarship that was awarded as tuition fee: it settles the tuition of later courses. [5cu/schol/6.1] [3cu/schol/6.1] */
export interface TuitionGrant {
  readonly scholarship: string;
  /** In whole Hong Kong cents. */
  readonly cents: number;
  readonly on: CivilDate;
}

export interface Account {
  readonly charges: readonly Charge[];
  readonly payments: readonly Payment[];
  readonly waivers: readonly Waiver[];
  readonly deferrals: readonly PaymentDeferral[];
  readonly settlements?: readonly DepositSettlement[];
  readonly grants?: readonly TuitionGrant[];
}
