import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { EventMetadata, Position, RecordedEvent } from '#kernel';
import { positionOf } from './position.ts';

type Wire = InstanceType<typeof streams.ReadResp.ReadEvent.RecordedEvent>;

/** What the metadata on the wire begins with; see `wireMetadata`. */
const VERSION = '{"version":';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();

/** The version in wire metadata; 1 when another program wrote the event. */
function versionIn(metadata: Uint8Array): number {
  for (let at = 0; at < VERSION.length; at++) if (metadata[at] !== VERSION.charCodeAt(at)) return 1;
  let version = 0;
  for (let at = VERSION.length; ; at++) {
    const digit = (metadata[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return version;
    version = version * 10 + digit;
  }
}

/**
 * An event as it came over the wire. Most readers want only the data, so data and metadata are parsed when they are
 * first asked for. Both are properties of the event itself, so that a copy (`{ ...event }`) has them; the getters are
 * shared by all events.
 */
class WireEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  declare readonly data: unknown;
  declare readonly metadata: EventMetadata;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  #dataBytes: Uint8Array | undefined;
  #metadataBytes: Uint8Array | undefined;
  #data: unknown;
  #metadata: EventMetadata | undefined;

  constructor(wire: Wire, stream: string) {
    this.#dataBytes = wire.getData_asU8();
    this.#metadataBytes = wire.getCustomMetadata_asU8();
    this.id = wire.getId()?.getString() ?? '';
    this.type = typeOf(wire);
    this.version = versionIn(this.#metadataBytes);
    Object.defineProperty(this, 'data', WireEvent.data);
    Object.defineProperty(this, 'metadata', WireEvent.metadata);
    this.stream = stream;
    this.revision = BigInt(wire.getStreamRevision());
    this.position = positionOf(wire.getCommitPosition());
  }

  /** JSON has no bigint; in JSON the revision is text. */
  toJSON(): unknown {
    return { ...this, revision: String(this.revision) };
  }

  static readonly data: PropertyDescriptor & ThisType<WireEvent> = {
    enumerable: true,
    get() {
      if (this.#dataBytes) {
        this.#data = JSON.parse(textOf(this.#dataBytes));
        this.#dataBytes = undefined;
      }
      return this.#data;
    },
  };

  static readonly metadata: PropertyDescriptor & ThisType<WireEvent> = {
    enumerable: true,
    get() {
      if (this.#metadataBytes) {
        this.#metadata = metadataIn(this.#metadataBytes);
        this.#metadataBytes = undefined;
      }
      return this.#metadata;
    },
  };
}

function metadataIn(bytes: Uint8Array): EventMetadata {
  const wire = bytes.byteLength === 0 ? {} : JSON.parse(textOf(bytes));
  return wire.metadata ?? wire;
}

export const typeOf = (wire: Wire): string => wire.getMetadataMap().get('type') ?? '';

export const streamOf = (wire: Wire): string =>
  textOf(wire.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array());

/** The event of a message; its stream is looked up in the message when it is not known before. */
export const recordedOf = (wire: Wire, stream = streamOf(wire)): RecordedEvent => new WireEvent(wire, stream);
