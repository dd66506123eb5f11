import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openSqliteStore } from '#event-store';
import type { Projection, RecordChange } from '../projection.ts';
import { takeLease } from '../read-database/leases.ts';
import { openReadDatabase } from '../read-database/open.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { ReadModels, studentReadModels } from '../read-models/read-models.ts';
import { NotYetProjected } from '../read-models/stored-documents.ts';
import { recordView } from '../record-view.ts';
import { attemptCount, eventsByType } from '../testing/projections.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { statesOf } from '../testing/readers.ts';
import { admitted, course, enrolled, programme, record } from '../testing/records.ts';
import { compare } from './operations.ts';
import { newOwner } from './owner.ts';
import { retryParked } from './parking.ts';
import { followedAs } from './shares.ts';
import { observeProjections, type ProjectionRuntime, startProjections } from './start.ts';

const admission = (student: string) => ({ student, event: admitted(student, programme('P5', '5cu')) });
const enrolment = (student: string) => ({ student, event: enrolled(course('C1', 10), '2023-AUT') });
const students = Array.from({ length: 30 }, (_, n) => `S${n}`);
const both: readonly Projection[] = [attemptCount, eventsByType];

/** Each has connections of its own to the same read database, as each would in a process of its own. */
describe.each(readDatabases)('several processes on $name', ({ open }) => {
  let store: EventStore;
  let db: ReadDatabase;
  let other: ReadDatabase;
  const running: ProjectionRuntime[] = [];

  beforeEach(async () => {
    store = openSqliteStore({ path: ':memory:' });
    db = await open();
    other = openReadDatabase(db.options);
    await record(store, students.slice(0, 3).map(admission));
  });

  afterEach(async () => {
    for (const runtime of running.splice(0)) await runtime.stop();
    await other.close();
    await db.close();
    await store.close();
  });

  async function start(...args: Parameters<typeof startProjections>): Promise<ProjectionRuntime> {
    const runtime = await startProjections(...args);
    running.push(runtime);
    return runtime;
  }
  const observe = (projections: readonly Projection[] = both, of = other): ProjectionRuntime => {
    const runtime = observeProjections(store, of, projections);
    running.push(runtime);
    return runtime;
  };
  const until = async (holds: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200; tries++) {
      if (await holds()) return;
      await new Promise((turn) => setTimeout(turn, 50));
    }
    throw new Error('it never came to be');
  };

  describe('of which one only reads', () => {
    it('says that nothing is there before it is built, and waits for it', async () => {
      const reading = observe(studentReadModels);
      expect(await reading.position()).toBeUndefined();
      await expect(new ReadModels(other).transcript('S1')).rejects.toThrow(NotYetProjected);
      await expect(new ReadModels(other).students({ limit: 5 })).rejects.toThrow(NotYetProjected);
      const head = await store.head();
      const waiting = reading.waitFor(head, 10_000);
      await start(store, db, studentReadModels);
      expect(await waiting).toBe(true);
      expect((await new ReadModels(other).transcript('S1'))?.revision).toBe(0n);
    });

    it('waits for what the other brings about, for as long as it was told', async () => {
      const following = await start(store, db, both);
      const reading = observe();
      const end = await record(store, [enrolment('S1')]);
      expect(await reading.waitFor(end, 5_000)).toBe(true);
      expect(await reading.position()).toBe(end);
      await following.stop();
      const later = await record(store, [enrolment('S2')]);
      const begun = performance.now();
      expect(await reading.waitFor(later, 200)).toBe(false);
      expect(performance.now() - begun).toBeLessThan(2_000);
    });

    it('hears of changes after they can be read', async () => {
      await start(store, db, both);
      const reading = observe();
      const told: RecordChange[] = [];
      const late: string[] = [];
      reading.changes.subscribe((change) => {
        told.push(change);
        void reading.position().then((at) => at !== undefined && at < change.position && late.push(change.position));
      });
      await until(async () => {
        await record(store, [enrolment('S1')]);
        return told.length > 0;
      });
      const end = await record(store, [enrolment('S2')]);
      await until(async () => told.some(({ position }) => position === end));
      expect(told.at(-1)).toMatchObject({ student: 'S2', position: end });
      expect(late).toEqual([]);
    });

    it('hears of a parked student when the rows can be read, and not before', async () => {
      let broken = true;
      const fragile = recordView({
        ...attemptCount,
        view: ({ student, record: { attempts } }) => {
          if (broken && student === 'S1' && attempts.length > 0) throw new Error('cannot take S1');
          return [{ part: '', document: { attempts: attempts.length } }];
        },
      });
      const following = await start(store, db, [fragile], { pauses: [1] });
      const reading = observe([fragile]);
      const told: string[] = [];
      reading.changes.subscribe(({ student }) => told.push(student));
      await until(async () => {
        await record(store, [enrolment('S0')]);
        return told.length > 0;
      });
      const end = await record(store, [enrolment('S1'), enrolment('S2')]);
      expect(await following.waitFor(end, 5_000)).toBe(true);
      await until(async () => told.includes('S2'));
      expect(told).not.toContain('S1');
      broken = false;
      expect(await retryParked(store, db, [fragile])).toHaveLength(1);
      await until(async () => told.includes('S1'));
    });

    it('is ill while there is something to do and nobody who does it', async () => {
      const following = await start(store, db, both);
      const reading = observe();
      expect(await reading.status()).toMatchObject({ healthy: true, caughtUp: true, behindFor: 0, follows: [] });
      await following.stop();
      expect(await reading.status()).toMatchObject({ healthy: true, caughtUp: true });
      await record(store, [enrolment('S1')]);
      const status = await reading.status();
      expect(status).toMatchObject({ healthy: false, caughtUp: false });
      expect(status.behindFor).toBeGreaterThan(0);
    });

    it('refuses to observe nothing', () =>
      expect(() => observeProjections(store, db, [])).toThrow('there are no projections'));
  });

  describe('that would follow the log', () => {
    it('stand by while one does, say so, and take over when it ends', async () => {
      const first = await start(store, db, both);
      const second = await start(store, other, both);
      expect((await first.status()).follows).toHaveLength(8);
      expect(await second.status()).toMatchObject({ healthy: true, follows: [], waitsFor: [0, 1, 2, 3, 4, 5, 6, 7] });
      const end = await record(store, [enrolment('S1')]);
      expect(await second.waitFor(end, 5_000)).toBe(true);
      await first.stop();
      await until(async () => (await second.status()).follows.length === 8);
      const later = await record(store, [enrolment('S2')]);
      expect(await second.waitFor(later, 5_000)).toBe(true);
      expect((await second.status()).failures).toBe(0);
      expect((await compare(store, other, both)).equal).toBe(true);
    });

    it('share the partitions between them, each with its own checkpoints', async () => {
      const first = await start(store, db, both, { partitions: [0, 1, 2, 3] });
      const second = await start(store, other, both, { partitions: [4, 5, 6, 7] });
      const end = await record(store, [...students.slice(3).map(admission), ...students.map(enrolment)]);
      expect(await first.waitFor(end, 10_000)).toBe(true);
      expect(await second.waitFor(end, 10_000)).toBe(true);
      expect((await first.status()).follows).toEqual([0, 1, 2, 3]);
      expect((await second.status()).follows).toEqual([4, 5, 6, 7]);
      await second.stop();
      const later = await record(store, students.map(enrolment));
      expect(await first.waitFor(later, 500)).toBe(false);
      expect((await first.position()) ?? '').toBe(end);
      await start(store, other, both, { partitions: [4, 5, 6, 7] });
      expect(await first.waitFor(later, 10_000)).toBe(true);
      expect((await compare(store, db, both)).equal).toBe(true);
    });

    it('have an equal share each, and one that is left has all of it', async () => {
      const first = await start(store, db, both);
      expect((await first.status()).follows).toHaveLength(8);
      const second = await start(store, other, both);
      const shares = async () => [(await first.status()).follows.length, (await second.status()).follows.length];
      await until(async () => (await shares()).every((share) => share === 4));
      const end = await record(store, students.map(enrolment));
      expect(await first.waitFor(end, 10_000)).toBe(true);
      await first.stop();
      await until(async () => (await second.status()).follows.length === 8);
      const later = await record(store, students.map(enrolment));
      expect(await second.waitFor(later, 10_000)).toBe(true);
      expect((await compare(store, db, both)).equal).toBe(true);
    });

    it('follow side by side with different versions of a read model, each in its own rows', async () => {
      const next = recordView({ ...attemptCount, version: 2, view: () => [{ part: '', document: { next: true } }] });
      const older = await start(store, db, [attemptCount]);
      const newer = await start(store, other, [next]);
      for (const runtime of [older, newer]) expect((await runtime.status()).follows).toHaveLength(8);
      const end = await record(store, students.map(enrolment));
      expect(await older.waitFor(end, 10_000)).toBe(true);
      expect(await newer.waitFor(end, 10_000)).toBe(true);
      await older.stop();
      const reading = observe([attemptCount]);
      await record(store, students.map(enrolment));
      expect((await reading.status()).healthy).toBe(false);
      expect((await newer.status()).healthy).toBe(true);
      expect((await compare(store, db, [attemptCount])).equal).toBe(true);
    });

    it('do not wait for one of this machine that was killed', async () => {
      await (await start(store, db, both)).stop();
      const owner = JSON.stringify({ ...JSON.parse(newOwner()), id: 'killed' });
      for (let n = 0; n < 8; n++)
        await takeLease(db.writer, { name: `${followedAs(both)}${n}`, owner, milliseconds: 60_000 });
      const runtime = await start(store, db, both);
      expect((await runtime.status()).follows).toHaveLength(8);
      const end = await record(store, [enrolment('S1')]);
      expect(await runtime.waitFor(end, 5_000)).toBe(true);
    });

    it('stop at once when somebody else has taken their leases', async () => {
      const runtime = await start(store, db, both, { leaseMilliseconds: 300 });
      await db.writer
        .updateTable('projection_lease')
        .set({ owner: newOwner(), expires_at: 2 ** 52 })
        .execute();
      await until(async () => (await runtime.status()).follows.length === 0);
      const end = await record(store, [enrolment('S1')]);
      expect(await runtime.waitFor(end, 200)).toBe(false);
    });

    it('lose nothing and do nothing twice when both believe that the log is theirs', async () => {
      const first = await start(store, db, both);
      // As after a long pause of the first, whose leases ran out: the second does not know of it, nor the first.
      await db.writer.deleteFrom('projection_lease').execute();
      const second = await start(store, other, both, { pauses: [1, 1, 1] });
      expect((await second.status()).follows).toHaveLength(8);
      let end = '';
      for (const student of students) end = await record(store, [admission(student), enrolment(student)]);
      expect(await first.waitFor(end, 10_000)).toBe(true);
      expect(await second.waitFor(end, 10_000)).toBe(true);
      expect((await compare(store, db, both)).equal).toBe(true);
    });

    it('are built by one of those that come at the same time', async () => {
      const started = await Promise.all([start(store, db, both), start(store, other, both)]);
      for (const runtime of started) expect(await runtime.position()).toBe(await store.head());
      expect(await statesOf(db, attemptCount)).toEqual(['1 live']);
    });
  });
});
