import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../errors.ts';

/** The layout of the tables below; a file that says another is not opened. */
export const LAYOUT = 1;

/**
 * A stream is numbered by the position of its first event, which tells without a further column since
 * when it exists. Ids fall on pages all over their index, and writing those pages is most of what an
 * append costs, so it is a short mark of the id that is indexed (see `markOf`); that an id occurs once in a
 * stream is checked under the write lock. Short columns stand before the long ones, so that a filter need not
 * read past them. The triggers keep the promise that nothing is changed or removed, whoever opens the file.
 */
const TABLES = `
  CREATE TABLE streams (
    first INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    mark INTEGER NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE INDEX events_by_mark ON events (mark);
  CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER events_stand BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER streams_stay BEFORE DELETE ON streams BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER streams_stand BEFORE UPDATE ON streams BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  PRAGMA user_version = ${LAYOUT};
`;

/**
 * Opens the file, makes the tables in a new one, and sets what durability rests on: every commit is
 * synced to the disk (`synchronous=FULL`) before it is answered. The write-ahead log grows to 32 MiB
 * before it is folded into the file, so that index pages written by many commits are folded in once.
 */
export function openDatabase(
  path: string,
  { cacheMebibytes, lockMilliseconds }: { readonly cacheMebibytes: number; readonly lockMilliseconds: number },
): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: lockMilliseconds });
    database.exec(`
      PRAGMA page_size = 8192;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA wal_autocheckpoint = 4096;
      PRAGMA cache_size = ${-1024 * cacheMebibytes};
    `);
    layOut(database);
    return database;
  } catch (cause) {
    database?.close();
    throw cause instanceof StoreUnavailable
      ? cause
      : new StoreUnavailable(`cannot open ${path}: ${(cause as Error).message}`, { cause });
  }
}

function layOut(database: DatabaseSync): void {
  const layout = () => database.prepare('PRAGMA user_version').get()?.user_version;
  if (layout() === LAYOUT) return;
  database.exec('BEGIN IMMEDIATE');
  // Asked again under the lock: another process may have made the tables in the meantime.
  if (layout() === 0) database.exec(TABLES);
  database.exec('COMMIT');
  if (layout() !== LAYOUT) throw new StoreUnavailable(`the file has layout ${layout()}, this program reads ${LAYOUT}`);
}
