import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type EventStore, openSqliteStore, StoreUnavailable } from '#event-store';
import { type Clock, systemClock } from '#kernel';
import {
  migrate,
  openReadDatabase,
  type ProjectionRuntime,
  type ReadDatabase,
  ReadModels,
  startProjections,
  studentReadModels,
  type Threads,
} from '#projections';

export interface SystemOptions {
  /** Where the log and the read models are kept; in memory, for as long as the system is open, when absent. */
  readonly dataDir?: string;
  /** A PostgreSQL database for the read models instead of the embedded one: `postgres://user:password@host/name`. */
  readonly databaseUrl?: string;
  readonly clock?: Clock;
  /** Memory for pages of the log, in MiB, when not what the store takes by itself. */
  readonly cacheMebibytes?: number;
}

/** The log, the read database and the clock of a system at rest: nothing follows the log. */
export interface Stores {
  readonly store: EventStore;
  readonly readDatabase: ReadDatabase;
  readonly clock: Clock;
  /** How to fill read models in several threads; absent where the log is in memory. */
  readonly threads?: Threads;
  close(): Promise<void>;
}

/** A running system without a surface. */
export interface RecordsSystem extends Stores {
  readonly readModels: ReadModels;
  readonly projections: ProjectionRuntime;
}

/** Opens the stores. This is the place where a store and a read database are chosen. */
export function openStores(options: SystemOptions = {}): Stores {
  const { dataDir, databaseUrl, clock = systemClock, cacheMebibytes } = options;
  if (dataDir) makeFolder(resolve(dataDir));
  const store = openSqliteStore({ path: dataDir ? join(dataDir, 'events.sqlite') : ':memory:', cacheMebibytes });
  const path = dataDir ? join(dataDir, 'read-models.sqlite') : ':memory:';
  const readDatabase = openReadDatabase(databaseUrl ? { url: databaseUrl } : { path });
  return {
    store,
    readDatabase,
    clock,
    threads: dataDir
      ? { store: `sqlite:${join(dataDir, 'events.sqlite')}`, opener: OPENER, views: studentReadModels }
      : undefined,
    close: async () => {
      await readDatabase.close();
      await store.close();
    },
  };
}

/** What a thread opens the log with. */
const OPENER = new URL('./open-event-store.js', import.meta.url).href;

/** Folder by folder: Node's own recursion never ends where no folder can be made, such as under `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (cause) {
    throw new StoreUnavailable(`cannot make the folder ${folder}: ${(cause as Error).message}`, { cause });
  }
}

/** Opens the stores, migrates the read database, and lets the read models follow the log. */
export async function openSystem(options: SystemOptions = {}): Promise<RecordsSystem> {
  const stores = openStores(options);
  await migrate(stores.readDatabase);
  const projections = await startProjections(stores.store, stores.readDatabase, studentReadModels);
  return {
    ...stores,
    readModels: new ReadModels(stores.readDatabase),
    projections,
    close: async () => {
      await projections.stop();
      await stores.close();
    },
  };
}
