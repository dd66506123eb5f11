import type { Transaction } from 'kysely';
import type { EventStore } from '#event-store';
import type { Projection } from '../projection.ts';
import { checkpointsOf, holdCheckpoints } from '../read-database/checkpoints.ts';
import { areOfLive, type Copy, changeState, copiesIn, type GenerationState } from '../read-database/generations.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import { isPassing } from './apply-alone.ts';
import { type CatchUp, catchUpOf, isBehind, type Targets } from './catch-up.ts';
import { rebuildLeases } from './generation.ts';
import type { Leaseholder } from './leases.ts';

/**
 * Lets generations follow the log beside the live ones, from the very position of these on: whoever follows the log
 * moves both in the same transactions from then on. Those whose projection has no live generation are left out. Gives
 * those that joined.
 */
export async function join(
  store: EventStore,
  db: ReadDatabase,
  copies: readonly Copy[],
  holder: Leaseholder,
  signal?: AbortSignal,
  from: GenerationState = 'filling',
): Promise<Copy[]> {
  const joined: Copy[] = [];
  for (const copy of copies) {
    const joins = await beside(store, db, copy, holder, { signal }, async (tx) => {
      await changeState(tx, copy, from, 'following');
    });
    if (joins) joined.push(copy);
  }
  return joined;
}

/**
 * Does something in a transaction in which a generation is no further back than the live one, which stands still
 * meanwhile. All but the last page or so of the way there is gone outside of it. False, and nothing done, without a live one.
 */
export async function beside(
  store: EventStore,
  db: ReadDatabase,
  copy: Copy,
  holder: Leaseholder,
  { signal }: { readonly signal?: AbortSignal },
  act: (tx: Transaction<ReadSchema>) => Promise<void>,
): Promise<boolean> {
  const { projection } = copy;
  const catchingUp = await catchUpOf(store, db, copy);
  for (let tries = 1; ; tries++) {
    const live = await liveOf(db.writer, projection);
    if (!live) return false;
    await catchingUp.to(await checkpointsOf(db.writer, live), signal);
    // Where the live one moves as fast as this comes near, more and more of the way is gone while it stands still.
    if (await metBy(db, copy, catchingUp, holder, tries, act)) return true;
  }
}

async function metBy(
  db: ReadDatabase,
  { projection }: Copy,
  catchingUp: CatchUp,
  holder: Leaseholder,
  pages: number,
  act: (tx: Transaction<ReadSchema>) => Promise<void>,
): Promise<boolean> {
  const out = new Error('the way is longer than a page');
  try {
    await db.writer.transaction().execute(async (tx) => {
      await holder.require(tx, rebuildLeases([projection]));
      await holdCheckpoints(tx, areOfLive([projection]));
      const live = await liveOf(tx, projection);
      if (!live) throw out;
      const targets = await checkpointsOf(tx, live);
      if (isBehind(catchingUp.positions(), targets) && !(await isThere(tx, catchingUp, targets, pages))) throw out;
      await act(tx);
    });
    return true;
  } catch (error) {
    if (error === out) return false;
    throw error;
  }
}

/** The last page of the way. A stream that cannot be applied is parked outside, where it can be tried alone. */
function isThere(tx: Transaction<ReadSchema>, catchingUp: CatchUp, targets: Targets, pages: number): Promise<boolean> {
  return catchingUp.within(tx, targets, pages).catch((error: unknown) => {
    if (isPassing(error)) throw error;
    return false;
  });
}

const liveOf = async (db: Parameters<typeof copiesIn>[0], projection: Projection): Promise<Copy | undefined> =>
  (await copiesIn(db, [projection], 'live'))[0];
