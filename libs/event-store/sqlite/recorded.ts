import type { DatabaseSync } from 'node:sqlite';
import type { EventMetadata, Position, RecordedEvent } from '#kernel';
import { StoreUnavailable } from '../errors.ts';
import { positionOf } from './position.ts';

/** The columns of an event in the order in which every reading statement selects them, before any others. */
export type Row = [position: number, revision: number, id: string, type: string, version: number, data: string];

export const COLUMNS = 'e.position, e.revision, e.id, e.type, e.version, e.data';

type MetadataAt = (position: number) => string;

/**
 * The event of a row. Most readers want only the data, so data is parsed when it is first asked for, and
 * metadata, the larger part of most events, is fetched then: nothing in the log changes, so it is the same
 * whenever it is read, as long as the store is open. Both are properties of the event itself, so that a copy
 * (`{ ...event }`) has them; the getters are shared by all events.
 */
class LogEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  declare readonly data: unknown;
  declare readonly metadata: EventMetadata;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly #row: Row;
  readonly #metadataAt: MetadataAt;
  #data: unknown;
  #metadata: EventMetadata | undefined;

  constructor(stream: string, row: Row, metadataAt: MetadataAt) {
    this.id = row[2];
    this.type = row[3];
    this.version = row[4];
    Object.defineProperty(this, 'data', LogEvent.data);
    Object.defineProperty(this, 'metadata', LogEvent.metadata);
    this.stream = stream;
    this.revision = BigInt(row[1]);
    this.position = positionOf(row[0]);
    this.#row = row;
    this.#metadataAt = metadataAt;
  }

  /** JSON has no bigint; in JSON the revision is text. */
  toJSON(): unknown {
    return { ...this, revision: String(this.revision) };
  }

  static readonly data: PropertyDescriptor & ThisType<LogEvent> = {
    enumerable: true,
    get() {
      if (this.#data === undefined) {
        this.#data = JSON.parse(this.#row[5]);
        this.#row[5] = '';
      }
      return this.#data;
    },
  };

  static readonly metadata: PropertyDescriptor & ThisType<LogEvent> = {
    enumerable: true,
    get() {
      this.#metadata ??= JSON.parse(this.#metadataAt(this.#row[0])) as EventMetadata;
      return this.#metadata;
    },
  };
}

/** Makes an event of a row of a database and the name of its stream. */
export type EventOf = (stream: string, row: Row) => RecordedEvent;

export function eventsOf(database: DatabaseSync): EventOf {
  const metadata = database.prepare('SELECT metadata FROM events WHERE position = ?');
  metadata.setReturnArrays(true);
  const metadataAt: MetadataAt = (position) => {
    if (!database.isOpen) throw new StoreUnavailable('the store is closed; metadata is read while it is open');
    return (metadata.get(position) as unknown as [string])[0];
  };
  return (stream, row) => new LogEvent(stream, row, metadataAt);
}
