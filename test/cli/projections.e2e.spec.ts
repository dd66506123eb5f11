import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '#event-store';
import { tableName, transcript } from '#projections';
import type { RecordEvent } from '#student-record';
import { readDatabases } from '../../libs/projections/testing/read-databases.ts';
import { admitted, course, enrolled, programme, record } from '../../libs/projections/testing/records.ts';
import { type Ended, records } from './records.ts';

const folder = mkdtempSync(join(tmpdir(), 'projections-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An enrolment without its course and term: one of the read models cannot be made of it. */
const ILLEGIBLE = { type: 'CourseEnrolled', data: { course: null } } as unknown as RecordEvent;

/** A log of three students, the second of whom is enrolled as told. */
async function logAt(path: string, second: RecordEvent = enrolled(course('C1', 10), '2023-AUT')): Promise<void> {
  const store = openSqliteStore({ path });
  for (const student of ['S1', 'S2', 'S3'])
    await record(store, [
      { student, event: admitted(student, programme('P5', '5cu')) },
      { student, event: student === 'S2' ? second : enrolled(course('C1', 10), '2023-AUT') },
    ]);
  await store.close();
}

/** A data folder with a log of a few students, and what is done with its read models. */
async function aFolder(name: string, second?: RecordEvent) {
  const data = join(folder, name);
  mkdirSync(data);
  await logAt(join(data, 'events.sqlite'), second);
  return {
    data,
    projections: (...words: string[]): Promise<Ended> => records('projections', ...words, '--data-dir', data),
    alter(statement: string) {
      const database = new DatabaseSync(join(data, 'read-models.sqlite'));
      try {
        return database.prepare(statement).run().changes;
      } finally {
        database.close();
      }
    },
  };
}

const LIVE = tableName('transcript', transcript.version, 1);

describe('records projections, where a generation differs from the live one', () => {
  let of: Awaited<ReturnType<typeof aFolder>>;
  const told = [
    expect.stringMatching(/^transcript v\d+ at \d+: DIFFERENT/),
    '  missing: transcript {"student":"S2","part":""}',
    '  different: transcript {"student":"S3","part":""}',
  ];
  const linesOf = ({ out }: Ended) => out.trim().split('\n');

  beforeAll(async () => {
    of = await aFolder('different');
    expect((await of.projections('rebuild')).code).toBe(0);
    expect(of.alter(`delete from ${LIVE} where student = 'S2'`)).toBe(1);
    expect(of.alter(`update ${LIVE} set document = '{}' where student = 'S3'`)).toBe(1);
  }, 60_000);

  it('compare exits with 1 and prints the first keys that differ', async () => {
    const ended = await of.projections('compare');
    expect(ended.code).toBe(1);
    expect(linesOf(ended)).toEqual(expect.arrayContaining(told));
    expect(ended.out).toMatch(/^holds v\d+ at \d+: equal/m);
  });

  it('and for programs tells the same as JSON', async () => {
    const ended = await of.projections('compare', '--json');
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out)).toMatchObject({
      equal: false,
      differences: [
        { table: 'transcript', key: { student: 'S2', part: '' }, kind: 'missing' },
        { table: 'transcript', key: { student: 'S3', part: '' }, kind: 'different' },
      ],
    });
  });

  it('swap has nothing to put in place, and rollback nowhere to go', async () => {
    expect(await of.projections('swap')).toMatchObject({ code: 3, said: expect.stringContaining('rebuild first') });
    expect(await of.projections('rollback')).toMatchObject({
      code: 3,
      said: expect.stringContaining('no previous generation'),
    });
  });

  it('rebuild puts nothing in place, and says what to do', async () => {
    const ended = await of.projections('rebuild');
    expect(ended.code).toBe(1);
    expect(linesOf(ended)).toEqual(expect.arrayContaining([...told, expect.stringMatching(/^NOT SWAPPED: /)]));
  });

  it('swap refuses too, until the difference is accepted', async () => {
    const refused = await of.projections('swap');
    expect(refused.code).toBe(1);
    expect(linesOf(refused)).toEqual(expect.arrayContaining([...told, 'NOT SWAPPED: the two differ']));
    const accepted = await of.projections('swap', '--accept-differences');
    expect(accepted).toMatchObject({ code: 0, out: expect.stringMatching(/^swapped in \d+ ms$/m) });
    expect((await of.projections('compare')).code).toBe(0);
  });

  it('rollback goes back to the rows that were live, and forth again', async () => {
    const back = await of.projections('rollback');
    expect(back).toMatchObject({ code: 0, out: expect.stringMatching(/^back on the previous generation in \d+ ms$/m) });
    expect((await of.projections('compare')).code).toBe(1);
    expect(JSON.parse((await of.projections('rollback', '--json')).out)).toMatchObject({ swapTries: 1 });
  });
});

