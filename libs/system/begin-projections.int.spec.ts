import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openSqliteStore } from '#event-store';
import { migrate, openReadDatabase, type ReadDatabase, type RebuildProgress, studentReadModels } from '#projections';
import { admitted, programme, record } from '../projections/testing/records.ts';
import { beginProjections } from './begin-projections.ts';

const STUDENTS = 400;

let store: EventStore;
let db: ReadDatabase;
beforeEach(async () => {
  store = openSqliteStore({ path: ':memory:' });
  db = openReadDatabase({ path: ':memory:' });
  await migrate(db);
  const history = Array.from({ length: STUDENTS }, (_, n) => ({
    student: `S${n}`,
    event: admitted(`S${n}`, programme('P5', '5cu')),
  }));
  await record(store, history);
});
afterEach(async () => {
  await db.close();
  await store.close();
});

describe('read models that are built for the first time', () => {
  it('tell how far they are, and nothing any more when they follow the log', async () => {
    const projections = beginProjections(store, db, studentReadModels);
    let isBegun = false;
    const begun = projections.begun.finally(() => {
      isBegun = true;
    });
    const told: RebuildProgress[] = [];
    while (!isBegun) {
      const progress = projections.building();
      if (progress && progress !== told.at(-1)) told.push(progress);
      await turn();
    }
    expect(await begun).toBe(true);
    expect(told.length).toBeGreaterThan(1);
    expect(told.map(({ streams }) => streams)).toEqual(told.map(({ streams }) => streams).toSorted((a, b) => a - b));
    expect(told.every(({ ofStreams }) => ofStreams === STUDENTS)).toBe(true);
    expect(told[0]?.streams).toBeLessThan(STUDENTS);
    expect(projections.building()).toBeUndefined();
    await projections.stop();
  });

  it('are waited for by whoever waits for a position', async () => {
    const projections = beginProjections(store, db, studentReadModels);
    expect(await projections.position()).toBeUndefined();
    const waiting = projections.waitFor(await store.head(), 20_000);
    expect(await waiting).toBe(true);
    expect(await projections.position()).toBe(await store.head());
    await projections.stop();
  });

  it('are given up when they are stopped, and leave nothing half built to read', async () => {
    const projections = beginProjections(store, db, studentReadModels);
    while (!projections.building()) await turn();
    await projections.stop();
    expect(await projections.begun).toBe(false);
    const left = await db.reader.selectFrom('projection_generation').select('state').distinct().execute();
    expect(left).toEqual([{ state: 'dropped' }]);
  });

  it('fail when the log cannot be read', async () => {
    await store.close();
    await expect(beginProjections(store, db, studentReadModels).begun).rejects.toThrow('closed');
  });
});
