import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { ReadDatabase } from './read-database.ts';
import { type ReadSchema, schemaOf } from './schema.ts';

/** `path` of a file, or `:memory:` for one that is gone when it is closed. */
export interface ReadDatabaseOptions {
  readonly path: string;
}

/** Opens the embedded read database, and makes it when it is not there. */
export function openReadDatabase({ path }: ReadDatabaseOptions): ReadDatabase {
  const writer = connect(path, { readOnly: false });
  const reader = path === ':memory:' ? writer : connect(path, { readOnly: true });
  return {
    writer: writer.kysely,
    reader: reader.kysely,
    parameter: () => '?',
    async close() {
      await reader.close();
      if (writer !== reader) await writer.close();
    },
  };
}

interface Connection {
  readonly kysely: Kysely<ReadSchema>;
  close(): Promise<void>;
}

function connect(path: string, { readOnly }: { readOnly: boolean }): Connection {
  const db = new DatabaseSync(path, { readOnly, timeout: 5_000 });
  // Rows and checkpoint are one transaction and all of it can be made again from the log. A transaction
  // lost with the power takes its checkpoint with it, so a commit need not wait for the disk.
  if (!readOnly) db.exec('pragma journal_mode = wal; pragma synchronous = normal');
  db.exec('pragma cache_size = -8000; pragma temp_store = memory');
  const kysely = new Kysely<ReadSchema>({ dialect: new SqliteDialect({ database: shapedForKysely(db) }) });
  if (!readOnly) db.exec(schemaOf(kysely).sql);
  return {
    kysely,
    async close() {
      await kysely.destroy();
      // Kysely closes only what it was asked to query.
      if (db.isOpen) db.close();
    },
  };
}

const KEPT_STATEMENTS = 200;

/** What Kysely asks of a SQLite library, over the one that comes with Node; statements are compiled once. */
function shapedForKysely(db: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => db.close(),
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known;
      if (kept.size >= KEPT_STATEMENTS) kept.delete(kept.keys().next().value as string);
      const statement = shapedStatement(db, sql);
      // What changes the schema is said once; it would only push out statements that are used again.
      if (/^\s*(select|insert|update|delete|with)\b/i.test(sql)) kept.set(sql, statement);
      return statement;
    },
  };
}

function shapedStatement(db: DatabaseSync, sql: string): SqliteStatement {
  const statement: StatementSync = db.prepare(sql);
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    // A statement of its own: the kept one may be run again while this one is being walked.
    iterate: (parameters) => db.prepare(sql).iterate(...values(parameters)),
  };
}
