import type { CivilDate, DomainEvent } from '#kernel';
import type { Approval, DependentDecision, Person } from '#regulations';

interface OfAttempt {
  course: string;
  term: string;
  on: CivilDate;
  by: Person;
}

/** The award panel recommends a result. The last recommendation before an approval is the one that counts. */
export type ResultRecommended = DomainEvent<
  'ResultRecommended',
  OfAttempt & { id: string; grade: string; gradedTerm: string; statistics?: string; word?: string }
>;

/** The School approves a recommended result, where the text says so with the Senate; the grade follows in the same breath. */
export type ResultApproved = DomainEvent<
  'ResultApproved',
  OfAttempt & {
    recommendation: string;
    grade: string;
    school: string;
    differs?: string;
    senate?: string;
    word?: string;
  }
>;

/** Somebody proposes another grade than the one on record; nothing is changed by it. */
export type GradeAmendmentProposed = DomainEvent<
  'GradeAmendmentProposed',
  OfAttempt & {
    id: string;
    from: string;
    grade: string;
    reason: string;
    evidence: readonly string[];
    approvals?: readonly Approval[];
  }
>;

/** A proposal that is taken back, or that is not followed. */
export type GradeAmendmentWithdrawn = DomainEvent<
  'GradeAmendmentWithdrawn',
  { id: string; on: CivilDate; by: Person; reason: string }
>;

/** A grade was put right, and these decisions rested on it: what was listed before is to be settled now. */
export type DecisionsToSettle = DomainEvent<
  'DecisionsToSettle',
  OfAttempt & { cause: string; decisions: readonly DependentDecision[] }
>;

/** A decision that rested on another grade stands, or others have taken its place. */
export type DecisionSettled = DomainEvent<
  'DecisionSettled',
  { decision: string; as: 'upheld' | 'revised'; on: CivilDate; by: Person; reason: string; revision?: string }
>;

export type ResultEvent =
  | ResultRecommended
  | ResultApproved
  | GradeAmendmentProposed
  | GradeAmendmentWithdrawn
  | DecisionsToSettle
  | DecisionSettled;
