import type { Kysely } from 'kysely';
import type { ReadSchema } from './schema.ts';

/**
 * Where the read models stand. What is peculiar to one kind of database is in the file that opens
 * it; everything else is written against this.
 */
export interface ReadDatabase {
  /** For projections: one connection, so one transaction at a time. */
  readonly writer: Kysely<ReadSchema>;
  /** For queries: sees what is committed, and does not wait for the writer. */
  readonly reader: Kysely<ReadSchema>;
  /** How the n-th parameter (from 1) is written in SQL. */
  readonly parameter: (n: number) => string;
  close(): Promise<void>;
}
