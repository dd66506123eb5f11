import { createHash } from 'node:crypto';
import { type Kysely, type QueryResult, type RawBuilder, sql } from 'kysely';
import type { Position } from '#kernel';
import { attemptKey, recordStream } from '#student-record';
import { copiesIn } from '../read-database/generations.ts';
import { parkedAt } from '../read-database/parked.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import { viewName } from '../read-database/tables.ts';
import type { RecordAt } from '../record-at.ts';
import type { RecordView } from '../record-view.ts';
import { type AssessmentRow, assessmentResults } from './assessment-results/assessment-results.ts';
import { courseStatisticsOf } from './assessment-results/course-statistics.ts';
import { awardDecision } from './award-decision/award-decision.ts';
import { courseworkView } from './coursework/coursework.ts';
import { deadlines } from './deadlines/deadlines.ts';
import { examinationsView } from './examinations/examinations.ts';
import { holds } from './holds/holds.ts';
import { registration } from './registration/registration.ts';
import { requestsView } from './requests/requests.ts';
import { scholarshipsView } from './scholarships/scholarships.ts';
import { settlementsView } from './settlements/settlements.ts';
import { standingsView } from './standings/standings.ts';
import { studyApplicationsView, waitingOf } from './study-applications/study-applications.ts';
import type { StudyApplicationDocument } from './study-applications/study-applications-document.ts';
import { termSummary } from './term-summary/term-summary.ts';
import { transcript } from './transcript/transcript.ts';

/** The read models about one student. */
export const studentReadModels: readonly RecordView[] = [
  transcript,
  termSummary,
  awardDecision,
  registration,
  holds,
  deadlines,
  scholarshipsView,
  courseworkView,
  assessmentResults,
  examinationsView,
  requestsView,
  standingsView,
  studyApplicationsView,
  settlementsView,
];

/** A document as it is stored: JSON text, ready to be sent. */
export interface ReadDocument {
  readonly document: string;
  /** The revision of the student's record that it shows: its entity tag. */
  readonly revision: bigint;
  /** The position of that revision in the log. */
  readonly position: Position;
  /** Tells apart documents of one revision, where one also depends on the day and the calendar. */
  readonly variant?: string;
}

/**
 * The read models are not there yet, have not come as far as the asker has seen within the time that was given, or know
 * nothing of a student who is parked.
 */
export class NotYetProjected extends Error {
  override readonly name = 'NotYetProjected';
}

export interface StudentsPage {
  readonly students: readonly { readonly student: string; readonly revision: bigint; readonly position: Position }[];
  /** The student to go on after; absent at the end. */
  readonly next?: string;
}

/** Where the documents of a student are found. */
export interface Documents {
  /** In the order in which they are listed; all of a view, or those of a part. */
  of(view: RecordView, student: string, part?: string): Promise<ReadDocument[]>;
}

/** What a read model says of a record that was folded for one asker: of a time that is past, or as far as it is published. */
export const documentsOf = (record: RecordAt, variant?: string): Documents => ({
  of: async (view, student, part) => {
    const columns = Object.keys(view.table.columns);
    return view
      .rowsOf(record)
      .map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])))
      .filter((row) => row.student === student && (part === undefined || row.part === part))
      .map(({ document, revision, position }) => ({
        document: String(document),
        revision: BigInt(String(revision)),
        position: String(position),
        ...(variant === undefined ? {} : { variant }),
      }));
  },
});

/** The questions that the read models answer. A document is undefined for a student or part that they do not know. */
export class ReadModels {
  readonly #db: Documents;
  readonly #tables: Kysely<ReadSchema>;

  constructor({ reader }: Pick<ReadDatabase, 'reader'>, documents?: Documents) {
    this.#tables = reader;
    this.#db = documents ?? { of: (view, student, part) => storedIn(reader, view, student, part) };
  }

