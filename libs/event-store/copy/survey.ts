import type { Position, RecordedEvent } from '#kernel';
import type { EventStore, WholeStream } from '../port.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Where a store stops being a copy of another. */
export interface Difference {
  readonly stream: string;
  /** The first revision that is not the same; for a stream that ends too early, the first one that is missing. */
  readonly revision: bigint;
  readonly kind: 'altered' | 'missing' | 'unexpected';
}

/** How far a store has come as a copy of another, stream by stream. */
export interface Survey {
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
}

/** So many differences are named; a copy that has more of them is not mended one by one. */
const NAMED = 20;
/** How many streams of the copy are read at once. */
const AT_ONCE = 16;

/**
 * Compares a copy with the original up to a position, by the fingerprint of each stream as far as the copy has it.
 * `onProgress` is told of streams.
 */
export async function survey(
  source: EventStore,
  target: EventStore,
  upTo: Position,
  onProgress: (streams: number, ofStreams: number) => void,
): Promise<Survey> {
  const names = new Set<string>();
  for await (const name of source.streams('', { upTo })) names.add(name);
  const standing = new Map<string, number>();
  const wrong: Difference[] = [];
  const missing: Difference[] = [];
  let streams = 0;
  let events = 0;
  let copied = 0;

  const compare = async ({ stream, events: original }: WholeStream): Promise<void> => {
    const copy: RecordedEvent[] = [];
    for await (const event of target.readStream(stream)) copy.push(event);
    const difference = differenceOf(stream, original, copy);
    if (difference) note(difference.kind === 'missing' ? missing : wrong, difference);
    if (copy.length > 0) standing.set(stream, copy.length);
    copied += Math.min(copy.length, original.length);
    events += original.length;
    onProgress(++streams, names.size);
  };

  let batch: WholeStream[] = [];
  for await (const whole of source.readStreams('', { upTo })) {
    batch.push(whole);
    if (batch.length < AT_ONCE) continue;
    await Promise.all(batch.map(compare));
    batch = [];
  }
  await Promise.all(batch.map(compare));
  for await (const stream of target.streams(''))
    if (!names.has(stream)) note(wrong, { stream, revision: 0n, kind: 'unexpected' });
  return { streams, events, standing, copied, wrong, missing };
}

function note(differences: Difference[], difference: Difference): void {
  if (differences.length < NAMED) differences.push(difference);
}

function differenceOf(
  stream: string,
  original: readonly RecordedEvent[],
  copy: readonly RecordedEvent[],
): Difference | undefined {
  const shared = Math.min(original.length, copy.length);
  if (fingerprintOf(original.slice(0, shared)) !== fingerprintOf(copy.slice(0, shared))) {
    const first = copy.findIndex((event, at) => fingerprintOf([event]) !== fingerprintOf(original.slice(at, at + 1)));
    return { stream, revision: BigInt(first), kind: 'altered' };
  }
  if (copy.length > original.length) return { stream, revision: BigInt(shared), kind: 'unexpected' };
  if (copy.length < original.length) return { stream, revision: BigInt(shared), kind: 'missing' };
  return undefined;
}
