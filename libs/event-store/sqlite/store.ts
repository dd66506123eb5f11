import type { Position, RecordedEvent } from '#kernel';
import { MAX_APPEND_BYTES } from '../append-size.ts';
import { StoreUnavailable } from '../errors.ts';
import { isIn } from '../partition.ts';
import type { EventStore, Page, ReadLog, ReadStream, ReadStreams, WholeStream } from '../port.ts';
import { groupedAppends } from './appends.ts';
import { openDatabase } from './database.ts';
import { afterPrefix, pagesOf, rangeOf } from './pages.ts';
import { positionOf } from './position.ts';
import { COLUMNS, eventsOf, type Row } from './recorded.ts';
import { bell, follow, nextTurn } from './subscription.ts';

export interface SqliteStore {
  /** The file of the log, or `:memory:` for one that goes when it is closed. */
  readonly path: string;
  /** The most bytes that one append may have; `MAX_APPEND_BYTES` unless told. */
  readonly maxAppendBytes?: number;
  /** Memory for pages of the file, in MiB; 64 unless told. */
  readonly cacheMebibytes?: number;
  /** How long a commit waits for another process to finish its own, in milliseconds; 2,000 unless told. */
  readonly lockMilliseconds?: number;
}

const closed = () => new StoreUnavailable('the store is closed');

/** Events, or names of streams, fetched at once. */
const FETCHED = 500;

/**
 * An event store in one SQLite file. Positions are 1, 2, 3, ... without gaps, as text of 16 digits.
 * There is one writer at a time: every commit takes the write lock of the file and checks what its
 * appends expect under it, so that several processes may share the file. Throws `StoreUnavailable`
 * when the file cannot be opened or is not such a store.
 */
export function openSqliteStore(options: SqliteStore): EventStore {
  const { path, maxAppendBytes = MAX_APPEND_BYTES, cacheMebibytes = 64, lockMilliseconds = 2000 } = options;
  const database = openDatabase(path, { cacheMebibytes, lockMilliseconds });
  const recorded = eventsOf(database);
  const pages = pagesOf(database, recorded);
  const ringer = bell();
  const appends = groupedAppends(database, maxAppendBytes, ringer.ring);
  // Streams go by the position of their first event, which is their number.
  const begun = database.prepare('SELECT first FROM streams WHERE name = ?');
  begun.setReturnArrays(true);
  const ofStream = database.prepare(
    `SELECT ${COLUMNS} FROM events e WHERE e.stream = ? AND e.revision >= ? AND e.position <= ? ORDER BY e.revision LIMIT ?`,
  );
  ofStream.setReturnArrays(true);
  const inOrderOfBeginning = database.prepare(
    'SELECT first, name FROM streams WHERE first > ? AND first <= ? AND name >= ? AND name < ? ORDER BY first LIMIT ?',
  );
  inOrderOfBeginning.setReturnArrays(true);
  const names = database.prepare(
    'SELECT name FROM streams WHERE name >= ? AND name < ? AND first <= ? ORDER BY name LIMIT ?',
  );
  names.setReturnArrays(true);

  const requireOpen = () => {
    if (!database.isOpen) throw closed();
  };
  const turnWhileOpen = async () => {
    await nextTurn();
    requireOpen();
  };

  async function* readStream(stream: string, options: ReadStream = {}): AsyncGenerator<RecordedEvent> {
    requireOpen();
    const { upTo } = rangeOf(options);
    let from = Number(options.from ?? 0n);
    const found = begun.get(stream) as unknown as [number] | undefined;
    while (found && !options.signal?.aborted) {
      const rows = ofStream.all(found[0], from, upTo, FETCHED) as unknown as Row[];
      for (const row of rows) {
        if (options.signal?.aborted) return;
        yield recorded(stream, row);
      }
      if (rows.length < FETCHED) return;
      from = (rows.at(-1) as Row)[1] + 1;
      await turnWhileOpen();
    }
  }

  /** A whole stream at once: in one go of the event loop, which its length bounds. */
  function wholeStream(first: number, stream: string, upTo: number): RecordedEvent[] {
    const events: RecordedEvent[] = [];
    for (let rows: Row[] = []; ; ) {
      const from = rows.length === 0 ? 0 : (rows.at(-1) as Row)[1] + 1;
      rows = ofStream.all(first, from, upTo, FETCHED) as unknown as Row[];
      for (const row of rows) events.push(recorded(stream, row));
      if (rows.length < FETCHED) return events;
    }
  }

  /** Streams that began together often went on together: read one after the other they share pages of the file. */
  async function* readStreams(prefix: string, options: ReadStreams = {}): AsyncGenerator<WholeStream> {
    requireOpen();
    const { upTo } = rangeOf(options);
    const { signal, partitions } = options;
    const end = afterPrefix(prefix);
    for (let after = 0; ; ) {
      const found = inOrderOfBeginning.all(after, upTo, prefix, end, FETCHED) as unknown as [number, string][];
      for (const [first, stream] of found) {
        if (signal?.aborted) return;
        after = first;
        if (!partitions || isIn(partitions, stream)) yield { stream, events: wholeStream(first, stream, upTo) };
      }
      if (found.length < FETCHED) return;
      await turnWhileOpen();
    }
  }

  async function* readAll(options: ReadLog = {}): AsyncGenerator<Page> {
    requireOpen();
    const log = pages(options.filter, options.pageSize);
    const { after, upTo } = rangeOf(options);
    const end = Math.min(upTo, log.last());
    for (let read = after; !options.signal?.aborted; ) {
      const page = log.next(read, end);
      yield page;
      read = Number(page.position);
      if (read >= end) return;
      await turnWhileOpen();
    }
  }

  async function* subscribe(options: ReadLog & { signal: AbortSignal }): AsyncGenerator<Page> {
    requireOpen();
    const log = pages(options.filter, options.pageSize);
    yield* follow(log, rangeOf(options), options.signal, ringer, () => database.isOpen);
  }

  async function* streams(prefix: string, options: { upTo?: Position } = {}): AsyncGenerator<string> {
    requireOpen();
    const { upTo } = rangeOf(options);
    const end = afterPrefix(prefix);
    for (let from = prefix; ; ) {
      const found = names.all(from, end, upTo, FETCHED) as unknown as [string][];
      for (const [name] of found) yield name;
      if (found.length < FETCHED) return;
      from = `${found.at(-1)?.[0]}\0`; // The least name after the last one.
      await turnWhileOpen();
    }
  }

  /** Why the file cannot be read just now. */
  const faultOf = (look: () => void): { fault: string } | undefined => {
    try {
      requireOpen();
      look();
      return undefined;
    } catch (error) {
      return { fault: (error as Error).name };
    }
  };

  return {
    append: (stream, expected, events) =>
      database.isOpen ? appends.append(stream, expected, events) : Promise.reject(closed()),
    readStream,
    readStreams,
    readAll,
    subscribe,
    streams,
    async head() {
      requireOpen();
      return positionOf(pages(undefined).last());
    },
    async health() {
      const asked = performance.now();
      const fault = faultOf(() => pages(undefined).last());
      return { reachable: fault === undefined, milliseconds: performance.now() - asked, resuming: 0, ...fault };
    },
    async close() {
      if (!database.isOpen) return;
      appends.flush();
      database.close();
      ringer.ring();
    },
  };
}
