import { DatabaseSync } from 'node:sqlite';

/**
 * What an event log would be if it promised nothing: one table, no expectations, no answer to each append. It has the
 * product's pragmas and the same three questions to answer (by position, by stream, by id), so it is the bound that
 * the product's own work is measured against.
 *
 * @param {string} path
 */
export function bareLog(path) {
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 4096;
    PRAGMA cache_size = -65536;
    CREATE TABLE IF NOT EXISTS events (
      position INTEGER PRIMARY KEY,
      stream TEXT NOT NULL,
      revision INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      version INTEGER NOT NULL,
      data TEXT NOT NULL,
      metadata TEXT NOT NULL,
      UNIQUE (stream, revision)
    ) STRICT;
  `);
  const insert = database.prepare(
    'INSERT INTO events (stream, revision, id, type, version, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return {
    /**
     * Makes each event into JSON text, as the product has to, and inserts it; so many in a transaction.
     * @param {{stream: string, revision: number, event: {id: string, type: string, version: number, data: object, metadata: object}}[]} appends
     * @param {number} inTransaction
     */
    write(appends, inTransaction) {
      for (let from = 0; from < appends.length; from += inTransaction) {
        database.exec('BEGIN IMMEDIATE');
        const to = Math.min(from + inTransaction, appends.length);
        for (let index = from; index < to; index++) {
          const { stream, revision, event } = appends[index];
          const { id, type, version, data, metadata } = event;
          insert.run(stream, revision, id, type, version, JSON.stringify(data), JSON.stringify(metadata));
        }
        database.exec('COMMIT');
      }
    },
    close: () => database.close(),
  };
}
