import { setTimeout as pause } from 'node:timers/promises';
import { type Observable, Subject, takeUntil } from 'rxjs';
import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import type { Projection, RecordChange } from '../projection.ts';
import { checkpointOf } from '../read-database/checkpoints.ts';
import { parkedOf } from '../read-database/parked.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { requireWithinLog } from './ahead.ts';
import { recordChangesOf } from './changes.ts';
import { type Follower, type FollowerOptions, followLog } from './follower.ts';
import { LeaseHeld, leaseStatus } from './leases.ts';
import { progressOf } from './progress.ts';
import { type RebuildOptions, rebuild } from './rebuild.ts';
import { retried } from './retried.ts';
import { followedAs } from './shares.ts';
import { lagOf } from './status.ts';

export interface ProjectionOptions extends RebuildOptions, FollowerOptions {}

export interface ProjectionStatus {
  /** The position up to which all projections are; absent while one of them was never built. */
  readonly position?: Position;
  readonly head: Position;
  readonly caughtUp: boolean;
  /** How long the projections have been behind the log, in milliseconds; 0 when they are not. */
  readonly behindFor: number;
  /** False when a batch failed again and again, or when there is something to do and nobody who follows the log. */
  readonly healthy: boolean;
  /** Tries of this process that failed since the last batch that did not. */
  readonly failures: number;
  readonly lastError?: string;
  /** The partitions that this process follows, and those that it will when nobody else does. */
  readonly follows: readonly number[];
  readonly waitsFor: readonly number[];
  /** Streams that some projection could not go on with. */
  readonly parked: number;
  readonly projections: readonly { readonly name: string; readonly version: number; readonly position?: Position }[];
}

/** Read models that follow the log, in this process or in another. */
export interface ProjectionRuntime {
  /** What changed, after it can be read. Nothing is kept for who subscribes later. */
  readonly changes: Observable<RecordChange>;
  /** The position up to which all projections are; undefined while one of them was never built. */
  position(): Promise<Position | undefined>;
  status(): Promise<ProjectionStatus>;
  /** Whether the rows are at or past a position, waiting for so many milliseconds until they are. */
  waitFor(position: Position, milliseconds: number): Promise<boolean>;
  /** Ends the batch that is being applied, and then no other begins. */
  stop(): Promise<void>;
}

/**
 * Follows the log with projections. One that has no live generation in this version is built first, by whichever
 * process comes first; the promise resolves when all of them can be read. A batch that fails is tried again with
 * pauses; what fails then stream by stream is parked. Where another process follows the log, this one waits for its
 * leases. Throws `AheadOfLog` where the rows were made from another log.
 */
export async function startProjections(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: ProjectionOptions = {},
): Promise<ProjectionRuntime> {
  if (projections.length === 0) throw new RangeError('there are no projections to start');
  await requireWithinLog(store, db, projections);
  await buildNew(store, db, projections, options);
  let follower: Follower | undefined;
  const started = runtime(store, db, projections, (onPage) => {
    follower = followLog(store, db, projections, options, onPage);
    return follower;
  });
  await follower?.begun;
  return started;
}

/** The same for a process that only reads, while others follow the log. Nothing need be built yet. */
export function observeProjections(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
): ProjectionRuntime {
  if (projections.length === 0) throw new RangeError('there are no projections to observe');
  return runtime(store, db, projections);
}

function runtime(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  follow?: (onPage: (position: Position | undefined) => void) => Follower,
): ProjectionRuntime {
  const stopped = new Subject<void>();
  let follower: Follower | undefined;
  const progress = progressOf(db, projections, () => follower?.position());
  follower = follow?.((position) => position !== undefined && progress.reached(position));

  return {
    changes: recordChangesOf(store, db, projections, progress).pipe(takeUntil(stopped)),
    position: progress.position,
    waitFor: progress.waitFor,
    async status() {
      const head = await store.head();
      const position = await progress.position();
      const caughtUp = position !== undefined && position >= head;
      const own = follower?.status();
      const {
        healthy = await isFollowed(db, projections),
        failures = 0,
        lastError,
        follows = [],
        waitsFor = [],
      } = own ?? {};
      const standing = await Promise.all(
        projections.map(async ({ name, version }) => ({
          name,
          version,
          position: await checkpointOf(db.reader, { name, version }),
        })),
      );
      return {
        position,
        head,
        caughtUp,
        behindFor: caughtUp ? 0 : await lagOf(store, position ?? ''),
        healthy: own ? healthy : healthy || caughtUp,
        failures,
        lastError,
        follows,
        waitsFor,
        parked: (await parkedOf(db.reader, projections)).length,
        projections: standing,
      };
    },
    async stop() {
      await follower?.stop();
      progress.giveUp();
      stopped.next();
      stopped.complete();
    },
  };
}

/** Whether some process follows the log with these versions of the projections. */
async function isFollowed(db: ReadDatabase, projections: readonly Projection[]): Promise<boolean> {
  const group = followedAs(projections);
  return (await leaseStatus(db)).some(({ name, held }) => held && name.startsWith(group));
}

/** How often to look whether another process has built what it is building, in milliseconds. */
const LOOK_AGAIN = 200;

async function buildNew(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: RebuildOptions,
): Promise<void> {
  for (;;) {
    const fresh: Projection[] = [];
    for (const projection of projections)
      if ((await checkpointOf(db.writer, projection)) === undefined) fresh.push(projection);
    if (fresh.length === 0) return;
    try {
      await retried(() => rebuild(store, db, fresh, options));
    } catch (error) {
      if (!(error instanceof LeaseHeld)) throw error;
      await pause(LOOK_AGAIN, undefined, { signal: options.signal });
    }
  }
}
