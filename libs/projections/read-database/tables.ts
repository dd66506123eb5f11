import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { isPostgres, isTable, storageOf, textOf } from './dialect.ts';
import type { ReadSchema } from './schema.ts';

export type ColumnType = 'text' | 'integer';

/** A table of a projection, said once for every database that it may stand in. */
export interface TableDefinition {
  /** Without version; the physical name carries it. */
  readonly name: string;
  /** In the order in which rows give their cells. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
  /** Columns by which it is searched besides, each list by an index of its own. */
  readonly indexes?: readonly (readonly string[])[];
}

export type Cell = string | number | bigint;
/** The cells of one row in the order of the table's columns. */
export type Row = readonly Cell[];

/** What readers ask: it shows the table of the live generation. */
export const viewName = (table: string, version: number): string => `${table}_v${version}`;

/** The table of one generation: `transcript_v1_g3`. */
export const tableName = (table: string, version: number, generation: number): string =>
  `${viewName(table, version)}_g${generation}`;

interface Tables {
  readonly version: number;
  readonly tables: readonly TableDefinition[];
}

export async function createTables(db: Kysely<ReadSchema>, of: Tables, generation: number): Promise<void> {
  for (const table of of.tables) {
    const name = tableName(table.name, of.version, generation);
    let create: CreateTableBuilder<string, string> = db.schema.createTable(name);
    for (const [column, type] of Object.entries(table.columns)) {
      create = create.addColumn(column, type === 'integer' ? 'bigint' : textOf(db), (c) => c.notNull());
    }
    await storageOf(db, create.addPrimaryKeyConstraint(`${name}_key`, [...table.key])).execute();
    for (const [index, columns] of (table.indexes ?? []).entries()) {
      await db.schema
        .createIndex(`${name}_i${index}`)
        .on(name)
        .columns([...columns])
        .execute();
    }
  }
}

export async function dropTables(db: Kysely<ReadSchema>, of: Tables, generation: number): Promise<void> {
  for (const table of of.tables) {
    await db.schema
      .dropTable(tableName(table.name, of.version, generation))
      .ifExists()
      .execute();
  }
}

/** Takes the views away: until a generation is shown there is nothing to be read. */
export async function hideTables(tx: Kysely<ReadSchema>, of: Tables): Promise<void> {
  for (const table of of.tables) await tx.schema.dropView(viewName(table.name, of.version)).ifExists().execute();
}

/** Lets the views show this generation; inside a transaction, so that readers see no gap and no mixture. */
export async function showTables(tx: Kysely<ReadSchema>, of: Tables, generation: number): Promise<void> {
  for (const table of of.tables) {
    const name = viewName(table.name, of.version);
    const create = tx.schema
      .createView(name)
      .as(
        tx
          .selectFrom(sql`${sql.table(tableName(table.name, of.version, generation))}`.as('rows'))
          .select(Object.keys(table.columns).map((column) => sql.ref(column).as(column))),
      );
    // What bears the view's name was built before there were generations.
    if (await isTable(tx, name)) await tx.schema.dropTable(name).execute();
    if (!isPostgres(tx)) await tx.schema.dropView(name).ifExists().execute();
    await (isPostgres(tx) ? create.orReplace() : create).execute();
  }
}
