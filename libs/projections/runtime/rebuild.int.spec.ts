import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type EventStore, openSqliteStore } from '#event-store';
import { checkpointOf } from '../read-database/checkpoints.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { attemptCount, eventsByType } from '../testing/projections.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { admitted, course, enrolled, programme, record } from '../testing/records.ts';
import { checksum } from './compare.ts';
import { compare } from './operations.ts';
import { type RebuildProgress, rebuild } from './rebuild.ts';
import { startProjections } from './start.ts';

const admission = (student: string) => ({ student, event: admitted(student, programme('P5', '5cu')) });
const enrolment = (student: string) => ({ student, event: enrolled(course('C1', 10), '2023-AUT') });
const students = Array.from({ length: 120 }, (_, n) => `S${String(n).padStart(3, '0')}`);

describe.each(readDatabases)('rebuilding on $name', ({ open, tables }) => {
  let store: EventStore;
  let db: ReadDatabase;

  beforeEach(async () => {
    store = openSqliteStore({ path: ':memory:' });
    db = await open();
    await record(store, students.map(admission));
  });

  afterEach(async () => {
    await db.close();
    await store.close();
  });

  const own = async (of: ReadDatabase) => (await tables(of)).filter((name) => name.startsWith('attempt_count'));

  it('counts what it reads and leaves nothing beside the tables', async () => {
    const told: RebuildProgress[] = [];
    const result = await rebuild(store, db, [attemptCount], { onProgress: (progress) => told.push(progress) });
    expect(result).toMatchObject({ streams: 120, events: 120, position: await store.head() });
    expect(told.at(-1)).toEqual({ streams: 120, ofStreams: 120, events: 120 });
    expect(await own(db)).toEqual(['attempt_count_v1_g1']);
  });

  it('changes nothing when it is given up', async () => {
    await rebuild(store, db, [attemptCount]);
    const before = await checksum(db.writer, attemptCount);
    const at = await checkpointOf(db.writer, attemptCount);
    await record(store, [enrolment('S000')]);
    await expect(rebuild(store, db, [attemptCount], { signal: AbortSignal.abort() })).rejects.toThrow('abort');
    expect(await checksum(db.writer, attemptCount)).toBe(before);
    expect(await checkpointOf(db.writer, attemptCount)).toBe(at);
    expect(await own(db)).toEqual(['attempt_count_v1_g1']);
  });

  it('does not go back behind live tables that moved on meanwhile', async () => {
    const runtime = await startProjections(store, db, [attemptCount, eventsByType]);
    let end = '';
    let begun = false;
    const rebuilding = rebuild(store, db, [attemptCount, eventsByType], {
      onProgress: () => {
        begun = true;
      },
    });
    end = await record(store, students.slice(0, 20).map(enrolment));
    const { position } = await rebuilding;
    expect(begun).toBe(true);
    expect(await runtime.waitFor(end, 5_000)).toBe(true);
    expect(position <= end).toBe(true);
    await runtime.stop();
    expect((await compare(store, db, [attemptCount, eventsByType])).equal).toBe(true);
  });
});

describe.each(readDatabases)('verifying on $name', ({ open }) => {
  let store: EventStore;
  let db: ReadDatabase;

  beforeEach(async () => {
    store = openSqliteStore({ path: ':memory:' });
    db = await open();
    await record(store, students.slice(0, 5).map(admission));
    await rebuild(store, db, [attemptCount]);
  });

  afterEach(async () => {
    await db.close();
    await store.close();
  });

  const tampered = async (statement: ReturnType<typeof sql>) => {
    await statement.execute(db.writer);
    const { equal, differences } = await compare(store, db, [attemptCount]);
    return { equal, differences: differences.map(({ key, kind }) => [key.student, kind]) };
  };

  it('finds a row that is gone', async () =>
    expect(await tampered(sql`delete from attempt_count_v1_g1 where student = 'S001'`)).toEqual({
      equal: false,
      differences: [['S001', 'missing']],
    }));

  it('finds a document that was changed', async () =>
    expect(await tampered(sql`update attempt_count_v1_g1 set document = '{}' where student = 'S002'`)).toEqual({
      equal: false,
      differences: [['S002', 'different']],
    }));

  it('finds a row that should not be', async () =>
    expect(await tampered(sql`insert into attempt_count_v1_g1 values ('S9', '', 0, 0, '0', '{}')`)).toEqual({
      equal: false,
      differences: [['S9', 'extra']],
    }));

  it('refuses a projection that was never built', () =>
    expect(compare(store, db, [eventsByType])).rejects.toThrow('was never built'));
});