  /** The same, with the documents of one student taken from elsewhere. */
  over(documents: Documents): ReadModels {
    return new ReadModels({ reader: this.#tables }, documents);
  }

  /** A `TranscriptDocument`. */
  async transcript(student: string): Promise<ReadDocument | undefined> {
    return (await stored(this.#db, transcript, student))[0];
  }

  /** An array of `TermSummaryDocument` in order of teaching. */
  async termSummaries(student: string): Promise<ReadDocument | undefined> {
    return listed(await stored(this.#db, termSummary, student));
  }

  /** A `TermSummaryDocument`. */
  async termSummary(student: string, term: string): Promise<ReadDocument | undefined> {
    return (await stored(this.#db, termSummary, student, term))[0];
  }

  /** An array of `AwardDecisionDocument` in order of admission. */
  async awardDecisions(student: string): Promise<ReadDocument | undefined> {
    return listed(await stored(this.#db, awardDecision, student));
  }

  /** An `AwardDecisionDocument`. */
  async awardDecision(student: string, programme: string): Promise<ReadDocument | undefined> {
    return (await stored(this.#db, awardDecision, student, programme))[0];
  }

  /** A `HoldsDocument`. */
  async holds(student: string): Promise<ReadDocument | undefined> {
    return (await stored(this.#db, holds, student))[0];
  }

  /** A `DeadlinesDocument`. */
  async deadlines(student: string): Promise<ReadDocument | undefined> {
    return (await stored(this.#db, deadlines, student))[0];
  }

  /** A `ScholarshipsDocument`. */
  async scholarships(student: string): Promise<ReadDocument | undefined> {
    return (await stored(this.#db, scholarshipsView, student))[0];
  }

  /** A `CourseworkDocument`; one of nothing for a student without any. */
  async coursework(student: string): Promise<ReadDocument | undefined> {
    const [found] = await stored(this.#db, courseworkView, student);
    if (found) return found;
    const known = await this.transcript(student);
    return known && { ...known, document: JSON.stringify({ student, attempts: [] }) };
  }

  /** An `ExaminationsDocument`; one of nothing for a student of whose examinations nothing is on record. */
  async examinations(student: string): Promise<ReadDocument | undefined> {
    const [found] = await stored(this.#db, examinationsView, student);
    if (found) return found;
    const known = await this.transcript(student);
    return known && { ...known, document: JSON.stringify({ student, courses: [], resitDeferrals: [] }) };
  }

  /** A `RequestsDocument`; undefined too of a student who has asked for nothing. */
  async requests(student: string): Promise<ReadDocument | undefined> {
    return (await stored(this.#db, requestsView, student))[0];
  }

  /** An array of `StudyApplicationDocument` in order of making; empty for a student who has applied for nothing. */
  async studyApplications(student: string): Promise<ReadDocument | undefined> {
    const found = listed(await stored(this.#db, studyApplicationsView, student));
    if (found) return found;
    const known = await this.transcript(student);
    return known && { ...known, document: '[]' };
  }

  /** An array of `WaitingApplicationDocument`: of all students, in the order in which they were made. */
  async waitingApplications(): Promise<ReadDocument> {
    const { rows } = await ifBuilt(
      this.#tables,
      studyApplicationsView,
      sql<{ document: string }>`
        select document from ${sql.table(viewName(studyApplicationsView.table.name, studyApplicationsView.version))}
        where state = 'waiting' order by day, student, ordinal`,
    );
    const waiting = rows.map((row) => waitingOf(JSON.parse(row.document) as StudyApplicationDocument));
    return digested(JSON.stringify(waiting));
  }

  /** A `StandingsDocument`. */
  async standings(student: string): Promise<ReadDocument | undefined> {
    return (await stored(this.#db, standingsView, student))[0];
  }

  /** An array of `RegistrationDocument` in order of admission. */
  async registrations(student: string): Promise<ReadDocument | undefined> {
    return listed(await stored(this.#db, registration, student));
  }

  /** A `RegistrationDocument`. */
  async registration(student: string, programme: string): Promise<ReadDocument | undefined> {
    return (await stored(this.#db, registration, student, programme))[0];
  }

  /** An array of `AssessmentResultDocument` in order of enrolment. */
  async assessmentResults(student: string): Promise<ReadDocument | undefined> {
    return listed(await stored(this.#db, assessmentResults, student));
  }

  /** An `AssessmentResultDocument`: the last taking of a course in a term. */
  async assessmentResult(student: string, course: string, term: string): Promise<ReadDocument | undefined> {
    return (await stored(this.#db, assessmentResults, student, attemptKey(course, term)))[0];
  }

  /** A `CourseStatisticsDocument`; undefined where nobody has taken the course in the term. */
  async courseStatistics(course: string, term: string): Promise<ReadDocument | undefined> {
    const { rows } = await ifBuilt(
      this.#tables,
      assessmentResults,
      sql<AssessmentRow>`
        select term, begins, regime, status, grade, outcome, coursework, examination
        from ${sql.table(viewName(assessmentResults.table.name, assessmentResults.version))} where course = ${course}`,
    );
    const statistics = courseStatisticsOf(course, term, rows);
    if (!statistics) return undefined;
    return digested(JSON.stringify(statistics));
  }

  /** An array of `DecisionToSettleDocument` of a student, settled or not. */
  async settlements(student: string): Promise<ReadDocument | undefined> {
    const found = listed(await stored(this.#db, settlementsView, student));
    if (found) return found;
    const known = await this.transcript(student);
    return known && { ...known, document: '[]' };
  }

  /** An array of `DecisionToSettleDocument` of all students: what is to be settled, the longest waiting first. */
  async openSettlements(): Promise<ReadDocument> {
    const { rows } = await ifBuilt(
      this.#tables,
      settlementsView,
      sql<Pick<StoredRow, 'document'>>`
        select document from ${sql.table(viewName(settlementsView.table.name, settlementsView.version))}
        where is_open = 1 order by listed_on, student, ordinal`,
    );
    return digested(`[${rows.map((row) => row.document).join(',')}]`);
  }

  /** Whether what a read model shows of a student is older than a position that it has passed otherwise. */
  async isParked(name: string, student: string, position: Position): Promise<boolean> {
    const view = studentReadModels.find((each) => each.name === name);
    const at = view && (await parkedAt(this.#tables, view, recordStream(student)));
    return at !== undefined && at <= position;
  }

  /** Students in order of their number, from after one of them. */
  students({ after = '', limit }: { readonly after?: string; readonly limit: number }): Promise<StudentsPage> {
    return studentsAfter(this.#tables, after, limit);
  }
}

const VARIANT_LENGTH = 12;

/** What is of no student, told apart by what it says. */
const digested = (document: string): ReadDocument => ({
  document,
  revision: 0n,
  position: '',
  variant: createHash('sha256').update(document).digest('hex').slice(0, VARIANT_LENGTH),
});

interface StoredRow {
  readonly document: string;
  readonly revision: number | string | bigint;
  readonly position: string;
}

const stored = (documents: Documents, view: RecordView, student: string, part?: string): Promise<ReadDocument[]> =>
  documents.of(view, student, part);

async function storedIn(
  db: Kysely<ReadSchema>,
  view: RecordView,
  student: string,
  part?: string,
): Promise<ReadDocument[]> {
  const ofPart = part === undefined ? sql`` : sql`and part = ${part}`;
  const { rows } = await ifBuilt(
    db,
    view,
    sql<StoredRow>`
      select document, revision, position from ${sql.table(viewName(view.table.name, view.version))}
      where student = ${student} ${ofPart} order by ordinal`,
  );
  // Rows that were made while the student was parked tell nothing of the student, not even that there is none.
  if (rows.length === 0 && (await parkedAt(db, view, recordStream(student))) !== undefined) throw new NotYetProjected();
  return rows.map(({ document, revision, position }) => ({ document, revision: BigInt(revision), position }));
}

function listed(documents: readonly ReadDocument[]): ReadDocument | undefined {
  const [first] = documents;
  if (!first) return undefined;
  return { ...first, document: `[${documents.map(({ document }) => document).join(',')}]` };
}

async function studentsAfter(db: Kysely<ReadSchema>, after: string, limit: number): Promise<StudentsPage> {
  const { rows } = await ifBuilt(
    db,
    transcript,
    sql<StoredRow & { student: string }>`
      select student, revision, position from ${sql.table(viewName(transcript.table.name, transcript.version))}
      where student > ${after} order by student limit ${limit + 1}`,
  );
  const students = rows
    .slice(0, limit)
    .map(({ student, revision, position }) => ({ student, revision: BigInt(revision), position }));
  return rows.length > limit ? { students, next: students.at(-1)?.student } : { students };
}

/** Where another process builds the read models, a reader may come before there are any. */
async function ifBuilt<T>(db: Kysely<ReadSchema>, view: RecordView, question: RawBuilder<T>): Promise<QueryResult<T>> {
  try {
    return await question.execute(db);
  } catch (error) {
    if ((await copiesIn(db, [view], 'live')).length === 0) throw new NotYetProjected();
    throw error;
  }
}
