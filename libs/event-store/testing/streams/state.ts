import type { Log } from '../log/log.ts';
import { isMetastream, type LogRecord, metastreamOf, originalOf } from '../log/record.ts';
import { EVERYTHING, type Truncation, truncationOf } from './metadata.ts';

export interface StreamState {
  /** The last revision ever written, hidden or not; -1 for none. */
  readonly last: bigint;
  readonly isTombstoned: boolean;
  readonly isSoftDeleted: boolean;
  /** The newest event of its metastream. */
  readonly metadata: LogRecord | undefined;
  readonly truncation: Truncation;
}

/** Of a metastream only the newest event is readable, and it goes with the stream that it is about. */
function metastreamState(log: Log, metastream: string): StreamState {
  return {
    last: log.last(metastream),
    isTombstoned: log.isTombstoned(originalOf(metastream)),
    isSoftDeleted: false,
    metadata: undefined,
    truncation: { maxCount: 1n },
  };
}

export function stateOf(log: Log, stream: string): StreamState {
  if (isMetastream(stream)) return metastreamState(log, stream);
  const metastream = metastreamOf(stream);
  const newest = log.last(metastream);
  const metadata = newest < 0n ? undefined : log.record(metastream, newest);
  const truncation = truncationOf(metadata);
  return {
    last: log.last(stream),
    isTombstoned: log.isTombstoned(stream),
    isSoftDeleted: truncation.truncateBefore === EVERYTHING,
    metadata,
    truncation,
  };
}

/** The first revision that may be read at or after one. */
export function visibleFrom({ last, truncation: { maxCount, truncateBefore } }: StreamState, from = 0n): bigint {
  let first = from;
  for (const bound of [truncateBefore, maxCount && last - maxCount + 1n])
    if (bound !== undefined && bound > first) first = bound;
  return first;
}

const TICKS_PER_SECOND = 10_000_000n;

/** Whether a record is young enough to be read. */
export function isOfAge({ truncation: { maxAge } }: StreamState, { created }: LogRecord, now = Date.now()): boolean {
  return maxAge === undefined || created >= BigInt(now) * 10_000n - maxAge * TICKS_PER_SECOND;
}

/** Whether there is something to read, so that an empty answer is not "no such stream". */
export const isThere = ({ last, isSoftDeleted }: StreamState): boolean => last >= 0n && !isSoftDeleted;
