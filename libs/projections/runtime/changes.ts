import { setTimeout as pause } from 'node:timers/promises';
import { Observable, share } from 'rxjs';
import type { EventStore, Page } from '#event-store';
import type { Position } from '#kernel';
import { RECORD_STREAMS, studentOf } from '#student-record';
import type { RecordChange } from '../projection.ts';
import { copiesIn, type Versioned } from '../read-database/generations.ts';
import { parkedOf } from '../read-database/parked.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import type { Progress } from './progress.ts';

/** How long to wait at once for the rows, and before the log is asked again after a failure, in milliseconds. */
const WAIT = 1_000;

/**
 * Tells of the records that change, from when somebody begins to listen, each after its rows can be read, whichever
 * process brings them about. What is parked is told of when it is no longer. The log is followed while anybody listens.
 */
export function recordChangesOf(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Versioned[],
  progress: Progress,
): Observable<RecordChange> {
  return new Observable<RecordChange>((listener) => {
    const ended = new AbortController();
    const { signal } = ended;
    const parked = new Map<string, RecordChange>();
    let after: Position | undefined;

    async function tell(changes: Iterable<[string, RecordChange]>): Promise<void> {
      const stopped = await parkedStreams(db, projections);
      for (const [stream, change] of changes) {
        if (signal.aborted) return;
        if (stopped.has(stream)) parked.set(stream, change);
        else {
          parked.delete(stream);
          listener.next(change);
        }
      }
    }

    async function follow(): Promise<void> {
      after ??= await progress.position();
      const filter = { streams: [RECORD_STREAMS] };
      for await (const page of store.subscribe({ after, filter, signal })) {
        const changes = changesIn(page);
        while (changes.size > 0 && !(await progress.waitFor(page.position, WAIT))) if (signal.aborted) return;
        if (changes.size > 0) await tell(changes);
        after = page.position;
      }
    }

    const lookAtParked = setInterval(() => {
      if (parked.size > 0) tell([...parked]).catch(() => undefined);
    }, WAIT);
    lookAtParked.unref();

    (async () => {
      while (!signal.aborted) {
        await follow().catch(() => undefined);
        await pause(WAIT, undefined, { signal }).catch(() => undefined);
      }
    })();
    return () => {
      ended.abort();
      clearInterval(lookAtParked);
    };
  }).pipe(share());
}

/** The last change of each record on a page, by stream. */
function changesIn({ events }: Page): Map<string, RecordChange> {
  const changes = new Map<string, RecordChange>();
  for (const { stream, revision, position } of events)
    changes.set(stream, { student: studentOf(stream), revision, position });
  return changes;
}

/** The streams that are parked in what readers see. */
export async function parkedStreams(
  { reader }: Pick<ReadDatabase, 'reader'>,
  projections: readonly Versioned[],
): Promise<Set<string>> {
  const live = await copiesIn(reader, projections, 'live');
  const parked = (await parkedOf(reader, projections)).filter((each) =>
    live.some(({ projection, generation }) => each.projection === projection.name && each.generation === generation),
  );
  return new Set(parked.map(({ stream }) => stream));
}
