import type { CivilDate, Text } from '#kernel';
import type { Attempt, AttemptStatus, CourseLevel, Standing, Transfer, TransferKind } from '#regulations';
import type { ProgrammeAt, RecordAt } from '../../record-at.ts';
import { recordView } from '../../record-view.ts';
import {
  type NamedClass,
  namedClass,
  type ProgrammeName,
  programmeName,
  type Shown,
  shown,
  shownAverage,
} from '../shown.ts';

/**
 * The whole academic record of one student: results, term averages, cumulative average and awards.
 * [3cu/dl/11.1] [3cu/ug/13.1] [5cu/dl/10.1] [5cu/ug/13.1]
 */
export interface TranscriptDocument {
  readonly student: string;
  /** In order of first admission. */
  readonly programmes: readonly TranscriptProgramme[];
}

export interface TranscriptProgramme extends ProgrammeName {
  /** In the order of enrolment. A dropped course leaves none, a withdrawn one stays. [3cu/dl/6.3] [5cu/dl/5.3] */
  readonly attempts: readonly TranscriptAttempt[];
  readonly transfers: readonly TranscriptTransfer[];
  readonly creditsEarned: number;
  readonly creditsTransferred: number;
  /** In order of teaching. */
  readonly terms: readonly { readonly term: string; readonly gpa: Shown | null; readonly creditsEarned: number }[];
  readonly cgpa: Shown | null;
  readonly decision: {
    readonly state: 'met' | 'in-progress';
    /** Null without honours, and while the requirements are not met. */
    readonly class: NamedClass | null;
  };
  /** The clauses that the figures rest on. */
  readonly clauses: readonly string[];
}

export interface TranscriptAttempt {
  readonly course: string;
  readonly title: Text;
  readonly credits: number;
  readonly level: CourseLevel;
  /** The term of enrolment, and the one in whose average the result counts when that is another. */
  readonly term: string;
  readonly gradedTerm?: string;
  readonly status: AttemptStatus;
  /** `W` for a course that was withdrawn from; null while there is no result. */
  readonly grade: string | null;
  /** Grade points, such as `3.70`; null for grades outside the averages. */
  readonly points: Shown | null;
  readonly creditsEarned: number;
  /** A later attempt has taken its place in the cumulative average. */
  readonly superseded: boolean;
  readonly enrolledOn: CivilDate;
  readonly gradedOn?: CivilDate;
  /** The day of withdrawal or deferral. */
  readonly leftOn?: CivilDate;
}

export interface TranscriptTransfer {
  readonly kind: TransferKind;
  readonly credits: number;
  readonly level: CourseLevel;
  /** The course that it stands for. */
  readonly course?: { readonly code: string; readonly title: Text };
  readonly institution: string;
  readonly qualification: string;
  readonly grantedOn: CivilDate;
}

/** The record as a transcript says it. Pure. */
export const transcriptOf = ({ student, programmes }: RecordAt): TranscriptDocument => ({
  student,
  programmes: programmes.map(transcriptProgramme),
});

export const transcript = recordView({
  name: 'transcript',
  version: 1,
  view: (record) => [{ part: '', document: transcriptOf(record) }],
});

function transcriptProgramme({ registration, study, pack, figures, audit }: ProgrammeAt): TranscriptProgramme {
  const own = figures.attempts.filter(({ attempt }) => attempt.programme === registration.programme.code);
  return {
    ...programmeName(registration, pack),
    attempts: own.map(transcriptAttempt),
    transfers: study.transfers.map(transcriptTransfer),
    creditsEarned: figures.creditsEarned,
    creditsTransferred: figures.creditsTransferred,
    terms: [...figures.terms].map(([term, { gpa, creditsEarned }]) => ({
      term,
      gpa: shownAverage(gpa),
      creditsEarned,
    })),
    cgpa: shownAverage(figures.cgpa),
    decision: {
      state: audit.met ? 'met' : 'in-progress',
      class: audit.met ? namedClass(audit.classification?.class ?? null) : null,
    },
    clauses: figures.clauses,
  };
}

function transcriptAttempt({ attempt, superseded, creditsEarned, points }: Standing): TranscriptAttempt {
  const { course, term, gradedTerm } = attempt;
  return {
    course: course.code,
    title: course.title,
    credits: course.credits,
    level: course.level,
    term: term.code,
    gradedTerm: gradedTerm === term.code ? undefined : gradedTerm,
    status: attempt.status,
    grade: gradeShown(attempt),
    points: points && shown(points),
    creditsEarned,
    superseded,
    enrolledOn: attempt.enrolledOn,
    gradedOn: attempt.gradedOn,
    leftOn: attempt.leftOn,
  };
}

/** [3cu/ug/6.5] [5cu/ug/6.5] */
export const gradeShown = ({ status, grade }: Attempt): string | null =>
  status === 'withdrawn' ? 'W' : (grade ?? null);

const transcriptTransfer = ({
  kind,
  credits,
  level,
  course,
  qualification,
  grantedOn,
}: Transfer): TranscriptTransfer => ({
  kind,
  credits,
  level,
  course: course && { code: course.code, title: course.title },
  institution: qualification.institution,
  qualification: qualification.title,
  grantedOn,
});
