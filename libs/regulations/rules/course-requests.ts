import type { CivilDate, Rational, Ruling } from '#kernel';
import type { Approval, Attempt, CourseFacts, DeferralGround, TermFacts } from '../facts.ts';

export interface EnrolmentRequest {
  readonly course: CourseFacts;
  readonly term: TermFacts;
  /** Whether the student asks in person. */
  readonly byStudent?: boolean;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface WithdrawalRequest {
  readonly attempt: Attempt;
  /**
   * The examination days of a course that runs over several terms, which are not those of the term in which it
   * began; absent where nobody has set them. Not looked at for a course of one term, which brings its own.
   */
  readonly examinations?: readonly [CivilDate, CivilDate];
  /** Why the course is left, in the words of who asks; absent where nothing was said. */
  readonly reason?: string;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

/** A drop leaves no trace, a withdrawal a W. */
export interface WithdrawalRuling extends Ruling {
  readonly effect: 'dropped' | 'withdrawn';
}

export interface DeferralRequest {
  readonly ground: DeferralGround;
  /** A registered medical practitioner's certificate. */
  readonly certificate: boolean;
  readonly covers: readonly Attempt[];
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** The day of the University's approval: until then study goes on. */
  readonly approvedOn: CivilDate;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface CourseChangeRequest extends EnrolmentRequest {
  /** The attempt that is given up for the other course. */
  readonly from: Attempt;
}

export interface TermRequest {
  readonly term: TermFacts;
  readonly today: CivilDate;
}

/** What is left of one limit of load. */
export interface LoadLeft {
  readonly measure: 'registration-value' | 'first-registration-value' | 'term-credits' | 'year-credits';
  readonly clause: string;
  readonly limit: Rational;
  readonly taken: Rational;
  readonly left: Rational;
  /** Who may approve more; absent where nobody may. */
  readonly liftedBy?: string;
}

export interface TermRuling extends Ruling {
  readonly loads: readonly LoadLeft[];
}
