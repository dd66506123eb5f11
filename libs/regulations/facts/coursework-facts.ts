import type { CivilDate, ClauseId } from '#kernel';

/** What a course is assessed by, piece by piece. [5cu/dl/8.1] [5cu/ug/9.1] [5cu/tpg/9.1] [3cu/dl/9.1] [3cu/ug/9.1] [3cu/tpg/9.1] */
export const ITEM_KINDS = [
  'assignment',
  'examination',
  'project',
  'quiz',
  'test',
  'laboratory',
  'practicum',
  'day-school',
  'attendance',
  'other',
] as const;

export type ItemKind = (typeof ITEM_KINDS)[number];

/** How work is handed in, where the course prescribes it. [5cu/assess/3.1] [3cu/assess/3.1] */
export const HAND_IN_METHODS = ['ole', 'paper'] as const;

export type HandInMethod = (typeof HAND_IN_METHODS)[number];

/** Whether it is written work, which is handed in by a day and may be late; else it is done or sat on one. */
export const isWritten = ({ kind }: { readonly kind: ItemKind }): boolean =>
  kind === 'assignment' || kind === 'project';

/** Whether it belongs to the coursework; only examinations do not. */
export const isCoursework = ({ kind }: { readonly kind: ItemKind }): boolean => kind !== 'examination';

/**
 * What students are told of the assessment of a course before its term. Marks are of 100, weights per cent of the
 * result, attendance per cent of the sessions held. [5cu/assess/2.3] [3cu/assess/2.3]
 */
export interface AssessmentScheme {
  /** Of the assignments that are set. */
  readonly assignmentsToComplete: number;
  /** The best of them that count; all of them when it is as many. */
  readonly assignmentsCounting: number;
  readonly combination: 'all-weighted' | 'best-weighted';
  readonly courseworkWeight?: number;
  readonly examinationWeight?: number;
  /** The mark at which the overall coursework has to be passed; absent where no pass in it is asked. */
  readonly courseworkPass?: number;
  /** The mark at which the examination has to be passed; absent where no pass in it is asked. */
  readonly examinationPass?: number;
  /** The marks that a failed course has to have reached for a resit (five-credit); the award panel alone decides when absent. [5cu/assess/15.1(a)] [5cu/assess/15.1(b)] */
  readonly resitCoursework?: number;
  readonly resitExamination?: number;
  /** Attendance without which the course is not passed, beside that of the mode of study. */
  readonly minimumAttendance?: number;
}

export const LATE_DECISIONS = ['refused', 'accepted', 'accepted-with-deduction'] as const;

/** What becomes of work that was handed in late. A refused piece scores nothing. */
export interface LateDecision {
  readonly decision: (typeof LATE_DECISIONS)[number];
  /** Marks of 100 that are taken off. */
  readonly deduction?: number;
  readonly authority: string;
  readonly clause: ClauseId;
  readonly reason: string;
  readonly on: CivilDate;
}

/** A mark that gave way to another. */
export interface EarlierMark {
  readonly mark: number;
  readonly markedOn: CivilDate;
  /** Why it was changed. */
  readonly reason: string;
}

/** A later day for one piece of work, as asked and as decided. */
export interface AssignmentExtension {
  readonly assignment: string;
  readonly requestedOn: CivilDate;
  /** The day until which it was asked for. */
  readonly asked: CivilDate;
  readonly reason: string;
  /** Who decides, by the days that were asked for. */
  readonly tier: string;
  readonly clause: ClauseId;
  readonly decided?: {
    readonly on: CivilDate;
    readonly granted: boolean;
    /** The day that holds from then on, where it was granted. */
    readonly until?: CivilDate;
    readonly authority: string;
    readonly clause: ClauseId;
    readonly reason: string;
    /** Whether somebody is there to mark the work then; said where the regulations ask it. */
    readonly markerAvailable?: boolean;
  };
}

/** To whom a mark is queried. */
export const QUERY_ADDRESSEES = ['tutor', 'course-coordinator', 'dean', 'registrar'] as const;

export type QueryAddressee = (typeof QUERY_ADDRESSEES)[number];

/** A doubt about the mark of one piece of work. */
export interface MarkQuery {
  readonly assignment: string;
  readonly to: QueryAddressee;
  readonly raisedOn: CivilDate;
  /** The mark that is doubted. */
  readonly mark: number;
  readonly reason: string;
  readonly clause: ClauseId;
  readonly decided?: {
    readonly on: CivilDate;
    /** The mark from then on: the same where it stands. */
    readonly mark: number;
    readonly reason: string;
  };
}

/** How many of the sessions held so far were attended. */
export interface AttendanceRecord {
  readonly on: CivilDate;
  readonly held: number;
  readonly attended: number;
}

export interface AttendanceWaiver {
  readonly on: CivilDate;
  readonly authority: string;
  readonly clause: ClauseId;
  readonly reason: string;
}

/** Somebody says that a piece of work is not the student's own. [5cu/assess/4.2] [3cu/assess/4.2] */
export interface PlagiarismAllegation {
  readonly assignment: string;
  readonly allegedOn: CivilDate;
  readonly account: string;
  readonly clause: ClauseId;
  /** What the check of the work is filed under. */
  readonly check?: string;
  readonly settled?: {
    readonly on: CivilDate;
    readonly outcome: 'dismissed' | 'established';
    /** The case in the disciplinary proceedings. */
    readonly caseReference: string;
    readonly reason: string;
  };
}

/** What is on record of the coursework of one attempt beside what was handed in and marked. */
export interface CourseworkFile {
  readonly extensions: readonly AssignmentExtension[];
  readonly queries: readonly MarkQuery[];
  /** In the order in which it was recorded; the last counts. */
  readonly attendance: readonly AttendanceRecord[];
  readonly waiver?: AttendanceWaiver;
  readonly allegations: readonly PlagiarismAllegation[];
}

export const emptyCoursework: CourseworkFile = { extensions: [], queries: [], attendance: [], allegations: [] };
