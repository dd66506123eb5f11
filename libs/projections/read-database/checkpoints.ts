import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Position } from '#kernel';
import { isPostgres } from './dialect.ts';
import { areOfCopy, areOfLive, type Copy, type Generation, generationsOf, type Versioned } from './generations.ts';
import type { ReadSchema } from './schema.ts';

/** The checkpoint was not where it was left: somebody else moved it, and this work is thrown away. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';

  constructor({ projection, partition, from }: Move) {
    const { name, version } = projection;
    super(`projection ${name} v${version}: the checkpoint of partition ${partition} is no longer ${from}`);
  }
}

/** A partition of a projection that is to go on from one position to another. */
export interface Move {
  readonly projection: Versioned;
  readonly partition: number;
  readonly from: Position;
  readonly to: Position;
}

/** The position of each partition of a generation; empty while it is not filled. */
export async function checkpointsOf(
  db: Kysely<ReadSchema>,
  copy: Copy<Versioned>,
): Promise<ReadonlyMap<number, Position>> {
  const rows = await db
    .selectFrom('projection_checkpoint')
    .select(['partition', 'position'])
    .where(areOfCopy(copy))
    .orderBy('partition')
    .execute();
  return new Map(rows.map(({ partition, position }) => [partition, position]));
}

/** The position up to which the live generation has been brought in all partitions; undefined where there is none. */
export async function checkpointOf(db: Kysely<ReadSchema>, of: Versioned): Promise<Position | undefined> {
  const found = await db
    .selectFrom('projection_checkpoint')
    .select(({ fn }) => fn.min('position').as('position'))
    .where(areOfLive([of]))
    .executeTakeFirst();
  return found?.position ?? undefined;
}

/** The position that some partition of a live generation has come to and none has passed; undefined where there is none. */
export async function furthestOf(db: Kysely<ReadSchema>, of: readonly Versioned[]): Promise<Position | undefined> {
  const found = await db
    .selectFrom('projection_checkpoint')
    .select(({ fn }) => fn.max('position').as('position'))
    .where(areOfLive(of))
    .executeTakeFirst();
  return found?.position ?? undefined;
}

/**
 * Keeps checkpoints where they are until the transaction ends, whichever process would move them. Whoever moves those
 * of a live generation holds them first and asks then which generations there are; whoever lets a generation join the
 * live one, or leave it, holds them too. To be the first thing that a transaction does.
 */
export async function holdCheckpoints(
  tx: Kysely<ReadSchema>,
  which: RawBuilder<SqlBool>,
  partitions?: readonly number[],
): Promise<void> {
  if (!isPostgres(tx)) {
    // Any writing takes the one lock there is.
    await tx.updateTable('projection_checkpoint').set({ position: '' }).where(sql<SqlBool>`false`).execute();
    return;
  }
  const held = tx.selectFrom('projection_checkpoint').select('partition').where(which);
  await (partitions ? held.where('partition', 'in', partitions) : held)
    // In one order, so that two who hold several do not wait for each other.
    .orderBy('projection')
    .orderBy('version')
    .orderBy('partition')
    .orderBy('generation')
    .forUpdate()
    .execute();
}

/**
 * Moves checkpoints in those generations of their projections that `which` lets through, and gives these. Throws
 * `CheckpointMoved` when one of them does not stand where the move begins, or when there is no such generation.
 */
export async function moveCheckpoints(
  tx: Kysely<ReadSchema>,
  moves: readonly Move[],
  which: (generation: Generation) => boolean,
): Promise<Generation[]> {
  const projections = [...new Set(moves.map(({ projection }) => projection))];
  const generations = (await generationsOf(tx, projections)).filter(which);
  for (const projection of projections) {
    const of = moves.filter((move) => move.projection === projection);
    for (const { generation, version, projection: name } of generations) {
      if (name !== projection.name || version !== projection.version) continue;
      for (const run of runsOf(of)) await moveRun(tx, { projection, generation }, run);
    }
    if (!generations.some((each) => each.projection === projection.name && each.version === projection.version))
      throw new CheckpointMoved(of[0] as Move);
  }
  return generations;
}

async function moveRun(tx: Kysely<ReadSchema>, copy: Copy<Versioned>, run: readonly Move[]): Promise<void> {
  const [first] = run;
  if (!first) return;
  const { numUpdatedRows } = await tx
    .updateTable('projection_checkpoint')
    .set({ position: first.to })
    .where(areOfCopy(copy))
    .where(
      'partition',
      'in',
      run.map(({ partition }) => partition),
    )
    .where('position', '=', first.from)
    .executeTakeFirst();
  if (numUpdatedRows !== BigInt(run.length)) throw new CheckpointMoved(first);
}

/** Moves that are the same but for the partition. */
function runsOf(moves: readonly Move[]): Move[][] {
  const runs = new Map<string, Move[]>();
  for (const move of moves) {
    const key = `${move.from} ${move.to}`;
    const run = runs.get(key);
    if (run) run.push(move);
    else runs.set(key, [move]);
  }
  return [...runs.values()];
}

/** Notes where the partitions of a generation stand that were just filled. */
export async function beginCheckpoints(
  tx: Kysely<ReadSchema>,
  { projection: { name, version }, generation }: Copy<Versioned>,
  partitions: readonly number[],
  position: Position,
): Promise<void> {
  await tx
    .insertInto('projection_checkpoint')
    .values(partitions.map((partition) => ({ projection: name, version, generation, partition, position })))
    .execute();
}
