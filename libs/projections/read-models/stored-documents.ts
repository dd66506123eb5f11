import { createHash } from 'node:crypto';
import { type Kysely, type QueryResult, type RawBuilder, sql } from 'kysely';
import type { Position } from '#kernel';
import type { RecordAt } from '#student-record';
import { recordStream } from '#student-record';
import { copiesIn } from '../read-database/generations.ts';
import { parkedAt } from '../read-database/parked.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import { viewName } from '../read-database/tables.ts';
import type { RecordView } from '../record-view.ts';

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

const VARIANT_LENGTH = 12;

/** Tells apart documents of one revision. */
export const variantOf = (document: string): string =>
  createHash('sha256').update(document).digest('hex').slice(0, VARIANT_LENGTH);

/** What is of no student, told apart by what it says. */
export const digested = (document: string): ReadDocument => ({
  document,
  revision: 0n,
  position: '',
  variant: variantOf(document),
});

interface StoredRow {
  readonly document: string;
  readonly revision: number | string | bigint;
  readonly position: string;
}

/** The documents of a view about a student, as they are stored. */
export async function storedIn(
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

/** Documents of one student as one array; undefined where there are none. */
export function listed(documents: readonly ReadDocument[]): ReadDocument | undefined {
  const [first] = documents;
  if (!first) return undefined;
  return { ...first, document: `[${documents.map(({ document }) => document).join(',')}]` };
}

/** Asks a table of a view. Where another process builds the read models, a reader may come before there are any. */
export async function ifBuilt<T>(
  db: Kysely<ReadSchema>,
  view: RecordView,
  question: RawBuilder<T>,
): Promise<QueryResult<T>> {
  try {
    return await question.execute(db);
  } catch (error) {
    if ((await copiesIn(db, [view], 'live')).length === 0) throw new NotYetProjected();
    throw error;
  }
}
