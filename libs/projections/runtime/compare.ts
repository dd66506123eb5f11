import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Position } from '#kernel';
import { checkpointsOf } from '../read-database/checkpoints.ts';
import { type Copy, copiesIn } from '../read-database/generations.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import { type TableDefinition, tableName } from '../read-database/tables.ts';

/** A row on which two generations do not agree. */
export interface Difference {
  readonly projection: string;
  readonly table: string;
  readonly key: Readonly<Record<string, unknown>>;
  /** `missing` from the live table, `extra` in it, or `different` in its other columns. */
  readonly kind: 'missing' | 'extra' | 'different';
}

export interface ComparedProjection {
  readonly projection: string;
  readonly version: number;
  /** The position at which the two were compared: the lowest of their partitions. */
  readonly position: Position;
  /** Of the live generation, and of the rebuilt one. */
  readonly checksum: string;
  readonly rebuilt: string;
}

export interface Comparison {
  readonly equal: boolean;
  readonly projections: readonly ComparedProjection[];
  /** The first of them in order of key, at most 20 of each table. */
  readonly differences: readonly Difference[];
}

const SHOWN_DIFFERENCES = 20;
/** Rows between two turns of the event loop: leases want renewing, and a server its answers. */
const ROWS_IN_A_TURN = 200;

/** What is to be compared does not stand at one position; that is a fault of whoever moves checkpoints. */
export class NotTogether extends Error {
  override readonly name = 'NotTogether';

  constructor({ projection, generation }: Copy) {
    super(
      `projection ${projection.name} v${projection.version}: generation ${generation} is not where the live one is`,
    );
  }
}

/**
 * Compares generations that follow the log with the live ones, all in one state of the database, in which both stand
 * at the same position. Nobody who writes has to wait.
 */
export function compareCopies(db: ReadDatabase, copies: readonly Copy[]): Promise<Comparison> {
  return db.snapshot(async (tx) => {
    const projections: ComparedProjection[] = [];
    const differences: Difference[] = [];
    for (const copy of copies) {
      const { projection } = copy;
      const [live] = await copiesIn(tx, [projection], 'live');
      if (!live) throw new NotTogether(copy);
      const positions = await checkpointsOf(tx, live);
      const own = await checkpointsOf(tx, copy);
      if ([...positions].some(([partition, position]) => own.get(partition) !== position)) throw new NotTogether(copy);
      const compared = {
        projection: projection.name,
        version: projection.version,
        position: [...positions.values()].sort()[0] ?? '',
        checksum: await checksumOf(tx, live),
        rebuilt: await checksumOf(tx, copy),
      };
      projections.push(compared);
      if (compared.checksum === compared.rebuilt) continue;
      for (const table of projection.tables) differences.push(...(await differencesIn(tx, live, copy, table)));
    }
    const equal = projections.every(({ checksum, rebuilt }) => checksum === rebuilt);
    return { equal, projections, differences };
  });
}

async function differencesIn(
  tx: Kysely<ReadSchema>,
  { projection: { name, version }, generation }: Copy,
  other: Copy,
  table: TableDefinition,
): Promise<Difference[]> {
  const live = sql.table(tableName(table.name, version, generation));
  const made = sql.table(tableName(table.name, version, other.generation));
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

/** SHA-256 over all rows of a generation in order of key: equal rows, equal sums. */
export async function checksumOf(db: Kysely<ReadSchema>, { projection, generation }: Copy): Promise<string> {
  const hash = createHash('sha256');
  for (const table of projection.tables) {
    const columns = Object.keys(table.columns);
    const rows = db
      .selectFrom(
        sql<Record<string, unknown>>`${sql.table(tableName(table.name, projection.version, generation))}`.as('rows'),
      )
      .select(columns.map((column) => sql.ref(column).as(column)))
      .orderBy(sql.join(table.key.map((column) => sql.ref(column))))
      .stream();
    hash.update(`${table.name}\n`);
    let read = 0;
    for await (const row of rows) {
      const cells = row as Record<string, unknown>;
      if (++read % ROWS_IN_A_TURN === 0) await turn();
      hash.update(JSON.stringify(columns.map((column) => String(cells[column]))));
    }
  }
  return hash.digest('hex');
}

/** The checksum of what readers see. Fails for a projection that was never built. */
export async function checksum(db: Kysely<ReadSchema>, projection: Copy['projection']): Promise<string> {
  const [live] = await copiesIn(db, [projection], 'live');
  if (!live) throw new NeverBuilt(projection);
  return checksumOf(db, live);
}

/** There is nothing of this version of a projection that readers could see. */
export class NeverBuilt extends Error {
  override readonly name = 'NeverBuilt';

  constructor({ name, version }: Pick<Copy['projection'], 'name' | 'version'>) {
    super(`projection ${name} v${version} was never built`);
  }
}
