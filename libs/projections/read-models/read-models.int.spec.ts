import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventStore, openSqliteStore } from '#event-store';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { rebuild } from '../runtime/rebuild.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { admitted, course, enrolled, graded, programme, record } from '../testing/records.ts';
import { ReadModels, studentReadModels } from './read-models.ts';

const X = course('X', 10);
const P5 = programme('P5', '5cu');

describe.each(readDatabases)('the read models on $name', ({ open }) => {
  let store: EventStore;
  let db: ReadDatabase;
  let models: ReadModels;
  let end: string;

  beforeAll(async () => {
    store = openSqliteStore({ path: ':memory:' });
    db = await open();
    await record(
      store,
      ['S3', 'S2'].map((student) => ({ student, event: admitted(student, P5) })),
    );
    end = await record(store, [
      { student: 'S1', event: admitted('S1', P5) },
      { student: 'S1', event: enrolled(X, '2024-SPR') },
      { student: 'S1', event: graded(X, '2024-SPR', 'B') },
    ]);
    await rebuild(store, db, studentReadModels);
    models = new ReadModels(db);
  });

  afterAll(async () => {
    await db.close();
    await store.close();
  });

  it('give a transcript as stored text, with the revision and position that it shows', async () => {
    const found = await models.transcript('S1');
    expect(JSON.parse(found?.document ?? '')).toMatchObject({ student: 'S1', programmes: [{ code: 'P5' }] });
    expect([found?.revision, found?.position]).toEqual([2n, end]);
  });

  it('give one summary of a term, or all of them in order of teaching', async () => {
    const one = await models.termSummary('S1', '2024-SPR');
    const all = await models.termSummaries('S1');
    const terms = (JSON.parse(all?.document ?? '') as { term: { code: string } }[]).map(({ term }) => term.code);
    expect(JSON.parse(one?.document ?? '')).toMatchObject({ term: { code: '2024-SPR' } });
    expect(terms).toEqual(['2023-AUT', '2024-SPR']);
  });

  it('give the award decisions of all programmes, or that of one', async () => {
    const all = await models.awardDecisions('S1');
    expect(JSON.parse(all?.document ?? '')).toEqual([
      JSON.parse((await models.awardDecision('S1', 'P5'))?.document ?? ''),
    ]);
  });

  it('know nothing of who is not there', async () => {
    expect(await models.transcript('S9')).toBeUndefined();
    expect(await models.termSummaries('S9')).toBeUndefined();
    expect(await models.termSummary('S1', '1999-AUT')).toBeUndefined();
    expect(await models.awardDecision('S1', 'P9')).toBeUndefined();
  });

  it('list students page by page', async () => {
    const first = await models.students({ limit: 2 });
    expect([first.students.map(({ student }) => student), first.next]).toEqual([['S1', 'S2'], 'S2']);
    const second = await models.students({ after: first.next, limit: 2 });
    expect([second.students.map(({ student }) => student), second.next]).toEqual([['S3'], undefined]);
  });
});
