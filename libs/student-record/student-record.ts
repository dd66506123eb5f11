import { type CivilDate, fold } from '#kernel';
import {
  type AcademicAdvice,
  type Account,
  type Attempt,
  type Conferment,
  type Conversion,
  type DecidedStanding,
  type Deferral,
  type ExaminationFile,
  type Extension,
  emptyAccount,
  emptyExaminationFile,
  type Graduation,
  type Hold,
  type Intention,
  joined,
  type LoadFile,
  type Move,
  noLoads,
  noResults,
  type Period,
  type ProgrammeChange,
  type ProgrammeElsewhere,
  type Registration,
  type ResearchFile,
  type ResultFile,
  type ScholarshipAward,
  type ScholarshipNomination,
  type StudentRequests,
  type StudyApplication,
  type Transfer,
} from '#regulations';
import { applicationsAfter } from './applications.ts';
import { courseworkAfter, isOfCoursework, markedBy } from './coursework.ts';
import type { RecordEvent } from './events.ts';
import { examinationsAfter, satAfter } from './examinations.ts';
import { evolveFinance } from './finance.ts';
import { loadsAfter } from './loads.ts';
import { movesAfter } from './registration-moves.ts';
import { emptyRequests, requestsAfter } from './requests.ts';
import { researchAfter } from './research.ts';
import { resultsAfter } from './results.ts';
import { adviceAfter, standingsAfter } from './standing.ts';

/**
 * What the events of one student come to. A course that is put off stands as enrolled with its deferral, whatever the
 * day: `recordOn` says how it stands on one.
 */
export interface StudentRecord {
  readonly student: string | null;
  readonly registrations: readonly Registration[];
  readonly attempts: readonly Attempt[];
  readonly transfers: readonly Transfer[];
  readonly deferrals: readonly Deferral[];
  readonly holds: readonly Hold[];
  readonly account: Account;
  /** Earlier graduations, as the Registry has seen them. */
  readonly graduations: readonly Graduation[];
  /** Admission, registration and every end of a registration, in the order in which they were recorded. */
  readonly moves: readonly Move[];
  readonly extensions: readonly Extension[];
  /** Changes of programme, whether or not they have taken effect. */
  readonly changes: readonly ProgrammeChange[];
  /** Programmes elsewhere that the University has approved. */
  readonly elsewhere: readonly ProgrammeElsewhere[];
  /** Awards that were conferred. */
  readonly conferments: readonly Conferment[];
  /** Nominations for scholarships, whether or not they led to one. */
  readonly nominations: readonly ScholarshipNomination[];
  readonly scholarships: readonly ScholarshipAward[];
  /** Of every research degree that is or was read. */
  readonly research: readonly ResearchFile[];
  /** Awards that the student has declared to be intended. */
  readonly intentions: readonly Intention[];
  /** Applications to have an award converted. */
  readonly conversions: readonly Conversion[];
  /** What surrounds the grades: recommendations, approvals and amendments. */
  readonly results: ResultFile;
  readonly examinations: ExaminationFile;
  /** Published standings, as they are now. */
  readonly standings: readonly DecidedStanding[];
  /** What the School advised while on probation. */
  readonly advice: readonly AcademicAdvice[];
  /** What was asked about examinations and results. */
  readonly requests: StudentRequests;
  /** What was applied for about study: what waits, and what has been decided. */
  readonly applications: readonly StudyApplication[];
  /** Smaller loads that were approved, and those that were found without approval. */
  readonly loads: LoadFile;
}

export const RECORD_STREAMS = 'record-';
export const recordStream = (student: string): string => `${RECORD_STREAMS}${student}`;
export const studentOf = (stream: string): string => stream.slice(RECORD_STREAMS.length);

export const emptyRecord: StudentRecord = {
  student: null,
  registrations: [],
  attempts: [],
  transfers: [],
  deferrals: [],
  holds: [],
  account: emptyAccount,
  graduations: [],
  moves: [],
  extensions: [],
  changes: [],
  elsewhere: [],
  conferments: [],
  nominations: [],
  scholarships: [],
  research: [],
  intentions: [],
  conversions: [],
  results: noResults,
  examinations: emptyExaminationFile,
  standings: [],
  advice: [],
  requests: emptyRequests,
  applications: [],
  loads: noLoads,
};

/** The name of an attempt inside one record. A course taken twice in one term is the same attempt enrolled again. */
export const attemptKey = (course: string, term: string): string => `${course}@${term}`;

/** The record with these parts; the same one where none of them is another. */
function withParts(record: StudentRecord, parts: Partial<StudentRecord>): StudentRecord {
  for (const name in parts)
    if (record[name as keyof StudentRecord] !== parts[name as keyof StudentRecord]) return { ...record, ...parts };
  return record;
}

