import { eventStoreContract } from '#event-store/contract';
import { startEventStoreDouble } from '../testing/index.ts';
import { openEventStoreDb } from './store.ts';

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
