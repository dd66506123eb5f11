import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openSqliteStore } from '#event-store';
import type { Projection } from '../projection.ts';
import { openReadDatabase } from '../read-database/open.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { recordView } from '../record-view.ts';
import { attemptCount, eventsByType } from '../testing/projections.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { positionsOf, restlessReader, statesOf } from '../testing/readers.ts';
import { startRebuilder } from '../testing/rebuilder-process.ts';
import { admitted, course, enrolled, graded, programme, record } from '../testing/records.ts';
import { checksum } from './compare.ts';
import { LeaseHeld, LeaseLost } from './leases.ts';
import { compare, drop, NoSuchGeneration, rollBack, swapIn } from './operations.ts';
import { rebuild, refill } from './rebuild.ts';
import { type ProjectionRuntime, startProjections } from './start.ts';

const folder = mkdtempSync(join(tmpdir(), 'generations-'));
afterAll(() => rmSync(folder, { recursive: true }));
let logs = 0;

const C1 = course('C1', 10);
const TERMS = ['2023-AUT', '2024-SPR', '2024-AUT'];
const students = Array.from({ length: 60 }, (_, n) => `S${String(n).padStart(2, '0')}`);
const both: readonly Projection[] = [attemptCount, eventsByType];

/** The same read model by name and version, and yet not the same. */
const wrong = recordView({
  name: 'attempt_count',
  version: 1,
  view: (record) => {
    const documents = [{ part: '', document: { attempts: record.record.attempts.length } }];
    return record.student === 'S07' || record.student === 'S31' ? documents : [...attemptCountOf(record)];
  },
});
const attemptCountOf = (record: Parameters<typeof attemptCount.rowsOf>[0]) =>
  attemptCount.rowsOf(record).map((row) => ({ part: String(row[1]), document: JSON.parse(String(row[5])) as object }));

