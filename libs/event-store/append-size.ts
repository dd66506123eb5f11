import { AppendTooLarge } from './errors.ts';

/**
 * The most bytes that one append may have, in every store, so that whatever one store holds can be copied into any other:
 * what servers of EventStoreDB before version 25 take.
 */
export const MAX_APPEND_BYTES = 2 ** 20;

/** An event as EventStoreDB stores it: its data and `wireMetadata` as JSON text. */
export interface WireText {
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/**
 * What stands beside the data of an event in EventStoreDB: the version of its schema, which the server has no place for,
 * and the metadata. The version stands first, so that it is found without reading on.
 */
export const wireMetadata = (version: number, metadata: string): string =>
  `{"version":${version},"metadata":${metadata}}`;

/** The bytes of an event as EventStoreDB counts them. */
export const bytesOf = ({ type, data, metadata }: WireText): number =>
  Buffer.byteLength(data) + Buffer.byteLength(metadata) + 2 * type.length;

/** Refuses with `AppendTooLarge` more bytes than a store takes. */
export function requireFits(stream: string, bytes: number, limit: number): void {
  if (bytes > limit) throw new AppendTooLarge(`stream ${stream}: ${bytes} bytes, at most ${limit} at once`, limit);
}
