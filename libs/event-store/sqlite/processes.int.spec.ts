import { describe, expect, it } from '@jest/globals';
import { idsOf, listen, logOf, until } from '#event-store/contract';
import { openSqliteStore } from './store.ts';
import { startAppender, withFile } from './testing/file.ts';

describe('a store in a SQLite file, with another process that appends', () => {
  it(
    'gives its events to a subscription here',
    withFile(async (path) => {
      const store = openSqliteStore({ path });
      const listener = listen(store);
      const appender = startAppender(path, 100);
      await appender.ended;
      await until(() => listener.events().length >= 100);
      listener.stop();
      await listener.ended;
      expect(idsOf(listener.events())).toEqual(idsOf(await logOf(store)));
      expect(new Set(appender.lines())).toEqual(new Set(idsOf(listener.events())));
      await store.close();
    }),
  );

  it(
    'keeps every answered append when that process is killed',
    withFile(async (path) => {
      const answered = new Set<string>();
      for (let kill = 0; kill < 3; kill++) {
        const appender = startAppender(path, 1_000_000);
        await until(() => appender.lines().length > 50 * (kill + 1));
        appender.process.kill('SIGKILL');
        await appender.ended;
        for (const id of appender.lines()) answered.add(id);

        const store = openSqliteStore({ path });
        const log = await logOf(store);
        const kept = new Set(idsOf(log));
        expect([...answered].filter((id) => !kept.has(id))).toEqual([]);
        expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, n) => n + 1));
        for (const name of new Set(log.map(({ stream }) => stream))) {
          const revisions = log.filter(({ stream }) => stream === name).map(({ revision }) => Number(revision));
          expect(revisions).toEqual(revisions.map((_, n) => n));
        }
        await store.close();
      }
    }),
  );

  it(
    'has what was answered and no more when that process had no room left',
    withFile(async (path) => {
      // A limit on the size of files stands in for a full disk: the write fails in the same place.
      const appender = startAppender(path, 1_000_000, 'ulimit -f 4000');
      await appender.ended;
      const lines = appender.lines();
      expect(lines.at(-1)).toBe('StoreUnavailable');
      const store = openSqliteStore({ path });
      expect(new Set(idsOf(await logOf(store)))).toEqual(new Set(lines.slice(0, -1)));
      await store.close();
    }),
  );
});