export function evolve(before: StudentRecord, event: RecordEvent): StudentRecord {
  const moves = movesAfter(before.moves, event);
  const research = researchAfter(before.research, event);
  const results = resultsAfter(before.results, event);
  const requests = requestsAfter(before.requests, event);
  const applications = applicationsAfter(before.applications, event);
  const loads = loadsAfter(before.loads, event);
  const record = withParts(before, { moves, research, results, requests, applications, loads });
  switch (event.type) {
    case 'StudentAdmitted': {
      const { student, registration } = event.data;
      // Readmitted to the same programme, a student is under it as it is now.
      const others = record.registrations.filter(({ programme }) => programme.code !== registration.programme.code);
      // Of an earlier time on it only what was earned counts, not how the student stood.
      const standings = record.standings.filter((standing) => standing.programme !== registration.programme.code);
      return { ...record, student, registrations: [...others, registration], standings };
    }
    case 'CourseEnrolled': {
      const { programme, course, term, items, scheme, on } = event.data;
      const attempt: Attempt = { programme, course, term, items, enrolledOn: on, status: 'enrolled', submissions: [] };
      return { ...record, attempts: [...record.attempts, scheme ? { ...attempt, scheme } : attempt] };
    }
    case 'CourseDropped': {
      const dropped = attemptAt(record, event.data.course, event.data.term);
      return { ...record, attempts: record.attempts.filter((attempt) => attempt !== dropped) };
    }
    case 'CourseWithdrawn':
      return withAttempt(record, event.data, (attempt) => ({
        ...ended(attempt, event.data.on),
        status: 'withdrawn',
        leftOn: event.data.on,
      }));
    case 'StudiesDeferred': {
      const { deferral } = event.data;
      const covered = new Set(deferral.covers.map((key) => attemptByKey(record, key)));
      return {
        ...record,
        deferrals: [...record.deferrals, deferral],
        attempts: record.attempts.map((attempt) =>
          attempt.status === 'enrolled' && covered.has(attempt) ? putOff(attempt, deferral) : attempt,
        ),
      };
    }
    case 'AssignmentSubmitted': {
      const { assignment, on, due, late, banked, plagiarismCheck, pending } = event.data;
      const work = {
        ...{ assignment, submittedOn: on, due, late, banked },
        ...(plagiarismCheck ? { plagiarismCheck } : {}),
        ...(pending ? { pending } : {}),
      };
      return withAttempt(record, event.data, (attempt) => ({
        ...attempt,
        submissions: [...attempt.submissions, work],
      }));
    }
    case 'AssignmentMarked':
      return withAttempt(record, event.data, (attempt) => markedBy(attempt, event.data));
    case 'GradeRecorded':
    case 'GradeCorrected': {
      const { grade, gradedTerm, on, awarded } = event.data;
      return withAttempt(record, event.data, ({ awarded: _earlier, ...attempt }) => ({
        ...ended(attempt, on),
        ...(awarded === undefined ? {} : { awarded }),
        status: 'completed',
        grade,
        gradedTerm,
        gradedOn: on,
      }));
    }
    case 'CreditTransferGranted':
      return { ...record, transfers: [...record.transfers, event.data.transfer] };
    case 'StudyPeriodExtended':
      return { ...record, extensions: [...record.extensions, event.data.extension] };
    case 'ProgrammeChanged':
      return { ...record, changes: [...record.changes, event.data.change] };
    case 'ProgrammeElsewhereApproved':
      return { ...record, elsewhere: [...record.elsewhere, event.data.elsewhere] };
    case 'AwardConferred':
      return { ...record, conferments: [...record.conferments, event.data.conferment] };
    case 'IntentionDeclared':
      return { ...record, intentions: [...record.intentions, event.data.intention] };
    case 'ConversionRequested':
      return { ...record, conversions: [...record.conversions, event.data.conversion] };
    case 'ScholarshipNominated':
      return { ...record, nominations: [...record.nominations, event.data.nomination] };
    case 'ScholarshipAwarded':
      return evolveFinance({ ...record, scholarships: [...record.scholarships, event.data.award] }, event);
    case 'StandingDecided':
    case 'StandingRevised':
      return { ...record, standings: standingsAfter(record.standings, event) };
    case 'AcademicAdviceRecorded':
      return { ...record, advice: adviceAfter(record.advice, event) };
    default: {
      const examinations = examinationsAfter(record.examinations, event);
      if (examinations !== record.examinations) return withSitting({ ...record, examinations }, event);
      return isOfCoursework(event)
        ? withAttempt(record, event.data, (attempt) => courseworkAfter(attempt, event))
        : evolveFinance(record, event);
    }
  }
}

export const foldRecord = (events: Iterable<RecordEvent>, from: StudentRecord = emptyRecord): StudentRecord =>
  fold(evolve, from, events);

/** The latest attempt at a course in a term, whatever became of it. */
export const attemptAt = (record: StudentRecord, course: string, term: string): Attempt | undefined =>
  record.attempts.findLast((attempt) => attempt.course.code === course && attempt.term.code === term);

function attemptByKey(record: StudentRecord, key: string): Attempt | undefined {
  const at = key.lastIndexOf('@');
  return attemptAt(record, key.slice(0, at), key.slice(at + 1));
}

/** An examination that was sat is work of its attempt, with its mark. */
function withSitting(record: StudentRecord, event: RecordEvent): StudentRecord {
  if (event.type !== 'SittingRecorded' && event.type !== 'SittingCorrected') return record;
  const { sitting } = event.data;
  const found = attemptByKey(record, sitting.attempt);
  return found
    ? withAttempt(record, { course: found.course.code, term: found.term.code }, (attempt) =>
        satAfter(attempt, event.data),
      )
    : record;
}

const putOff = (attempt: Attempt, period: Period): Attempt => ({
  ...attempt,
  deferrals: joined([...(attempt.deferrals ?? []), period]),
});

/** What is left or has its result by a day is put off no more by a deferral that begins later. */
function ended(attempt: Attempt, day: CivilDate): Attempt {
  const begun = attempt.deferrals?.filter(({ from }) => from <= day) ?? [];
  return { ...attempt, deferrals: begun.length > 0 ? begun : undefined };
}

function withAttempt(
  record: StudentRecord,
  of: { course: string; term: string },
  change: (attempt: Attempt) => Attempt,
): StudentRecord {
  const found = attemptAt(record, of.course, of.term);
  if (!found) return record;
  return { ...record, attempts: record.attempts.map((attempt) => (attempt === found ? change(attempt) : attempt)) };
}
