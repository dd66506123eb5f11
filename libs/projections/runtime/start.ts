import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { type Observable, Subject } from 'rxjs';
import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import { type Projection, type RecordChange, streamsOf } from '../projection.ts';
import { checkpointOf } from '../read-database/checkpoints.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { foldedRecords } from '../records-at.ts';
import { applyPage, type Standing } from './advance.ts';
import { type RebuildOptions, rebuild } from './rebuild.ts';
import { positionWaiters } from './waiters.ts';

export interface ProjectionOptions extends RebuildOptions {
  /** Records of students kept folded in memory. */
  readonly foldedRecords?: number;
  /** Events in one transaction. */
  readonly pageSize?: number;
  /** Pauses between tries of a batch that failed, in milliseconds; the last one is kept up. */
  readonly pauses?: readonly number[];
  /** Told of every failed try. */
  readonly onError?: (error: Error) => void;
}

export interface ProjectionStatus {
  /** The position up to which all projections are. */
  readonly position: Position;
  readonly head: Position;
  readonly caughtUp: boolean;
  /** How long the projections have been behind the log, in milliseconds; 0 when they are not. */
  readonly behindFor: number;
  /** False when a batch failed as often as there are pauses; it is tried on at the last pause. */
  readonly healthy: boolean;
  /** Tries that failed since the last batch that did not. */
  readonly failures: number;
  readonly lastError?: string;
  readonly projections: readonly { readonly name: string; readonly version: number; readonly position: Position }[];
}

/** Projections that follow the log. */
export interface ProjectionRuntime {
  /** What changed, after it can be read. Nothing is kept for who subscribes later. */
  readonly changes: Observable<RecordChange>;
  /** The position up to which all projections are. */
  position(): Position;
  status(): Promise<ProjectionStatus>;
  /** Whether the rows are at or past a position, waiting for so many milliseconds until they are. */
  waitFor(position: Position, milliseconds: number): Promise<boolean>;
  /** Ends the batch that is being applied, and then no other begins. */
  stop(): Promise<void>;
}

const PAUSES = [50, 100, 200, 500, 1_000, 2_000, 5_000];

/**
 * Follows the log with projections. One that has no checkpoint in this version is rebuilt first; the
 * promise resolves when all of them can be read. A batch that fails is tried again with pauses, never
 * skipped.
 */
export async function startProjections(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: ProjectionOptions = {},
): Promise<ProjectionRuntime> {
  if (projections.length === 0) throw new RangeError('there are no projections to start');
  await buildNew(store, db, projections, options);
  const { foldedRecords: capacity = 2_000, pageSize = 500, pauses = PAUSES, onError } = options;
  const folded = foldedRecords(store, capacity);
  const changes = new Subject<RecordChange>();
  const waiters = positionWaiters();
  const stopping = new AbortController();
  let standings = await standingsOf(db, projections);
  let failures = 0;
  let lastError: Error | undefined;
  let levelSince = Date.now();

  const position = (): Position => lowest(standings);

  async function follow(): Promise<void> {
    standings = await standingsOf(db, projections);
    const filter = streamsOf(projections);
    for await (const page of store.subscribe({ after: position(), filter, pageSize, signal: stopping.signal })) {
      const changed = await applyPage(db, standings, page, folded);
      failures = 0;
      lastError = undefined;
      if (page.caughtUp) levelSince = Date.now();
      waiters.reached(position());
      for (const change of changed) changes.next(change);
      if (!page.caughtUp) await turn();
      if (stopping.signal.aborted) return;
    }
    if (!stopping.signal.aborted) throw new Error('the log ended the subscription');
  }

  async function followOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await follow();
      } catch (error) {
        lastError = error instanceof Error ? error : new Error(String(error));
        onError?.(lastError);
        const wait = pauses[Math.min(failures, pauses.length - 1)] ?? 0;
        failures++;
        await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  const following = followOn();
  return {
    changes: changes.asObservable(),
    position,
    waitFor: (wanted, milliseconds) => waiters.waitFor(wanted, position(), milliseconds),
    async status() {
      const head = await store.head();
      const caughtUp = position() >= head;
      return {
        position: position(),
        head,
        caughtUp,
        behindFor: caughtUp ? 0 : Date.now() - levelSince,
        healthy: failures < pauses.length,
        failures,
        lastError: lastError?.message,
        projections: standings.map((at) => ({
          name: at.projection.name,
          version: at.projection.version,
          position: at.position,
        })),
      };
    },
    async stop() {
      stopping.abort();
      await following;
      waiters.giveUp();
      changes.complete();
    },
  };
}

async function buildNew(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: RebuildOptions,
): Promise<void> {
  const fresh: Projection[] = [];
  for (const projection of projections) {
    if ((await checkpointOf(db.writer, projection)) === undefined) fresh.push(projection);
  }
  if (fresh.length > 0) await rebuild(store, db, fresh, options);
}

async function standingsOf(db: ReadDatabase, projections: readonly Projection[]): Promise<Standing[]> {
  const standings: Standing[] = [];
  for (const projection of projections) {
    const position = await checkpointOf(db.writer, projection);
    if (position === undefined) throw new Error(`projection ${projection.name} v${projection.version} was never built`);
    standings.push({ projection, position });
  }
  return standings;
}

const lowest = (standings: readonly Standing[]): Position =>
  standings.map(({ position }) => position).toSorted()[0] ?? '';
