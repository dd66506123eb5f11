import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import type { Projection } from '../projection.ts';
import { checkpointOf } from '../read-database/checkpoints.ts';
import { type Copy, changeState, copiesIn } from '../read-database/generations.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { requireWithinLog } from './ahead.ts';
import { type Comparison, compareCopies, NeverBuilt } from './compare.ts';
import { dropThose, newGeneration, rebuildLeases } from './generation.ts';
import { beside, join } from './join.ts';
import { type Leaseholder, withLeases } from './leases.ts';
import { fill, type RebuildOptions } from './rebuild.ts';
import { type Swapped, swap } from './swap.ts';

/** There is no generation of the kind that was asked for. */
export class NoSuchGeneration extends Error {
  override readonly name = 'NoSuchGeneration';
}

/**
 * Compares the generation that waits beside the live one with it. Where none waits, one is filled from the log, compared
 * and dropped again. The live one may go on moving meanwhile. Fails for a projection that was never built.
 */
export async function compare(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: RebuildOptions = {},
): Promise<Comparison> {
  return withRebuildLeases(db, projections, options, async (holder) => {
    await requireWithinLog(store, db, projections);
    const waiting = await copiesIn(db.writer, projections, 'following');
    if (waiting.length > 0) return compareCopies(db, waiting);
    const positions: Position[] = [];
    for (const projection of projections) {
      const position = await checkpointOf(db.writer, projection);
      if (position === undefined) throw new NeverBuilt(projection);
      positions.push(position);
    }
    const generation = await newGeneration(db, projections, holder);
    return generation.madeOf(async (copies) => {
      await fill(store, db, copies, positions.sort()[0] ?? '', options);
      const comparison = await compareCopies(db, await join(store, db, copies, holder, options.signal));
      await dropThose(db, projections, holder, ['following']);
      return comparison;
    });
  });
}

export interface SwapResult extends Partial<Swapped> {
  readonly swapped: boolean;
  /** Absent when differences were accepted unseen. */
  readonly comparison?: Comparison;
}

/**
 * Puts the generation that waits beside the live one in its place if the two are equal, or in any case when differences
 * are accepted. Throws `NoSuchGeneration` when none waits.
 */
export async function swapIn(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: { readonly acceptDifferences?: boolean } & RebuildOptions = {},
): Promise<SwapResult> {
  return withRebuildLeases(db, projections, options, async (holder) => {
    const waiting = await copiesIn(db.writer, projections, 'following');
    if (waiting.length === 0) throw new NoSuchGeneration('no generation waits to be swapped in: rebuild first');
    const comparison = options.acceptDifferences ? undefined : await compareCopies(db, waiting);
    if (comparison?.equal === false) return { swapped: false, comparison };
    return { swapped: true, comparison, ...(await swap(store, db, waiting, holder, options)) };
  });
}

/**
 * Puts the previous generation back in its place, brought up to where the live one is; that one becomes the previous.
 * Throws `NoSuchGeneration` when there is none.
 */
export async function rollBack(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: RebuildOptions = {},
): Promise<Swapped> {
  return withRebuildLeases(db, projections, options, async (holder) => {
    const previous = await copiesIn(db.writer, projections, 'previous');
    if (previous.length === 0) throw new NoSuchGeneration('there is no previous generation to go back to');
    const joined: Copy[] = [];
    try {
      for (const copy of previous) {
        await beside(store, db, copy, holder, options, (tx) => changeState(tx, copy, 'previous', 'following'));
        joined.push(copy);
      }
      return await swap(store, db, joined, holder, options);
    } catch (error) {
      for (const copy of joined)
        await db.writer
          .transaction()
          .execute((tx) => changeState(tx, copy, 'following', 'previous'))
          .catch(() => undefined);
      throw error;
    }
  });
}

/**
 * Drops the generation that waits beside the live one and what broken-off rebuilds left; the previous one too, or all
 * there are, if asked. Without a live one nothing can be read until it is built again.
 */
export async function drop(
  db: ReadDatabase,
  projections: readonly Projection[],
  options: { readonly previous?: boolean; readonly all?: boolean } & Pick<RebuildOptions, 'leaseMilliseconds'> = {},
): Promise<number> {
  return withRebuildLeases(db, projections, options, (holder) =>
    dropThose(db, projections, holder, [
      'filling',
      'following',
      'discarded',
      ...(options.previous || options.all ? (['previous'] as const) : []),
      ...(options.all ? (['live'] as const) : []),
    ]),
  );
}

const withRebuildLeases = <T>(
  db: ReadDatabase,
  projections: readonly Projection[],
  { leaseMilliseconds }: Pick<RebuildOptions, 'leaseMilliseconds'>,
  work: (holder: Leaseholder) => Promise<T>,
): Promise<T> => withLeases(db, rebuildLeases(projections), work, leaseMilliseconds);
