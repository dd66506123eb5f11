import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openSqliteStore, type Page } from '#event-store';
import { partitionsOf } from '../partitions.ts';
import type { Projection } from '../projection.ts';
import { CheckpointMoved, checkpointOf } from '../read-database/checkpoints.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { foldedRecords } from '../records-at.ts';
import { setCheckpoint } from '../testing/checkpoints.ts';
import { attemptCount, eventsByType } from '../testing/projections.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { admitted, course, enrolled, graded, programme, record } from '../testing/records.ts';
import { applyPage } from './apply.ts';
import { checksum } from './compare.ts';
import { refill } from './rebuild.ts';

const C1 = course('C1', 10);
const both: readonly Projection[] = [attemptCount, eventsByType];

describe.each(readDatabases)('applying a page on $name', ({ open }) => {
  let store: EventStore;
  let db: ReadDatabase;
  let start: string;

  beforeEach(async () => {
    store = openSqliteStore({ path: ':memory:' });
    db = await open();
    start = await record(store, [{ student: 'S1', event: admitted('S1', programme('P5', '5cu')) }]);
    await refill(store, db, both);
    await record(store, [
      { student: 'S1', event: enrolled(C1, '2023-AUT') },
      { student: 'S1', event: graded(C1, '2023-AUT', 'B') },
    ]);
  });

  afterEach(async () => {
    await db.close();
    await store.close();
  });

  async function nextPage(): Promise<Page> {
    for await (const page of store.readAll({ after: start })) return page;
    throw new Error('the log has no page');
  }
  const standings = (projections = both, position = start) =>
    projections.flatMap((projection) =>
      partitionsOf(projection).map((partition) => ({ projection, partition, position })),
    );
  const sums = () => Promise.all(both.map((projection) => checksum(db.writer, projection)));

  it('moves rows and checkpoints together', async () => {
    const page = await nextPage();
    const before = await sums();
    const standing = standings();
    await applyPage(db, standing, page, foldedRecords(store, 10));
    expect(await checkpointOf(db.writer, attemptCount)).toBe(page.position);
    expect(standing.map(({ position }) => position)).toEqual(standing.map(() => page.position));
    expect((await sums()).every((sum, index) => sum !== before[index])).toBe(true);
  });

  it('is thrown away whole when the second checkpoint is not where it was left', async () => {
    const before = await sums();
    const page = await nextPage();
    await setCheckpoint(db.writer, eventsByType, page.position);
    await expect(applyPage(db, standings(), page, foldedRecords(store, 10))).rejects.toThrow(CheckpointMoved);
    expect(await checkpointOf(db.writer, attemptCount)).toBe(start);
    expect(await sums()).toEqual(before);
  });

  it('is thrown away whole when a projection throws, and comes out right when tried again', async () => {
    const page = await nextPage();
    const folded = foldedRecords(store, 10);
    const broken: Projection = {
      ...eventsByType,
      apply: async (events, rows) => {
        await eventsByType.apply(events, rows);
        throw new Error('disk full');
      },
    };
    const before = await sums();
    await expect(applyPage(db, standings([attemptCount, broken]), page, folded)).rejects.toThrow('disk full');
    expect(await sums()).toEqual(before);
    expect(await checkpointOf(db.writer, attemptCount)).toBe(start);

    await applyPage(db, standings(), page, folded);
    const live = await sums();
    await refill(store, db, both);
    expect(await sums()).toEqual(live);
  });

  it('leaves a projection alone that is further on', async () => {
    const page = await nextPage();
    const before = await sums();
    await applyPage(db, standings([eventsByType], page.position), page, foldedRecords(store, 10));
    expect(await sums()).toEqual(before);
  });
});
