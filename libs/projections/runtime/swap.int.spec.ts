import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { type EventStore, openSqliteStore } from '#event-store';
import { checkpointOf } from '../read-database/checkpoints.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { viewName } from '../read-database/tables.ts';
import { recordView } from '../record-view.ts';
import { setCheckpoint } from '../testing/checkpoints.ts';
import { attemptCount } from '../testing/projections.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { statesOf } from '../testing/readers.ts';
import { admitted, course, enrolled, programme, record } from '../testing/records.ts';
import { checksum } from './compare.ts';
import { newGeneration, rebuildLeases, SwapHeldUp } from './generation.ts';
import { type Leaseholder, LeaseLost, leaseholder, withLeases } from './leases.ts';
import { swapIn } from './operations.ts';
import { fill, rebuild } from './rebuild.ts';
import { type ProjectionRuntime, startProjections } from './start.ts';
import { swap } from './swap.ts';

const VIEW = sql.table(viewName('attempt_count', 1));
const admission = (student: string) => ({ student, event: admitted(student, programme('P5', '5cu')) });
const enrolment = (student: string, term = '2023-AUT') => ({ student, event: enrolled(course('C1', 10), term) });
/** The same read model by name and version, which says nothing. */
const mute = recordView({ name: 'attempt_count', version: 1, view: () => [{ part: '', document: {} }] });

describe.each(readDatabases)('a swap on $name', ({ name, open }) => {
  let store: EventStore;
  let db: ReadDatabase;
  let runtime: ProjectionRuntime;

  beforeEach(async () => {
    store = openSqliteStore({ path: ':memory:' });
    db = await open();
    await record(store, [admission('S1'), enrolment('S1')]);
    runtime = await startProjections(store, db, [attemptCount]);
  });

  afterEach(async () => {
    await runtime.stop();
    await db.close();
    await store.close();
  });

  const shown = async () => {
    const { rows } = await sql<{ student: string; part: string }>`
      select student, part from ${VIEW} order by student, part`.execute(db.reader);
    return rows.map(({ student, part }) => `${student} ${part || '-'}`);
  };

  it('is not made by who has lost the lease', async () => {
    expect((await rebuild(store, db, [mute])).swapped).toBe(false);
    const before = await checksum(db.writer, attemptCount);
    const holder = leaseholder(db);
    await holder.take(rebuildLeases([mute]));
    await db.writer.updateTable('projection_lease').set({ owner: 'x' }).where('name', 'like', 'rebuild/%').execute();
    await expect(swap(store, db, [{ projection: mute, generation: 2 }], holder)).rejects.toThrow(LeaseLost);
    expect(await statesOf(db, attemptCount)).toEqual(['1 live', '2 following']);
    expect(await checksum(db.writer, attemptCount)).toBe(before);
    await holder.release();
  });

  it('never lets readers go back, though the live one moved on just before', async () => {
    await runtime.stop();
    const { swapTries, end } = await withLeases(db, rebuildLeases([attemptCount]), async (holder) => {
      const generation = await newGeneration(db, [attemptCount], holder);
      return generation.madeOf(async (copies) => {
        await fill(store, db, copies, await store.head(), {});
        const last = await record(store, [enrolment('S1', '2024-SPR')]);
        let moved = false;
        const overtaken: Leaseholder = {
          ...holder,
          async require(tx, names) {
            await holder.require(tx, names);
            if (!moved) await setCheckpoint(tx, attemptCount, last);
            moved = true;
          },
        };
        return { ...(await swap(store, db, copies, overtaken)), end: last };
      });
    });
    expect(swapTries).toBe(2);
    expect(await checkpointOf(db.reader, attemptCount)).toBe(end);
    expect(await shown()).toEqual(['S1 -', 'S1 2023-AUT', 'S1 2024-SPR']);
  });

  if (name !== 'PostgreSQL') return;

  describe('while somebody reads for long', () => {
    let report: pg.Client;

    beforeEach(async () => {
      expect((await rebuild(store, db, [mute])).swapped).toBe(false);
      report = new pg.Client({ connectionString: 'url' in db.options ? db.options.url : '' });
      await report.connect();
      await report.query('begin');
      await report.query(`select count(*) from ${viewName('attempt_count', 1)}`);
    });

    afterEach(() => report.end());

    const swapping = (swapPatienceMilliseconds?: number) =>
      swapIn(store, db, [attemptCount], { acceptDifferences: true, swapPatienceMilliseconds });

    it('holds nobody up, and comes to pass when the reading ends', async () => {
      const READING = 2_000;
      let swapped = false;
      const swap = swapping().finally(() => {
        swapped = true;
      });
      const begun = performance.now();
      let longest = { read: 0, write: 0 };
      for (let n = 0; performance.now() - begun < READING; n++) {
        const asked = performance.now();
        expect(await shown()).toContain('S1 2023-AUT');
        const answered = performance.now();
        const end = await record(store, [admission(`S2${n}`)]);
        expect(await runtime.waitFor(end, 10_000)).toBe(true);
        const written = performance.now() - answered;
        longest = { read: Math.max(longest.read, answered - asked), write: Math.max(longest.write, written) };
        await pause(5);
      }
      expect(swapped).toBe(false);
      await report.query('commit');
      const { swapMilliseconds, swapTries } = await swap;
      expect(swapTries).toBeGreaterThan(3);
      expect(swapMilliseconds).toBeLessThan(100);
      expect(longest.read).toBeLessThan(READING / 4);
      expect(longest.write).toBeLessThan(READING / 4);
      expect(await statesOf(db, attemptCount)).toEqual(['1 previous', '2 live']);
    });

    it('is given up after a while; the new generation waits, and is swapped in later', async () => {
      await expect(swapping(300)).rejects.toThrow(SwapHeldUp);
      expect(await statesOf(db, attemptCount)).toEqual(['1 live', '2 following']);
      await report.query('commit');
      expect(await swapping()).toMatchObject({ swapped: true, swapTries: 1 });
    });

    it('which is given up does not throw away what was rebuilt', async () => {
      await expect(rebuild(store, db, [attemptCount], { swapPatienceMilliseconds: 300 })).rejects.toThrow(SwapHeldUp);
      expect(await statesOf(db, attemptCount)).toEqual(['1 live', '3 following']);
      await report.query('commit');
      expect((await swapIn(store, db, [attemptCount])).swapped).toBe(true);
    });
  });
});
