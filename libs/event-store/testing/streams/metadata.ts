import type { LogRecord } from '../log/record.ts';

/** What a stream's metadata hides of it. */
export interface Truncation {
  readonly maxCount?: bigint;
  /** In seconds. */
  readonly maxAge?: bigint;
  /** `$tb`: the first revision that is not hidden. */
  readonly truncateBefore?: bigint;
}

/** The greatest `$tb` there is, which is how a stream is deleted softly. */
export const EVERYTHING = 2n ** 63n - 1n;

/**
 * Numbers above 2^53 would come out of `JSON.parse` as others, and `$tb` of a deleted stream is such a
 * number; the source text of each number is taken instead.
 */
type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;
const exactIntegers: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source) ? BigInt(source) : value;

const parse = (text: string): unknown => JSON.parse(text, exactIntegers as (key: string, value: unknown) => unknown);

/** The keys of a metadata document; none when it is malformed. */
export function keysOf(record: LogRecord | undefined): Record<string, unknown> {
  if (record === undefined || record.data.length === 0) return {};
  try {
    const document = parse(Buffer.from(record.data).toString('utf8'));
    return document !== null && typeof document === 'object' && !Array.isArray(document)
      ? (document as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

const positive = (value: unknown): bigint | undefined => (typeof value === 'bigint' && value > 0n ? value : undefined);

/** Values that are not positive are ignored; a value that is no integer makes the document malformed as a whole. */
export function truncationOf(record: LogRecord | undefined): Truncation {
  const { $maxCount, $maxAge, $tb } = keysOf(record);
  if ([$maxCount, $maxAge, $tb].some((value) => value !== undefined && value !== null && typeof value !== 'bigint'))
    return {};
  return { maxCount: positive($maxCount), maxAge: positive($maxAge), truncateBefore: positive($tb) };
}

/** The document with another `$tb`, all its other keys kept. */
export function withTruncateBefore(record: LogRecord | undefined, truncateBefore: bigint): Uint8Array {
  const keys = { ...keysOf(record), $tb: truncateBefore };
  const exact = (_key: string, value: unknown) =>
    typeof value === 'bigint' ? (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(`${value}`) : value;
  return Buffer.from(JSON.stringify(keys, exact));
}
