import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { EventStore } from '#event-store';
import { allPartitions } from '../partitions.ts';
import type { Copy } from '../read-database/generations.ts';
import type { ReadDatabase, ReadDatabaseOptions } from '../read-database/read-database.ts';
import type { RecordView } from '../record-view.ts';
import { type Filled, fillViews, type Share } from './fill.ts';
import { newTurns } from './turns.ts';

/** How a thread of its own finds the log. */
export interface Threads {
  /** The place of the log, as the opener takes it. */
  readonly store: string;
  /** The URL of a module that has `openForReading(store)`. */
  readonly opener: string;
  /** The views that a thread knows by their names. */
  readonly views: readonly RecordView[];
}

export interface Workers {
  /** How many fill at the same time, each its own partitions; 1 unless told. */
  readonly workers?: number;
  /** Without them, the one thread there is fills one share after the other. */
  readonly threads?: Threads;
}

/** What a thread is told. A projection goes by its name: a function cannot be sent. */
export interface Told extends Pick<Share, 'partitions' | 'upTo' | 'turns'>, Omit<Threads, 'views'> {
  readonly readDatabase: ReadDatabaseOptions;
  readonly copies: readonly { readonly name: string; readonly version: number; readonly generation: number }[];
}

/** What a thread says: how far it is, and that it is done. A failure ends it with the error. */
export interface Said extends Filled {
  readonly done: boolean;
}

/** The thread as tsc builds it. Run from the TypeScript sources, as specs are, there is none. */
const ENTRY = new URL('./fill-thread.js', import.meta.url);

/**
 * Of the heap of a thread, in MiB: one record and the rows of one transaction are a small part of it, and so are the
 * names of its streams until they are many. A store that keeps no list of them has each thread gather its own.
 */
const THREAD_MEMORY = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8 };
/** What a name takes while names are gathered and put in order, in bytes; half of it measured. */
const BYTES_OF_A_NAME = 300;

/** The heap of each of so many threads that fill so many streams together. */
export const threadMemory = (streams: number, threads: number) => ({
  ...THREAD_MEMORY,
  maxOldGenerationSizeMb:
    THREAD_MEMORY.maxOldGenerationSizeMb + Math.ceil((BYTES_OF_A_NAME * streams) / threads / 2 ** 20),
});

/** The partitions fall to workers in turn; there are no more workers than partitions. */
export const sharesOf = (workers: number): number[][] =>
  Array.from({ length: Math.min(workers, allPartitions.length) }, (_, share) =>
    allPartitions.filter((partition) => partition % Math.min(workers, allPartitions.length) === share),
  );

/**
 * Fills the tables of the views in shares: one alone in this thread, several each in a thread of its own with a small
 * heap that goes by the number of streams, while this one has time for leases and whoever else asks. All of them succeed, or the first failure is thrown
 * once every thread has ended.
 */
export async function fillInShares(
  store: EventStore,
  db: ReadDatabase,
  copies: readonly Copy<RecordView>[],
  { upTo, signal, onFilled, streams }: Omit<Share, 'partitions'> & { readonly streams: number },
  { workers = 1, threads }: Workers,
): Promise<Filled> {
  const failing = new AbortController();
  const either = AbortSignal.any([failing.signal, ...(signal ? [signal] : [])]);
  const shares = sharesOf(workers);
  const memory = threadMemory(streams, shares.length);
  // A file has one writer; a server lets everybody write.
  const turns = 'path' in db.options ? newTurns() : undefined;
  const progress: Filled[] = shares.map(() => ({ streams: 0, events: 0 }));
  const shareOf = (index: number): Share => ({
    partitions: shares[index] ?? [],
    upTo,
    signal: either,
    onFilled: (filled) => {
      progress[index] = filled;
      onFilled?.(sumOf(progress));
    },
  });
  const own = async (index: number) => {
    progress[index] = await fillViews(store, db, copies, shareOf(index));
  };
  const filling =
    threads && shares.length > 1 && canStart(threads, copies)
      ? shares.map((_, index) => fillInThread(threads, db, copies, { ...shareOf(index), turns }, memory))
      : [shares.reduce((before, _, index) => before.then(() => own(index)), Promise.resolve())];
  for (const share of filling) share.catch((error: unknown) => failing.abort(error));
  await Promise.allSettled(filling);
  either.throwIfAborted();
  return sumOf(progress);
}

const canStart = ({ views }: Threads, copies: readonly Copy<RecordView>[]): boolean =>
  existsSync(ENTRY) && copies.every(({ projection }) => views.includes(projection));

const sumOf = (shares: readonly Filled[]): Filled => ({
  streams: shares.reduce((sum, { streams }) => sum + streams, 0),
  events: shares.reduce((sum, { events }) => sum + events, 0),
});

/** Settles when the thread has ended, so that nothing writes to the tables any more. */
function fillInThread(
  { store, opener }: Threads,
  db: ReadDatabase,
  copies: readonly Copy<RecordView>[],
  { partitions, upTo, signal, turns, onFilled }: Share,
  memory: ReturnType<typeof threadMemory>,
): Promise<void> {
  const told: Told = {
    store,
    opener,
    readDatabase: db.options,
    copies: copies.map(({ projection: { name, version }, generation }) => ({ name, version, generation })),
    partitions,
    upTo,
    turns,
  };
  return new Promise((resolve, reject) => {
    const thread = new Worker(ENTRY, { workerData: told, resourceLimits: memory });
    const stop = () => thread.postMessage('stop');
    let said: Said | undefined;
    let failure: unknown;
    thread.on('message', (message: Said) => {
      said = message;
      onFilled?.(message);
    });
    thread.on('error', (error) => {
      failure = error;
    });
    thread.on('exit', () => {
      signal?.removeEventListener('abort', stop);
      if (said?.done && !failure) resolve();
      else
        reject(
          failure ?? new Error(`the thread for partitions ${partitions.join(', ')} ended before they were filled`),
        );
    });
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
  });
}
