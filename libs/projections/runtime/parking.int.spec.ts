import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type EventStore, openSqliteStore } from '#event-store';
import type { ProjectedPage, Projection } from '../projection.ts';
import { checkpointOf } from '../read-database/checkpoints.ts';
import { parkedOf } from '../read-database/parked.ts';
import { type ReadDatabase, ReadDatabaseUnavailable } from '../read-database/read-database.ts';
import { viewName } from '../read-database/tables.ts';
import { ReadModels } from '../read-models/read-models.ts';
import { transcript } from '../read-models/transcript/transcript.ts';
import { type RecordView, recordView } from '../record-view.ts';
import { attemptCount, eventsByType } from '../testing/projections.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { statesOf } from '../testing/readers.ts';
import { admitted, course, enrolled, graded, programme, record } from '../testing/records.ts';
import { compare } from './operations.ts';
import { NoSuchReadModel, NoSuchStream, retryParked } from './parking.ts';
import { rebuild } from './rebuild.ts';
import { type ProjectionRuntime, startProjections } from './start.ts';

const C1 = course('C1', 10);
const admission = (student: string) => ({ student, event: admitted(student, programme('P5', '5cu')) });
const enrolment = (student: string, term = '2023-AUT') => ({ student, event: enrolled(C1, term) });
const grade = (student: string) => ({ student, event: graded(C1, '2023-AUT', 'B') });
const pauses = [1, 1];

