import type { EventStore } from '../port.ts';
import type { EventStoreDb } from './store.ts';

/** Opens an event store on EventStoreDB as `openEventStoreDb` does. The client is not loaded before. */
export async function loadEventStoreDb(options: EventStoreDb): Promise<EventStore> {
  const { openEventStoreDb } = await import('./store.ts');
  return openEventStoreDb(options);
}
