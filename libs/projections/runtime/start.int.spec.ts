import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openSqliteStore } from '#event-store';
import type { Projection, RecordChange } from '../projection.ts';
import { checkpointOf } from '../read-database/checkpoints.ts';
import { type ReadDatabase, ReadDatabaseUnavailable } from '../read-database/read-database.ts';
import { recordView } from '../record-view.ts';
import { attemptCount, eventsByType } from '../testing/projections.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { admitted, course, enrolled, programme, record } from '../testing/records.ts';
import { AheadOfLog } from './ahead.ts';
import { followLog } from './follower.ts';
import { compare, drop } from './operations.ts';
import { rebuild, refill } from './rebuild.ts';
import { type ProjectionRuntime, startProjections } from './start.ts';

const admission = (student: string) => ({ student, event: admitted(student, programme('P5', '5cu')) });
const enrolment = (student: string) => ({ student, event: enrolled(course('C1', 10), '2023-AUT') });

describe.each(readDatabases)('projections that follow the log on $name', ({ open }) => {
  let store: EventStore;
  let db: ReadDatabase;
  let runtime: ProjectionRuntime | undefined;

  beforeEach(async () => {
    store = openSqliteStore({ path: ':memory:' });
    db = await open();
  });

  afterEach(async () => {
    await runtime?.stop();
    runtime = undefined;
    await db.close();
    await store.close();
  });

  it('are built from what stands in the log before they are read', async () => {
    const end = await record(store, [admission('S1'), admission('S2')]);
    runtime = await startProjections(store, db, [attemptCount]);
    expect(await runtime.position()).toBe(end);
    expect(await checkpointOf(db.reader, attemptCount)).toBe(end);
    expect((await compare(store, db, [attemptCount])).equal).toBe(true);
  });

  it('tell of each student whose rows changed, after the rows can be read', async () => {
    runtime = await startProjections(store, db, [attemptCount]);
    const told: RecordChange[] = [];
    const seen: Promise<string | undefined>[] = [];
    const all = new Promise<void>((resolve) => {
      runtime?.changes.subscribe((change) => {
        told.push(change);
        seen.push(checkpointOf(db.reader, attemptCount));
        if (change.student === 'S2') resolve();
      });
    });
    const end = await record(store, [admission('S1'), enrolment('S1')]);
    const last = await record(store, [admission('S2')]);
    await all;
    expect(told.filter(({ student }) => student === 'S1').at(-1)).toEqual({
      student: 'S1',
      revision: 1n,
      position: end,
    });
    expect(told.at(-1)).toEqual({ student: 'S2', revision: 0n, position: last });
    for (const [index, position] of (await Promise.all(seen)).entries())
      expect((position ?? '') >= (told[index]?.position ?? '')).toBe(true);
  });

  describe('made from a log that an older backup has taken the place of', () => {
    let restored: EventStore;
    beforeEach(async () => {
      await record(store, [admission('S1'), enrolment('S1'), admission('S2')]);
      await (await startProjections(store, db, [attemptCount])).stop();
      restored = openSqliteStore({ path: ':memory:' });
      await record(restored, [admission('S1')]);
    });
    afterEach(() => restored.close());

    it('do not follow it, and are neither rebuilt beside nor compared', async () => {
      for (const attempted of [startProjections, rebuild, refill, compare])
        await expect(attempted(restored, db, [attemptCount])).rejects.toBeInstanceOf(AheadOfLog);
    });

    it('are dropped and built again, and then follow', async () => {
      await drop(db, [attemptCount], { all: true });
      expect(await checkpointOf(db.reader, attemptCount)).toBeUndefined();
      runtime = await startProjections(restored, db, [attemptCount]);
      const end = await record(restored, [admission('S3')]);
      expect(await runtime.waitFor(end, 5_000)).toBe(true);
      expect((await compare(restored, db, [attemptCount])).equal).toBe(true);
    });

    it('are told to be in the way while a process follows on', async () => {
      const errors: Error[] = [];
      const follower = followLog(
        restored,
        db,
        [attemptCount],
        { pauses: [1], onError: (error) => errors.push(error) },
        () => undefined,
      );
      await follower.begun;
      expect(errors[0]).toBeInstanceOf(AheadOfLog);
      expect(follower.status()).toMatchObject({ healthy: false, lastError: expect.stringContaining('another log') });
      await follower.stop();
    });
  });

  it('answer false to who waits for what does not come', async () => {
    runtime = await startProjections(store, db, [attemptCount]);
    expect(await runtime.waitFor('9999999999999999', 20)).toBe(false);
  });

  it('let go of who waits when they stop', async () => {
    runtime = await startProjections(store, db, [attemptCount]);
    const waiting = runtime.waitFor('9999999999999999', 60_000);
    await runtime.stop();
    expect(await waiting).toBe(false);
  });

  it('build a new version from the beginning and leave the others where they are', async () => {
    await record(store, [admission('S1'), enrolment('S1')]);
    await (await startProjections(store, db, [attemptCount, eventsByType])).stop();
    const next: Projection = recordView({
      name: 'attempt_count',
      version: 2,
      view: ({ record: { attempts } }) => [{ part: '', document: { attempts: attempts.length } }],
    });
    runtime = await startProjections(store, db, [next, eventsByType]);
    expect((await compare(store, db, [next, eventsByType, attemptCount])).equal).toBe(true);
  });

  it('try a failed batch again and never skip it', async () => {
    let fail = 2;
    const shaky: Projection = {
      ...attemptCount,
      apply: async (page, rows) => {
        if (fail-- > 0) throw new Error('the disk is full');
        await attemptCount.apply(page, rows);
      },
    };
    const errors: string[] = [];
    const onError = ({ message }: Error) => errors.push(message);
    runtime = await startProjections(store, db, [shaky], { pauses: [1, 1, 1, 1], onError });
    const end = await record(store, [admission('S1')]);
    expect(await runtime.waitFor(end, 5_000)).toBe(true);
    expect(errors).toEqual(['the disk is full', 'the disk is full']);
    expect(await runtime.status()).toMatchObject({ healthy: true, failures: 0, caughtUp: true, behindFor: 0 });
    expect((await compare(store, db, [attemptCount])).equal).toBe(true);
  });

  it('say that they are unhealthy, and why, while the read database is away, and go on when it is back', async () => {
    let away = true;
    const broken: Projection = {
      ...attemptCount,
      apply: (page, rows) =>
        away ? Promise.reject(new ReadDatabaseUnavailable('the server restarts')) : attemptCount.apply(page, rows),
    };
    runtime = await startProjections(store, db, [broken], { pauses: [1, 1] });
    const before = await runtime.position();
    const end = await record(store, [admission('S1')]);
    expect(await runtime.waitFor(end, 100)).toBe(false);
    const status = await runtime.status();
    expect(status).toMatchObject({
      healthy: false,
      caughtUp: false,
      lastError: 'the server restarts',
      position: before,
      parked: 0,
    });
    expect(status.behindFor).toBeGreaterThan(0);
    away = false;
    expect(await runtime.waitFor(end, 5_000)).toBe(true);
    expect(await runtime.status()).toMatchObject({ healthy: true, parked: 0 });
    expect((await compare(store, db, [attemptCount])).equal).toBe(true);
  });

  it('refuse to start with nothing to do', () =>
    expect(startProjections(store, db, [])).rejects.toThrow('there are no projections'));
});
