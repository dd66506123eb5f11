import { DatabaseSync } from 'node:sqlite';

/**
 * One table for what the server's transaction log and index are: tables of the embedded store would not
 * do, for it knows neither system streams nor ids that occur twice, nor positions that are byte offsets.
 * A process that is killed loses nothing that was answered; the disk need not be waited for in a test.
 */
const TABLES = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS records (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    content_type TEXT NOT NULL,
    created INTEGER NOT NULL,
    data BLOB NOT NULL,
    metadata BLOB NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
`;

export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readBigInts: true });
  database.exec(TABLES);
  return database;
}
