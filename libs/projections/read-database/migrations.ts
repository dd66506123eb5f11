import type { CompiledQuery, Kysely } from 'kysely';
import type { ReadDatabase } from './read-database.ts';
import { checkpoints, generations, type ReadSchema } from './schema.ts';

/** One step of the tables that every read database has. Once released it is never changed: a change is a new step. */
export interface Migration {
  /** 1, 2, 3, ... */
  readonly id: number;
  readonly name: string;
  /** Compiled for the database's dialect, never run through `db`. */
  statements(db: Kysely<ReadSchema>): readonly CompiledQuery[];
}

export const migrations: readonly Migration[] = [
  { id: 1, name: 'checkpoints', statements: checkpoints },
  { id: 2, name: 'generations', statements: generations },
];

const newest = migrations.length;

/**
 * Brings the tables that every read database has up to this program; safe while others do the same. Gives the names of
 * the steps taken: none when somebody has been before. Refuses a database that is newer (`ReadDatabaseTooNew`).
 */
export const migrate = (db: Pick<ReadDatabase, 'migrate'>): Promise<readonly string[]> => db.migrate();

/** Where the steps taken are written down; the same SQL in both dialects. */
export const MIGRATION_TABLE =
  'create table if not exists schema_migration (id integer primary key, name text not null)';
export const MIGRATION_LEVEL = 'select coalesce(max(id), 0) as level from schema_migration';

/** The steps that a database still needs, and the statements of each. Refuses one that is newer than the program. */
export function pending(db: Kysely<ReadSchema>, level: number): { name: string; sql: string[] }[] {
  if (level > newest) throw new ReadDatabaseTooNew(level);
  return migrations.slice(level).map(({ id, name, statements }) => ({
    name,
    sql: [
      ...statements(db).map((statement) => statement.sql),
      `insert into schema_migration (id, name) values (${id}, '${name}')`,
    ],
  }));
}

/** Refuses a database that this program cannot work on as it stands. */
export function requireMigrated(level: number): void {
  if (level > newest) throw new ReadDatabaseTooNew(level);
  if (level < newest) throw new ReadDatabaseNotMigrated(level);
}

/** A newer program has changed the tables; this one would not understand them. */
export class ReadDatabaseTooNew extends Error {
  override readonly name = 'ReadDatabaseTooNew';

  constructor(level: number) {
    super(`the read database is at migration ${level}, this program knows ${newest}: use a program as new as that`);
  }
}

/** The tables are those of an older program, or there are none yet. */
export class ReadDatabaseNotMigrated extends Error {
  override readonly name = 'ReadDatabaseNotMigrated';

  constructor(level: number) {
    super(
      `the read database is at migration ${level}, this program needs ${newest}: run \`records projections migrate\``,
    );
  }
}
