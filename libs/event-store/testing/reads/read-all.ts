import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Direction, Log } from '../log/log.ts';
import { type LogRecord, TOMBSTONE } from '../log/record.ts';
import { invalidPosition } from '../wire/failures.ts';
import type { Filter } from './filter.ts';

const FETCHED = 200;

/** A position that the log can have; text that no log gave out is refused. */
export function positionIn(log: Log, message: ReadReq.Options.Position | undefined): bigint {
  const commit = BigInt(message?.getCommitPosition() ?? 0);
  const prepare = BigInt(message?.getPreparePosition() ?? 0);
  if (prepare > commit || commit > log.end()) throw invalidPosition();
  return commit;
}

/** The records of `$all`: forwards with the one at the position, backwards without it. */
export function recordsOfAll(
  log: Log,
  options: ReadReq.Options.AllOptions,
  direction: Direction,
  filter: Filter | undefined,
): Iterable<LogRecord> {
  const from = options.hasPosition() ? positionIn(log, options.getPosition()) : options.hasEnd() ? log.end() : 0n;
  return read(log, from, direction, filter);
}

function* read(log: Log, from: bigint, direction: Direction, filter: Filter | undefined): Generator<LogRecord> {
  for (let next = from; next <= TOMBSTONE; ) {
    const records = log.all(next, direction, FETCHED);
    for (const record of records) if (filter === undefined || filter.matches(record)) yield record;
    const last = records.at(-1);
    if (last === undefined) return;
    next = direction === 'forwards' ? last.position + 1n : last.position;
  }
}
