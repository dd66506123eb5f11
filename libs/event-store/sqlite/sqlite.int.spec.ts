import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, jest } from '@jest/globals';
import { anEvent, eventsIn, listen, logOf, pagesIn, plain, someEvents, until } from '#event-store/contract';
import { StoreUnavailable, UnstorableEvent } from '../errors.ts';
import { markOf } from './runs.ts';
import { openSqliteStore } from './store.ts';
import { commitsIn, withFile } from './testing/file.ts';

const STREAM = 'record-s1';

describe('a store in a SQLite file', () => {
  it(
    'is the same when it is opened again',
    withFile(async (path) => {
      const first = openSqliteStore({ path });
      const events = someEvents(3);
      const result = await first.append(STREAM, 'no-stream', events);
      const log = (await logOf(first)).map(plain);
      await first.close();
      const second = openSqliteStore({ path });
      expect((await logOf(second)).map(plain)).toEqual(log);
      expect(await second.append(STREAM, 'no-stream', events)).toEqual({ ...result, appended: false });
      expect(await second.append(STREAM, 2n, someEvents(1))).toMatchObject({ revision: 3n });
      await second.close();
    }),
  );

  it(
    'commits the appends of one moment once',
    withFile(async (path) => {
      const store = openSqliteStore({ path });
      const before = commitsIn(path);
      await Promise.allSettled(
        Array.from({ length: 200 }, (_, n) =>
          store.append(`record-s${n % 20}`, n < 150 ? 'any' : 'no-stream', someEvents(2)),
        ),
      );
      expect(commitsIn(path) - before).toBe(1);
      expect(await logOf(store)).toHaveLength(300);
      await store.append(STREAM, 'any', someEvents(1));
      expect(commitsIn(path) - before).toBe(2);
      await store.close();
    }),
  );

  it(
    'numbers events 1, 2, 3, ... whatever was refused or repeated between them',
    withFile(async (path) => {
      const store = openSqliteStore({ path });
      expect(await store.head()).toBe('0000000000000000');
      const again = someEvents(2);
      for (let n = 0; n < 5; n++)
        await Promise.allSettled([
          store.append(STREAM, 'any', again),
          store.append(STREAM, 99n, someEvents(2)),
          store.append(`record-${n}`, 'no-stream', someEvents(1)),
          store.append(`record-${n}`, 'no-stream', someEvents(1)),
        ]);
      const positions = (await logOf(store)).map(({ position }) => position);
      expect(positions).toEqual(Array.from({ length: 7 }, (_, n) => String(n + 1).padStart(16, '0')));
      await store.close();
    }),
  );

  it(
    'tells ids apart that share a mark',
    withFile(async (path) => {
      const [one, other] = [
        { ...anEvent(), id: 'costarring' },
        { ...anEvent(), id: 'liquid' },
      ] as const;
      expect(markOf(one.id)).toBe(markOf(other.id));
      const store = openSqliteStore({ path });
      await store.append(STREAM, 'any', [one]);
      expect(await store.append(STREAM, 'any', [other])).toMatchObject({ revision: 1n, appended: true });
      expect(await store.append(STREAM, 'any', [one])).toMatchObject({ revision: 0n, appended: false });
      await store.close();
    }),
  );

  it(
    'parses data and metadata when they are asked for, once, and copies like a plain object',
    withFile(async (path) => {
      const store = openSqliteStore({ path });
      await store.append(STREAM, 'any', [anEvent('CourseGraded', { grade: 'A' })]);
      const parse = jest.spyOn(JSON, 'parse');
      const [event] = await eventsIn(store, STREAM);
      expect(parse).not.toHaveBeenCalled();
      expect(event?.data).toBe(event?.data);
      expect(parse).toHaveBeenCalledTimes(1);
      parse.mockRestore();
      expect({ ...event }).toEqual(plain(event as NonNullable<typeof event>));
      expect(JSON.parse(JSON.stringify(event))).toEqual({ ...event, revision: '0' });
      await store.close();
    }),
  );

  it(
    'fetches metadata while it is open, and says so when it is not',
    withFile(async (path) => {
      const store = openSqliteStore({ path });
      await store.append(STREAM, 'any', someEvents(2));
      const [asked, left] = await eventsIn(store, STREAM);
      const metadata = asked?.metadata;
      await store.close();
      expect(asked?.metadata).toBe(metadata);
      expect(() => left?.metadata).toThrow(StoreUnavailable);
    }),
  );

  it(
    'looks for rare events a part of the log at a time',
    withFile(async (path) => {
      const store = openSqliteStore({ path });
      for (let n = 0; n < 12; n++) await store.append(STREAM, 'any', someEvents(1000));
      await store.append(STREAM, 'any', [anEvent('Rare')]);
      const pages = await pagesIn(store, { filter: { types: ['Rare'] } });
      expect(pages.map(({ events, position }) => [events.length, Number(position)])).toEqual([
        [0, 5000],
        [0, 10_000],
        [1, 12_001],
      ]);
      await store.close();
    }),
  );

  it(
    'refuses an append that is larger than it was told to take',
    withFile(async (path) => {
      const store = openSqliteStore({ path, maxAppendBytes: 2000 });
      await expect(store.append(STREAM, 'any', [anEvent('A', '字'.repeat(700))])).rejects.toBeInstanceOf(
        UnstorableEvent,
      );
      expect(await store.append(STREAM, 'any', [anEvent('A', 'x'.repeat(700))])).toMatchObject({ revision: 0n });
      await store.close();
    }),
  );

  it(
    'writes the others when the tables refuse one',
    withFile(async (path) => {
      const store = openSqliteStore({ path });
      const other = new DatabaseSync(path);
      other.exec("CREATE TRIGGER no BEFORE INSERT ON events WHEN NEW.type = 'No' BEGIN SELECT RAISE(ABORT, 'no'); END");
      const answers = await Promise.allSettled(
        ['Yes', 'No', 'Yes'].map((type) => store.append(STREAM, 'any', [anEvent('Yes'), anEvent(type)])),
      );
      expect(answers).toMatchObject([
        { value: { revision: 1n } },
        { reason: { name: 'StoreUnavailable' } },
        { value: { revision: 3n } },
      ]);
      expect((await logOf(store)).map(({ position }) => Number(position))).toEqual([1, 2, 3, 4]);
      other.close();
      await store.close();
    }),
  );

  it(
    'changes and removes nothing, whoever asks',
    withFile(async (path) => {
      const store = openSqliteStore({ path });
      await store.append(STREAM, 'any', [anEvent()]);
      const other = new DatabaseSync(path);
      for (const change of ['DELETE FROM events', "UPDATE events SET data = '{}'", 'DELETE FROM streams'])
        expect(() => other.exec(change)).toThrow('append-only');
      other.close();
      await store.close();
    }),
  );

  it(
    'acknowledges nothing while another process holds the file, and goes on afterwards',
    withFile(async (path) => {
      const store = openSqliteStore({ path, lockMilliseconds: 20 });
      await store.append(STREAM, 'any', [anEvent()]);
      const other = new DatabaseSync(path);
      other.exec('BEGIN IMMEDIATE');
      await expect(store.append(STREAM, 0n, [anEvent()])).rejects.toBeInstanceOf(StoreUnavailable);
      expect(await eventsIn(store, STREAM)).toHaveLength(1);
      other.exec('ROLLBACK');
      expect(await store.append(STREAM, 0n, [anEvent()])).toMatchObject({ revision: 1n });
      other.close();
      await store.close();
    }),
  );

  it(
    'is judged by what another store on the same file has appended',
    withFile(async (path) => {
      const [one, two] = [openSqliteStore({ path }), openSqliteStore({ path })];
      await one.append(STREAM, 'no-stream', [anEvent()]);
      await two.append(STREAM, 0n, [anEvent()]);
      await expect(one.append(STREAM, 0n, [anEvent()])).rejects.toMatchObject({ actual: 1n });
      await one.append(STREAM, 1n, [anEvent()]);
      const listener = listen(two);
      await until(() => listener.events().length === 3);
      await one.append(STREAM, 2n, [anEvent()]);
      await until(() => listener.events().length === 4);
      listener.stop();
      await Promise.all([listener.ended, one.close(), two.close()]);
    }),
  );

  it(
    'is not opened when the file is something else',
    withFile(async (path) => {
      const other = new DatabaseSync(path);
      other.exec('PRAGMA user_version = 7');
      other.close();
      expect(() => openSqliteStore({ path })).toThrow(StoreUnavailable);
      expect(() => openSqliteStore({ path: `${path}/nowhere/events.db` })).toThrow(StoreUnavailable);
    }),
  );

  it(
    'takes only positions of its own',
    withFile(async (path) => {
      const store = openSqliteStore({ path });
      await expect(logOf(store, { after: '12' })).rejects.toThrow('not a position');
      await store.close();
    }),
  );
});
