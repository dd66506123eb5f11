import { type Kysely, sql } from 'kysely';
import type { Position } from '#kernel';
import { attemptKey, recordStream } from '#student-record';
import { parkedAt } from '../read-database/parked.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import { viewName } from '../read-database/tables.ts';
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
import { type Documents, digested, ifBuilt, listed, type ReadDocument, storedIn } from './stored-documents.ts';
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

export interface StudentsPage {
  readonly students: readonly { readonly student: string; readonly revision: bigint; readonly position: Position }[];
  /** The student to go on after; absent at the end. */
  readonly next?: string;
}

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
    return (await this.#db.of(transcript, student))[0];
  }

  /** An array of `TermSummaryDocument` in order of teaching. */
  async termSummaries(student: string): Promise<ReadDocument | undefined> {
    return listed(await this.#db.of(termSummary, student));
  }

  /** A `TermSummaryDocument`. */
  async termSummary(student: string, term: string): Promise<ReadDocument | undefined> {
    return (await this.#db.of(termSummary, student, term))[0];
  }

  /** An array of `AwardDecisionDocument` in order of admission. */
  async awardDecisions(student: string): Promise<ReadDocument | undefined> {
    return listed(await this.#db.of(awardDecision, student));
  }

  /** An `AwardDecisionDocument`. */
  async awardDecision(student: string, programme: string): Promise<ReadDocument | undefined> {
    return (await this.#db.of(awardDecision, student, programme))[0];
  }

  /** A `HoldsDocument`. */
  async holds(student: string): Promise<ReadDocument | undefined> {
    return (await this.#db.of(holds, student))[0];
  }

  /** A `DeadlinesDocument`. */
  async deadlines(student: string): Promise<ReadDocument | undefined> {
    return (await this.#db.of(deadlines, student))[0];
  }

  /** A `ScholarshipsDocument`. */
  async scholarships(student: string): Promise<ReadDocument | undefined> {
    return (await this.#db.of(scholarshipsView, student))[0];
  }

  /** A `CourseworkDocument`; one of nothing for a student without any. */
  async coursework(student: string): Promise<ReadDocument | undefined> {
    const [found] = await this.#db.of(courseworkView, student);
    return found ?? this.#nothing(student, { student, attempts: [] });
  }

  /** An `ExaminationsDocument`; one of nothing for a student of whose examinations nothing is on record. */
  async examinations(student: string): Promise<ReadDocument | undefined> {
    const [found] = await this.#db.of(examinationsView, student);
    return found ?? this.#nothing(student, { student, courses: [], resitDeferrals: [] });
  }

  /** A `RequestsDocument`; undefined too of a student who has asked for nothing. */
  async requests(student: string): Promise<ReadDocument | undefined> {
    return (await this.#db.of(requestsView, student))[0];
  }

  /** An array of `StudyApplicationDocument` in order of making; empty for a student who has applied for nothing. */
  async studyApplications(student: string): Promise<ReadDocument | undefined> {
    return listed(await this.#db.of(studyApplicationsView, student)) ?? this.#nothing(student, []);
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
    return (await this.#db.of(standingsView, student))[0];
  }

  /** An array of `RegistrationDocument` in order of admission. */
  async registrations(student: string): Promise<ReadDocument | undefined> {
    return listed(await this.#db.of(registration, student));
  }

  /** An array of `AssessmentResultDocument` in order of enrolment. */
  async assessmentResults(student: string): Promise<ReadDocument | undefined> {
    return listed(await this.#db.of(assessmentResults, student));
  }

  /** An `AssessmentResultDocument`: the last taking of a course in a term. */
  async assessmentResult(student: string, course: string, term: string): Promise<ReadDocument | undefined> {
    return (await this.#db.of(assessmentResults, student, attemptKey(course, term)))[0];
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
    return listed(await this.#db.of(settlementsView, student)) ?? this.#nothing(student, []);
  }

  /** An array of `DecisionToSettleDocument` of all students: what is to be settled, the longest waiting first. */
  async openSettlements(): Promise<ReadDocument> {
    const { rows } = await ifBuilt(
      this.#tables,
      settlementsView,
      sql<{ document: string }>`
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

  /** What is said of a student who is known, and of whom a view has nothing. */
  async #nothing(student: string, said: object): Promise<ReadDocument | undefined> {
    const known = await this.transcript(student);
    return known && { ...known, document: JSON.stringify(said) };
  }
}

async function studentsAfter(db: Kysely<ReadSchema>, after: string, limit: number): Promise<StudentsPage> {
  const { rows } = await ifBuilt(
    db,
    transcript,
    sql<{ student: string; revision: number | string | bigint; position: string }>`
      select student, revision, position from ${sql.table(viewName(transcript.table.name, transcript.version))}
      where student > ${after} order by student limit ${limit + 1}`,
  );
  const students = rows
    .slice(0, limit)
    .map(({ student, revision, position }) => ({ student, revision: BigInt(revision), position }));
  return rows.length > limit ? { students, next: students.at(-1)?.student } : { students };
}
