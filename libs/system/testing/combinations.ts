import { startEventStoreDouble } from '../../event-store/testing/index.ts';
import { readDatabases } from '../../projections/testing/read-databases.ts';
import type { SystemOptions } from '../open-system.ts';

/** An empty log and an empty read database, of one's own. */
export interface SpecStores extends Pick<SystemOptions, 'eventStore' | 'databaseUrl'> {
  /** When the system over them is closed. */
  leave(): Promise<void>;
}

/** A kind of log with a kind of read database, for `describe.each(combinations)('... on $name', ({ stores }) => ...)`. */
export interface Combination {
  readonly name: string;
  stores(): Promise<SpecStores>;
}

type Log = Pick<SpecStores, 'eventStore' | 'leave'>;
type Database = Pick<SpecStores, 'databaseUrl'>;

/** What is not named is embedded and in memory. */
const embedded = async () => ({ leave: () => Promise.resolve() });

async function eventStoreDb(): Promise<Log> {
  const double = await startEventStoreDouble();
  return { eventStore: double.connectionString, leave: () => double.close() };
}

async function postgres(): Promise<Database> {
  const place = await readDatabases.find(({ name }) => name === 'PostgreSQL')?.place();
  if (!place || !('url' in place)) throw new Error('there is no PostgreSQL among the read databases of the specs');
  return { databaseUrl: place.url };
}

const combination = (name: string, log: () => Promise<Log>, database?: () => Promise<Database>): Combination => ({
  name,
  stores: async () => ({ ...(await database?.()), ...(await log()) }),
});

/** Every kind of log with every kind of read database; what a system does must not depend on them. */
export const combinations: readonly Combination[] = [
  combination('SQLite and SQLite', embedded),
  combination('SQLite and PostgreSQL', embedded, postgres),
  combination('EventStoreDB and SQLite', eventStoreDb),
  combination('EventStoreDB and PostgreSQL', eventStoreDb, postgres),
];
