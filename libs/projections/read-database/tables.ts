import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { isPostgres, storageOf, textOf } from './dialect.ts';
import type { ReadSchema } from './schema.ts';

export type ColumnType = 'text' | 'integer';

/** A table of a projection, said once for every database that it may stand in. */
export interface TableDefinition {
  /** Without version; the physical name carries it. */
  readonly name: string;
  /** In the order in which rows give their cells. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
}

export type Cell = string | number | bigint;
/** The cells of one row in the order of the table's columns. */
export type Row = readonly Cell[];

/** Which copy of a projection's tables: the one that is read, one being rebuilt, one made to compare with. */
export type Copy = 'live' | 'rebuild' | 'verify';

/** `transcript_v1`, and `transcript_v1_rebuild` while that is being filled. */
export const physicalName = (table: string, version: number, copy: Copy = 'live'): string =>
  copy === 'live' ? `${table}_v${version}` : `${table}_v${version}_${copy}`;

interface Tables {
  readonly version: number;
  readonly tables: readonly TableDefinition[];
}

export async function createTables(db: Kysely<ReadSchema>, of: Tables, copy: Copy): Promise<void> {
  for (const table of of.tables) {
    let create: CreateTableBuilder<string, string> = db.schema
      .createTable(physicalName(table.name, of.version, copy))
      .ifNotExists();
    for (const [column, type] of Object.entries(table.columns)) {
      create = create.addColumn(column, type === 'integer' ? 'bigint' : textOf(db), (c) => c.notNull());
    }
    const name = `${physicalName(table.name, of.version, copy)}_key`;
    await storageOf(db, create.addPrimaryKeyConstraint(name, [...table.key])).execute();
  }
}

export async function dropTables(db: Kysely<ReadSchema>, of: Tables, copy: Copy): Promise<void> {
  for (const table of of.tables) {
    await db.schema
      .dropTable(physicalName(table.name, of.version, copy))
      .ifExists()
      .execute();
  }
}

/** Puts a filled copy in the place of the live tables; call it inside a transaction, so that readers see no gap. */
export async function swapIn(tx: Kysely<ReadSchema>, of: Tables, copy: Copy): Promise<void> {
  await dropTables(tx, of, 'live');
  for (const table of of.tables) {
    const from = sql.table(physicalName(table.name, of.version, copy));
    await sql`alter table ${from} rename to ${sql.table(physicalName(table.name, of.version))}`.execute(tx);
    if (!isPostgres(tx)) continue;
    // There the name of a key is its own among all tables, and the next copy will want it.
    const [was, is] = [copy, 'live' as const].map((c) => sql.ref(`${physicalName(table.name, of.version, c)}_key`));
    await sql`alter index ${was} rename to ${is}`.execute(tx);
  }
}
