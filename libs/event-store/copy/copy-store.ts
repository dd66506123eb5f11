import type { NewEvent, Position, RecordedEvent } from '#kernel';
import { EventIdTaken, WrongExpectedRevision } from '../errors.ts';
import type { EventStore, Expected } from '../port.ts';
import { type Comparison, compare, type Difference, type Displaced } from './comparison.ts';

export interface CopyOptions {
  /** The last position of the source that is copied; where its log ends now, unless told. */
  readonly upTo?: Position;
  /** Counts events; of how many is not known before the survey is over. */
  readonly onProgress?: (phase: 'survey' | 'copy' | 'verify', done: number, of: number | undefined) => void;
}

export interface CopyResult {
  /** What the source has up to the position, and so the target. */
  readonly streams: number;
  readonly events: number;
  /** How many of the events were there before. */
  readonly standing: number;
  /** The position of the source up to which it was copied. */
  readonly upTo: Position;
  /** Streams of the target that are not those of the source after all; the first of them. */
  readonly differences: readonly Difference[];
  /** Where the order of the logs parts, when the streams are the same and their order is not. */
  readonly displaced?: Displaced;
  readonly equal: boolean;
}

/** The target holds, or comes to hold, what the source does not: nothing more is written to it. */
export class TargetDiffers extends Error {
  override readonly name = 'TargetDiffers';
}

/** How many appends are under way at once, each to another stream. */
const AT_ONCE = 500;

/**
 * Copies a log into another store, in the order of the log, with the same ids at the same revisions, and then compares
 * the two stream by stream, and the order of the logs. The target itself tells how far it is: a copy that was broken off goes on where it was, and
 * one of a log that has grown brings what is new. What one command appended is appended as one. Fails with
 * `TargetDiffers` before anything is written when the target holds other events or another order, and as soon as somebody else writes.
 */
export async function copyStore(
  source: EventStore,
  target: EventStore,
  { upTo: until, onProgress = () => undefined }: CopyOptions = {},
): Promise<CopyResult> {
  const upTo = until ?? (await source.head());
  const before = await compare(source, target, upTo, (done) => onProgress('survey', done, undefined));
  const { events } = before;
  const [wrong] = before.wrong;
  if (wrong) throw new TargetDiffers(`the target holds other events: ${wrong.kind} ${wrong.stream}@${wrong.revision}`);
  if (before.displaced) {
    const { stream, revision } = before.displaced;
    throw new TargetDiffers(
      `the log of the target has another order, from ${stream}@${revision} on: begin an empty one`,
    );
  }

  await copyMissing(source, target, upTo, before, (done) => onProgress('copy', done, events));

  const isComplete = before.copied === events;
  const after = isComplete ? before : await compare(source, target, upTo, (done) => onProgress('verify', done, events));
  const differences = [...after.wrong, ...after.missing];
  const displaced = differences.length === 0 ? after.displaced : undefined;
  const equal = differences.length === 0 && displaced === undefined;
  return { streams: after.streams, events, standing: before.copied, upTo, differences, displaced, equal };
}

/** Writes wave after wave; in a wave no stream occurs twice, so that none waits for another. */
async function copyMissing(
  source: EventStore,
  target: EventStore,
  upTo: Position,
  { standing, copied, events }: Comparison,
  onProgress: (events: number) => void,
): Promise<void> {
  if (copied === events) return;
  let done = copied;
  let wave = new Map<string, readonly RecordedEvent[]>();
  const write = async () => {
    const answers = await Promise.allSettled([...wave.values()].map((run) => appendTo(target, run)));
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed) throw faultOf(failed.reason);
    for (const run of wave.values()) done += run.length;
    wave = new Map();
    onProgress(done);
  };
  for await (const run of missingRuns(source, upTo, standing)) {
    const { stream } = run[0] as RecordedEvent;
    if (wave.has(stream) || wave.size === AT_ONCE) await write();
    wave.set(stream, run);
  }
  await write();
}

/** What the target does not have yet, in the order of the log: the events of one command together. */
async function* missingRuns(
  source: EventStore,
  upTo: Position,
  standing: ReadonlyMap<string, number>,
): AsyncGenerator<readonly RecordedEvent[]> {
  let run: RecordedEvent[] = [];
  for await (const { events } of source.readAll({ upTo }))
    for (const event of events) {
      if (event.revision < BigInt(standing.get(event.stream) ?? 0)) continue;
      const [first] = run;
      if (first && !(first.stream === event.stream && first.metadata.commandId === event.metadata.commandId)) {
        yield run;
        run = [];
      }
      run.push(event);
    }
  if (run.length > 0) yield run;
}

function appendTo(target: EventStore, run: readonly RecordedEvent[]) {
  const { stream, revision } = run[0] as RecordedEvent;
  const expected: Expected = revision === 0n ? 'no-stream' : revision - 1n;
  return target.append(stream, expected, run.map(newEventOf));
}

const newEventOf = ({ id, type, version, data, metadata }: RecordedEvent): NewEvent => ({
  id,
  type,
  version,
  data,
  metadata,
});

const faultOf = (error: unknown): unknown =>
  error instanceof WrongExpectedRevision || error instanceof EventIdTaken
    ? new TargetDiffers(`somebody else writes to the target: ${error.message}`, { cause: error })
    : error;
