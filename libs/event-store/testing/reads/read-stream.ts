import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Direction, Log } from '../log/log.ts';
import type { LogRecord } from '../log/record.ts';
import { isOfAge, isThere, stateOf, visibleFrom } from '../streams/state.ts';
import { streamDeleted, unknown } from '../wire/failures.ts';
import { nameIn } from '../wire/ids.ts';

const FETCHED = 200;

/** The records of a stream that may be read, or `undefined` when there is no such stream. */
export function recordsOfStream(
  log: Log,
  options: ReadReq.Options.StreamOptions,
  direction: Direction,
): Iterable<LogRecord> | undefined {
  const stream = nameIn(options.getStreamIdentifier());
  const state = stateOf(log, stream);
  if (state.isTombstoned) throw streamDeleted(stream);
  if (options.hasEnd() && direction === 'forwards') throw unknown('Unexpected ReadStreamResult: Error');
  if (!isThere(state)) return undefined;
  const from = options.hasRevision() ? BigInt(options.getRevision()) : options.hasEnd() ? state.last : 0n;
  return direction === 'forwards' ? forwards(log, stream, from) : backwards(log, stream, from);
}

/** Metadata that is written while it reads takes effect with the next records it fetches. */
function* forwards(log: Log, stream: string, from: bigint): Generator<LogRecord> {
  for (let next = from; ; ) {
    const state = stateOf(log, stream);
    if (state.isTombstoned) throw streamDeleted(stream);
    const first = visibleFrom(state, next);
    const records = log.ofStream(stream, first, 'forwards', FETCHED);
    for (const record of records) if (isOfAge(state, record)) yield record;
    const last = records.at(-1);
    if (last === undefined) return;
    next = last.revision + 1n;
  }
}

function* backwards(log: Log, stream: string, from: bigint): Generator<LogRecord> {
  for (let next = from; next >= 0n; ) {
    const state = stateOf(log, stream);
    if (state.isTombstoned) throw streamDeleted(stream);
    const first = visibleFrom(state);
    const records = log.ofStream(stream, next, 'backwards', FETCHED);
    for (const record of records) {
      if (record.revision < first) return;
      if (isOfAge(state, record)) yield record;
    }
    const last = records.at(-1);
    if (last === undefined) return;
    next = last.revision - 1n;
  }
}
