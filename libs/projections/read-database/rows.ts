import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { ReadDatabase } from './read-database.ts';
import type { ReadSchema } from './schema.ts';
import { type Cell, type Row, type TableDefinition, tableName } from './tables.ts';

export type { Cell, Row } from './tables.ts';

/**
 * Writes the rows of one generation of one projection inside one transaction. The SQL is bare: compiling a
 * query for every row costs more than writing it.
 */
export interface RowWriter {
  readonly tx: Transaction<ReadSchema>;
  /** The physical name of one of the projection's tables, for queries through `tx`. */
  name(table: string): string;
  insert(table: TableDefinition, rows: readonly Row[]): Promise<void>;
  /** Removes the rows whose column has this value. */
  remove(table: TableDefinition, column: string, value: Cell): Promise<void>;
}

/** Rows in one statement: few sizes, so that few statements are kept, and the largest first. */
const RUNS = [32, 8, 1];
/** From so many rows on, filling is worth its own exchange with the server. */
const FILLED = 32;

export function rowWriter(
  db: Pick<ReadDatabase, 'parameter' | 'fill'>,
  tx: Transaction<ReadSchema>,
  version: number,
  generation: number,
): RowWriter {
  const name = (table: string): string => tableName(table, version, generation);
  return {
    tx,
    name,
    async insert(table, rows) {
      if (db.fill && rows.length >= FILLED) {
        return db.fill(tx, { name: name(table.name), columns: table.columns }, rows);
      }
      let done = 0;
      for (const size of RUNS) {
        while (rows.length - done >= size) {
          const run = rows.slice(done, done + size);
          await send(tx, insertSql(name(table.name), table, size, db.parameter), run.flat());
          done += size;
        }
      }
    },
    async remove(table, column, value) {
      await send(tx, `delete from "${name(table.name)}" where "${column}" = ${db.parameter(1)}`, [value]);
    },
  };
}

const send = (tx: Kysely<ReadSchema>, sql: string, cells: readonly Cell[]) =>
  tx.executeQuery(CompiledQuery.raw(sql, [...cells]));

function insertSql(name: string, table: TableDefinition, rows: number, parameter: (n: number) => string): string {
  const columns = Object.keys(table.columns);
  let n = 0;
  const row = () => `(${columns.map(() => parameter(++n)).join(', ')})`;
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `insert into "${name}" (${names}) values ${Array.from({ length: rows }, row).join(', ')}`;
}
