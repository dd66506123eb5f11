import type { EventMetadata, Position, RecordedEvent } from '#kernel';
import { positionOf } from './position.ts';

/** The columns of an event in the order in which every reading statement selects them. */
export type Row = [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  version: number,
  data: string,
  metadata: string,
];

export const COLUMNS = 'e.position, s.name, e.revision, e.id, e.type, e.version, e.data, e.metadata';

/**
 * The event of a row. Most readers want only the data, so data and metadata are parsed when they are
 * first asked for. Both are properties of the event itself, so that a copy (`{ ...event }`) has them;
 * the getters are shared by all events, because making two for each costs more than reading the row.
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
  #dataText: string;
  #data: unknown;
  #metadataText: string;
  #metadata: EventMetadata | undefined;

  constructor(row: Row) {
    this.id = row[3];
    this.type = row[4];
    this.version = row[5];
    Object.defineProperty(this, 'data', LogEvent.data);
    Object.defineProperty(this, 'metadata', LogEvent.metadata);
    this.stream = row[1];
    this.revision = BigInt(row[2]);
    this.position = positionOf(row[0]);
    this.#dataText = row[6];
    this.#metadataText = row[7];
  }

  /** JSON has no bigint; in JSON the revision is text. */
  toJSON(): unknown {
    return { ...this, revision: String(this.revision) };
  }

  static readonly data: PropertyDescriptor & ThisType<LogEvent> = {
    enumerable: true,
    get() {
      if (this.#data === undefined) {
        this.#data = JSON.parse(this.#dataText);
        this.#dataText = '';
      }
      return this.#data;
    },
  };

  static readonly metadata: PropertyDescriptor & ThisType<LogEvent> = {
    enumerable: true,
    get() {
      if (this.#metadata === undefined) {
        this.#metadata = JSON.parse(this.#metadataText) as EventMetadata;
        this.#metadataText = '';
      }
      return this.#metadata;
    },
  };
}

export const recorded = (row: Row): RecordedEvent => new LogEvent(row);
