import { randomUUID } from 'node:crypto';
import { eventStoreContract, scoped } from '#event-store/contract';
import { startEventStoreDouble } from '../testing/index.ts';
import { openEventStoreDb } from './store.ts';

/** A server to be tried instead of the double; its log is only added to. See docs/operations.md. */
const url = process.env.ESDB_URL;

if (url)
  eventStoreContract('EventStoreDB', async () => {
    const store = openEventStoreDb({ connectionString: url });
    const part = scoped(store, `contract-${randomUUID()}-`, await store.head());
    return { store: part, dispose: () => store.close() };
  });
else
  eventStoreContract('EventStoreDB', async () => {
    const double = await startEventStoreDouble();
    const store = openEventStoreDb({ connectionString: double.connectionString });
    return {
      store,
      async dispose() {
        await store.close();
        await double.close();
      },
    };
  });
