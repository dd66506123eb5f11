import type { CivilDate } from '#kernel';

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
  /** A pass without the examination, which the Senate decides on. [5cu/assess/13.1] [3cu/assess/13.1] */
  readonly exemption?: true;
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
  readonly proposedBy: Person;
  readonly proposedOn: CivilDate;
  readonly closed?: {
    readonly as: 'confirmed' | 'withdrawn';
    readonly by: Person;
    readonly on: CivilDate;
    readonly reason?: string;
  };
}

/** What surrounds the grades on a record. */
export interface ResultFile {
  readonly recommendations: readonly ResultRecommendation[];
  readonly approvals: readonly ResultApproval[];
  readonly amendments: readonly GradeAmendment[];
}

export const noResults: ResultFile = { recommendations: [], approvals: [], amendments: [] };

/** The day on which the results of a term are published, and what sets it. */
export interface PublicationDay {
  readonly on: CivilDate;
  readonly clause: string;
  /** Announced for this term by the University; otherwise as the regulations reckon it. */
  readonly announced: boolean;
}
