import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import type { Projection } from '../projection.ts';
import { checkpointOf } from '../read-database/checkpoints.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import { type Copy, dropTables, physicalName, type TableDefinition } from '../read-database/tables.ts';
import { foldedRecords } from '../records-at.ts';
import { advanceCopy } from './advance.ts';
import { fillCopy, type RebuildOptions } from './rebuild.ts';

/** A row on which the live tables and a rebuild do not agree. */
export interface Difference {
  readonly projection: string;
  readonly table: string;
  readonly key: Readonly<Record<string, unknown>>;
  /** `missing` from the live table, `extra` in it, or `different` in its other columns. */
  readonly kind: 'missing' | 'extra' | 'different';
}

export interface VerifiedProjection {
  readonly projection: string;
  readonly version: number;
  /** The position at which the two were compared. */
  readonly position: Position;
  /** Of the live rows, and of the rebuilt ones. */
  readonly checksum: string;
  readonly rebuilt: string;
}

export interface Verification {
  readonly equal: boolean;
  readonly projections: readonly VerifiedProjection[];
  /** The first of them in order of key, at most 20 of each table. */
  readonly differences: readonly Difference[];
}

const SHOWN_DIFFERENCES = 20;

/**
 * Rebuilds the projections from the log into tables of their own, compares them with the live ones at
 * the same position and drops them. The live tables may go on moving meanwhile. Fails for a projection
 * that was never built.
 */
export async function verify(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: RebuildOptions = {},
): Promise<Verification> {
  const positions = await Promise.all(projections.map((projection) => livePosition(db.writer, projection)));
  const start = positions.toSorted()[0] as Position;
  try {
    await fillCopy(store, db, projections, 'verify', start, options);
    const compared = [];
    for (const projection of projections) compared.push(await compare(store, db, projection, start, options.signal));
    const differences = compared.flatMap((of) => of.differences);
    const verified = compared.map((of) => of.verified);
    const equal = differences.length === 0 && verified.every(({ checksum, rebuilt }) => checksum === rebuilt);
    return { equal, projections: verified, differences };
  } finally {
    for (const projection of projections) await dropTables(db.writer, projection, 'verify');
  }
}

interface Compared {
  readonly verified: VerifiedProjection;
  readonly differences: readonly Difference[];
}

async function compare(
  store: EventStore,
  db: ReadDatabase,
  projection: Projection,
  filled: Position,
  signal?: AbortSignal,
): Promise<Compared> {
  const folded = foldedRecords(store, 1_000);
  let at = filled;
  for (;;) {
    // One transaction: the live tables stand still while they are compared.
    const outcome = await db.writer.transaction().execute(async (tx): Promise<Compared | Position> => {
      const live = await livePosition(tx, projection);
      if (live !== at) return live;
      const differences: Difference[] = [];
      for (const table of projection.tables) differences.push(...(await differencesIn(tx, projection, table)));
      const verified = {
        projection: projection.name,
        version: projection.version,
        position: at,
        checksum: await checksum(tx, projection),
        rebuilt: await checksum(tx, projection, 'verify'),
      };
      return { verified, differences };
    });
    if (typeof outcome !== 'string') return outcome;
    await advanceCopy(store, db, [projection], folded, { copy: 'verify', after: at, upTo: outcome, signal });
    at = outcome;
  }
}

async function livePosition(db: Kysely<ReadSchema>, projection: Projection): Promise<Position> {
  const position = await checkpointOf(db, projection);
  if (position === undefined) throw new Error(`projection ${projection.name} v${projection.version} was never built`);
  return position;
}

async function differencesIn(
  tx: Kysely<ReadSchema>,
  { name, version }: Projection,
  table: TableDefinition,
): Promise<Difference[]> {
  const live = sql.table(physicalName(table.name, version));
  const made = sql.table(physicalName(table.name, version, 'verify'));
  const keyOf = (alias: string) => sql.join(table.key.map((column) => sql.ref(`${alias}.${column}`)));
  const first = table.key[0] as string;
  const same = sql.join(
    table.key.map((column) => sql`${sql.ref(`l.${column}`)} = ${sql.ref(`m.${column}`)}`),
    sql` and `,
  );
  const unlike = sql.join(
    Object.keys(table.columns).map((c) => sql`${sql.ref(`l.${c}`)} is distinct from ${sql.ref(`m.${c}`)}`),
    sql` or `,
  );
  const missing = await sql<Record<string, unknown>>`
    select ${keyOf('m')} from ${made} as m left join ${live} as l on ${same}
    where ${sql.ref(`l.${first}`)} is null order by ${keyOf('m')} limit ${SHOWN_DIFFERENCES}`.execute(tx);
  const wrong = await sql<Record<string, unknown>>`
    select ${keyOf('l')}, case when ${sql.ref(`m.${first}`)} is null then 'extra' else 'different' end as difference_kind
    from ${live} as l left join ${made} as m on ${same}
    where ${sql.ref(`m.${first}`)} is null or ${unlike} order by ${keyOf('l')} limit ${SHOWN_DIFFERENCES}`.execute(tx);
  return [
    ...missing.rows.map((key): Difference => ({ projection: name, table: table.name, key, kind: 'missing' })),
    ...wrong.rows.map(({ difference_kind, ...key }): Difference => {
      return { projection: name, table: table.name, key, kind: difference_kind as 'extra' | 'different' };
    }),
  ].slice(0, SHOWN_DIFFERENCES);
}

/** SHA-256 over all rows of a projection in order of key: equal rows, equal sums. */
export async function checksum(db: Kysely<ReadSchema>, projection: Projection, copy: Copy = 'live'): Promise<string> {
  const hash = createHash('sha256');
  for (const table of projection.tables) {
    const name = physicalName(table.name, projection.version, copy);
    const columns = Object.keys(table.columns);
    const rows = db
      .selectFrom(sql<Record<string, unknown>>`${sql.table(name)}`.as('rows'))
      .select(columns.map((column) => sql.ref(column).as(column)))
      .orderBy(sql.join(table.key.map((column) => sql.ref(column))))
      .stream();
    hash.update(`${table.name}\n`);
    for await (const row of rows) {
      const cells = row as Record<string, unknown>;
      hash.update(JSON.stringify(columns.map((column) => String(cells[column]))));
    }
  }
  return hash.digest('hex');
}
