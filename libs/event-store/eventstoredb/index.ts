export { type EventStoreDb, openEventStoreDb } from './store.ts';
