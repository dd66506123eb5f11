import type { CivilDate, Text } from '#kernel';
import type { Attempt, AttemptStatus, AwardKind, CourseLevel, Standing, Transfer, TransferKind } from '#regulations';
import type { StudentRecord } from '#student-record';
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
  /** In the order of enrolment. A dropped course leaves none, a withdrawn one stays. [3cu/dl/6.3] [5cu/dl/5.3] */
  readonly courses: readonly TranscriptCourse[];
  readonly transfers: readonly TranscriptTransfer[];
  /** One for each programme. */
  readonly awards: readonly TranscriptAward[];
}

export interface TranscriptProgramme extends ProgrammeName {
  readonly creditsEarned: number;
  readonly creditsTransferred: number;
  readonly cgpa: Shown | null;
  /** In order of teaching. */
  readonly terms: readonly TranscriptTerm[];
  /** The clauses that the figures rest on. */
  readonly clauses: readonly string[];
}

export interface TranscriptTerm {
  readonly term: string;
  readonly gpa: Shown | null;
  readonly creditsEarned: number;
}

export interface TranscriptAward {
  readonly programme: string;
  readonly award: AwardKind;
  readonly state: 'met' | 'in-progress';
  /** Null without honours, and while the requirements are not met. */
  readonly class: NamedClass | null;
}

/** One taking of one course. */
export interface TranscriptCourse {
  readonly programme: string;
  readonly code: string;
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
  readonly programme: string;
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
export const transcriptOf = ({ student, record, programmes }: RecordAt): TranscriptDocument => ({
  student,
  programmes: programmes.map(transcriptProgramme),
  courses: inOrderOfEnrolment(record, programmes).map(transcriptCourse),
  transfers: programmes.flatMap(({ study }) => study.transfers.map(transcriptTransfer)),
  awards: programmes.map(transcriptAward),
});

export const transcript = recordView({
  name: 'transcript',
  version: 1,
  view: (record) => [{ part: '', document: transcriptOf(record) }],
});

const transcriptProgramme = ({ registration, pack, figures }: ProgrammeAt): TranscriptProgramme => ({
  ...programmeName(registration, pack),
  creditsEarned: figures.creditsEarned,
  creditsTransferred: figures.creditsTransferred,
  cgpa: shownAverage(figures.cgpa),
  terms: [...figures.terms].map(([term, { gpa, creditsEarned }]) => ({ term, gpa: shownAverage(gpa), creditsEarned })),
  clauses: figures.clauses,
});

/** Every attempt as the regulations of its own programme see it. */
function inOrderOfEnrolment({ attempts }: StudentRecord, programmes: readonly ProgrammeAt[]): Standing[] {
  const standings = new Map<Attempt, Standing>();
  for (const { registration, figures } of programmes)
    for (const standing of figures.attempts)
      if (standing.attempt.programme === registration.programme.code) standings.set(standing.attempt, standing);
  return attempts.flatMap((attempt) => standings.get(attempt) ?? []);
}

function transcriptCourse({ attempt, superseded, creditsEarned, points }: Standing): TranscriptCourse {
  const { programme, course, term, gradedTerm } = attempt;
  return {
    programme,
    code: course.code,
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
  programme,
  kind,
  credits,
  level,
  course,
  qualification,
  grantedOn,
}: Transfer): TranscriptTransfer => ({
  programme,
  kind,
  credits,
  level,
  course: course && { code: course.code, title: course.title },
  institution: qualification.institution,
  qualification: qualification.title,
  grantedOn,
});

const transcriptAward = ({ registration, audit }: ProgrammeAt): TranscriptAward => ({
  programme: registration.programme.code,
  award: audit.award,
  state: audit.met ? 'met' : 'in-progress',
  class: audit.met ? namedClass(audit.classification?.class ?? null) : null,
});
