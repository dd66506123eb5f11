import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { setCheckpoint } from '../testing/checkpoints.ts';
import { readDatabases } from '../testing/read-databases.ts';
import type { ReadDatabase } from './read-database.ts';
import { type Row, rowWriter } from './rows.ts';
import { createTables, type TableDefinition } from './tables.ts';

const marks: TableDefinition = {
  name: 'marks',
  columns: { student: 'text', mark: 'integer', document: 'text' },
  key: ['student'],
};
const projection = { name: 'marks', version: 3, tables: [marks] };
const some = (n: number): Row[] => Array.from({ length: n }, (_, i) => [`S${i}`, i, '{}']);

/** What a document may hold that some way of writing it down would change. */
const AWKWARD = [
  '{"b":1, "a":2,  "a":3}',
  '{"name":"陳大文 🎓 é e\u0301","path":"C:\\\\tab\\t\\n\\u0000","quote":"\\"\'$1"}',
  '\\N',
  '',
  ' \t\r\n\\.\n ',
  JSON.stringify({ long: '成績單'.repeat(20_000) }),
];

describe.each(readDatabases)('the read database on $name', ({ open }) => {
  let db: ReadDatabase;

  beforeEach(async () => {
    db = await open();
    await createTables(db.writer, projection, 1);
  });

  afterEach(() => db.close());

  const insert = (rows: readonly Row[]) =>
    db.writer.transaction().execute((tx) => rowWriter(db, tx, 3, 1).insert(marks, rows));
  const count = async (from = db.reader): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from marks_v3_g1`.execute(from);
    return rows[0]?.n ?? -1;
  };

  it.each([0, 1, 7, 8, 31, 32, 33, 100, 1_001])('writes %i rows, each once', async (n) => {
    await insert(some(n));
    const { rows } = await sql<{ student: string; mark: number; document: string }>`
      select * from marks_v3_g1 order by mark`.execute(db.reader);
    expect(rows.map(({ student, mark, document }) => [student, mark, document])).toEqual(some(n));
  });

  it.each([1, 40])('gives documents back as they were written, %i at a time', async (copies) => {
    const documents = AWKWARD.flatMap((document) => Array.from({ length: copies }, () => document));
    await insert(documents.map((document, i) => [`S${i}`, i, document]));
    const { rows } = await sql<{ document: string }>`select document from marks_v3_g1 order by mark`.execute(db.reader);
    expect(rows.map(({ document }) => document)).toEqual(documents);
  });

  it.each([1, 40])('keeps whole numbers as far as JavaScript has them, %i at a time', async (n) => {
    const numbers = [0, -1, 2 ** 31, -(2 ** 40), Number.MAX_SAFE_INTEGER, 12n];
    const rows = Array.from({ length: n }, () => numbers).flat();
    await insert(rows.map((mark, i) => [`S${i}`, mark, '']));
    const found = await sql<{ mark: number }>`select mark from marks_v3_g1 where student = 'S4'`.execute(db.reader);
    expect(found.rows).toEqual([{ mark: Number.MAX_SAFE_INTEGER }]);
  });

  it('refuses to give a number that JavaScript would round', async () => {
    await insert([['S1', 2n ** 60n, '']]);
    await expect(sql`select mark from marks_v3_g1`.execute(db.reader)).rejects.toThrow('too large');
  });

  it('orders keys by their bytes and not by any language', async () => {
    const students = ['S10', 'S9', 's1', 'S_1', 'S-1', 'É', 'e', 'Z', '陳', '🎓', '~'];
    await insert(students.map((student, i) => [student, i, '']));
    const { rows } = await sql<{ student: string }>`select student from marks_v3_g1 order by student`.execute(
      db.reader,
    );
    expect(rows.map(({ student }) => student)).toEqual(
      students.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
  });

  it('shows readers nothing of a transaction before it is committed, and all of it after', async () => {
    await db.writer.transaction().execute(async (tx) => {
      await rowWriter(db, tx, 3, 1).insert(marks, some(50));
      expect(await count()).toBe(0);
    });
    expect(await count()).toBe(50);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const failing = db.writer.transaction().execute(async (tx) => {
      await rowWriter(db, tx, 3, 1).insert(marks, some(50));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await count()).toBe(0);
  });

  it.each([1, 40])('says that a key is taken, and goes on serving (%i rows at a time)', async (n) => {
    await insert(some(n));
    await expect(insert(some(n))).rejects.toThrow(/unique/i);
    await insert([['another', 1, '']]);
    expect(await count()).toBe(n + 1);
  });

  it('does not let readers write', () =>
    expect(setCheckpoint(db.reader, projection, '1')).rejects.toThrow(/read-?only/));

  it('gives a snapshot one state of the database while others write', async () => {
    await insert(some(5));
    const seen = await db.snapshot(async (tx) => {
      const before = await count(tx);
      await insert([['later', 1, '']]);
      return [before, await count(tx)];
    });
    expect(seen).toEqual([5, 5]);
    expect(await count()).toBe(6);
  });

  it('does not let a snapshot write', () =>
    expect(db.snapshot((tx) => setCheckpoint(tx, projection, '1'))).rejects.toThrow(/read-?only/));

  it('streams more rows than it holds in memory at once', async () => {
    await insert(some(1_001));
    let n = 0;
    const rows = db.reader
      .selectFrom(sql<{ mark: number }>`marks_v3_g1`.as('rows'))
      .select('mark')
      .orderBy('mark')
      .stream();
    for await (const { mark } of rows) expect(mark).toBe(n++);
    expect(n).toBe(1_001);
  });

  it('runs one transaction at a time', async () => {
    const order: string[] = [];
    const transaction = (name: string) =>
      db.writer.transaction().execute(async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push(`${name} ends`);
      });
    await Promise.all([transaction('first'), transaction('second')]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });
});
