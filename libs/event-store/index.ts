export { MAX_APPEND_BYTES } from './append-size.ts';
export * from './copy/index.ts';
export * from './errors.ts';
export { type EventStoreDb, loadEventStoreDb } from './eventstoredb/index.ts';
export { isIn, partitionOf } from './partition.ts';
export { plainJson } from './plain-json.ts';
export type * from './port.ts';
export {
  BackupUnsound,
  backupSqliteStore,
  type LogBackup,
  openSqliteStore,
  type SqliteStore,
} from './sqlite/index.ts';
