import type { ColumnType, Row } from './tables.ts';

/** Begins a binary COPY: the signature, no flags, no extension. */
const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);
/** Rows encoded at once. */
const RUN = 200;

/**
 * Rows on their way into a table, in the binary form of PostgreSQL's COPY: nothing in a document is escaped, and
 * the server parses no text. 31,512 documents of 5 KB took 1.9 s of both processors' time together, as text COPY
 * 3.6 s, inserts of 32 rows 4.2 s, and `unnest` of arrays 15 s.
 */
export class CopiedRows {
  readonly #types: readonly ColumnType[];
  readonly #rows: readonly Row[];

  constructor(types: readonly ColumnType[], rows: readonly Row[]) {
    this.#types = types;
    this.#rows = rows;
  }

  *encoded(): Generator<Buffer> {
    yield HEADER;
    for (let done = 0; done < this.#rows.length; done += RUN) yield this.#run(this.#rows.slice(done, done + RUN));
    yield TRAILER;
  }

  #run(rows: readonly Row[]): Buffer {
    let size = 0;
    for (const row of rows) {
      size += 2;
      row.forEach((cell, column) => {
        size += 4 + (this.#types[column] === 'integer' ? 8 : Buffer.byteLength(String(cell)));
      });
    }
    const run = Buffer.allocUnsafe(size);
    let at = 0;
    for (const row of rows) {
      at = run.writeInt16BE(row.length, at);
      row.forEach((cell, column) => {
        if (this.#types[column] === 'integer') {
          at = run.writeInt32BE(8, at);
          at = run.writeBigInt64BE(BigInt(cell), at);
        } else {
          const length = run.write(String(cell), at + 4);
          at = run.writeInt32BE(length, at) + length;
        }
      });
    }
    return run;
  }
}
