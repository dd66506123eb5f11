import { openDatabase } from './database.ts';
import { isHidden, type LogRecord, type Proposed, sizeOf, TOMBSTONE } from './record.ts';

export type Direction = 'forwards' | 'backwards';

export interface Log {
  /** Writes events at the end of the log with revisions from `revision` on. */
  write(stream: string, revision: bigint, events: readonly Proposed[]): LogRecord[];
  /** Makes everything that is written in it readable at once, or nothing of it. */
  transaction<Outcome>(work: () => Outcome): Outcome;
  /** The records of `$all` at and after a position, or before it when reading backwards. */
  all(position: bigint, direction: Direction, limit: number): LogRecord[];
  /** The records of a stream from a revision on, that one included. */
  ofStream(stream: string, revision: bigint, direction: Direction, limit: number): LogRecord[];
  record(stream: string, revision: bigint): LogRecord | undefined;
  /** The last revision of a stream, its tombstone left aside; -1 for none. */
  last(stream: string): bigint;
  isTombstoned(stream: string): boolean;
  /** The position of the last record of `$all`; 0 when there is none. */
  head(): bigint;
  /** Where the next record will stand. */
  end(): bigint;
  /** Hears of every transaction, when it is readable. Returns how to stop. */
  onCommit(listener: (records: readonly LogRecord[]) => void): () => void;
  isOpen(): boolean;
  close(): void;
}

interface StreamEnd {
  readonly last: bigint;
  readonly isTombstoned: boolean;
}

const COLUMNS = 'position, stream, revision, id, type, content_type AS contentType, created, data, metadata';

export function openLog(path: string): Log {
  const database = openDatabase(path);
  const insert = database.prepare(
    `INSERT INTO records (position, stream, revision, hidden, id, type, content_type, created, data, metadata)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const inAll = {
    forwards: `SELECT ${COLUMNS} FROM records WHERE position >= ? AND hidden = 0 ORDER BY position LIMIT ?`,
    backwards: `SELECT ${COLUMNS} FROM records WHERE position < ? AND hidden = 0 ORDER BY position DESC LIMIT ?`,
  };
  const inStream = {
    forwards: `SELECT ${COLUMNS} FROM records WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    backwards: `SELECT ${COLUMNS} FROM records WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`,
  };
  const all = { forwards: database.prepare(inAll.forwards), backwards: database.prepare(inAll.backwards) };
  const ofStream = { forwards: database.prepare(inStream.forwards), backwards: database.prepare(inStream.backwards) };
  const one = database.prepare(`SELECT ${COLUMNS} FROM records WHERE stream = ? AND revision = ?`);
  const lastOf = database.prepare('SELECT max(revision) AS last FROM records WHERE stream = ? AND revision < ?');
  const newest = database.prepare(`SELECT ${COLUMNS} FROM records ORDER BY position DESC LIMIT 1`);

  const listeners = new Set<(records: readonly LogRecord[]) => void>();
  let written: LogRecord[] | undefined;
  let end = 0n;
  /** How streams end, as far as that was asked: every append asks it several times. */
  const ends = new Map<string, StreamEnd>();
  const endOf = (stream: string): StreamEnd => {
    const known = ends.get(stream);
    if (known) return known;
    const last = (lastOf.get(stream, TOMBSTONE)?.last as bigint | null) ?? -1n;
    const found = { last, isTombstoned: one.get(stream, TOMBSTONE) !== undefined };
    ends.set(stream, found);
    return found;
  };
  const findEnd = () => {
    const record = newest.get() as unknown as LogRecord | undefined;
    end = record ? record.position + sizeOf(record) : 0n;
  };

  const log: Log = {
    write(stream, revision, events) {
      const before = endOf(stream);
      if (revision === TOMBSTONE) ends.set(stream, { ...before, isTombstoned: true });
      else ends.set(stream, { ...before, last: revision + BigInt(events.length) - 1n });
      const created = BigInt(Date.now()) * 10_000n;
      return events.map((event, index) => {
        const record: LogRecord = { ...event, stream, revision: revision + BigInt(index), position: end, created };
        const { position, id, type, contentType, data, metadata } = record;
        const hidden = isHidden(stream) ? 1 : 0;
        insert.run(position, stream, record.revision, hidden, id, type, contentType, created, data, metadata);
        end += sizeOf(record);
        if (hidden === 0) written?.push(record);
        return record;
      });
    },
    transaction(work) {
      const records: LogRecord[] = [];
      database.exec('BEGIN IMMEDIATE');
      try {
        written = records;
        const outcome = work();
        database.exec('COMMIT');
        if (records.length > 0) for (const listener of [...listeners]) listener(records);
        return outcome;
      } catch (cause) {
        if (database.isTransaction) database.exec('ROLLBACK');
        ends.clear();
        findEnd();
        throw cause;
      } finally {
        written = undefined;
      }
    },
    all: (position, direction, limit) => all[direction].all(position, limit) as unknown as LogRecord[],
    ofStream: (stream, revision, direction, limit) =>
      ofStream[direction].all(stream, revision, limit) as unknown as LogRecord[],
    record: (stream, revision) => one.get(stream, revision) as unknown as LogRecord | undefined,
    last: (stream) => endOf(stream).last,
    isTombstoned: (stream) => endOf(stream).isTombstoned,
    head: () => log.all(TOMBSTONE, 'backwards', 1)[0]?.position ?? 0n,
    end: () => end,
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isOpen: () => database.isOpen,
    close: () => database.close(),
  };
  findEnd();
  return log;
}
