import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '#event-store/contract';
import { openSqliteStore } from './store.ts';

eventStoreContract('SQLite in memory', async () => {
  const store = openSqliteStore({ path: ':memory:' });
  return { store, dispose: () => store.close() };
});

eventStoreContract('SQLite in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'event-store-'));
  const store = openSqliteStore({ path: join(folder, 'events.db') });
  return {
    store,
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
