import type { Kysely } from 'kysely';
import type { Position } from '#kernel';
import { clockOf } from './dialect.ts';
import { areOf, areOfCopy, type Copy, copiesIn, type Versioned } from './generations.ts';
import type { ParkedTable, ReadSchema } from './schema.ts';

/** A stream that a projection could not go on with; its events wait, those of others flow. */
export type Parked = ParkedTable;

/** What could not be applied. */
export interface Poison {
  readonly stream: string;
  /** The first event that was not applied, how many were not, and why. */
  readonly revision: bigint;
  readonly position: Position;
  readonly events: number;
  readonly error: unknown;
  readonly attempts: number;
}

/** What is shown of an error; the rest is for the log of the process. */
const SHOWN = 1_000;

export const messageOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replaceAll('\0', '').slice(0, SHOWN);

/** The parked streams of some projections, in all their generations, in order; of all projections unless told. */
export async function parkedOf(db: Kysely<ReadSchema>, projections?: readonly Versioned[]): Promise<Parked[]> {
  const all = db.selectFrom('projection_parked').selectAll();
  return (projections ? all.where(areOf(projections)) : all)
    .orderBy('projection')
    .orderBy('version')
    .orderBy('generation')
    .orderBy('stream')
    .execute();
}

export async function park(tx: Kysely<ReadSchema>, copy: Copy<Versioned>, poison: Poison): Promise<void> {
  const { projection, generation } = copy;
  await tx
    .insertInto('projection_parked')
    .values({
      projection: projection.name,
      version: projection.version,
      generation,
      stream: poison.stream,
      revision: Number(poison.revision),
      position: poison.position,
      error: messageOf(poison.error),
      attempts: poison.attempts,
      waiting: poison.events - 1,
      parked_at: clockOf(tx),
    })
    .execute();
}

/** Counts further events behind a parked one. */
export async function letWait(
  tx: Kysely<ReadSchema>,
  of: Copy<Versioned>,
  stream: string,
  more: number,
): Promise<void> {
  await tx
    .updateTable('projection_parked')
    .set(({ eb }) => ({ waiting: eb('waiting', '+', more) }))
    .where(areOfCopy(of))
    .where('stream', '=', stream)
    .execute();
}

/** Another try that failed. */
export async function failAgain(
  tx: Kysely<ReadSchema>,
  of: Copy<Versioned>,
  stream: string,
  error: unknown,
): Promise<void> {
  await tx
    .updateTable('projection_parked')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), error: messageOf(error) }))
    .where(areOfCopy(of))
    .where('stream', '=', stream)
    .execute();
}

export async function unpark(tx: Kysely<ReadSchema>, of: Copy<Versioned>, stream: string): Promise<void> {
  await tx.deleteFrom('projection_parked').where(areOfCopy(of)).where('stream', '=', stream).execute();
}

/** The position of the first event of a stream that is not in the live rows, where the stream is parked. */
export async function parkedAt(
  db: Kysely<ReadSchema>,
  projection: Versioned,
  stream: string,
): Promise<Position | undefined> {
  const [live] = await copiesIn(db, [projection], 'live');
  if (!live) return undefined;
  const found = await db
    .selectFrom('projection_parked')
    .select('position')
    .where(areOfCopy(live))
    .where('stream', '=', stream)
    .executeTakeFirst();
  return found?.position;
}
