import type { EventStore } from '#event-store';
import type { Projection } from '../projection.ts';
import { checkpointsOf, holdCheckpoints } from '../read-database/checkpoints.ts';
import {
  areOfLive,
  type Copy,
  copiesIn,
  type Generation,
  generationsOf,
  goLive,
} from '../read-database/generations.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { isBehind } from './catch-up.ts';
import { dropThose, rebuildLeases } from './generation.ts';
import { join } from './join.ts';
import type { Leaseholder } from './leases.ts';

export interface Swapped {
  /** How long the transaction held up others who write, in milliseconds. */
  readonly swapMilliseconds: number;
}

/**
 * Lets readers see these generations instead of the live ones, all of them in one transaction. Nobody sees rows that
 * are behind what was live: a generation that does not follow the log is brought along first. What was live is kept
 * as it stands; what was kept before is dropped.
 */
export async function swap(
  store: EventStore,
  db: ReadDatabase,
  copies: readonly Copy[],
  holder: Leaseholder,
  signal?: AbortSignal,
): Promise<Swapped> {
  const projections = copies.map(({ projection }) => projection);
  for (;;) {
    await bringAlong(store, db, copies, holder, signal);
    signal?.throwIfAborted();
    const swapMilliseconds = await tried(db, copies, projections, holder);
    if (swapMilliseconds === undefined) continue;
    await dropThose(db, projections, holder, ['discarded']);
    return { swapMilliseconds };
  }
}

async function tried(
  db: ReadDatabase,
  copies: readonly Copy[],
  projections: readonly Projection[],
  holder: Leaseholder,
): Promise<number | undefined> {
  let begun = 0;
  const done = await db.writer.transaction().execute(async (tx) => {
    await holder.require(tx, rebuildLeases(projections));
    await holdCheckpoints(tx, areOfLive(projections));
    begun = performance.now();
    const generations = await generationsOf(tx, projections);
    const apart = copies.filter((copy) => stateOf(generations, copy) === 'filling');
    for (const copy of apart) {
      const [live] = await copiesIn(tx, [copy.projection], 'live');
      if (live && isBehind(await checkpointsOf(tx, copy), await checkpointsOf(tx, live))) return false;
    }
    for (const copy of copies)
      await goLive(tx, copy, stateOf(generations, copy) === 'filling' ? 'filling' : 'following');
    return true;
  });
  return done ? performance.now() - begun : undefined;
}

/** What is behind the live one joins it; what is ahead of it, after an import, may take its place as it is. */
async function bringAlong(
  store: EventStore,
  db: ReadDatabase,
  copies: readonly Copy[],
  holder: Leaseholder,
  signal?: AbortSignal,
): Promise<void> {
  const generations = await generationsOf(
    db.writer,
    copies.map(({ projection }) => projection),
  );
  for (const copy of copies) {
    if (stateOf(generations, copy) !== 'filling') continue;
    const [live] = await copiesIn(db.writer, [copy.projection], 'live');
    if (live && isBehind(await checkpointsOf(db.writer, copy), await checkpointsOf(db.writer, live)))
      await join(store, db, [copy], holder, signal);
  }
}

const stateOf = (generations: readonly Generation[], { projection, generation }: Copy) =>
  generations.find(
    (each) =>
      each.projection === projection.name && each.version === projection.version && each.generation === generation,
  )?.state;
