import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { type RawBuilder, sql } from 'kysely';
import { migrate } from '../read-database/migrations.ts';
import { openReadDatabase } from '../read-database/open.ts';
import type { ReadDatabase, ReadDatabaseOptions } from '../read-database/read-database.ts';
import { type SpecDatabase, specDatabase } from './postgres.ts';

/** One kind of read database, for `describe.each(readDatabases)('... on $name', ({ open }) => ...)`. */
export interface SpecReadDatabase {
  readonly name: string;
  /** Somewhere empty and not yet migrated; gone when the spec file ends. */
  place(): Promise<ReadDatabaseOptions>;
  /** An empty read database of one's own, migrated. The spec closes it. */
  open(): Promise<ReadDatabase>;
  /** The names of all its tables, in order. */
  tables(db: ReadDatabase): Promise<string[]>;
}

const open = async (place: Promise<ReadDatabaseOptions>): Promise<ReadDatabase> => {
  const db = openReadDatabase(await place);
  await migrate(db);
  return db;
};

const namesFrom = (catalogue: RawBuilder<{ name: string }>) => async (db: ReadDatabase) => {
  const { rows } = await catalogue.execute(db.writer);
  return rows.map(({ name }) => name).sort();
};

let folder: string | undefined;
let files = 0;
let server: Promise<SpecDatabase> | undefined;

const file = async () => {
  folder ??= mkdtempSync(join(tmpdir(), 'read-databases-'));
  return { path: join(folder, `${++files}.sqlite`) };
};
const schema = async () => {
  server ??= specDatabase();
  return { url: await (await server).schema() };
};

/** Every kind of read database; a spec of projections or of queries runs on each. */
export const readDatabases: readonly SpecReadDatabase[] = [
  {
    name: 'SQLite',
    place: file,
    open: () => open(file()),
    tables: namesFrom(sql`select name from sqlite_master where type = 'table'`),
  },
  {
    name: 'PostgreSQL',
    place: schema,
    open: () => open(schema()),
    tables: namesFrom(sql`select tablename as name from pg_tables where schemaname = current_schema()`),
  },
];

/** A database in which hundreds of stories were told, each in a schema of its own, takes a while to go. */
const GOING_MS = 300_000;

afterAll(async () => {
  if (folder) rmSync(folder, { recursive: true });
  await (await server)?.drop();
}, GOING_MS);
