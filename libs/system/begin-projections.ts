import { defer } from 'rxjs';
import type { EventStore } from '#event-store';
import {
  observeProjections,
  type Projection,
  type ProjectionRuntime,
  type ReadDatabase,
  type RebuildProgress,
  startProjections,
} from '#projections';

/** Read models that this process is building, follows the log with, or only reads. */
export interface SystemProjections extends ProjectionRuntime {
  /**
   * Resolves when the read models can be read and follow the log, with false when they were stopped before; at once
   * where others follow it. Fails when they cannot be built.
   */
  readonly begun: Promise<boolean>;
  /** How far this process is with read models that were never built; undefined while it builds none. */
  building(): RebuildProgress | undefined;
}

/** Read models that others build and follow the log with. */
export const beginObserving = (
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
): SystemProjections => ({
  ...observeProjections(store, db, projections),
  begun: Promise.resolve(true),
  building: () => undefined,
});

/**
 * Builds what was never built and then follows the log, while what is there can be read from the first moment on.
 * Whoever waits for a position meanwhile waits for the building.
 */
export function beginProjections(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
): SystemProjections {
  const observing = observeProjections(store, db, projections);
  const stopping = new AbortController();
  let now: ProjectionRuntime = observing;
  let progress: RebuildProgress | undefined;
  let isBegun = false;

  async function begin(): Promise<boolean> {
    try {
      now = await startProjections(store, db, projections, {
        signal: stopping.signal,
        onProgress: (made) => {
          progress = made;
        },
      });
      return !stopping.signal.aborted;
    } catch (error) {
      if (stopping.signal.aborted) return false;
      throw error;
    } finally {
      progress = undefined;
      isBegun = true;
    }
  }
  const begun = begin();
  // Whoever waits for it is told; it may be that nobody does yet.
  begun.catch(() => undefined);

  return {
    begun,
    building: () => progress,
    // Who listens already goes on listening as it began, and misses nothing.
    changes: defer(() => now.changes),
    position: () => now.position(),
    status: () => now.status(),
    waitFor: (position, milliseconds) => now.waitFor(position, milliseconds),
    async stop() {
      stopping.abort();
      // A log that is being counted for the building looks at no signal.
      if (!isBegun) await store.close();
      await begun.catch(() => undefined);
      await observing.stop();
      if (now !== observing) await now.stop();
    },
  };
}
