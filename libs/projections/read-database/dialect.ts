import { type CreateTableBuilder, type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';

/** What differs between the databases in the definition of tables. */

export const isPostgres = <DB>(db: Kysely<DB>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/** Text that is ordered by its bytes, whatever the order of words in the server's language. */
export const textOf = <DB>(db: Kysely<DB>): 'text' | RawBuilder<unknown> =>
  isPostgres(db) ? sql`text collate "C"` : 'text';

/**
 * Documents of up to 8 KB stay in their row as they are. PostgreSQL would press and move away what is larger than
 * 2 KB: half the disk, for five times the server's processor time when tables are filled (31,512 documents of 2.5 KB:
 * 2.5 s against 0.5 s).
 */
export function storageOf<DB, T extends string, C extends string>(
  db: Kysely<DB>,
  create: CreateTableBuilder<T, C>,
): CreateTableBuilder<T, C> {
  return isPostgres(db) ? create.modifyEnd(sql`with (toast_tuple_target = 8160)`) : create;
}
