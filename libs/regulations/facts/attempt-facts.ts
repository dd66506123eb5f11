import type { CivilDate } from '#kernel';
import type { AssessmentItem, CourseFacts, TermFacts } from './catalogue-facts.ts';
import type { AssessmentScheme, CourseworkFile, EarlierMark, LateDecision } from './coursework-facts.ts';
import type { SittingKind } from './examination-facts.ts';
import type { Period } from './registration-facts.ts';

export interface Submission {
  readonly assignment: string;
  readonly submittedOn: CivilDate;
  readonly due: CivilDate;
  readonly late: boolean;
  /** Carried over from an earlier presentation of the course, not handed in again. */
  readonly banked: boolean;
  /** Of an examination whose sitting is on record: which it was. */
  readonly sat?: SittingKind;
  /** 0 to 100, before anything is taken off for lateness: `countedMark` says what it comes to. */
  readonly mark?: number;
  readonly markedOn?: CivilDate;
  /** The day on which the tutor sent the marked work back; that of the mark when absent. */
  readonly dispatchedOn?: CivilDate;
  /** What the check for plagiarism is filed under. */
  readonly plagiarismCheck?: string;
  /** It came late, and nobody has decided on it. */
  readonly pending?: true;
  readonly lateDecision?: LateDecision;
  /** Marks that stood before, in order. */
  readonly earlierMarks?: readonly EarlierMark[];
}

export type AttemptStatus = 'enrolled' | 'deferred' | 'withdrawn' | 'completed';

/** One taking of one course. A dropped course leaves none. */
export interface Attempt {
  readonly programme: string;
  readonly course: CourseFacts;
  readonly term: TermFacts;
  readonly items: readonly AssessmentItem[];
  /** What the student was told of the assessment; absent where the course said nothing of it. */
  readonly scheme?: AssessmentScheme;
  readonly enrolledOn: CivilDate;
  /** How it stands; as of a day, where the record is looked at on one: a deferral takes effect on its first day. */
  readonly status: AttemptStatus;
  /** The times for which it is put off, in order, none of them adjoining: it is taken until the first begins, unless it ends before. */
  readonly deferrals?: readonly Period[];
  readonly submissions: readonly Submission[];
  /** Extensions, queries, attendance and allegations; absent while there are none. */
  readonly coursework?: CourseworkFile;
  readonly grade?: string;
  /** The grade that was awarded, where a lower one is recorded and counts: a course repeated after readmission. [5cu/ug/2.5] */
  readonly awarded?: string;
  readonly gradedOn?: CivilDate;
  /** The term in whose average the grade counts; that of the enrolment unless the course runs over several. */
  readonly gradedTerm?: string;
  /** The day of withdrawal or deferral. */
  readonly leftOn?: CivilDate;
}