describe.each(readDatabases)('generations on $name', ({ name, open, tables }) => {
  let store: EventStore;
  let db: ReadDatabase;
  /** As another process has it; but two connections that write to one file would keep one thread waiting for itself. */
  let other: ReadDatabase;
  let runtime: ProjectionRuntime;
  let log: string;

  beforeEach(async () => {
    log = join(folder, `${++logs}.sqlite`);
    store = openSqliteStore({ path: log });
    db = await open();
    other = name === 'SQLite' ? db : openReadDatabase(db.options);
    await record(
      store,
      students.map((student) => ({ student, event: admitted(student, programme('P5', '5cu')) })),
    );
    runtime = await startProjections(store, db, both);
  });

  afterEach(async () => {
    for (const stop of going.splice(0)) await stop();
    await runtime.stop();
    if (other !== db) await other.close();
    await db.close();
    await store.close();
  });

  /** What goes on beside a test, and must not outlive it. */
  const going: (() => Promise<unknown>)[] = [];

  const reading = () => {
    const reader = restlessReader(db, students);
    going.push(reader.stop);
    return reader;
  };

  /** Commands that go on until they are told to stop. */
  function traffic(): { stop(): Promise<string> } {
    let wanted = true;
    const recording = (async () => {
      for (let n = 0; wanted; n++) {
        const student = students[(n * 7) % students.length] as string;
        const term = TERMS[n % TERMS.length] as string;
        await record(store, [{ student, event: n % 3 === 2 ? graded(C1, term, 'B') : enrolled(C1, term) }]);
        await new Promise((turn) => setTimeout(turn, 4));
      }
    })();
    const stop = async () => {
      wanted = false;
      await recording;
      return store.head();
    };
    going.push(stop);
    return { stop };
  }

  it('follow each other while commands go on: no reader sees a gap, a mixture, or anything older than before', async () => {
    const commands = traffic();
    const reader = reading();
    const results = await startRebuilder(log, db.options, { times: 5 }).results;
    const { asked, faults } = await reader.stop();
    const end = await commands.stop();

    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(20);
    for (const { swapped, comparison, swapMilliseconds } of results) {
      expect({ swapped, differences: comparison?.differences }).toEqual({ swapped: true, differences: [] });
      expect(swapMilliseconds).toBeLessThan(100);
    }
    expect(await statesOf(db, attemptCount)).toEqual(['5 previous', '6 live']);
    expect((await tables(db)).filter((name) => name.startsWith('attempt_count'))).toEqual([
      'attempt_count_v1_g5',
      'attempt_count_v1_g6',
    ]);
    expect(await runtime.waitFor(end, 5_000)).toBe(true);
    expect((await runtime.status()).lastError).toBeUndefined();
    expect((await compare(store, other, both)).equal).toBe(true);
  }, 60_000);

  it('that join are at the position of the live one whenever one looks', async () => {
    const commands = traffic();
    expect((await rebuild(store, other, [wrong])).swapped).toBe(false);
    for (let n = 0; n < 20; n++) {
      const { live, following } = await positionsOf(other, attemptCount);
      expect(live).toHaveLength(8);
      expect(following).toEqual(live);
      await new Promise((turn) => setTimeout(turn, 5));
    }
    const end = await commands.stop();
    expect(await runtime.waitFor(end, 5_000)).toBe(true);
    expect((await positionsOf(other, attemptCount)).following).toEqual(Array.from({ length: 8 }, () => end));
  });

  describe('of which the new one is wrong', () => {
    let before: string;

    beforeEach(async () => {
      before = await checksum(db.writer, attemptCount);
      await record(store, [
        { student: 'S07', event: enrolled(C1, '2023-AUT') },
        { student: 'S31', event: enrolled(C1, '2023-AUT') },
      ]);
    });

    it('are not swapped, and the first rows that differ are told', async () => {
      const { swapped, comparison } = await rebuild(store, other, [wrong]);
      expect(swapped).toBe(false);
      expect(comparison?.differences.map(({ key, kind }) => [key.student, key.part, kind])).toEqual(
        [
          ['S07', '2023-AUT', 'extra'],
          ['S31', '2023-AUT', 'extra'],
          ['S07', '', 'different'],
          ['S31', '', 'different'],
        ].toSorted(),
      );
      expect(await statesOf(db, attemptCount)).toEqual(['1 live', '2 following']);
    });

    it('stay so until the difference is accepted', async () => {
      await rebuild(store, other, [wrong]);
      expect(await swapIn(store, other, [attemptCount])).toMatchObject({
        swapped: false,
        comparison: { equal: false },
      });
      expect(await statesOf(db, attemptCount)).toEqual(['1 live', '2 following']);
      expect((await swapIn(store, other, [attemptCount], { acceptDifferences: true })).swapped).toBe(true);
      expect(await statesOf(db, attemptCount)).toEqual(['1 previous', '2 live']);
      expect(await checksum(db.writer, attemptCount)).not.toBe(before);
    });

    it('or until the new one is dropped', async () => {
      await rebuild(store, other, [wrong]);
      expect(await drop(other, [attemptCount])).toBe(1);
      expect(await statesOf(db, attemptCount)).toEqual(['1 live']);
      expect((await tables(db)).filter((name) => name.startsWith('attempt'))).toEqual(['attempt_count_v1_g1']);
      await expect(swapIn(store, other, [attemptCount])).rejects.toThrow(NoSuchGeneration);
    });

    it('make room for another rebuild', async () => {
      await rebuild(store, other, [wrong]);
      expect((await rebuild(store, other, [attemptCount])).swapped).toBe(true);
      expect(await statesOf(db, attemptCount)).toEqual(['1 previous', '3 live']);
    });
  });

  it('can be gone back from, to rows that know what happened since', async () => {
    await rebuild(store, other, both);
    const first = await record(store, [{ student: 'S01', event: enrolled(C1, '2023-AUT') }]);
    expect(await runtime.waitFor(first, 5_000)).toBe(true);
    const commands = traffic();
    const reader = reading();
    const { swapMilliseconds } = await rollBack(store, other, both);
    expect(swapMilliseconds).toBeLessThan(100);
    expect(await statesOf(db, attemptCount)).toEqual(['1 live', '2 previous']);
    await rollBack(store, other, both);
    expect(await statesOf(db, attemptCount)).toEqual(['1 previous', '2 live']);
    const end = await commands.stop();
    expect(await runtime.waitFor(end, 5_000)).toBe(true);
    expect((await reader.stop()).faults).toEqual([]);
    expect((await compare(store, other, both)).equal).toBe(true);
  });

  it('cannot be gone back from when there was none before', async () => {
    await expect(rollBack(store, other, both)).rejects.toThrow(NoSuchGeneration);
    await rebuild(store, other, both);
    expect(await drop(other, both, { previous: true })).toBe(2);
    await expect(rollBack(store, other, both)).rejects.toThrow(NoSuchGeneration);
  });

  it('may go live without a comparison, but never behind what readers have seen', async () => {
    const commands = traffic();
    const reader = reading();
    const { swapped, comparison } = await refill(store, other, both);
    expect([swapped, comparison]).toEqual([true, undefined]);
    expect((await reader.stop()).faults).toEqual([]);
    expect(await runtime.waitFor(await commands.stop(), 5_000)).toBe(true);
    expect((await compare(store, other, both)).equal).toBe(true);
  });

  it('are compared without anything being left of it', async () => {
    expect((await compare(store, other, both)).equal).toBe(true);
    expect(await statesOf(db, attemptCount)).toEqual(['1 live']);
    const wrongly = await compare(store, other, [wrong, eventsByType]);
    expect(wrongly.equal).toBe(false);
    expect(await statesOf(db, attemptCount)).toEqual(['1 live']);
  });

  it('are made by one at a time', async () => {
    let second: Promise<unknown> | undefined;
    const onProgress = () => {
      second ??= rebuild(store, db, [attemptCount]).catch((error: unknown) => error);
    };
    expect((await rebuild(store, other, both, { onProgress })).swapped).toBe(true);
    expect(await second).toBeInstanceOf(LeaseHeld);
    expect(await statesOf(db, attemptCount)).toEqual(['1 previous', '2 live']);
  });

  it('of a rebuild that was killed are cleared away by the next one, which need not wait', async () => {
    const killed = startRebuilder(log, db.options, { hang: true });
    await killed.filling;
    await expect(rebuild(store, other, both)).rejects.toThrow(LeaseHeld);
    await killed.kill();
    expect(await statesOf(db, attemptCount)).toEqual(['1 live', '2 filling']);
    const end = await record(store, [{ student: 'S01', event: enrolled(C1, '2023-AUT') }]);
    expect(await runtime.waitFor(end, 5_000)).toBe(true);

    expect((await rebuild(store, other, both)).swapped).toBe(true);
    expect(await statesOf(db, attemptCount)).toEqual(['1 previous', '3 live']);
    expect((await tables(db)).filter((each) => each.startsWith('attempt_count'))).toEqual([
      'attempt_count_v1_g1',
      'attempt_count_v1_g3',
    ]);
  }, 60_000);

  it('are given up by who has lost the lease meanwhile', async () => {
    const before = await checksum(db.writer, attemptCount);
    const robbed: Promise<unknown>[] = [];
    const onProgress = () => {
      const leases = db.writer.updateTable('projection_lease').set({ owner: 'x' }).where('name', 'like', 'rebuild/%');
      robbed.push(leases.execute());
    };
    await expect(rebuild(store, other, both, { onProgress })).rejects.toThrow(LeaseLost);
    await Promise.all(robbed);
    expect(await statesOf(db, attemptCount)).toEqual(['1 live', '2 filling']);
    expect(await checksum(db.writer, attemptCount)).toBe(before);
  });

  it('of a program of another version stand side by side', async () => {
    const next = recordView({
      name: 'attempt_count',
      version: 2,
      view: ({ record: { attempts } }) => [{ part: '', document: { attempts: attempts.length } }],
    });
    const newer = await startProjections(store, other, [next], { partitions: [] });
    expect(await statesOf(db, attemptCount)).toEqual(['1 live']);
    expect(await statesOf(db, next)).toEqual(['1 live']);
    expect((await compare(store, db, both)).equal).toBe(true);
    await newer.stop();
  });
});
