import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { MIGRATION_LEVEL, MIGRATION_TABLE, pending } from './migrations.ts';
import { type ReadDatabase, ReadDatabaseUnavailable } from './read-database.ts';
import type { ReadSchema } from './schema.ts';

/** Opens the embedded read database, and makes it when it is not there. `:memory:` is gone when it is closed. */
export function openSqlite({ path }: { readonly path: string }): ReadDatabase {
  const writer = connect(path, { readOnly: false });
  const reader = path === ':memory:' ? writer : connect(path, { readOnly: true });
  return {
    options: { path },
    writer: writer.kysely,
    reader: reader.kysely,
    parameter: () => '?',
    async snapshot(read) {
      // A connection of its own: the reader has one, and answers must not wait until a whole table is read.
      const own = path === ':memory:' ? writer : connect(path, { readOnly: true });
      try {
        return await own.kysely.transaction().execute(read);
      } finally {
        if (own !== writer) await own.close();
      }
    },
    migrate: async () => migrate(writer),
    async close() {
      await reader.close();
      if (writer !== reader) await writer.close();
    },
  };
}

interface Connection {
  readonly db: DatabaseSync;
  readonly kysely: Kysely<ReadSchema>;
  close(): Promise<void>;
}

function connect(path: string, { readOnly }: { readOnly: boolean }): Connection {
  const db = new DatabaseSync(path, { readOnly, timeout: 5_000 });
  // Rows and checkpoint are one transaction and all of it can be made again from the log. A transaction
  // lost with the power takes its checkpoint with it, so a commit need not wait for the disk.
  // The write-ahead log grows to some 16 MiB before it is folded in, so that pages of indexes are folded in once.
  if (!readOnly) db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma wal_autocheckpoint = 4096');
  db.exec('pragma cache_size = -8000; pragma temp_store = memory');
  const kysely = new Kysely<ReadSchema>({ dialect: new SqliteDialect({ database: shapedForKysely(db) }) });
  if (!readOnly) migrate({ db, kysely });
  return {
    db,
    kysely,
    async close() {
      await kysely.destroy();
      // Kysely closes only what it was asked to query.
      if (db.isOpen) db.close();
    },
  };
}

/** Asks first without a lock: an up-to-date file is opened while somebody else is writing to it. */
function migrate({ db, kysely }: Pick<Connection, 'db' | 'kysely'>): string[] {
  const level = (): number => (db.prepare(MIGRATION_LEVEL).get() as { level: number }).level;
  const made = db.prepare("select 1 from sqlite_master where name = 'schema_migration'").get() !== undefined;
  if (made && pending(kysely, level()).length === 0) return [];
  db.exec('begin immediate');
  try {
    db.exec(MIGRATION_TABLE);
    const steps = pending(kysely, level());
    for (const { sql } of steps) for (const statement of sql) db.exec(statement);
    db.exec('commit');
    return steps.map(({ name }) => name);
  } catch (error) {
    db.exec('rollback');
    throw error;
  }
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
    all: (parameters) => available(() => statement.all(...values(parameters))),
    run: (parameters) => available(() => statement.run(...values(parameters))),
    // A statement of its own: the kept one may be run again while this one is being walked.
    iterate: (parameters) => db.prepare(sql).iterate(...values(parameters)),
  };
}

/** SQLITE_BUSY, LOCKED, IOERR, FULL, CANTOPEN: the file cannot serve at present. The low byte is the kind. */
const PASSING = new Set([5, 6, 10, 13, 14]);

function available<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    const { errcode, message } = error as { errcode?: number; message: string };
    if (errcode === undefined || !PASSING.has(errcode & 0xff)) throw error;
    throw new ReadDatabaseUnavailable(`the read database is not available: ${message}`, { cause: error });
  }
}
