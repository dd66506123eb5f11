import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { CopiedRows } from './copied-rows.ts';
import { ReadDatabaseUnavailable } from './read-database.ts';

/**
 * What Kysely asks of a connection, over one of `pg`: a parameter of `CopiedRows` is streamed by COPY, and a
 * connection that is lost or refused becomes `ReadDatabaseUnavailable`.
 */
export function shapedForKysely(client: pg.PoolClient): PostgresPoolClient {
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(sql: string | PostgresCursor<R>, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== 'string') return client.query(sql as PostgresCursor<R> & pg.Submittable);
    const [rows] = parameters;
    return rows instanceof CopiedRows
      ? answered(copy(client, sql, rows))
      : answered(client.query(sql, [...parameters]));
  }
  return { query, release: (destroy) => client.release(destroy) };
}

async function copy(client: pg.PoolClient, sql: string, rows: CopiedRows) {
  const into = client.query(copyFrom(sql));
  await pipeline(Readable.from(rows.encoded()), into);
  return { command: 'INSERT', rowCount: into.rowCount, rows: [] };
}

/**
 * Conditions of the server that pass: connections (08), rollbacks by deadlock or serialization (40), resources (53),
 * locks not to be had (55P03), operators and crashes (57), timeouts of idle transactions (25P03), the system (58).
 */
const PASSING = /^(08|40|53|57|58)|^(25P03|55P03)$/;

/** A lock was not to be had in the time that it was given, or a statement not to be ended. */
const WAITED_TOO_LONG: readonly unknown[] = ['55P03', '57014'];

/** Whether an error says that others held what was asked for, for longer than one was to wait. */
export const isHeldByOthers = (error: unknown): boolean =>
  error instanceof ReadDatabaseUnavailable &&
  error.cause instanceof pg.DatabaseError &&
  WAITED_TOO_LONG.includes(error.cause.code);

/** Of our own making, such as a number that does not fit; by name, as each realm has classes of its own. */
const OURS = new Set(['TypeError', 'RangeError', 'SyntaxError']);

/** The answer of `pg`. An error of the server is what it says; any other is one of the connection. */
export async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof pg.DatabaseError ? !PASSING.test(cause.code ?? '') : OURS.has((cause as Error).name))
      throw cause;
    const { errors, message } = cause as AggregateError;
    const told = errors?.map((error) => error.message).join(', ') ?? message;
    throw new ReadDatabaseUnavailable(`the read database is not available: ${told}`, { cause });
  }
}
