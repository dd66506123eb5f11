import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { idsOf, logOf, someEvents, until } from '#event-store/contract';
import { StoreUnavailable } from '../errors.ts';
import { BackupUnsound, backupSqliteStore } from './backup.ts';
import { openSqliteStore } from './store.ts';
import { startAppender, withFile } from './testing/file.ts';

const fill = async (path: string) => {
  const store = openSqliteStore({ path });
  await store.append('record-S1', 'any', someEvents(3));
  await store.append('record-S2', 'any', someEvents(2));
  const log = await logOf(store);
  const ids = idsOf(log);
  await store.close();
  return ids;
};

/** Alters a file as nobody may who goes through the store. */
const tamper = (sql: string) => (path: string) => {
  const database = new DatabaseSync(path);
  database.exec(`DROP TRIGGER events_stay; DROP TRIGGER events_stand; ${sql}`);
  database.close();
};

/** Makes an index forget an entry: what a failing disk may do to a file. */
function damageIndex(path: string): void {
  const database = new DatabaseSync(path);
  const index = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'events_by_mark'").get();
  database.close();
  const bytes = readFileSync(path);
  const entries = (Number(index?.rootpage) - 1) * 8192 + 3;
  bytes.writeUInt16BE(bytes.readUInt16BE(entries) - 1, entries);
  writeFileSync(path, bytes);
}

describe('a backup of a SQLite log', () => {
  it(
    'has all that was answered before it began, while another process goes on appending, and no gap',
    withFile(async (path) => {
      const appender = startAppender(path, 1_000_000);
      await until(() => appender.lines().length > 2_000);
      for (let round = 0; round < 5; round++) {
        const answered = appender.lines();
        const backup = await backupSqliteStore(path, `${path}.copy-${round}`);
        expect(appender.process.exitCode).toBeNull();

        const copy = openSqliteStore({ path: backup.path });
        const log = await logOf(copy);
        const ids = new Set(idsOf(log));
        expect(answered.filter((id) => !ids.has(id))).toEqual([]);
        expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, n) => n + 1));
        expect(backup).toMatchObject({ events: log.length, head: await copy.head(), streams: 10 });
        await copy.close();
      }
      // The writer was writing all the while.
      const before = appender.lines().length;
      await until(() => appender.lines().length > before);
      appender.process.kill('SIGKILL');
      await appender.ended;
    }),
    60_000,
  );

  it(
    'can be appended to as the log it is',
    withFile(async (path) => {
      const ids = await fill(path);
      const shares: number[] = [];
      await backupSqliteStore(path, `${path}.copy`, (pages, of) => shares.push(pages / of));
      for (const share of shares) expect(share).toBeLessThanOrEqual(1);
      const copy = openSqliteStore({ path: `${path}.copy` });
      const { revision, position } = await copy.append('record-S1', 2n, someEvents(1));
      expect([revision, Number(position)]).toEqual([3n, 6]);
      expect(idsOf(await logOf(copy)).slice(0, 5)).toEqual(ids);
      await copy.close();
      const original = openSqliteStore({ path });
      expect(idsOf(await logOf(original))).toEqual(ids);
      await original.close();
    }),
  );

  it(
    'replaces no file',
    withFile(async (path) => {
      await fill(path);
      writeFileSync(`${path}.copy`, 'of yesterday');
      await expect(backupSqliteStore(path, `${path}.copy`)).rejects.toThrow(StoreUnavailable);
      await expect(backupSqliteStore(path, path)).rejects.toThrow(StoreUnavailable);
    }),
  );

  it.each<[string, (path: string) => void, RegExp]>([
    ['an event is missing', tamper('DELETE FROM events WHERE position = 2'), /4 events and ends at 5: there are gaps/],
    ['a revision is missing', tamper('UPDATE events SET revision = 9 WHERE position = 3'), /begun at 1 has gaps/],
    ['the file is damaged', damageIndex, /^the copy is damaged: .+$/],
  ])('is not kept when %s', (_what, spoil, message) =>
    withFile(async (path) => {
      await fill(path);
      spoil(path);
      const made = backupSqliteStore(path, `${path}.copy`);
      await expect(made).rejects.toThrow(BackupUnsound);
      await expect(made).rejects.toThrow(message);
      expect(readdirSync(dirname(path))).toEqual(['events.db']);
    })(),
  );

  it(
    'is refused of a file that is no log, of none, and into a folder that is not there',
    withFile(async (path) => {
      await expect(backupSqliteStore(path, `${path}.copy`)).rejects.toThrow(StoreUnavailable);
      writeFileSync(`${path}.text`, 'not a database, but long enough to be looked at as one');
      await expect(backupSqliteStore(`${path}.text`, `${path}.copy`)).rejects.toThrow(StoreUnavailable);
      const other = new DatabaseSync(`${path}.other`);
      other.exec('CREATE TABLE t (a)');
      other.close();
      await expect(backupSqliteStore(`${path}.other`, `${path}.copy`)).rejects.toThrow(/not a log of this program/);
      await fill(path);
      await expect(backupSqliteStore(path, `${path}-folder/copy`)).rejects.toThrow(StoreUnavailable);
    }),
  );
});
