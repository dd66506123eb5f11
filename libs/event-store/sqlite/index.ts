export { BackupUnsound, backupSqliteStore, type LogBackup } from './backup.ts';
export { openSqliteStore, type SqliteStore } from './store.ts';
