import { type Kysely, sql } from 'kysely';
import type { Position } from '#kernel';
import { checkpointsOf } from '../read-database/checkpoints.ts';
import { copiesIn, type Versioned } from '../read-database/generations.ts';
import type { ReadSchema } from '../read-database/schema.ts';

/** Sets the checkpoints of a live generation, wherever they stood; of the first one, made live, where there is none. */
export async function setCheckpoint(db: Kysely<ReadSchema>, of: Versioned, position: Position): Promise<void> {
  const [live] = await copiesIn(db, [of], 'live');
  if (live && (await checkpointsOf(db, live)).size > 0) {
    await sql`update projection_checkpoint set position = ${position} where projection = ${of.name}
      and version = ${of.version} and generation = ${live.generation}`.execute(db);
    return;
  }
  const row = { projection: of.name, version: of.version, generation: 1 };
  await db
    .insertInto('projection_generation')
    .values({ ...row, state: 'live' })
    .execute();
  await db
    .insertInto('projection_checkpoint')
    .values({ ...row, partition: 0, position })
    .execute();
}
