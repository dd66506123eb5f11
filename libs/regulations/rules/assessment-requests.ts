import type { CivilDate, Ruling } from '#kernel';
import type { Approval, Attempt, HandInMethod } from '../facts.ts';

export interface SubmissionRequest {
  readonly attempt: Attempt;
  readonly assignment: string;
  readonly banked: boolean;
  /** How it was handed in, where that was told. */
  readonly handIn?: HandInMethod;
  /** What the check for plagiarism is filed under. */
  readonly plagiarismCheck?: string;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface SubmissionRuling extends Ruling {
  readonly due: CivilDate;
  readonly late: boolean;
  /** Late, and without a mark before somebody has decided on it. */
  readonly pending: boolean;
}

export interface MarkingRequest {
  readonly attempt: Attempt;
  readonly assignment: string;
  /** 0 to 100. */
  readonly mark: number;
  readonly today: CivilDate;
}

export interface GradingRequest {
  readonly attempt: Attempt;
  readonly grade: string;
  /** Present when a recorded grade is put right. */
  readonly correction?: { readonly reason: string };
  /** A pass without the examination. */
  readonly exemption?: true;
  /** Taken over from the records of another system, with the grades of its time. */
  readonly migrated?: boolean;
  /** Recorded by an office that has no say in results: what the award panel decides comes with its word. */
  readonly entered?: boolean;
  /** Proposed by the award panel; what the Senate decides is still to come. */
  readonly recommended?: true;
  /** An exception from taking a course again that was not passed in its examinations; the decision of the Senate after a resit. */
  readonly approvals?: readonly Approval[];
  readonly today: CivilDate;
}
