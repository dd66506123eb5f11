import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import type { Projection } from '../projection.ts';
import { checkpointsOf, holdCheckpoints } from '../read-database/checkpoints.ts';
import { waitAtMost } from '../read-database/dialect.ts';
import {
  areOfLive,
  type Copy,
  copiesIn,
  type Generation,
  generationsOf,
  goLive,
} from '../read-database/generations.ts';
import { isHeldByOthers } from '../read-database/postgres-client.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { isBehind } from './catch-up.ts';
import { dropThose, rebuildLeases, SwapHeldUp } from './generation.ts';
import { join } from './join.ts';
import type { Leaseholder } from './leases.ts';

export interface Swapped {
  /** How long the transaction that put them in place held checkpoints and readers up, waiting included, in milliseconds. */
  readonly swapMilliseconds: number;
  /** How often it was tried: somebody who reads for long, or writes, may be in the way. */
  readonly swapTries: number;
}

export interface SwapOptions {
  readonly signal?: AbortSignal;
  /** For how long to try while others are in the way, in milliseconds; a minute unless told. */
  readonly swapPatienceMilliseconds?: number;
}

/**
 * A swap that waits for readers holds up whoever comes after it, readers and writers alike: it gives up after so many
 * milliseconds, lets them pass, and tries again.
 */
const WAIT = 80;
/** For how long it waits for the batches that are being applied, in milliseconds, before it tries again. */
const BATCH = 2_000;
/** Pauses between tries, in milliseconds; the last of them again and again. */
const PAUSES = [20, 50, 100, 200, 400];
const PATIENCE = 60_000;

/**
 * Lets readers see these generations instead of the live ones, all of them in one transaction. Nobody sees rows that
 * are behind what was live: a generation that does not follow the log is brought along first. What was live is kept
 * as it stands; what was kept before is dropped. Throws `SwapHeldUp` when others are in the way for too long.
 */
export async function swap(
  store: EventStore,
  db: ReadDatabase,
  copies: readonly Copy[],
  holder: Leaseholder,
  { signal, swapPatienceMilliseconds = PATIENCE }: SwapOptions = {},
): Promise<Swapped> {
  const projections = copies.map(({ projection }) => projection);
  const until = performance.now() + swapPatienceMilliseconds;
  for (let swapTries = 1; ; swapTries++) {
    await bringAlong(store, db, copies, holder, signal);
    signal?.throwIfAborted();
    try {
      const swapMilliseconds = await tried(db, copies, projections, holder);
      if (swapMilliseconds === undefined) continue;
      await dropThose(db, projections, holder, ['discarded']);
      return { swapMilliseconds, swapTries };
    } catch (error) {
      if (!isHeldByOthers(error)) throw error;
      if (performance.now() > until) throw new SwapHeldUp(swapTries, error);
    }
    await pause(PAUSES[Math.min(swapTries, PAUSES.length) - 1], undefined, { signal });
  }
}

/** How long it took; undefined when a generation turned out to be behind the live one. */
async function tried(
  db: ReadDatabase,
  copies: readonly Copy[],
  projections: readonly Projection[],
  holder: Leaseholder,
): Promise<number | undefined> {
  let begun = 0;
  const done = await db.writer.transaction().execute(async (tx) => {
    // A follower's batch is waited for: readers do not notice, and it ends soon. Giving up would let the next one begin.
    await waitAtMost(tx, BATCH, BATCH);
    await holder.require(tx, rebuildLeases(projections));
    await holdCheckpoints(tx, areOfLive(projections));
    begun = performance.now();
    const left = () => Math.max(1, begun + WAIT - performance.now());
    await waitAtMost(tx, left());
    const generations = await generationsOf(tx, projections);
    const apart = copies.filter((copy) => stateOf(generations, copy) === 'filling');
    for (const copy of apart) {
      const [live] = await copiesIn(tx, [copy.projection], 'live');
      if (live && isBehind(await checkpointsOf(tx, copy), await checkpointsOf(tx, live))) return false;
    }
    for (const copy of copies) {
      // Only waiting counts: what is slow for want of a processor is not to fail for it.
      await waitAtMost(tx, left());
      await goLive(tx, copy, stateOf(generations, copy) === 'filling' ? 'filling' : 'following');
    }
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
