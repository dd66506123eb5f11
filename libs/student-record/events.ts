import type { CivilDate, DomainEvent } from '#kernel';
import type {
  AssessmentItem,
  Charge,
  CourseFacts,
  Deferral,
  Hold,
  Payment,
  PaymentDeferral,
  Registration,
  TermFacts,
  Transfer,
  Waiver,
} from '#regulations';

/** A person is on a programme. */
export type StudentAdmitted = DomainEvent<'StudentAdmitted', { student: string; registration: Registration }>;

/** A course is taken in a term; the course and the term travel with the event as they were. */
export type CourseEnrolled = DomainEvent<
  'CourseEnrolled',
  {
    programme: string;
    course: CourseFacts;
    term: TermFacts;
    items: readonly AssessmentItem[];
    on: CivilDate;
  }
>;

interface OfAttempt {
  course: string;
  term: string;
  on: CivilDate;
}

/** A course given up within the add/drop period: it leaves the record. */
export type CourseDropped = DomainEvent<'CourseDropped', OfAttempt & { reason: string }>;

/** A course given up later: it stays on the record with a W. */
export type CourseWithdrawn = DomainEvent<'CourseWithdrawn', OfAttempt & { reason: string }>;

/** Study is put off with the University's approval. */
export type StudiesDeferred = DomainEvent<'StudiesDeferred', { deferral: Deferral }>;

export type AssignmentSubmitted = DomainEvent<
  'AssignmentSubmitted',
  OfAttempt & { assignment: string; due: CivilDate; late: boolean; banked: boolean }
>;

export type AssignmentMarked = DomainEvent<'AssignmentMarked', OfAttempt & { assignment: string; mark: number }>;

/** The result of a course. */
export type GradeRecorded = DomainEvent<'GradeRecorded', OfAttempt & { grade: string; gradedTerm: string }>;

/** A recorded result put right; the earlier one stays in the log. */
export type GradeCorrected = DomainEvent<
  'GradeCorrected',
  OfAttempt & { grade: string; gradedTerm: string; from: string; reason: string }
>;

export type CreditTransferGranted = DomainEvent<'CreditTransferGranted', { transfer: Transfer }>;

/** Something keeps the student from what the regulations name. */
export type HoldPlaced = DomainEvent<'HoldPlaced', { hold: Hold }>;

export type HoldReleased = DomainEvent<
  'HoldReleased',
  { hold: string; on: CivilDate; authority: string; reason: string }
>;

export type ChargeRecorded = DomainEvent<'ChargeRecorded', { charge: Charge }>;

export type PaymentRecorded = DomainEvent<'PaymentRecorded', { payment: Payment }>;

/** A charge, or a part of it, need not be paid: waived, or freed because what it was for fell away. */
export type ChargeWaived = DomainEvent<'ChargeWaived', { waiver: Waiver }>;

/** The tuition of a term may be paid later; until then registration is provisional. */
export type PaymentDeferred = DomainEvent<'PaymentDeferred', { deferral: PaymentDeferral }>;

/** Everything that can stand in `record-<student>`. */
export type RecordEvent =
  | StudentAdmitted
  | CourseEnrolled
  | CourseDropped
  | CourseWithdrawn
  | StudiesDeferred
  | AssignmentSubmitted
  | AssignmentMarked
  | GradeRecorded
  | GradeCorrected
  | CreditTransferGranted
  | HoldPlaced
  | HoldReleased
  | ChargeRecorded
  | PaymentRecorded
  | ChargeWaived
  | PaymentDeferred;
