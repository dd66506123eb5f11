import type { CivilDate, Text } from '#kernel';
import type { Approval } from './approval.ts';

/** Somebody who acts, by role and, where it is known, by name. */
export interface Person {
  readonly role: string;
  readonly id?: string;
}

/** What the award panel of a course recommends as a student's result. [5cu/gloss/6] [3cu/gloss/6] */
export interface ResultRecommendation {
  readonly id: string;
  /** The taking of the course, as `course@term`. */
  readonly attempt: string;
  readonly grade: string;
  /** The term in whose average the result would count. */
  readonly gradedTerm: string;
  /** How the course came out as a whole, in words: what the panel looked at. */
  readonly statistics?: string;
  /** How the award panel said so, where somebody else entered it. */
  readonly word?: string;
  readonly by: Person;
  readonly on: CivilDate;
}

/** A recommended result that was approved; the grade on record is this one. */
export interface ResultApproval {
  readonly recommendation: string;
  readonly attempt: string;
  readonly grade: string;
  readonly school: string;
  /** Why the grade is not the one that was recommended; absent where it is. */
  readonly differs?: string;
  /** Why the Senate decided, where it has to. */
  readonly senate?: string;
  /** How the School said so, where somebody else entered it. */
  readonly word?: string;
  readonly by: Person;
  readonly on: CivilDate;
}

/** Another grade that somebody proposes in place of the one on record. It changes nothing until it is confirmed. */
export interface GradeAmendment {
  readonly id: string;
  readonly attempt: string;
  /** The grade on record when it was proposed. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly evidence: readonly string[];
  /** Who let it through, as far as that was known when it was proposed. */
  readonly approvals?: readonly Approval[];
  readonly proposedBy: Person;
  readonly proposedOn: CivilDate;
  readonly closed?: {
    readonly as: 'confirmed' | 'withdrawn';
    readonly by: Person;
    readonly on: CivilDate;
    readonly reason?: string;
  };
}

/** What a decision came to. */
export interface DecisionOutcome {
  readonly outcome: 'accepted' | 'refused';
  /** Of a refusal. */
  readonly code?: string;
  /** The clauses that stood in the way. */
  readonly refusedBy: readonly string[];
  /** The types of the events. */
  readonly events: readonly string[];
}

/** A decision that comes out otherwise on another grade than the one on record. [5cu/assess/18.2.1] [3cu/assess/17.2.1] */
export interface DependentDecision {
  /** The id of the decision. */
  readonly decision: string;
  readonly request: string;
  readonly summary?: Text;
  /** The instant at which it was decided (ISO 8601, UTC). */
  readonly recordedAt: string;
  /** Granted or refused otherwise; other facts recorded; or only resting on other figures. */
  readonly change: 'outcome' | 'facts' | 'ruling';
  /** The clauses of which the finding is another. */
  readonly clauses: readonly string[];
  readonly before: DecisionOutcome;
  readonly after: DecisionOutcome;
  /** The roles of which one has to settle it; none where it comes out as it stands on record, which settles it. */
  readonly settledBy: readonly string[];
}

/** How a decision that rested on another grade is settled. */
export interface Settlement {
  /** It stands; others took its place; it comes out as it stands; or a later amendment has listed it anew. */
  readonly as: 'upheld' | 'revised' | 'derived' | 'listed-anew';
  readonly on: CivilDate;
  readonly by?: Person;
  readonly reason?: string;
  /** The id of the decision that took its place. */
  readonly revision?: string;
}

/** A decision that rested on a grade which was put right, and is to be settled. */
export interface DecisionToSettle extends DependentDecision {
  /** The amendment or the appeal that put the grade right. */
  readonly cause: string;
  readonly attempt: string;
  readonly listedOn: CivilDate;
  readonly settled?: Settlement;
}

/** What surrounds the grades on a record. */
export interface ResultFile {
  readonly recommendations: readonly ResultRecommendation[];
  readonly approvals: readonly ResultApproval[];
  readonly amendments: readonly GradeAmendment[];
  readonly settlements: readonly DecisionToSettle[];
}

export const noResults: ResultFile = { recommendations: [], approvals: [], amendments: [], settlements: [] };

/** The day on which the results of a term are published, and what sets it. */
export interface PublicationDay {
  readonly on: CivilDate;
  readonly clause: string;
  /** Announced for this term by the University; otherwise as the regulations reckon it. */
  readonly announced: boolean;
}
