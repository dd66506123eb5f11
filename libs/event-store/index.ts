export * from './errors.ts';
export { plainJson } from './plain-json.ts';
export type * from './port.ts';
export { openSqliteStore, type SqliteStore } from './sqlite/index.ts';
