import type { CivilDate, ClauseId, Rational, Ruling } from '#kernel';
import type {
  Approval,
  AssessmentItem,
  AssessmentScheme,
  Attempt,
  LateDecision,
  QueryAddressee,
  Study,
} from '../facts.ts';

/** The assessment of a course in a term as it is announced. */
export interface AnnouncedScheme {
  readonly items: readonly Omit<AssessmentItem, 'due'>[];
  readonly scheme?: AssessmentScheme;
}

export interface SchemeRequest {
  readonly announced: AnnouncedScheme;
  /** What stood before; absent where nothing was announced. */
  readonly before?: AnnouncedScheme;
  readonly teachingBegins: CivilDate;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

interface OfWork {
  readonly attempt: Attempt;
  readonly assignment: string;
  readonly today: CivilDate;
}

export interface AssignmentExtensionRequest extends OfWork {
  /** The day until which the work is to be handed in. */
  readonly until: CivilDate;
}

/** Who decides, by the length of the delay. */
export interface AssignmentExtensionRuling {
  readonly ruling: Ruling;
  readonly tier: string;
  readonly clause: ClauseId;
}

export interface AssignmentExtensionDecision extends AssignmentExtensionRequest {
  readonly granted: boolean;
  readonly authority: string;
  readonly markerAvailable: boolean;
}

export interface LateWorkRequest extends OfWork {
  /** The day on which it came. */
  readonly handedInOn: CivilDate;
  readonly decision: LateDecision['decision'];
  /** Marks of 100. */
  readonly deduction?: number;
  readonly authority: string;
}

export interface LateWorkRuling {
  readonly ruling: Ruling;
  readonly clause: ClauseId;
}

export interface MarkQueryRequest extends OfWork {
  readonly to: QueryAddressee;
  readonly approvals: readonly Approval[];
}

export interface MarkQueryRuling {
  readonly ruling: Ruling;
  readonly clause: ClauseId;
}

export interface MarkReviewRequest extends OfWork {
  readonly by: string;
  /** The mark from then on, 0 to 100. */
  readonly mark: number;
}

export interface AttendanceRequest {
  readonly attempt: Attempt;
  /** Sessions so far, and those of them that were attended. */
  readonly held: number;
  readonly attended: number;
  readonly today: CivilDate;
}

export interface WaiverRequest {
  readonly attempt: Attempt;
  readonly authority: string;
  readonly today: CivilDate;
}

export interface WaiverRuling {
  readonly ruling: Ruling;
  readonly clause: ClauseId;
}

/** How the attendance of an attempt stands to what is asked. */
export interface AttendanceStanding {
  readonly ruling: Ruling;
  /** Per cent of the sessions that is asked; absent where nothing is. */
  readonly minimum?: number;
  /** Per cent of those held so far, exact; absent where nothing is on record. */
  readonly attended?: Rational;
}

/** The last days of doubting a mark. */
export interface QueryWindow {
  readonly clause: ClauseId;
  readonly to: QueryAddressee;
  readonly lastDay: CivilDate;
}

/** What a regime says of coursework beside handing in, marking and grading. */
export interface CourseworkRules {
  /** Whether the assessment of a course in a term may be announced so, or changed. */
  scheme(request: SchemeRequest): Ruling;
  extensionRequest(study: Study, request: AssignmentExtensionRequest): AssignmentExtensionRuling;
  extensionDecision(study: Study, request: AssignmentExtensionDecision): AssignmentExtensionRuling;
  /** Whether late work may be refused or taken so. */
  lateWork(study: Study, request: LateWorkRequest): LateWorkRuling;
  markQuery(study: Study, request: MarkQueryRequest): MarkQueryRuling;
  /** Whether the answer to a query is given by whom it went to. */
  markReview(study: Study, request: MarkReviewRequest): MarkQueryRuling;
  /** Until when the mark of a piece may be queried, and with whom; undefined where it cannot be, or can no more. */
  queryWindow(study: Study, request: OfWork): QueryWindow | undefined;
  /** Whether enough was attended for a pass. */
  attendance(study: Study, request: { readonly attempt: Attempt; readonly today: CivilDate }): AttendanceStanding;
  /** Whether attendance may still be recorded, and how it stands to what is asked. */
  attendanceRecord(study: Study, request: AttendanceRequest): Ruling;
  attendanceWaiver(study: Study, request: WaiverRequest): WaiverRuling;
  /** An allegation of plagiarism, and what became of it, go by the regulations on discipline. */
  allegation(study: Study, request: OfWork): { readonly ruling: Ruling; readonly clause: ClauseId };
}
