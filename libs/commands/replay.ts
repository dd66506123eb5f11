import { isDeepStrictEqual } from 'node:util';
import type { EventStore } from '#event-store';
import type { NewEvent, RecordedEvent, Ruling } from '#kernel';
import { issue } from './command.ts';
import { CommandExecution } from './execute.ts';
import type { Outcome } from './outcome.ts';
import { type FieldProblem, readCommand } from './read-command.ts';
import type { AnyUseCase } from './use-case.ts';
import type { Works } from './works.ts';

/** What a decision comes to when it is taken again. */
export type Replayed =
  /** The same events, to the last figure of the ruling. */
  | { readonly result: 'equal' }
  | {
      readonly result: 'different';
      readonly recorded: Decided;
      readonly now: Decided;
    }
  /** The request is no longer one that this program takes. */
  | { readonly result: 'unreadable'; readonly problems: readonly FieldProblem[] };

/** What is compared: what was recorded, and the ruling. */
export interface Decided {
  readonly events: readonly Pick<NewEvent, 'type' | 'data'>[];
  readonly ruling?: Ruling;
  /** Why nothing is recorded now. */
  readonly code?: string;
}

type Reading = Pick<EventStore, 'readStream'>;

/** What is supposed to have been otherwise; all else is as it was. */
export interface Supposed {
  readonly fields?: unknown;
  readonly at?: Date;
  /** What is supposed to have been told in the place of an event of the log: itself, others beside it, or nothing. */
  readonly event?: (event: RecordedEvent) => readonly RecordedEvent[];
}

/**
 * Takes a decision again on what it was taken on: the request as it was made, at the instant and by whom it was made,
 * the record and everything else as they stood at the revisions that its basis names. Nothing is written. The events
 * are those of one command, in order.
 */
export async function replay(
  store: Reading,
  useCase: AnyUseCase,
  events: readonly [RecordedEvent, ...RecordedEvent[]],
): Promise<Replayed> {
  const retaken = await retake(store, useCase, events[0]);
  if ('problems' in retaken) return { result: 'unreadable', problems: retaken.problems };
  const { written, outcome } = retaken;
  if (isDeepStrictEqual(written.map(asWritten), events.map(asWritten))) return { result: 'equal' };
  return { result: 'different', recorded: decided(events), now: decided(written, outcome) };
}

/**
 * Takes the decision of an event again, or supposes that the request had been another one, or made at another time, or
 * that an event before it had said something else: what would have come of it, on all else as it stood. Nothing is
 * written.
 */
export async function retake(
  store: Reading,
  useCase: AnyUseCase,
  { metadata }: RecordedEvent,
  { fields = metadata.command.data, at = new Date(metadata.recordedAt), event: said = asItIs }: Supposed = {},
): Promise<
  { readonly outcome: Outcome; readonly written: readonly NewEvent[] } | { readonly problems: readonly FieldProblem[] }
> {
  const { command, problems } = readCommand(useCase.command, fields);
  if (problems) return { problems };
  const { commandId, actor, correlationId, causationId, basis, override } = metadata;
  const { revision, read = {}, worked = {} } = basis ?? {};
  const own = useCase.stream.streamOf(useCase.subject(command));
  const past = asOf(store, revision === undefined ? read : { ...read, [own]: revision }, said);
  const written: NewEvent[] = [];
  const execution = new CommandExecution(recording(past, written), { now: () => at }, asWorked(worked));
  const set = override && { authority: override.authority, reason: override.reason };
  const envelope = { commandId, actor, correlationId, causationId, at, override: set };
  return { outcome: await execution.execute(useCase, issue(command, envelope)), written };
}

/** What was worked out for the decision, as it came out then. */
const asWorked = (worked: Readonly<Record<string, unknown>>): Works =>
  Object.fromEntries(Object.entries(worked).map(([name, result]) => [name, async () => result]));

/** The streams as they stood at these revisions; others were empty. */
const asOf = (
  store: Reading,
  revisions: Readonly<Record<string, string>>,
  said: (event: RecordedEvent) => readonly RecordedEvent[],
): Reading & Pick<EventStore, 'streams'> => ({
  /** Those that the decision read. */
  async *streams(prefix) {
    yield* Object.keys(revisions)
      .filter((stream) => stream.startsWith(prefix))
      .sort();
  },
  async *readStream(stream) {
    const last = revisions[stream];
    if (last === undefined) return;
    for await (const event of store.readStream(stream)) {
      if (event.revision > BigInt(last)) return;
      yield* said(event);
    }
  },
});

const asItIs = (event: RecordedEvent): readonly RecordedEvent[] => [event];

/** Takes what is appended, and keeps it from the log. */
const recording = <Past extends Reading>(past: Past, written: NewEvent[]): Past & Pick<EventStore, 'append'> => ({
  ...past,
  append: async (_stream, _expected, events) => {
    written.push(...events);
    return { revision: 0n, position: '', appended: true };
  },
});

/** As it is in the log, which is JSON. */
const asWritten = ({ id, type, version, data, metadata }: NewEvent): unknown =>
  JSON.parse(JSON.stringify({ id, type, version, data, metadata }));

const decided = (events: readonly NewEvent[], outcome?: Outcome): Decided => ({
  events: events.map(({ type, data }) => ({ type, data })),
  ruling: events[0]?.metadata.ruling ?? outcome?.ruling,
  code: outcome?.outcome === 'refused' ? outcome.code : undefined,
});
