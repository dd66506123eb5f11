/** The revision of a tombstone: the greatest there is, so that nothing can follow it. */
export const TOMBSTONE = 2n ** 63n - 1n;

/** An event as it is asked to be written. */
export interface Proposed {
  /** A UUID in lower case. */
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as it stands in the log. */
export interface LogRecord extends Proposed {
  /** The offset of its first byte in the log. Commit and prepare position are the same, as for all that gRPC writes. */
  readonly position: bigint;
  readonly stream: string;
  readonly revision: bigint;
  /** Ticks of 100 ns since 1970. */
  readonly created: bigint;
}

const FRAME = 78;

/** The bytes that a record takes in the log, which is what positions count. */
export const sizeOf = ({ stream, type, data, metadata }: Omit<LogRecord, 'position'>): bigint =>
  BigInt(FRAME + Buffer.byteLength(stream) + Buffer.byteLength(type) + data.length + metadata.length);

/** Records of the server's own that even a reader of everything does not see. */
export const isHidden = (stream: string): boolean =>
  stream === '$epoch-information' || /^\$persistentsubscription-\$all::.*-(checkpoint|parked)$/.test(stream);

export const metastreamOf = (stream: string): string => `$$${stream}`;
export const isMetastream = (stream: string): boolean => stream.startsWith('$$');
export const originalOf = (metastream: string): string => metastream.slice(2);

/** What the server itself writes. */
export const systemEvent = (type: string, data: unknown): Proposed => ({
  id: crypto.randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from(JSON.stringify(data)),
  metadata: new Uint8Array(),
});
