import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { setCheckpoint } from '../testing/checkpoints.ts';
import { type SpecDatabase, specDatabase } from '../testing/postgres.ts';
import { checkpointOf } from './checkpoints.ts';
import { migrate, ReadDatabaseNotMigrated } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { type ReadDatabase, ReadDatabaseUnavailable } from './read-database.ts';
import { type Row, rowWriter } from './rows.ts';
import { createTables, type TableDefinition } from './tables.ts';

const marks: TableDefinition = { name: 'marks', columns: { student: 'text', document: 'text' }, key: ['student'] };
const projection = { name: 'marks', version: 1, tables: [marks] };
const some = (n: number): Row[] => Array.from({ length: n }, (_, i) => [`S${i}`, 'x'.repeat(10_000)]);

describe('the read database on PostgreSQL', () => {
  let spec: SpecDatabase;
  let db: ReadDatabase;

  beforeAll(async () => {
    spec = await specDatabase();
  });

  afterAll(() => spec.drop());

  beforeEach(async () => {
    db = openPostgres({ url: await spec.schema() });
  });

  afterEach(() => db.close());

  /** Ends all connections of a use, as a restart of the server or an operator does. */
  async function cut(use: string): Promise<number> {
    const client = new pg.Client({ connectionString: spec.url });
    await client.connect();
    const { rows } = await client.query(
      'select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = $1 and datname = current_database()',
      [`academic-records ${use}`],
    );
    await client.end();
    return rows.length;
  }

  it('is not used before it is migrated', async () => {
    await expect(checkpointOf(db.reader, projection)).rejects.toThrow(ReadDatabaseNotMigrated);
    await expect(setCheckpoint(db.writer, projection, '1')).rejects.toThrow('run `records projections migrate`');
    await migrate(db);
    expect(await checkpointOf(db.reader, projection)).toBeUndefined();
  });

  it('goes on with other connections when idle ones are cut', async () => {
    await migrate(db);
    await setCheckpoint(db.writer, projection, '1');
    expect(await checkpointOf(db.reader, projection)).toBe('1');
    expect((await cut('writer')) + (await cut('reader'))).toBe(2);
    expect(await checkpointOf(db.reader, projection)).toBe('1');
    await setCheckpoint(db.writer, projection, '2');
    expect(await checkpointOf(db.reader, projection)).toBe('2');
  });

  it('says that it is not available when a transaction loses its connection, and keeps nothing of it', async () => {
    await migrate(db);
    const losing = db.writer.transaction().execute(async (tx) => {
      await setCheckpoint(tx, projection, '1');
      await cut('writer');
      await setCheckpoint(tx, projection, '2');
    });
    await expect(losing).rejects.toThrow(ReadDatabaseUnavailable);
    expect(await checkpointOf(db.writer, projection)).toBeUndefined();
  });

  it('says so, too, when the connection is lost while rows are filled in', async () => {
    await migrate(db);
    await createTables(db.writer, projection, 1);
    const rows = some(2_000);
    const cutting = Object.assign([...rows], {
      slice(from: number, to: number) {
        // The second run of rows finds the connection gone.
        if (from === 200) void cut('writer');
        return rows.slice(from, to);
      },
    });
    const losing = db.writer.transaction().execute((tx) =>
      rowWriter(db, tx, 1, 1)
        .insert(marks, cutting)
        .then(() => sql`select 1`.execute(tx)),
    );
    await expect(losing).rejects.toThrow(ReadDatabaseUnavailable);
    await db.writer.transaction().execute((tx) => rowWriter(db, tx, 1, 1).insert(marks, rows));
  });

  it('says so when nobody listens', async () => {
    const away = openPostgres({ url: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(checkpointOf(away.reader, projection)).rejects.toThrow(ReadDatabaseUnavailable);
    await expect(migrate(away)).rejects.toThrow(ReadDatabaseUnavailable);
    await away.close();
  });

  it('does not call it unavailable when the question is at fault', async () => {
    await migrate(db);
    const wrong = db.reader.executeQuery(CompiledQuery.raw('select nothing from nowhere'));
    await expect(wrong).rejects.toThrow(pg.DatabaseError);
  });

  it('takes the time of a reader, not of a writer or a snapshot', async () => {
    await migrate(db);
    const limit = async (of: ReadDatabase['reader']) =>
      (await sql<{ statement_timeout: string }>`show statement_timeout`.execute(of)).rows[0]?.statement_timeout;
    expect([await limit(db.reader), await limit(db.writer), await db.snapshot(limit)]).toEqual(['10s', '0', '0']);
  });

  it('names its connections by their use', async () => {
    await migrate(db);
    const { rows } = await sql<{ application_name: string }>`show application_name`.execute(db.writer);
    expect(rows).toEqual([{ application_name: 'academic-records writer' }]);
  });

  it('puts nothing between transactions of the same process but their order', async () => {
    await migrate(db);
    await setCheckpoint(db.writer, projection, '0');
    const step = async () =>
      db.writer.transaction().execute(async (tx) => {
        const at = Number(await checkpointOf(tx, projection));
        await setCheckpoint(tx, projection, String(at + 1));
      });
    await Promise.all(Array.from({ length: 20 }, step));
    expect(await checkpointOf(db.reader, projection)).toBe('20');
  });
});
