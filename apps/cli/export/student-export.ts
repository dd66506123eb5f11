import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadModels, Shown, TranscriptDocument } from '#projections';

/** One student as an export has it: results, and the averages as they are stored. */
export interface StudentExport {
  readonly student: string;
  /** The revision of the record that it shows. */
  readonly revision: string;
  readonly programmes: readonly {
    readonly programme: string;
    readonly creditsEarned: number;
    readonly creditsTransferred: number;
    readonly cgpa: Shown | null;
    readonly terms: readonly { readonly term: string; readonly gpa: Shown | null; readonly creditsEarned: number }[];
  }[];
  readonly results: readonly {
    readonly programme: string;
    readonly course: string;
    readonly term: string;
    readonly gradedTerm?: string;
    readonly credits: number;
    readonly status: string;
    readonly grade: string | null;
    readonly points: Shown | null;
    readonly creditsEarned: number;
    readonly superseded: boolean;
  }[];
}

/** Students read from the read models at a time. */
const PAGE = 500;

/** The transcript of a student, as an export has it. Nothing is worked out anew. */
export const exportOf = ({ student, programmes, courses }: TranscriptDocument, revision: bigint): StudentExport => ({
  student,
  revision: revision.toString(),
  programmes: programmes.map(({ code: programme, creditsEarned, creditsTransferred, cgpa, terms }) => ({
    programme,
    creditsEarned,
    creditsTransferred,
    cgpa,
    terms,
  })),
  results: courses.map(
    ({ programme, code: course, term, gradedTerm, credits, status, grade, points, creditsEarned, superseded }) => ({
      programme,
      course,
      term,
      gradedTerm,
      credits,
      status,
      grade,
      points,
      creditsEarned,
      superseded,
    }),
  ),
});

/** Every student in order of number. */
export async function* exportedStudents(models: ReadModels): AsyncGenerator<StudentExport> {
  for await (const student of studentsOf(models)) {
    const found = await models.transcript(student);
    if (found) yield exportOf(JSON.parse(found.document) as TranscriptDocument, found.revision);
  }
}

/** What an export writes: a line of JSON for every student in order of number. */
export async function* exportLines(models: ReadModels): AsyncGenerator<string> {
  for await (const student of exportedStudents(models)) yield `${JSON.stringify(student)}\n`;
}

/**
 * The numbers of all students, in order. After every page the event loop has its turn: reading goes on without it, and
 * what the program holds weakly is let go at its turns only.
 */
export async function* studentsOf(models: ReadModels): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const { students, next } = await models.students({ after, limit: PAGE });
    for (const { student } of students) yield student;
    await nextTurn();
    after = next;
  } while (after !== undefined);
}
