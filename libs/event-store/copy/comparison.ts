import type { Position, RecordedEvent } from '#kernel';
import type { EventStore } from '../port.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Where a store stops being a copy of another. */
export interface Difference {
  readonly stream: string;
  /** The first revision that is not the same; for a stream that ends too early, the first one that is missing. */
  readonly revision: bigint;
  readonly kind: 'altered' | 'missing' | 'unexpected';
}

/** An event of the original in whose place, in the order of the log, the copy has another. */
export interface Displaced {
  readonly stream: string;
  readonly revision: bigint;
}

/** How far a store has come as a copy of another. */
export interface Comparison {
  readonly streams: number;
  readonly events: number;
  /** How many events of each stream the copy has, of those that it has any of. */
  readonly standing: ReadonlyMap<string, number>;
  /** How many events of all streams the copy has and should have. */
  readonly copied: number;
  /** Streams that say something else, or more, than the original; the first of them. */
  readonly wrong: readonly Difference[];
  /** Streams that end too early and are right so far; the first of them. */
  readonly missing: readonly Difference[];
  /** Where the orders of the two logs part, as far as the copy goes. */
  readonly displaced?: Displaced;
}

/** So many differences are named; a copy that has more of them is not mended one by one. */
const NAMED = 20;
/** So many events are compared from one telling of progress to the next. */
const TOLD_EVERY = 1000;

/**
 * Compares a copy with the original up to a position: both logs are read once, side by side, and the events of each
 * stream compared one after the other by their fingerprints. As long as the logs have one order, what is remembered of a
 * stream is a few numbers; where they part, the fingerprints of the events that only one of them has shown yet.
 */
export async function compare(
  source: EventStore,
  target: EventStore,
  upTo: Position,
  onProgress: (events: number) => void,
): Promise<Comparison> {
  const streams = new Map<string, StreamInBoth>();
  const streamOf = ({ stream }: RecordedEvent): StreamInBoth => {
    const known = streams.get(stream) ?? new StreamInBoth();
    if (known.isNew) streams.set(stream, known);
    return known;
  };
  let events = 0;
  let displaced: Displaced | undefined;
  const copies = eventsOf(target);
  try {
    let copy = await copies.next();
    for await (const original of eventsOf(source, upTo)) {
      streamOf(original).seen(original, 'original', copy.done !== true);
      if (++events % TOLD_EVERY === 0) onProgress(events);
      if (copy.done) continue;
      const { id, stream } = copy.value;
      if (id !== original.id || stream !== original.stream) displaced ??= placeOf(original);
      streamOf(copy.value).seen(copy.value, 'copy', true);
      copy = await copies.next();
    }
    for (; !copy.done; copy = await copies.next()) streamOf(copy.value).seen(copy.value, 'copy', true);
  } finally {
    await copies.return(undefined);
  }
  onProgress(events);
  return { ...summaryOf(streams), events, displaced };
}

async function* eventsOf(store: EventStore, upTo?: Position): AsyncGenerator<RecordedEvent, undefined> {
  for await (const { events } of store.readAll({ upTo })) yield* events;
  return undefined;
}

const placeOf = ({ stream, revision }: RecordedEvent): Displaced => ({ stream, revision });

type Side = 'original' | 'copy';

/** One stream, as far as the two logs have shown it. */
class StreamInBoth {
  original = 0;
  copy = 0;
  /** The first revision that is not the same. */
  altered: number | undefined;
  /** What one side has shown and the other has not, in order; not kept for a copy that has ended. */
  #ahead: string[] = [];

  get isNew(): boolean {
    return this.original + this.copy === 0;
  }

  seen(event: RecordedEvent, side: Side, otherGoesOn: boolean): void {
    const other = side === 'original' ? this.copy : this.original;
    const at = this[side]++;
    if (at >= other) {
      if (otherGoesOn) this.#ahead.push(fingerprintOf(event));
    } else if (this.#ahead.shift() !== fingerprintOf(event)) this.altered ??= at;
  }
}

function summaryOf(streams: ReadonlyMap<string, StreamInBoth>) {
  const standing = new Map<string, number>();
  const wrong: Difference[] = [];
  const missing: Difference[] = [];
  let copied = 0;
  let originals = 0;
  for (const [stream, { original, copy, altered }] of streams) {
    if (copy > 0) standing.set(stream, copy);
    if (original > 0) originals++;
    copied += Math.min(original, copy);
    const differs = (kind: Difference['kind'], revision: number) => ({ stream, revision: BigInt(revision), kind });
    if (altered !== undefined) note(wrong, differs('altered', altered));
    else if (copy > original) note(wrong, differs('unexpected', original));
    else if (copy < original) note(missing, differs('missing', copy));
  }
  return { streams: originals, standing, copied, wrong, missing };
}

function note(differences: Difference[], difference: Difference): void {
  if (differences.length < NAMED) differences.push(difference);
}
