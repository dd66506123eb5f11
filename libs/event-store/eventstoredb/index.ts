export { loadEventStoreDb } from './load.ts';
export type { EventStoreDb } from './store.ts';
