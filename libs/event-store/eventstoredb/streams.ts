import type { RecordedEvent } from '#kernel';
import { isIn } from '../partition.ts';
import type { Partitions, WholeStream } from '../port.ts';
import { logFilter } from './filter.ts';
import { pagesToEnd, type Range } from './log.ts';
import { NEVER_SO_LONG, type Reads } from './reads.ts';

/** Streams that are read at the same time, ahead of the one that is wanted next. */
const AHEAD = 16;

/**
 * The names of the streams that begin with a prefix, in the order in which they began, or of those in some partitions.
 * The server has no list of them: the log is read through, and the names are in memory, some 150 bytes each.
 */
export async function namesOf(
  read: Reads,
  prefix: string,
  range: Range,
  partitions: Partitions | undefined,
  ...signals: (AbortSignal | undefined)[]
): Promise<string[]> {
  const names = new Set<string>();
  for await (const { events } of pagesToEnd(read, range, logFilter({ streams: [prefix] }), 1000, {}, ...signals))
    for (const { stream } of events) if (!partitions || isIn(partitions, stream)) names.add(stream);
  return [...names];
}

/** Streams by name, each whole, in the order in which they are named. */
export async function* wholeStreams(
  read: Reads,
  names: readonly string[],
  upTo: string,
  ...signals: (AbortSignal | undefined)[]
): AsyncGenerator<WholeStream> {
  const leaving = new AbortController();
  const reading: Promise<WholeStream>[] = [];
  const begin = (stream: string) => {
    const whole = wholeStream(read, stream, upTo, leaving.signal, ...signals);
    // A failure is thrown when it is the turn of its stream, and not before.
    whole.catch(() => undefined);
    reading.push(whole);
  };
  try {
    for (const [at, name] of names.entries()) {
      begin(name);
      if (at >= AHEAD - 1) yield await (reading.shift() as Promise<WholeStream>);
      if (signals.some((signal) => signal?.aborted)) return;
    }
    for (const whole of reading) {
      const read = await whole;
      if (signals.some((signal) => signal?.aborted)) return;
      yield read;
    }
  } finally {
    leaving.abort();
  }
}

async function wholeStream(
  read: Reads,
  stream: string,
  upTo: string,
  ...signals: (AbortSignal | undefined)[]
): Promise<WholeStream> {
  const events: RecordedEvent[] = [];
  for await (const lot of read.eventsOf(stream, 0n, NEVER_SO_LONG, ...signals)) {
    for (const event of lot) {
      if (event.position > upTo) return { stream, events };
      events.push(event);
    }
  }
  return { stream, events };
}
