import { describe, expect, it } from '@jest/globals';
import { CompiledQuery } from 'kysely';
import { setCheckpoint } from '../testing/checkpoints.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { checkpointOf } from './checkpoints.ts';
import { migrate, migrations, ReadDatabaseTooNew } from './migrations.ts';
import { openReadDatabase } from './open.ts';

const projection = { name: 'marks', version: 1 };
const names = migrations.map(({ name }) => name);

describe.each(readDatabases)('migrating on $name', ({ open, place }) => {
  it('is done once and keeps what is there', async () => {
    const db = await open();
    await setCheckpoint(db.writer, projection, '7');
    expect(await migrate(db)).toEqual([]);
    expect(await checkpointOf(db.writer, projection)).toBe('7');
    await db.close();
  });

  it('is done by one of many who do it at the same time', async () => {
    const where = await place();
    const all = Array.from({ length: 8 }, () => openReadDatabase(where));
    const taken = await Promise.all(all.map(migrate));
    const [first] = all;
    const written = await first?.writer.executeQuery<{ name: string }>(
      CompiledQuery.raw('select name from schema_migration order by id'),
    );
    // The embedded one has been migrated by being opened.
    expect([[], names]).toContainEqual(taken.flat());
    expect(written?.rows.map(({ name }) => name)).toEqual(names);
    await Promise.all(all.map((db) => db.close()));
  });

  it('refuses a database that a newer program has migrated', async () => {
    const db = await open();
    await db.writer.executeQuery(CompiledQuery.raw("insert into schema_migration (id, name) values (99, 'later')"));
    await expect(migrate(db)).rejects.toThrow(ReadDatabaseTooNew);
    await expect(migrate(db)).rejects.toThrow('at migration 99');
    const again = async () => {
      const other = openReadDatabase(db.options);
      await checkpointOf(other.reader, projection).finally(() => other.close());
    };
    await expect(again()).rejects.toThrow(ReadDatabaseTooNew);
    await db.close();
  });
});
