import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { EventIdTaken, WrongExpectedRevision } from '../errors.ts';
import type { AppendResult, Expected } from '../port.ts';
import { positionOf } from './position.ts';

/** The events of one append, as text. */
export interface Run {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly {
    readonly id: string;
    /** See `markOf`. */
    readonly mark: number;
    readonly type: string;
    readonly version: number;
    readonly data: string;
    readonly metadata: string;
  }[];
}

/** A 32-bit hash of an id (FNV-1a): what the ids are looked up by, a quarter of their size. */
export function markOf(id: string): number {
  let mark = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) mark = Math.imul(mark ^ id.charCodeAt(index), 0x01000193);
  return mark | 0;
}

/** Where a stream ends: its number (0 when there is none yet) and its last revision. */
interface End {
  number: number;
  revision: number;
}

/** How many streams' ends are remembered between commits. */
const REMEMBERED = 100_000;

/**
 * Writes runs of events inside a transaction. The write lock of the file is held from `begin` to
 * `commit`, so what a run is judged by cannot change under it, whichever process asks.
 */
export function runWriter(database: DatabaseSync) {
  const sql = (text: string): StatementSync => {
    const statement = database.prepare(text);
    statement.setReturnArrays(true);
    return statement;
  };
  const begin = sql('BEGIN IMMEDIATE');
  const commit = sql('COMMIT');
  const changedElsewhere = sql('PRAGMA data_version');
  const lastPosition = sql('SELECT ifnull(max(position), 0) FROM events');
  const endOfStream = sql(
    'SELECT first, (SELECT max(revision) FROM events WHERE stream = first) FROM streams WHERE name = ?',
  );
  const standing = sql('SELECT revision, position FROM events WHERE mark = ? AND id = ? AND stream = ?');
  const newStream = sql('INSERT INTO streams (first, name) VALUES (?, ?)');
  const newEvent = sql(
    `INSERT INTO events (position, stream, revision, version, type, id, mark, data, metadata)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  const ends = new Map<string, End>();
  let version: unknown;
  let head = 0;

  function endOf(stream: string): End {
    let end = ends.get(stream);
    if (end === undefined) {
      const [number, revision] = (endOfStream.get(stream) as unknown as [number, number] | undefined) ?? [0, -1];
      end = { number, revision };
      ends.set(stream, end);
    }
    return end;
  }

  /** The place of each event whose id is in the stream. */
  const placesOf = (run: Run, stream: number) =>
    run.events.map(
      ({ id, mark }) => standing.get(mark, id, stream) as unknown as [revision: number, position: number] | undefined,
    );

  /** The result of the first time when the very same run stands in the stream. */
  function repetition(run: Run, places: ReturnType<typeof placesOf>): AppendResult | EventIdTaken {
    const [from] = places.find((place) => place !== undefined) as [number, number];
    const same = places.every((place, index) => place?.[0] === from + index);
    const last = places.at(-1);
    if (!same || last === undefined)
      return new EventIdTaken(
        run.stream,
        run.events.filter((_, index) => places[index] !== undefined).map(({ id }) => id),
      );
    return { revision: BigInt(last[0]), position: positionOf(last[1]), appended: false };
  }

  function write(run: Run, end: End): AppendResult {
    if (end.number === 0) {
      end.number = head + 1;
      newStream.run(end.number, run.stream);
    }
    for (const { version, type, id, mark, data, metadata } of run.events)
      newEvent.run(++head, end.number, ++end.revision, version, type, id, mark, data, metadata);
    return { revision: BigInt(end.revision), position: positionOf(head), appended: true };
  }

  return {
    begin(): void {
      begin.run();
      const [found] = changedElsewhere.get() as unknown as [number];
      if (found !== version || ends.size > REMEMBERED) ends.clear();
      version = found;
      [head] = lastPosition.get() as unknown as [number];
    },

    /** Writes the run, or says why not; a refused run leaves nothing behind. */
    run(run: Run): AppendResult | Error {
      const end = endOf(run.stream);
      const places = end.number === 0 ? [] : placesOf(run, end.number);
      if (places.some((place) => place !== undefined)) return repetition(run, places);
      const twice = givenTwice(run);
      if (twice.length > 0) return new EventIdTaken(run.stream, twice);
      return isAsExpected(run.expected, end.revision)
        ? write(run, end)
        : new WrongExpectedRevision(run.stream, run.expected, end.revision < 0 ? null : BigInt(end.revision));
    },

    commit: () => void commit.run(),

    rollback(): void {
      ends.clear();
      if (database.isTransaction) database.exec('ROLLBACK');
    },
  };
}

function givenTwice({ events }: Run): string[] {
  if (events.length === 1) return [];
  const seen = new Set<string>();
  return events.map(({ id }) => id).filter((id) => seen.size === seen.add(id).size);
}

function isAsExpected(expected: Expected, revision: number): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'no-stream':
      return revision < 0;
    case 'stream-exists':
      return revision >= 0;
    default:
      return expected >= 0n && expected === BigInt(revision);
  }
}
