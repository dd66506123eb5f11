import type { CivilDate } from '#kernel';
import { type Attempt, goesOnAs, type Standing, type Transfer } from '#regulations';
import type { ProgrammeAt, RecordAt, StudentRecord } from '#student-record';
import { recordView } from '../../record-view.ts';
import { namedClass, programmeName, shown, shownAverage } from '../shown.ts';
import type {
  TranscriptAward,
  TranscriptCourse,
  TranscriptDocument,
  TranscriptEnd,
  TranscriptProgramme,
  TranscriptTransfer,
} from './transcript-document.ts';

/** The record as a transcript says it. Pure. */
export const transcriptOf = ({ student, record, asOf, programmes }: RecordAt): TranscriptDocument => ({
  student,
  programmes: programmes.map((programme) => transcriptProgramme(programme, endOf(programme, asOf))),
  courses: inOrderOfEnrolment(record, programmes).map(transcriptCourse),
  transfers: programmes.flatMap(({ study }) => study.transfers.map(transcriptTransfer)),
  awards: programmes.map((programme) => transcriptAward(programme, record)),
});

export const transcript = recordView({
  name: 'transcript',
  version: 4,
  view: (record) => [{ part: '', document: transcriptOf(record) }],
});

const transcriptProgramme = (
  { registration, pack, figures }: ProgrammeAt,
  ended: TranscriptEnd | undefined,
): TranscriptProgramme => ({
  ...programmeName(registration, pack),
  ...(ended ? { ended } : {}),
  creditsEarned: figures.creditsEarned,
  creditsTransferred: figures.creditsTransferred,
  cgpa: shownAverage(figures.cgpa),
  terms: [...figures.terms].map(([term, { gpa, creditsEarned }]) => ({ term, gpa: shownAverage(gpa), creditsEarned })),
  clauses: [...new Set(Object.values(figures.restsOn).flat())],
});

/** A programme that was left stays on the transcript, and says so. [3cu/dl/6.3] [3cu/ug/5.1] [5cu/ug/5.1] */
function endOf({ study, pack }: ProgrammeAt, asOf: CivilDate): TranscriptEnd | undefined {
  const { status, since: on, clause } = pack.registration.status(study, asOf);
  return goesOnAs(status) ? undefined : { status, on, clause };
}

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
    deferrals: attempt.deferrals,
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

function transcriptAward({ registration, audit }: ProgrammeAt, { conferments }: StudentRecord): TranscriptAward {
  const { code } = registration.programme;
  const conferred = conferments.find(({ programme }) => programme === code);
  return {
    programme: code,
    award: audit.award,
    state: audit.met ? 'met' : 'in-progress',
    class: audit.met ? namedClass(audit.classification?.class ?? null) : null,
    ...(conferred ? { conferredOn: conferred.on, clause: conferred.clause } : {}),
  };
}
