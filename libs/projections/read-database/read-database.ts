import type { Kysely, Transaction } from 'kysely';
import type { ReadSchema } from './schema.ts';
import type { ColumnType, Row } from './tables.ts';

/** The place of a read database: a file (or `:memory:`, gone when it is closed), or the URL of a PostgreSQL database. */
export type ReadDatabaseOptions = { readonly path: string } | { readonly url: string };

/** A physical table and its columns, in the order in which rows give their cells. */
export interface FilledTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
}

/**
 * Where the read models stand. What is peculiar to one kind of database is in the files that open
 * it; everything else is written against this. Text is ordered by its bytes (UTF-8) and whole numbers are
 * JavaScript numbers in both.
 */
export interface ReadDatabase {
  /** What it was opened with, so that another thread can open it too. */
  readonly options: ReadDatabaseOptions;
  /** For projections: one connection, so one transaction at a time. */
  readonly writer: Kysely<ReadSchema>;
  /** For queries: sees what is committed, cannot write, and does not wait for the writer. */
  readonly reader: Kysely<ReadSchema>;
  /** How the n-th parameter (from 1) is written in SQL. */
  readonly parameter: (n: number) => string;
  /** Puts many rows into a table; absent where statements with several rows are the fastest way. */
  readonly fill?: (tx: Transaction<ReadSchema>, table: FilledTable, rows: readonly Row[]) => Promise<void>;
  /** Reads in one transaction that sees one state of the whole database and keeps nobody from writing. */
  snapshot<T>(read: (tx: Transaction<ReadSchema>) => Promise<T>): Promise<T>;
  /** What `migrate` does. */
  migrate(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * The database cannot be reached, or cannot serve at present (it is restarting, full, locked): what was asked
 * may be asked again. Any other error would come again with the same question.
 */
export class ReadDatabaseUnavailable extends Error {
  override readonly name = 'ReadDatabaseUnavailable';
}
