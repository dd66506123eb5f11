import type { CivilDate, DomainEvent } from '#kernel';
import type { AssessmentItem, CourseFacts, Deferral, Registration, TermFacts, Transfer } from '#regulations';

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
  | CreditTransferGranted;
