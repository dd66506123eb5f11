import type { EventStore } from '../../port.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../../testing/index.ts';
import { type EventStoreDb, openEventStoreDb } from '../store.ts';

/** Short enough for a test, long enough for a busy machine. */
export const SOON = { callMilliseconds: 700, patienceMilliseconds: 8000 };

type Test = (store: EventStore, double: EventStoreDouble) => Promise<unknown>;

/** Runs a test with a server of its own and a store on it that does not wait for long. */
export const withDouble =
  (test: Test, options: Partial<EventStoreDb> = {}, server: Parameters<typeof startEventStoreDouble>[0] = {}) =>
  async (): Promise<void> => {
    const double = await startEventStoreDouble(server);
    const store = openEventStoreDb({ connectionString: double.connectionString, ...SOON, ...options });
    try {
      await test(store, double);
    } finally {
      double.faults.clear();
      await store.close();
      await double.close();
    }
  };
