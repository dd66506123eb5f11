import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { setCheckpoint } from './checkpoints.ts';
import type { ReadDatabase } from './read-database.ts';
import { rowWriter } from './rows.ts';
import { openReadDatabase } from './sqlite.ts';
import { createTables, type TableDefinition } from './tables.ts';

const marks: TableDefinition = { name: 'marks', columns: { student: 'text', mark: 'integer' }, key: ['student'] };
const projection = { name: 'marks', version: 3, tables: [marks] };

describe('the embedded read database', () => {
  let folder: string;
  let db: ReadDatabase;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'read-database-'));
    db = openReadDatabase({ path: join(folder, 'read.sqlite') });
    await createTables(db.writer, projection, 'live');
  });

  afterEach(async () => {
    await db.close();
    rmSync(folder, { recursive: true });
  });

  const count = async (): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from marks_v3`.execute(db.reader);
    return rows[0]?.n ?? -1;
  };
  const some = (n: number) => Array.from({ length: n }, (_, i) => [`S${i}`, i] as const);

  it.each([0, 1, 7, 8, 33, 100])('writes %i rows in runs', async (n) => {
    await db.writer.transaction().execute((tx) => rowWriter(db, tx, 3, 'live').insert(marks, some(n)));
    expect(await count()).toBe(n);
  });

  it('shows readers nothing of a transaction before it is committed, and all of it after', async () => {
    await db.writer.transaction().execute(async (tx) => {
      await rowWriter(db, tx, 3, 'live').insert(marks, some(5));
      expect(await count()).toBe(0);
    });
    expect(await count()).toBe(5);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const failing = db.writer.transaction().execute(async (tx) => {
      await rowWriter(db, tx, 3, 'live').insert(marks, some(5));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await count()).toBe(0);
  });

  it('does not let readers write', () => expect(setCheckpoint(db.reader, projection, '1')).rejects.toThrow('readonly'));

  it('lets go of the file when it was opened and never asked anything', async () => {
    const path = join(folder, 'unused.sqlite');
    await openReadDatabase({ path }).close();
    // The last connection to leave takes the write-ahead log with it.
    expect(readdirSync(folder).filter((name) => name.startsWith('unused'))).toEqual(['unused.sqlite']);
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
