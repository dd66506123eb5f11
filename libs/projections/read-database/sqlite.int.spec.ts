import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CompiledQuery } from 'kysely';
import { setCheckpoint } from '../testing/checkpoints.ts';
import { checkpointOf } from './checkpoints.ts';
import { migrations } from './migrations.ts';
import { openSqlite } from './sqlite.ts';

describe('the embedded read database', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'read-database-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets go of the file when it was opened and never asked anything', async () => {
    const path = join(folder, 'unused.sqlite');
    await openSqlite({ path }).close();
    // The last connection to leave takes the write-ahead log with it.
    expect(readdirSync(folder)).toEqual(['unused.sqlite']);
  });

  it('takes a file of before migrations were counted, whose read models are built anew', async () => {
    const path = join(folder, 'old.sqlite');
    const old = new DatabaseSync(path);
    old.exec(`
      create table projection_checkpoint (projection text not null, version integer not null, position text not null,
        primary key (projection, version));
      insert into projection_checkpoint values ('marks', 1, '7');`);
    old.close();
    const db = openSqlite({ path });
    expect(await checkpointOf(db.writer, { name: 'marks', version: 1 })).toBeUndefined();
    await setCheckpoint(db.writer, { name: 'marks', version: 1 }, '8');
    expect(await checkpointOf(db.reader, { name: 'marks', version: 1 })).toBe('8');
    await db.close();
  });

  it('is opened while somebody else is writing to it', async () => {
    const path = join(folder, 'busy.sqlite');
    const busy = openSqlite({ path });
    await busy.writer.transaction().execute(async (tx) => {
      await setCheckpoint(tx, { name: 'marks', version: 1 }, '7');
      const db = openSqlite({ path });
      expect(await checkpointOf(db.reader, { name: 'marks', version: 1 })).toBeUndefined();
      await db.close();
    });
    await busy.close();
  });

  it('is made by several processes at the same time', async () => {
    const path = join(folder, 'new.sqlite');
    const module = pathToFileURL(join(import.meta.dirname, 'sqlite.ts'));
    const program = `
      const { openSqlite } = await import(${JSON.stringify(module)});
      await openSqlite({ path: ${JSON.stringify(path)} }).close();`;
    const flags = ['--disable-warning=ExperimentalWarning', '--conditions=source', '--input-type=module', '--eval'];
    const run = () => promisify(execFile)(process.execPath, [...flags, program]);
    await Promise.all(Array.from({ length: 6 }, run));
    const db = openSqlite({ path });
    const { rows } = await db.writer.executeQuery(CompiledQuery.raw('select id from schema_migration order by id'));
    expect(rows).toEqual(migrations.map(({ id }) => ({ id })));
    await db.close();
  });
});
