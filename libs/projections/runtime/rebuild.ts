import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import { RECORD_STREAMS } from '#student-record';
import { partitionsOf } from '../partitions.ts';
import type { Projection } from '../projection.ts';
import { beginCheckpoints, checkpointOf } from '../read-database/checkpoints.ts';
import type { Copy } from '../read-database/generations.ts';
import { parkedOf } from '../read-database/parked.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { isRecordView, type RecordView } from '../record-view.ts';
import { requireWithinLog } from './ahead.ts';
import { BEFORE_ALL, catchUpOf } from './catch-up.ts';
import { type Comparison, compareCopies } from './compare.ts';
import type { Filled } from './fill.ts';
import { fillInShares, type Workers } from './fill-threads.ts';
import { newGeneration, rebuildLeases } from './generation.ts';
import { join } from './join.ts';
import { withLeases } from './leases.ts';
import { type SwapOptions, type Swapped, swap } from './swap.ts';

export interface RebuildProgress {
  /** Records of students read so far, and in all. */
  readonly streams: number;
  readonly ofStreams: number;
  readonly events: number;
}

export interface RebuildOptions extends Workers, SwapOptions {
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Gives up between two students: the live generation stays as it is. */
  readonly signal?: AbortSignal;
  /** How long a lease holds when nobody renews it, in milliseconds. */
  readonly leaseMilliseconds?: number;
}

/** `swapMilliseconds` and `swapTries` are 0 when nothing was swapped. */
export interface RebuildResult extends Swapped {
  /** Whether readers see the new generation: it is the first one, or equal to the one before. */
  readonly swapped: boolean;
  /** The position up to which the log was read for it, at least. */
  readonly position: Position;
  readonly streams: number;
  readonly events: number;
  /** Of the whole rebuild, and of the filling alone. */
  readonly milliseconds: number;
  readonly fillMilliseconds: number;
  /** Streams that are parked in the new generation. */
  readonly parked: number;
  /** With the generation before; absent when there was none, or when it was not to be compared. */
  readonly comparison?: Comparison;
}

/**
 * Fills a new generation of the projections from the whole log, beside the live one and beside whoever follows the log,
 * brings it up to the live one, and compares the two at one position. Equal, it takes the place of the live one,
 * which is kept for a way back. Different, it is kept `following` beside the live one, for somebody to look at; see
 * `swapIn` and `drop`. Where nothing was built before it goes live as it is. What an earlier rebuild left that was
 * killed, or that found a difference, is dropped first. Throws `LeaseHeld` while another rebuild goes on, `AheadOfLog`
 * where what is live was made from another log, and `SwapHeldUp` where others never let it swap.
 */
export function rebuild(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: RebuildOptions = {},
): Promise<RebuildResult> {
  return renewed(store, db, projections, options, true);
}

/**
 * The same without comparing: for when the log has grown by more than anybody would want to follow event by event, as
 * after an import. The new generation takes its place where the log ended when it was begun, or further.
 */
export function refill(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: RebuildOptions = {},
): Promise<RebuildResult> {
  return renewed(store, db, projections, options, false);
}

async function renewed(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: RebuildOptions,
  comparing: boolean,
): Promise<RebuildResult> {
  const started = performance.now();
  const { signal, leaseMilliseconds } = options;
  return withLeases(
    db,
    rebuildLeases(projections),
    async (holder) => {
      await requireWithinLog(store, db, projections);
      const generation = await newGeneration(db, projections, holder);
      return generation.madeOf(async (copies) => {
        const live = comparing ? await lowestLive(db, projections) : undefined;
        const upTo = live ?? (await store.head());
        const filled = await fill(store, db, copies, upTo, options);
        const fillMilliseconds = performance.now() - started;
        let comparison: Comparison | undefined;
        if (live !== undefined) {
          const joined = await join(store, db, copies, holder, signal);
          comparison = await compareCopies(db, joined);
        }
        const swapped =
          comparison?.equal === false
            ? { swapMilliseconds: 0, swapTries: 0 }
            : await swap(store, db, copies, holder, options);
        return {
          ...filled,
          ...swapped,
          swapped: comparison?.equal !== false,
          position: upTo,
          milliseconds: performance.now() - started,
          fillMilliseconds,
          parked: await parkedIn(db, copies),
          comparison,
        };
      });
    },
    leaseMilliseconds,
  );
}

/** How far the projections stand that have been built; undefined when none has. */
async function lowestLive(db: ReadDatabase, projections: readonly Projection[]): Promise<Position | undefined> {
  const positions = await Promise.all(projections.map((projection) => checkpointOf(db.writer, projection)));
  return positions.filter((position) => position !== undefined).toSorted()[0];
}

/** Fills empty generations with the log up to a position, and notes their checkpoints. */
export async function fill(
  store: EventStore,
  db: ReadDatabase,
  copies: readonly Copy[],
  upTo: Position,
  options: RebuildOptions,
): Promise<Filled> {
  const { signal, onProgress } = options;
  const views = copies.filter((copy): copy is Copy<RecordView> => isRecordView(copy.projection));
  let filled: Filled = { streams: 0, events: 0 };
  if (views.length > 0) {
    const ofStreams = await countStreams(store, upTo);
    const onFilled = onProgress && ((soFar: Filled) => onProgress({ ...soFar, ofStreams }));
    filled = await fillInShares(store, db, views, { upTo, signal, onFilled, streams: ofStreams }, options);
  }
  for (const copy of copies) {
    if (isRecordView(copy.projection)) continue;
    const partitions = partitionsOf(copy.projection);
    await db.writer.transaction().execute((tx) => beginCheckpoints(tx, copy, partitions, BEFORE_ALL));
    const targets = new Map(partitions.map((partition) => [partition, upTo]));
    filled = { ...filled, events: filled.events + (await (await catchUpOf(store, db, copy)).to(targets, signal)) };
  }
  return filled;
}

async function countStreams(store: EventStore, upTo: Position): Promise<number> {
  let count = 0;
  for await (const _ of store.streams(RECORD_STREAMS, { upTo })) count++;
  return count;
}

async function parkedIn(db: ReadDatabase, copies: readonly Copy[]): Promise<number> {
  const parked = await parkedOf(
    db.writer,
    copies.map(({ projection }) => projection),
  );
  return parked.filter((each) =>
    copies.some(({ projection, generation }) => each.projection === projection.name && each.generation === generation),
  ).length;
}
