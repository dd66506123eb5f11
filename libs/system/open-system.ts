import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type EventStore, openSqliteStore, StoreUnavailable } from '#event-store';
import { type Clock, systemClock } from '#kernel';
import {
  migrate,
  openReadDatabase,
  type ReadDatabase,
  ReadModels,
  studentReadModels,
  type Threads,
} from '#projections';
import { beginObserving, beginProjections, type SystemProjections } from './begin-projections.ts';
import { openEventStore } from './open-event-store.ts';

export interface SystemOptions {
  /** Where the log and the read models are kept; in memory, for as long as the system is open, when absent. */
  readonly dataDir?: string;
  /** The log, when it is not the embedded one in the data folder: a URL that `openEventStore` knows. */
  readonly eventStore?: string;
  /** A PostgreSQL database for the read models instead of the embedded one: `postgres://user:password@host/name`. */
  readonly databaseUrl?: string;
  readonly clock?: Clock;
  /** Who follows the log with the read models: this process, or projectors elsewhere. This process unless told. */
  readonly projector?: 'in-process' | 'elsewhere';
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
  readonly projections: SystemProjections;
}

/** Opens the stores. This is the place where a store and a read database are chosen. */
export async function openStores(options: SystemOptions = {}): Promise<Stores> {
  const { dataDir, eventStore, databaseUrl, clock = systemClock, cacheMebibytes } = options;
  if (dataDir && !(eventStore && databaseUrl)) makeFolder(resolve(dataDir));
  const inFolder = (file: string) => (dataDir ? join(dataDir, file) : ':memory:');
  const log = eventStore ?? (dataDir && `sqlite:${inFolder('events.sqlite')}`);
  const store = log ? await openEventStore(log, { cacheMebibytes }) : openSqliteStore({ path: ':memory:' });
  const readDatabase = openReadDatabase(databaseUrl ? { url: databaseUrl } : { path: inFolder('read-models.sqlite') });
  return {
    store,
    readDatabase,
    clock,
    threads: log && (dataDir || databaseUrl) ? { store: log, opener: OPENER, views: studentReadModels } : undefined,
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

/** As `beginSystem`, and the read models can be read. */
export async function openSystem(options: SystemOptions = {}): Promise<RecordsSystem> {
  const system = await beginSystem(options);
  try {
    await system.projections.begun;
    return system;
  } catch (error) {
    await system.close();
    throw error;
  }
}

/**
 * Opens the stores, migrates the read database, and lets the read models follow the log, here or elsewhere. Commands can
 * be given at once, while read models that were never built are built first; `projections.begun` tells when they are.
 */
export async function beginSystem(options: SystemOptions = {}): Promise<RecordsSystem> {
  const stores = await openStores(options);
  try {
    await migrate(stores.readDatabase);
    const begin = options.projector === 'elsewhere' ? beginObserving : beginProjections;
    const projections = begin(stores.store, stores.readDatabase, studentReadModels);
    return {
      ...stores,
      readModels: new ReadModels(stores.readDatabase),
      projections,
      close: async () => {
        await projections.stop();
        await stores.close();
      },
    };
  } catch (error) {
    await stores.close();
    throw error;
  }
}
