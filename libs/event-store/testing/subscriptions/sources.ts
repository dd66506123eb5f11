import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Log } from '../log/log.ts';
import { type LogRecord, TOMBSTONE } from '../log/record.ts';
import { type Filter, filterIn } from '../reads/filter.ts';
import { positionIn } from '../reads/read-all.ts';
import { isOfAge, stateOf, visibleFrom } from '../streams/state.ts';
import { type Failure, streamDeleted } from '../wire/failures.ts';
import { nameIn } from '../wire/ids.ts';

/** What a subscription follows. Places are revisions of a stream or positions of `$all`, and start exclusively. */
export interface Source {
  readonly start: bigint;
  readonly filter?: Filter;
  placeOf(record: LogRecord): bigint;
  /** The next records after a place; none when it has caught up. Throws when the stream was deleted. */
  page(after: bigint): LogRecord[];
  /** Whether a new record belongs here, matching a filter or not. */
  concerns(record: LogRecord): boolean;
  /** What a subscription fails with after this record. */
  ending(record: LogRecord): Failure | undefined;
}

const FETCHED = 200;

export function sourceOf(log: Log, options: ReadReq.Options): Source {
  const ofStream = options.getStream();
  return ofStream ? streamSource(log, ofStream) : allSource(log, options);
}

function streamSource(log: Log, options: ReadReq.Options.StreamOptions): Source {
  const stream = nameIn(options.getStreamIdentifier());
  const state = stateOf(log, stream);
  if (state.isTombstoned) throw streamDeleted(stream);
  return {
    start: options.hasRevision() ? BigInt(options.getRevision()) : options.hasEnd() ? state.last : -1n,
    placeOf: ({ revision }) => revision,
    page(after) {
      // Records that are too old to be seen are passed over, not taken for the end of the stream.
      for (let place = after; ; ) {
        const state = stateOf(log, stream);
        if (state.isTombstoned) throw streamDeleted(stream);
        const records = log.ofStream(stream, visibleFrom(state, place + 1n), 'forwards', FETCHED);
        const visible = records.filter((record) => isOfAge(state, record));
        const last = records.at(-1);
        if (last === undefined || visible.length > 0) return visible;
        place = last.revision;
      }
    },
    concerns: (record) => record.stream === stream,
    ending: ({ revision }) => (revision === TOMBSTONE ? streamDeleted(stream) : undefined),
  };
}

function allSource(log: Log, options: ReadReq.Options): Source {
  const all = options.getAll();
  const filter = filterIn(options);
  const from = all?.hasPosition() ? positionIn(log, all.getPosition()) : all?.hasEnd() ? log.head() : undefined;
  return {
    start: from ?? 0n,
    filter,
    placeOf: ({ position }) => position,
    page: (after) => log.all(after + 1n, 'forwards', filter?.window ?? FETCHED),
    concerns: () => true,
    ending: () => undefined,
  };
}
