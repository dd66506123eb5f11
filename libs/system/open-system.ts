import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, openSqliteStore } from '#event-store';
import { type Clock, systemClock } from '#kernel';
import { openReadDatabase, ReadModels, startProjections, studentReadModels } from '#projections';
import type { Projections } from './tokens.ts';

export interface SystemOptions {
  /** Where the log and the read models are kept; in memory, for as long as the system is open, when absent. */
  readonly dataDir?: string;
  readonly clock?: Clock;
}

/** A running system without a surface: the log, the read models, the clock. */
export interface RecordsSystem {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly readDatabase: ReturnType<typeof openReadDatabase>;
  readonly readModels: ReadModels;
  readonly projections: Projections;
  close(): Promise<void>;
}

/** Opens the embedded system. This is the place where a store and a read database are chosen. */
export async function openSystem({ dataDir, clock = systemClock }: SystemOptions = {}): Promise<RecordsSystem> {
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const store = openSqliteStore({ path: dataDir ? join(dataDir, 'events.sqlite') : ':memory:' });
  const readDatabase = openReadDatabase({ path: dataDir ? join(dataDir, 'read-models.sqlite') : ':memory:' });
  const projections = await startProjections(store, readDatabase, studentReadModels);
  return {
    store,
    clock,
    readDatabase,
    readModels: new ReadModels(readDatabase),
    projections,
    close: async () => {
      await projections.stop();
      await readDatabase.close();
      await store.close();
    },
  };
}
