import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openSqliteStore } from '#event-store';
import type { Projection } from '../projection.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { studentReadModels } from '../read-models/read-models.ts';
import { attemptCount, eventsByType } from '../testing/projections.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { histories, record } from '../testing/records.ts';
import { checksum } from './compare.ts';
import { compare } from './operations.ts';
import { rebuild } from './rebuild.ts';
import { startProjections } from './start.ts';

const projections: readonly Projection[] = [...studentReadModels, attemptCount, eventsByType];

const sums = async (db: ReadDatabase) => {
  const of: string[] = [];
  for (const projection of projections) of.push(await checksum(db.writer, projection));
  return of;
};

describe.each(readDatabases)('live rows and rebuilt rows on $name', ({ name, open }) => {
  /** Each run makes its databases anew, which on a server takes a hundred times as long as in a file. */
  const runs = (n: number) => (name === 'SQLite' ? n : Math.ceil(n / 5));

  it(
    'are equal for any history, page size, cache size and moment of starting',
    () =>
      fc.assert(
        fc.asyncProperty(
          histories(),
          fc.record({ pageSize: fc.integer({ min: 1, max: 7 }), foldedRecords: fc.integer({ min: 0, max: 3 }) }),
          fc.nat(40),
          async (history, sizes, started) => {
            const store = openSqliteStore({ path: ':memory:' });
            const live = await open();
            const fresh = await open();
            try {
              await record(store, history.slice(0, started));
              const runtime = await startProjections(store, live, projections, sizes);
              const end = await record(store, history.slice(started));
              expect(await runtime.waitFor(end, 5_000)).toBe(true);
              await runtime.stop();
              await rebuild(store, fresh, projections);
              expect(await sums(live)).toEqual(await sums(fresh));
              expect(await compare(store, live, projections)).toMatchObject({ equal: true, differences: [] });
            } finally {
              await Promise.all([live.close(), fresh.close()]);
              await store.close();
            }
          },
        ),
        { numRuns: runs(40) },
      ),
    60_000,
  );

  it(
    'are equal when the projections were stopped between pages and started again',
    () =>
      fc.assert(
        fc.asyncProperty(histories(20), fc.integer({ min: 1, max: 3 }), async (history, pageSize) => {
          const store = openSqliteStore({ path: ':memory:' });
          const db = await open();
          try {
            await (await startProjections(store, db, projections)).stop();
            const end = await record(store, history);
            // A new runtime for every few pages: nothing but the read database is carried over.
            for (let reached = false; !reached; ) {
              const runtime = await startProjections(store, db, projections, { pageSize, foldedRecords: 2 });
              const before = (await runtime.position()) ?? '';
              reached = await runtime.waitFor(end, 1);
              await runtime.stop();
              expect(((await runtime.position()) ?? '') >= before).toBe(true);
            }
            expect((await compare(store, db, projections)).equal).toBe(true);
          } finally {
            await db.close();
            await store.close();
          }
        }),
        { numRuns: runs(15) },
      ),
    60_000,
  );
});
