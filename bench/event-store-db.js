import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { script, startServer } from './child.js';
import { loadEventStoreDb } from './product.js';

/** What waits for its turn on two cores is not lost. */
const PATIENCE = { callMilliseconds: 60_000, patienceMilliseconds: 120_000 };

/**
 * Gives some work the adapter and the bare client, both connected to one double of EventStoreDB in a process of its own.
 *
 * @template Result
 * @param {(store: import('../dist/libs/event-store/port.js').EventStore, client: EventStoreDBClient) => Promise<Result>} work
 */
export async function besideBareClient(work) {
  const server = await startServer(script('event-store-double.js'), []);
  const connectionString = `${server.url}?tls=false`;
  const store = await loadEventStoreDb({ connectionString, ...PATIENCE });
  const client = EventStoreDBClient.connectionString(connectionString);
  try {
    return await work(store, client);
  } finally {
    await client.dispose();
    await store.close();
    await server.stop();
  }
}

/** An event of the port as the bare client takes it: metadata and version stand beside the data. */
export const clientEvent = ({ id, type, version, data, metadata }) =>
  jsonEvent({ id, type, data, metadata: { version, metadata } });