describe.each(readDatabases)('poison on $name', ({ open }) => {
  let store: EventStore;
  let db: ReadDatabase;
  let runtime: ProjectionRuntime | undefined;
  /** The students whose enrolments the read model cannot take, until it is mended. */
  let poisoned: Set<string>;
  let tries: number;

  /** `attempt_count`, which cannot take some students once they are enrolled; the rows it wrote first must go, too. */
  const fragile: RecordView = {
    ...attemptCount,
    rowsOf(of) {
      if (poisoned.has(of.student) && of.record.attempts.length > 0) throw new Error(`cannot take ${of.student}`);
      return attemptCount.rowsOf(of);
    },
    async apply(page: ProjectedPage, rows) {
      tries++;
      for (const { stream } of page.events) {
        const of = await page.records.at(stream);
        await rows.remove(attemptCount.table, 'student', of.student);
        if (poisoned.has(of.student)) await rows.insert(attemptCount.table, [[of.student, 'half', 0, 0, '0', '{}']]);
        const made = fragile.rowsOf(of);
        await rows.remove(attemptCount.table, 'student', of.student);
        await rows.insert(attemptCount.table, made);
      }
    },
  };

  beforeEach(async () => {
    store = openSqliteStore({ path: ':memory:' });
    db = await open();
    poisoned = new Set(['S2']);
    tries = 0;
    await record(store, [admission('S1'), admission('S2'), admission('S3')]);
  });

  afterEach(async () => {
    await runtime?.stop();
    runtime = undefined;
    await db.close();
    await store.close();
  });

  const shown = async () => {
    const { rows } = await sql<{ student: string; part: string; revision: number }>`
      select student, part, revision from ${sql.table(viewName('attempt_count', 1))} order by student, part`.execute(
      db.reader,
    );
    return rows.map(({ student, part, revision }) => `${student} ${part || '-'} ${revision}`);
  };
  const parked = () => parkedOf(db.reader, [attemptCount, eventsByType]);
  const start = async (projections: readonly Projection[] = [fragile, eventsByType]) => {
    runtime = await startProjections(store, db, projections, { pauses, pageSize: 50 });
    return runtime;
  };

  it('holds nobody else up for long, however often something else would be tried', async () => {
    runtime = await startProjections(store, db, [fragile, eventsByType]);
    await record(store, [enrolment('S2')]);
    const begun = performance.now();
    const end = await record(store, [enrolment('S1')]);
    expect(await runtime.waitFor(end, 5_000)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(await parked()).toMatchObject([{ stream: 'record-S2' }]);
  });

  it('is parked after so many tries, while all others flow and the checkpoint goes on', async () => {
    const following = await start();
    const end = await record(store, [enrolment('S1'), enrolment('S2'), enrolment('S3')]);
    expect(await following.waitFor(end, 5_000)).toBe(true);
    expect(tries).toBeGreaterThan(pauses.length);
    expect(await shown()).toEqual(['S1 - 1', 'S1 2023-AUT 1', 'S2 - 0', 'S3 - 1', 'S3 2023-AUT 1']);
    expect(await parked()).toMatchObject([
      {
        projection: 'attempt_count',
        generation: 1,
        stream: 'record-S2',
        revision: 1,
        error: 'Error: cannot take S2',
        attempts: pauses.length + 1,
        waiting: 0,
      },
    ]);
    expect(await following.status()).toMatchObject({ healthy: true, failures: 0, caughtUp: true, parked: 1 });
    expect(await checkpointOf(db.reader, eventsByType)).toBe(end);
  });

  it('keeps the later events of its stream waiting, in their order, until it is retried', async () => {
    const following = await start();
    await record(store, [enrolment('S2')]);
    const end = await record(store, [enrolment('S3'), grade('S2'), enrolment('S2', '2024-SPR')]);
    expect(await following.waitFor(end, 5_000)).toBe(true);
    expect(await parked()).toMatchObject([{ stream: 'record-S2', revision: 1, waiting: 2 }]);

    expect(await retryParked(store, db, [fragile])).toMatchObject([{ stream: 'record-S2', error: 'cannot take S2' }]);
    expect(await parked()).toMatchObject([{ attempts: pauses.length + 2, waiting: 2 }]);
    expect((await shown()).filter((row) => row.startsWith('S2'))).toEqual(['S2 - 0']);

    poisoned.clear();
    expect(await retryParked(store, db, [fragile])).toEqual([
      { projection: 'attempt_count', generation: 1, stream: 'record-S2', events: 3 },
    ]);
    expect(await parked()).toEqual([]);
    expect((await shown()).filter((row) => row.startsWith('S2'))).toEqual(['S2 - 3', 'S2 2023-AUT 3', 'S2 2024-SPR 3']);
    const later = await record(store, [grade('S2')]);
    expect(await following.waitFor(later, 5_000)).toBe(true);
    expect((await compare(store, db, [attemptCount, eventsByType])).equal).toBe(true);
  });

  it('is retried by read model and by stream', async () => {
    poisoned.add('S3');
    const following = await start();
    const end = await record(store, [enrolment('S2'), enrolment('S3')]);
    expect(await following.waitFor(end, 5_000)).toBe(true);
    poisoned.clear();
    expect(await retryParked(store, db, [fragile, eventsByType], { projection: 'events_by_type' })).toEqual([]);
    expect(await retryParked(store, db, [fragile], { stream: 'record-S1' })).toEqual([]);
    expect(await retryParked(store, db, [fragile], { stream: 'record-S3' })).toMatchObject([{ stream: 'record-S3' }]);
    expect(await parked()).toMatchObject([{ stream: 'record-S2' }]);
  });

  it('is not retried of a read model or a stream that there is not', async () => {
    await start();
    await expect(retryParked(store, db, [fragile], { projection: 'transcripts' })).rejects.toThrow(NoSuchReadModel);
    await expect(retryParked(store, db, [fragile], { stream: 'record-S9' })).rejects.toThrow(NoSuchStream);
    await expect(retryParked(store, db, [fragile], { stream: 'S2' })).rejects.toThrow('the log has no stream S2');
  });

  it('is applied up to the checkpoint and no further; the rest comes when the log is followed on', async () => {
    const unsure: Projection = {
      ...eventsByType,
      apply: (page, rows) =>
        page.events.some(({ stream, type }) => stream === 'record-S2' && type === 'CourseEnrolled')
          ? Promise.reject(new Error('not S2'))
          : eventsByType.apply(page, rows),
    };
    const following = await start([fragile, unsure]);
    const end = await record(store, [enrolment('S2')]);
    expect(await following.waitFor(end, 5_000)).toBe(true);
    await following.stop();
    const later = await record(store, [grade('S2'), enrolment('S2', '2024-SPR')]);
    poisoned.clear();
    expect(await retryParked(store, db, [fragile, eventsByType])).toMatchObject([
      { projection: 'attempt_count', events: 1 },
      { projection: 'events_by_type', events: 1 },
    ]);
    expect((await shown()).filter((row) => row.startsWith('S2'))).toEqual(['S2 - 1', 'S2 2023-AUT 1']);
    const again = await start([fragile, eventsByType]);
    expect(await again.waitFor(later, 5_000)).toBe(true);
    expect((await compare(store, db, [attemptCount, eventsByType])).equal).toBe(true);
  });

  describe('does not mean a database that is away', () => {
    /** How often it is away when a read model is at work, for these students. */
    let away: number;
    let missing: Set<string>;

    /** Whatever the read model does, the database may be away in the midst of it. */
    const shaky = <P extends Projection>(of: P): P => ({
      ...of,
      async apply(page: ProjectedPage, rows: Parameters<P['apply']>[1]) {
        const concerns = page.events.some(({ stream }) => missing.has(stream.slice('record-'.length)));
        if (concerns && away-- > 0) throw new ReadDatabaseUnavailable('the server restarts');
        await of.apply(page, rows);
      },
    });

    beforeEach(() => {
      away = 0;
      missing = new Set(['S1', 'S2', 'S3']);
    });

    it('however often a batch is tried', async () => {
      poisoned.clear();
      const following = await start([shaky(attemptCount)]);
      away = 10;
      const end = await record(store, [enrolment('S1'), enrolment('S2')]);
      expect(await following.waitFor(end, 5_000)).toBe(true);
      expect(away).toBeLessThan(0);
      expect(await parked()).toEqual([]);
      expect((await compare(store, db, [attemptCount])).equal).toBe(true);
    });

    it('while others are tried alone', async () => {
      const following = await start();
      const first = await record(store, [enrolment('S2')]);
      expect(await following.waitFor(first, 5_000)).toBe(true);
      await following.stop();
      poisoned.add('S1');
      await record(store, [enrolment('S1'), enrolment('S3')]);
      const lonely: RecordView = {
        ...fragile,
        async apply(page, rows) {
          const alone = page.events.every(({ stream }) => stream === 'record-S3');
          if (alone && away-- > 0) throw new ReadDatabaseUnavailable('the server restarts');
          await fragile.apply(page, rows);
        },
      };
      away = 1;
      const again = await start([lonely]);
      expect(await again.waitFor(await store.head(), 5_000)).toBe(true);
      expect(away).toBeLessThan(0);
      expect((await parked()).map(({ stream }) => stream)).toEqual(['record-S1', 'record-S2']);
    });

    it('when it is retried', async () => {
      const following = await start();
      const end = await record(store, [enrolment('S2')]);
      expect(await following.waitFor(end, 5_000)).toBe(true);
      const [before] = await parked();
      away = 1;
      await expect(retryParked(store, db, [shaky(attemptCount)])).rejects.toThrow(ReadDatabaseUnavailable);
      expect(await parked()).toEqual([before]);
    });

    it('in a rebuild, which is given up rather than made without some students', async () => {
      await start();
      away = 1;
      await expect(rebuild(store, db, [shaky(eventsByType)])).rejects.toThrow(ReadDatabaseUnavailable);
      expect(await statesOf(db, eventsByType)).toEqual(['1 live']);
      expect(await parked()).toEqual([]);
    });
  });

  it('is parked for what the database says, too', async () => {
    const twice: RecordView = {
      ...attemptCount,
      apply: async (page, rows) => {
        await attemptCount.apply(page, rows);
        // The same key once more.
        for (const { stream } of page.events) {
          const of = await page.records.at(stream);
          if (of.student === 'S2') await rows.insert(attemptCount.table, attemptCount.rowsOf(of));
        }
      },
    };
    const following = await start([twice]);
    const end = await record(store, [enrolment('S1'), enrolment('S2'), enrolment('S3')]);
    expect(await following.waitFor(end, 5_000)).toBe(true);
    expect(await parked()).toMatchObject([{ stream: 'record-S2', error: expect.stringMatching(/unique/i) }]);
    expect(await shown()).toEqual(['S1 - 1', 'S1 2023-AUT 1', 'S2 - 0', 'S3 - 1', 'S3 2023-AUT 1']);
  });

  it('for a read model across students parks the stream and counts what waits', async () => {
    const picky: Projection = {
      ...eventsByType,
      apply: (page, rows) =>
        page.events.some(({ stream, type }) => stream === 'record-S2' && type === 'CourseEnrolled')
          ? Promise.reject(new Error('not S2'))
          : eventsByType.apply(page, rows),
    };
    const following = await start([picky]);
    const end = await record(store, [enrolment('S1'), enrolment('S2'), enrolment('S3'), grade('S2'), grade('S1')]);
    expect(await following.waitFor(end, 5_000)).toBe(true);
    expect(await parked()).toMatchObject([{ stream: 'record-S2', waiting: 1 }]);
    expect(await retryParked(store, db, [eventsByType])).toMatchObject([{ events: 2 }]);
    expect((await compare(store, db, [eventsByType])).equal).toBe(true);
  });

  it('is left to whoever mends the read model when there is too much of it', async () => {
    const many = Array.from({ length: 150 }, (_, n) => `M${n}`);
    poisoned = new Set(many);
    const following = await start();
    const before = await following.position();
    const end = await record(
      store,
      many.flatMap((student) => [admission(student), enrolment(student)]),
    );
    expect(await following.waitFor(end, 1_000)).toBe(false);
    expect(await following.status()).toMatchObject({ healthy: false });
    expect((await parked()).length).toBeLessThanOrEqual(100);
    poisoned.clear();
    expect(await following.waitFor(end, 10_000)).toBe(true);
    expect((await following.position()) !== before).toBe(true);
    await retryParked(store, db, [fragile]);
    expect((await compare(store, db, [attemptCount, eventsByType])).equal).toBe(true);
  }, 60_000);

  it('is parked in a first build, which readers get nevertheless', async () => {
    await record(store, [enrolment('S1'), enrolment('S2'), grade('S2')]);
    const result = await rebuild(store, db, [fragile]);
    expect(result).toMatchObject({ swapped: true, parked: 1 });
    expect(await shown()).toEqual(['S1 - 1', 'S1 2023-AUT 1', 'S3 - 0']);
    expect(await parked()).toMatchObject([{ stream: 'record-S2', revision: 0, waiting: 2 }]);
    poisoned.clear();
    expect(await retryParked(store, db, [fragile])).toMatchObject([{ events: 3 }]);
    expect((await compare(store, db, [attemptCount])).equal).toBe(true);
  });

  it('is parked in a rebuild, which then finds a difference and stays beside the live rows', async () => {
    poisoned.clear();
    await start();
    await record(store, [enrolment('S1'), enrolment('S2')]);
    expect(await runtime?.waitFor(await store.head(), 5_000)).toBe(true);
    poisoned.add('S2');
    const { swapped, parked: count, comparison } = await rebuild(store, db, [fragile]);
    expect({ swapped, count }).toEqual({ swapped: false, count: 1 });
    expect(comparison?.differences.map(({ key, kind }) => [key.student, kind])).toEqual([
      ['S2', 'extra'],
      ['S2', 'extra'],
    ]);
    expect(await statesOf(db, attemptCount)).toEqual(['1 live', '2 following']);
  });

  it('keeps who has seen its event from reading older rows', async () => {
    const brittle = recordView({
      name: transcript.name,
      version: transcript.version,
      view: (of) => {
        if (of.student === 'S2' && of.record.attempts.length > 0) throw new Error('cannot take S2');
        return [{ part: '', document: {} }];
      },
    });
    const before = await store.head();
    const following = await start([brittle]);
    const first = await record(store, [enrolment('S1')]);
    const end = await record(store, [enrolment('S2')]);
    expect(await following.waitFor(end, 5_000)).toBe(true);
    const models = new ReadModels(db);
    const asked = (student: string, position: string) => models.isParked('transcript', student, position);
    expect([await asked('S2', end), await asked('S2', first), await asked('S2', before)]).toEqual([true, false, false]);
    expect([await asked('S1', end), await models.isParked('term_summary', 'S2', end)]).toEqual([false, false]);
  });
});
