import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import { allPartitions, partitionsOf } from '../partitions.ts';
import { type Projection, streamsOf } from '../projection.ts';
import { checkpointsOf } from '../read-database/checkpoints.ts';
import { copiesIn } from '../read-database/generations.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { foldedRecords } from '../records-at.ts';
import { requireWithinLog } from './ahead.ts';
import { applyPage, type Standing } from './apply.ts';
import { isPassing } from './apply-alone.ts';
import { lowest } from './catch-up.ts';
import { NeverBuilt } from './compare.ts';
import { sharing } from './shares.ts';

export interface FollowerOptions {
  /** Which partitions of the log to follow; all of them unless told. */
  readonly partitions?: readonly number[];
  /** Records of students kept folded in memory. */
  readonly foldedRecords?: number;
  /** Events in one transaction. */
  readonly pageSize?: number;
  /**
   * Pauses between tries of a batch that failed, in milliseconds. After two tries the batch is applied stream by stream,
   * and the streams that fail are parked; while something is away it is tried on, at last with the last pause.
   */
  readonly pauses?: readonly number[];
  /** Told of every failed try. */
  readonly onError?: (error: Error) => void;
  /** How long a lease holds when nobody renews it, in milliseconds. */
  readonly leaseMilliseconds?: number;
}

export interface FollowerStatus {
  /** False when a batch failed as often as there are pauses; it is tried on at the last pause. */
  readonly healthy: boolean;
  /** Tries that failed since the last batch that did not. */
  readonly failures: number;
  readonly lastError?: string;
  /** The partitions that this process follows, and those that it would if nobody else did. */
  readonly follows: readonly number[];
  readonly waitsFor: readonly number[];
  /** Since when the rows have been behind the log, by `Date.now()`. */
  readonly levelSince: number;
}

export interface Follower {
  /** Resolves when it was tried for the first time to find out where the rows stand. */
  readonly begun: Promise<void>;
  /** The position up to which all projections are, when this process follows every partition; else undefined. */
  position(): Position | undefined;
  status(): FollowerStatus;
  stop(): Promise<void>;
}

const PAUSES = [50, 100, 200, 500, 1_000, 2_000, 5_000];
/** How often a follower looks whether its share of the partitions is another than it has, in milliseconds. */
const LOOK_AGAIN = 1_000;
/** Tries of a batch after which it is applied stream by stream, where the error is not one that passes. */
const ALONE_AFTER = 2;

/** Follows the log with projections that are built, in a share of the partitions: all of them where nobody else follows. */
export function followLog(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  { partitions = allPartitions, ...options }: FollowerOptions,
  onPage: (position: Position | undefined) => void,
): Follower {
  const { foldedRecords: capacity = 2_000, pageSize = 500, pauses = PAUSES, onError } = options;
  const folded = foldedRecords(store, capacity);
  const filter = streamsOf(projections);
  const stopping = new AbortController();
  let interrupting = new AbortController();
  const shares = sharing(db, projections, partitions, options.leaseMilliseconds, () => interrupting.abort());
  let standings: Standing[] = [];
  let follows: readonly number[] = [];
  let failures = 0;
  let lastError: Error | undefined;
  let levelSince = Date.now();

  /** Another share means beginning anew, with all of it. */
  const looking = setInterval(() => {
    shares.isDue().then(
      (due) => due && interrupting.abort(),
      () => undefined,
    );
  }, LOOK_AGAIN);
  looking.unref();

  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });

  async function follow(): Promise<void> {
    interrupting = new AbortController();
    const signal = AbortSignal.any([stopping.signal, interrupting.signal]);
    await requireWithinLog(store, db, projections);
    follows = await shares.settle();
    if (follows.length === 0) {
      begin();
      await pause(LOOK_AGAIN, undefined, { signal }).catch(() => undefined);
      return;
    }
    standings = await standingsOf(db, projections, follows);
    begin();
    for await (const page of store.subscribe({ after: lowest(standings) || undefined, filter, pageSize, signal })) {
      const alone = failures >= Math.min(ALONE_AFTER, pauses.length) && !isPassing(lastError) ? failures : undefined;
      await applyPage(db, standings, page, folded, { to: 'live', aloneAfter: alone });
      failures = 0;
      lastError = undefined;
      if (page.caughtUp) levelSince = Date.now();
      onPage(position());
      if (!page.caughtUp) await turn();
      if (signal.aborted) return;
    }
    if (!signal.aborted) throw new Error('the log ended the subscription');
  }

  async function followOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await follow();
      } catch (error) {
        begin();
        lastError = error instanceof Error ? error : new Error(String(error));
        onError?.(lastError);
        const wait = pauses[Math.min(failures, pauses.length - 1)] ?? 0;
        failures++;
        await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  const position = (): Position | undefined =>
    follows.length === allPartitions.length && standings.length > 0 ? lowest(standings) : undefined;
  const following = followOn();
  return {
    begun,
    position,
    status: () => ({
      healthy: failures < Math.max(1, pauses.length),
      failures,
      lastError: lastError?.message,
      follows,
      waitsFor: partitions.filter((partition) => !follows.includes(partition)),
      levelSince,
    }),
    async stop() {
      stopping.abort();
      clearInterval(looking);
      await following;
      await shares.release().catch(() => undefined);
    },
  };
}

/** Where the live generations stand in the partitions that are followed. */
async function standingsOf(
  db: ReadDatabase,
  projections: readonly Projection[],
  follows: readonly number[],
): Promise<Standing[]> {
  const live = await copiesIn(db.writer, projections, 'live');
  const standings: Standing[] = [];
  for (const projection of projections) {
    const copy = live.find((each) => each.projection === projection);
    if (!copy) throw new NeverBuilt(projection);
    const positions = await checkpointsOf(db.writer, copy);
    for (const partition of partitionsOf(projection)) {
      if (!follows.includes(partition)) continue;
      standings.push({ projection, partition, position: positions.get(partition) ?? '' });
    }
  }
  return standings;
}
