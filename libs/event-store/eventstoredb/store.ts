import type { RecordedEvent } from '#kernel';
import { MAX_APPEND_BYTES } from '../append-size.ts';
import { StoreUnavailable } from '../errors.ts';
import type { EventStore, Page, ReadLog, ReadStream, ReadStreams, StoreHealth, WholeStream } from '../port.ts';
import { appends } from './appends.ts';
import { connection } from './connection.ts';
import { logFilter } from './filter.ts';
import { pageSizeOf, pagesToEnd, rangeOf } from './log.ts';
import { streamMemory } from './memory.ts';
import { NEVER_SO_LONG, reads, shared } from './reads.ts';
import { settingsOf } from './settings.ts';
import { namesOf, wholeStreams } from './streams.ts';
import { bell, follow, type Subscribing } from './subscription.ts';

export interface EventStoreDb {
  /** `esdb://…` or `esdb+discover://…`, as EventStoreDB's own documentation has it. */
  readonly connectionString: string;
  /** A file with the certificates of authorities that the servers' certificates are checked by. */
  readonly tlsCaFile?: string;
  /** How long one try of a call may be silent, in milliseconds; 5,000 unless told. */
  readonly callMilliseconds?: number;
  /** How long a call that fails is tried again, in milliseconds; 20,000 unless told. */
  readonly patienceMilliseconds?: number;
  /** The most bytes that one append may have; `MAX_APPEND_BYTES` unless told. */
  readonly maxAppendBytes?: number;
  /**
   * Whether appends stand in the log in the order in which they were asked for whatever happens, those to one stream
   * apart: then all wait for one that has to be sent again, and fail with it. For copies; not unless told.
   */
  readonly keepsOrder?: boolean;
}

const closed = () => new StoreUnavailable('the store is closed');

/**
 * An event store on EventStoreDB. Positions are commit positions, as text of 20 digits. Nothing is connected before the
 * first call. Appends, and the question where the log ends, go over a connection of their own, to the leader of a cluster, so that
 * trouble with one kind of call does not befall the other. Throws `StoreMisconfigured`.
 */
export function openEventStoreDb(options: EventStoreDb): EventStore {
  const { callMilliseconds = 5000, patienceMilliseconds = 20_000 } = options;
  const { maxAppendBytes = MAX_APPEND_BYTES, keepsOrder = false } = options;
  const patience = { callMilliseconds, patienceMilliseconds };
  const settings = settingsOf(options.connectionString, options.tlsCaFile);
  const reading = connection(settings);
  const writing = connection(
    'nodePreference' in settings.place
      ? { ...settings, place: { ...settings.place, nodePreference: 'leader' } }
      : settings,
  );
  const read = reads(reading, patience, false);
  const readAtLeader = reads(writing, patience, true);
  const memory = streamMemory();
  const closing = new AbortController();
  const ringer = bell();
  const writer = appends(writing, memory, patience, { maxAppendBytes, keepsOrder }, ringer.ring);
  let isClosed = false;
  const subscribing: Subscribing = {
    connection: reading,
    read,
    patience,
    bell: ringer,
    closing: closing.signal,
    resuming: new Map(),
    head: shared(() => read.head(0)),
  };

  const requireOpen = () => {
    if (isClosed) throw closed();
  };
  /** Lets an iteration end by itself when its reader has left, and fail when the store was closed under it. */
  const requireOpenUnless = (signal: AbortSignal | undefined) => {
    if (!signal?.aborted) requireOpen();
  };

  async function* readStream(stream: string, options: ReadStream = {}): AsyncGenerator<RecordedEvent> {
    requireOpen();
    const { from = 0n, signal } = options;
    const { upTo } = rangeOf(options);
    const ids: string[] = [];
    for await (const lot of read.eventsOf(stream, from, NEVER_SO_LONG, signal, closing.signal))
      for (const event of lot) {
        if (signal?.aborted || event.position > upTo) return;
        if (event.revision === BigInt(ids.length)) ids.push(event.id);
        yield event;
      }
    requireOpenUnless(signal);
    // Whoever reads a stream from its beginning is likely to append to it.
    if (from === 0n && ids.length > 0) memory.keep(stream, { first: 0n, ids });
  }

  async function* readAll(options: ReadLog = {}): AsyncGenerator<Page> {
    requireOpen();
    const { filter, signal } = options;
    yield* pagesToEnd(read, rangeOf(options), logFilter(filter), pageSizeOf(options), {}, signal, closing.signal);
    requireOpenUnless(signal);
  }

  async function* readStreams(prefix: string, options: ReadStreams = {}): AsyncGenerator<WholeStream> {
    requireOpen();
    const range = rangeOf(options);
    const names = await namesOf(read, prefix, range, options.partitions, options.signal, closing.signal);
    yield* wholeStreams(read, names, range.upTo, options.signal, closing.signal);
    requireOpenUnless(options.signal);
  }

  async function* streams(prefix: string, options: { upTo?: string } = {}): AsyncGenerator<string> {
    requireOpen();
    const names = await namesOf(read, prefix, rangeOf(options), undefined, closing.signal);
    requireOpen();
    yield* names.sort();
  }

  async function* subscribe(options: ReadLog & { signal: AbortSignal }): AsyncGenerator<Page> {
    requireOpen();
    const { filter, signal } = options;
    yield* follow(subscribing, rangeOf(options), logFilter(filter), pageSizeOf(options), signal);
  }

  async function health(): Promise<StoreHealth> {
    const asked = performance.now();
    const answer = isClosed
      ? closed()
      : await read.head(0).then(
          () => undefined,
          (error: Error) => error,
        );
    const [lost] = subscribing.resuming.values() as MapIterator<Error>;
    const fault = answer?.name ?? lost?.name;
    return {
      reachable: answer === undefined,
      milliseconds: performance.now() - asked,
      resuming: subscribing.resuming.size,
      ...(fault === undefined ? {} : { fault }),
    };
  }

  return {
    append: async (stream, expected, events) => {
      requireOpen();
      return writer.append(stream, expected, events);
    },
    readStream,
    readStreams,
    readAll,
    subscribe,
    streams,
    async head() {
      requireOpen();
      // Others may lag behind what was acknowledged to somebody.
      return readAtLeader.head();
    },
    health,
    async close() {
      if (isClosed) return;
      isClosed = true;
      closing.abort();
      await writer.settled();
      await Promise.all([reading.close(), writing.close()]);
    },
  };
}