describe('records projections park, where an event cannot be applied', () => {
  let of: Awaited<ReturnType<typeof aFolder>>;

  beforeAll(async () => {
    of = await aFolder('parked', ILLEGIBLE);
    expect((await of.projections('park', 'list')).code).toBe(0);
    const built = await of.projections('rebuild');
    expect(built).toMatchObject({ code: 1, out: expect.stringContaining('streams could not be read and are parked') });
  }, 60_000);

  it('list exits with 1 and shows the stream and the error', async () => {
    const ended = await of.projections('park', 'list');
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(
      /^term_summary v\d+ generation 1: record-S2 at revision 0 \(\d+\), 1 more waiting, 1 try, since .*\n {2}TypeError/m,
    );
    expect(ended.out).not.toContain('record-S1');
  });

  it('retry exits with 1 while it stays parked', async () => {
    const ended = await of.projections('park', 'retry', '--projection', 'term_summary');
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(/^term_summary generation 1: record-S2 STAYS PARKED: /);
    expect(ended.out.trim().split('\n')).toHaveLength(1);
    expect((await of.projections('park', 'list')).out).toMatch(/^term_summary .* 2 tries/m);
  });

  it.each([
    ['a read model', ['--projection', 'transcripts'], 'there is no read model transcripts; there are transcript, '],
    ['a stream', ['--stream', 'record-S9'], 'the log has no stream record-S9'],
  ])('retry of %s that there is not is an error', async (_what, words, said) => {
    const ended = await of.projections('park', 'retry', ...words);
    expect(ended).toMatchObject({ code: 3, out: '', said: expect.stringContaining(said) });
  });

  it('retry of a stream that is not parked has nothing to do', async () => {
    const ended = await of.projections('park', 'retry', '--stream', 'record-S1');
    expect(ended).toMatchObject({ code: 0, out: 'nothing of that is parked\n' });
  });

  it('retry exits with 0 when it goes on', async () => {
    // No event is ever altered; another log stands in for a program that can read this one.
    rmSync(join(of.data, 'events.sqlite'));
    await logAt(join(of.data, 'events.sqlite'));
    const ended = await of.projections('park', 'retry', '--stream', 'record-S2');
    expect(ended).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^term_summary generation 1: record-S2 goes on, 2 events applied$/m),
    });
    expect(await of.projections('park', 'list')).toMatchObject({ code: 0, out: 'nothing is parked\n' });
    expect((await of.projections('compare')).out).toMatch(/^term_summary v\d+ at \d+: equal/m);
  });
});

describe('records projections migrate', () => {
  it('needs no log on PostgreSQL, and makes none', async () => {
    const place = await readDatabases.find(({ name }) => name === 'PostgreSQL')?.place();
    const url = place && 'url' in place ? place.url : '';
    const migrate = () =>
      records('projections', 'migrate', '--database-url', url, '--data-dir', join(folder, 'none'), '--json');
    expect(JSON.parse((await migrate()).out).steps).not.toEqual([]);
    const again = await migrate();
    expect([again.code, JSON.parse(again.out).steps]).toEqual([0, []]);
    expect((await records('projections', 'migrate', '--data-dir', join(folder, 'none'))).code).toBe(3);
  }, 60_000);
});
