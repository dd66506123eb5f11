import type { CivilDate, Finding, Ruling } from '#kernel';
import type {
  Approval,
  Attempt,
  ChargeKind,
  CourseFacts,
  GraduateOf,
  HoldKind,
  ProgrammeFacts,
  TermFacts,
} from '../facts.ts';

/** What money owed and holds may keep a student from. */
export type ClearedAct = 'enrolment' | 'results' | 'documents' | 'award';

export interface ClearanceRequest {
  readonly act: ClearedAct;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface HoldRequest {
  readonly kind: HoldKind;
  readonly clause: string;
}

export interface ChargeRequest {
  readonly kind: ChargeKind;
  /** In whole Hong Kong cents. */
  readonly cents: number;
  readonly due: CivilDate;
}

/** Somebody who applies to a programme, student or not. */
export interface Applicant {
  readonly programme: ProgrammeFacts;
  readonly graduateOf?: readonly GraduateOf[];
  readonly on: CivilDate;
}

export interface PaymentDeferralRequest {
  readonly term: string;
  /** The new day by which the tuition is to be paid. */
  readonly until: CivilDate;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

/** A course that is enrolled in, and what it costs. */
export interface TuitionRequest {
  readonly course: CourseFacts;
  readonly term: TermFacts;
  /** The University may allow that what is left of tuition paid before a deferral is used for later courses. */
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface TuitionRuling {
  /** Whether tuition is due for the course. */
  readonly payable: boolean;
  /** Deferred attempts whose tuition is used for it, as far as it costs. */
  readonly credited: readonly Attempt[];
  readonly findings: readonly Finding[];
  /** Whether the fee of a late registration goes with it. */
  readonly late: boolean;
}

/** How a caution deposit is settled, in whole Hong Kong cents. */
export interface DepositRuling {
  readonly ruling: Ruling;
  readonly clause: string;
  readonly deducted: number;
  readonly returned: number;
  readonly graduation: number;
}
