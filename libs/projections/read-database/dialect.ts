import { type CreateTableBuilder, type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';

/** What differs between the databases in the definition of tables and in what is asked of the database itself. */

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

/** The database's own clock, in milliseconds since 1970: the same for all who share the database. */
export const clockOf = <DB>(db: Kysely<DB>): RawBuilder<number> =>
  isPostgres(db)
    ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
    : sql<number>`cast(unixepoch('subsec') * 1000 as integer)`;

/**
 * Lets what follows in a transaction wait no longer than this for what others hold, in milliseconds: a lock and, if
 * told, a whole statement, which may wait for several. Whoever asks for what is being waited for has to wait as long.
 * In the embedded database nobody but writers waits, and for the one lock that there is.
 */
export async function waitAtMost<DB>(tx: Kysely<DB>, lock: number, statement = 0): Promise<void> {
  if (!isPostgres(tx)) return;
  await sql`select set_config('lock_timeout', ${`${Math.ceil(lock)}ms`}, true),
    set_config('statement_timeout', ${`${Math.ceil(statement)}ms`}, true)`.execute(tx);
}

/** Whether a name is that of a table, and not of a view. */
export async function isTable<DB>(db: Kysely<DB>, name: string): Promise<boolean> {
  const found = isPostgres(db)
    ? await sql`select 1 from pg_tables where schemaname = current_schema() and tablename = ${name}`.execute(db)
    : await sql`select 1 from sqlite_master where type = 'table' and name = ${name}`.execute(db);
  return found.rows.length > 0;
}
