import type { Kysely } from 'kysely';
import type { Position } from '#kernel';
import type { Projection } from '../projection.ts';
import type { ReadSchema } from './schema.ts';

type Versioned = Pick<Projection, 'name' | 'version'>;

/** The checkpoint was not where it was left: somebody else moved it, and this work is thrown away. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';

  constructor(projection: Versioned, expected: Position) {
    super(`projection ${projection.name} v${projection.version}: its checkpoint is no longer ${expected}`);
  }
}

/** The position that a projection has been brought up to; undefined when this version was never built. */
export async function checkpointOf(db: Kysely<ReadSchema>, of: Versioned): Promise<Position | undefined> {
  const row = await db
    .selectFrom('projection_checkpoint')
    .select('position')
    .where('projection', '=', of.name)
    .where('version', '=', of.version)
    .executeTakeFirst();
  return row?.position;
}

/** Moves a checkpoint that stands at `from`; throws `CheckpointMoved` when it does not. */
export async function moveCheckpoint(
  tx: Kysely<ReadSchema>,
  of: Versioned,
  from: Position,
  to: Position,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('projection_checkpoint')
    .set({ position: to })
    .where('projection', '=', of.name)
    .where('version', '=', of.version)
    .where('position', '=', from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new CheckpointMoved(of, from);
}

/** Keeps all checkpoints where they are until the transaction ends, whichever process would move them. */
export async function holdCheckpoints(tx: Kysely<ReadSchema>): Promise<void> {
  await tx
    .updateTable('projection_checkpoint')
    .set((row) => ({ position: row.ref('position') }))
    .execute();
}

/** Sets a checkpoint wherever it stood, for tables that were filled anew up to there. */
export async function setCheckpoint(tx: Kysely<ReadSchema>, of: Versioned, position: Position): Promise<void> {
  await tx
    .insertInto('projection_checkpoint')
    .values({ projection: of.name, version: of.version, position })
    .onConflict((conflict) => conflict.columns(['projection', 'version']).doUpdateSet({ position }))
    .execute();
}
