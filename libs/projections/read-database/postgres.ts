import { CompiledQuery, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { CopiedRows } from './copied-rows.ts';
import { MIGRATION_LEVEL, MIGRATION_TABLE, pending, requireMigrated } from './migrations.ts';
import { answered, shapedForKysely } from './postgres-client.ts';
import type { ReadDatabase } from './read-database.ts';
import type { ReadSchema } from './schema.ts';

interface Use {
  readonly name: string;
  readonly connections: number;
  readonly readOnly: boolean;
  /** A bound on one statement, in milliseconds; 0 for none. */
  readonly statement: number;
}

/** One transaction at a time, as in the embedded database: two of one process would only wait for each other. */
const WRITING: Use = { name: 'writer', connections: 1, readOnly: false, statement: 0 };
/** An answer is a few rows by key; what takes seconds is a fault, and must not hold a connection for ever. */
const ANSWERING: Use = { name: 'reader', connections: 10, readOnly: true, statement: 10_000 };
/** Checksums read whole tables. */
const SCANNING: Use = { name: 'scan', connections: 2, readOnly: true, statement: 0 };

/** How long to wait for a connection, and for a lock that somebody holds, in milliseconds. */
const CONNECT = 5_000;
const LOCK = 30_000;
/** A process that hangs within a transaction loses it, and with it the locks on checkpoints, in milliseconds. */
const IDLE_IN_TRANSACTION = 60_000;

/** Opens a read database on PostgreSQL. Nothing is connected before it is asked; then it must be migrated. */
export function openPostgres({ url }: { readonly url: string }): ReadDatabase {
  let migrated: Promise<void> | undefined;
  const check = (client: pg.PoolClient): Promise<void> => {
    migrated ??= levelOf(client)
      .then(requireMigrated)
      .catch((error) => {
        migrated = undefined;
        throw error;
      });
    return migrated;
  };
  const writer = kyselyOver(poolFor(url, WRITING, check));
  const reader = kyselyOver(poolFor(url, ANSWERING, check));
  const scan = kyselyOver(poolFor(url, SCANNING, check));
  return {
    options: { url },
    writer,
    reader,
    parameter: (n) => `$${n}`,
    async fill(tx, { name, columns }, rows) {
      const names = Object.keys(columns).map((column) => `"${column}"`);
      const sql = `copy "${name}" (${names.join(', ')}) from stdin (format binary)`;
      await tx.executeQuery(CompiledQuery.raw(sql, [new CopiedRows(Object.values(columns), rows)]));
    },
    snapshot: (read) => scan.transaction().setIsolationLevel('repeatable read').execute(read),
    migrate: () => migrate(url, writer),
    async close() {
      await Promise.all([writer.destroy(), reader.destroy(), scan.destroy()]);
    },
  };
}

function kyselyOver(pool: PostgresPool): Kysely<ReadSchema> {
  return new Kysely<ReadSchema>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) });
}

/** Connections for one use. Each is checked once when it is new. */
function poolFor(url: string, use: Use, check: (client: pg.PoolClient) => Promise<void>): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `academic-records ${use.name}`,
    max: use.connections,
    connectionTimeoutMillis: CONNECT,
    statement_timeout: use.statement,
    lock_timeout: LOCK,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    keepAlive: true,
    // A program that has nothing else to do ends, also when it failed before it could close.
    allowExitOnIdle: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  });
  // A connection that is lost while nobody uses it ends nothing: the pool forgets it, and the next asker gets
  // another. In use, the loss is told by the query that it interrupts, or by the next one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const shaped = new WeakMap<pg.PoolClient, PostgresPoolClient>();

  async function connect(): Promise<PostgresPoolClient> {
    const client = await answered(pool.connect());
    const known = shaped.get(client);
    if (known) return known;
    try {
      await check(client);
      if (use.readOnly) await answered(client.query('set session characteristics as transaction read only'));
    } catch (error) {
      client.release(true);
      throw error;
    }
    const fresh = shapedForKysely(client);
    shaped.set(client, fresh);
    return fresh;
  }

  return { connect, end: () => pool.end(), options: pool.options };
}

const INT8 = 20;

/** As in the embedded database, whole numbers are JavaScript numbers, and one that does not fit is an error. */
function parserOf(type: number, format: 'text' | 'binary' = 'text') {
  return type === INT8 ? wholeNumber : pg.types.getTypeParser(type, format as 'text');
}

function wholeNumber(digits: string): number {
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${digits} is too large for a JavaScript number`);
  return value;
}

const UNDEFINED_TABLE = '42P01';

async function levelOf(client: pg.ClientBase): Promise<number> {
  try {
    const { rows } = await answered(client.query<{ level: number }>(MIGRATION_LEVEL));
    return Number(rows[0]?.level);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return 0;
    throw error;
  }
}

/** One transaction under a lock that only migrations of the same schema take; whoever comes second finds it done. */
async function migrate(url: string, dialect: Kysely<ReadSchema>): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'academic-records migrate',
    connectionTimeoutMillis: CONNECT,
  });
  client.on('error', () => undefined);
  const ask = (sql: string) => answered(client.query(sql));
  try {
    await answered(client.connect());
    await ask('begin');
    await ask("select pg_advisory_xact_lock(hashtextextended('academic-records ' || current_schema(), 0))");
    await ask(MIGRATION_TABLE);
    const steps = pending(dialect, await levelOf(client));
    for (const { sql } of steps) for (const statement of sql) await ask(statement);
    await ask('commit');
    return steps.map(({ name }) => name);
  } finally {
    await client.end().catch(() => undefined);
  }
}
