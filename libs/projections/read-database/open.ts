import { openPostgres } from './postgres.ts';
import type { ReadDatabase, ReadDatabaseOptions } from './read-database.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens a read database: the embedded one by the path of its file, which is made and migrated when it is not there,
 * or one on PostgreSQL by URL, which has to be migrated before it is used.
 */
export const openReadDatabase = (options: ReadDatabaseOptions): ReadDatabase =>
  'url' in options ? openPostgres(options) : openSqlite(options);
