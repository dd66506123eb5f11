import { isDeepStrictEqual } from 'node:util';
import { type EventStore, type Expected, WrongExpectedRevision } from '#event-store';
import {
  type Basis,
  type Clock,
  civilDateOf,
  type DomainEvent,
  type EventMetadata,
  eventIdOf,
  type NewEvent,
  type Override,
  type Position,
  type RecordedEvent,
  type Refusal,
  type Ruling,
  refusingClauses,
  type Text,
} from '#kernel';
import { OVERRIDE_AUTHORITIES } from './actor.ts';
import { type Command, type Envelope, fieldsOf } from './command.ts';
import type { AcceptedOutcome, Outcome, RefusedOutcome } from './outcome.ts';
import { refusals } from './refusals.ts';
import type { AnyUseCase, FactReader, StreamKind } from './use-case.ts';

/** How often a decision is taken again because others changed the stream in between. */
const ATTEMPTS = 8;
const EVENT_VERSION = 1;
const REFUSED = 'RequestRefused';

interface RefusedRequest {
  readonly code: string;
  readonly message: Text;
}

/**
 * The one way in which a request becomes events: load and fold its stream, decide, append at the revision
 * that was read. A refusal by a rule is kept in the stream of requests; a command sent twice gets its first
 * result.
 */
export class CommandExecution {
  readonly #store: EventStore;
  readonly #clock: Clock;

  constructor(store: EventStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async execute(useCase: AnyUseCase, command: Command): Promise<Outcome> {
    const { envelope } = command;
    const barred = authorise(useCase, command);
    if (barred) return refusedOutcome(envelope, barred);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const outcome = await this.#attempt(useCase, command);
      if (outcome) return outcome;
    }
    return refusedOutcome(envelope, refusals.busy);
  }

  /** One try; undefined when the stream moved on between reading and appending. */
  async #attempt(useCase: AnyUseCase, command: Command): Promise<Outcome | undefined> {
    const { envelope } = command;
    const stream = useCase.stream.streamOf(useCase.subject(command));
    const requests = useCase.requests?.(command);
    const [loaded, earlierRefusal] = await Promise.all([
      this.#load(useCase.stream, stream, eventIdOf(envelope.commandId, 0)),
      requests ? this.#find(requests, refusalIdOf(envelope)) : undefined,
    ]);
    if (loaded.repeats.length > 0) return repeatedAcceptance(command, loaded);
    if (earlierRefusal) return repeatedRefusal(command, earlierRefusal);
    if (envelope.expectedRevision !== undefined && envelope.expectedRevision !== loaded.revision)
      return refusedOutcome(envelope, refusals.preconditionFailed);

    const at = envelope.at ?? this.#clock.now();
    const today = civilDateOf(at);
    const reader = new TrackedReader(this.#store);
    const facts = await useCase.facts?.(reader, command);
    const decision = useCase.decide(loaded.state, command, { facts, today, actor: envelope.actor });

    const overridden = decision.outcome === 'refused' && envelope.override && decision.events;
    const events: readonly DomainEvent[] =
      decision.outcome === 'accepted' ? decision.events : overridden ? (decision.events ?? []) : [];
    const metadata: EventMetadata = {
      commandId: envelope.commandId,
      command: { type: useCase.command.name, data: fieldsOf(command) },
      correlationId: envelope.correlationId ?? envelope.commandId,
      causationId: envelope.causationId ?? envelope.commandId,
      actor: envelope.actor,
      recordedAt: at.toISOString(),
      effectiveOn: (decision.outcome === 'accepted' && decision.effectiveOn) || today,
      ruling: decision.ruling,
      override: overridden && envelope.override ? overrideOf(envelope.override, decision) : undefined,
      basis: basisOf(loaded.revision, reader.revisions),
    };

    if (decision.outcome === 'refused' && !overridden) {
      if (!decision.ruling || !requests) return refusedOutcome(envelope, decision);
      return this.#keepRefusal(requests, envelope, decision, metadata);
    }
    try {
      const expected: Expected = loaded.revision < 0n ? 'no-stream' : loaded.revision;
      const stored = envelopes(events, metadata);
      const { revision, position } = await this.#store.append(stream, expected, stored);
      return acceptedOutcome(envelope, stream, revision, position, stored, decision.ruling, false);
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  async #keepRefusal(
    stream: string,
    envelope: Envelope,
    refusal: Refusal,
    metadata: EventMetadata,
  ): Promise<RefusedOutcome> {
    const data: RefusedRequest = { code: refusal.code, message: refusal.message };
    const event: NewEvent = { id: refusalIdOf(envelope), type: REFUSED, version: EVENT_VERSION, data, metadata };
    const { position } = await this.#store.append(stream, 'any', [event]);
    return { ...refusedOutcome(envelope, refusal), recorded: { stream, position } };
  }

  async #load<State>(kind: StreamKind<State>, stream: string, firstId: string): Promise<Loaded<State>> {
    let state = kind.initial;
    let revision = -1n;
    const repeats: RecordedEvent[] = [];
    for await (const event of this.#store.readStream(stream)) {
      state = kind.evolve(state, event);
      revision = event.revision;
      if (event.id === firstId || (repeats.length > 0 && sameCommand(event, repeats))) repeats.push(event);
    }
    return { stream, state, revision, repeats };
  }

  async #find(stream: string, id: string): Promise<RecordedEvent | undefined> {
    for await (const event of this.#store.readStream(stream)) if (event.id === id) return event;
    return undefined;
  }
}

interface Loaded<State> {
  readonly stream: string;
  readonly state: State;
  readonly revision: bigint;
  /** The events of this very command, if it was carried out before. */
  readonly repeats: readonly RecordedEvent[];
}

class TrackedReader implements FactReader {
  readonly revisions: Record<string, string> = {};
  readonly #store: EventStore;

  constructor(store: EventStore) {
    this.#store = store;
  }

  async read<State, Id>(kind: StreamKind<State, Id>, id: Id): Promise<State> {
    const stream = kind.streamOf(id);
    let state = kind.initial;
    for await (const event of this.#store.readStream(stream)) {
      state = kind.evolve(state, event);
      this.revisions[stream] = event.revision.toString();
    }
    return state;
  }
}

const refusalIdOf = (envelope: Envelope): string => eventIdOf(`${envelope.commandId}/refused`, 0);

const sameCommand = (event: RecordedEvent, repeats: readonly RecordedEvent[]): boolean =>
  event.metadata.commandId === repeats[0]?.metadata.commandId;

function authorise(useCase: AnyUseCase, command: Command): Pick<Refusal, 'code' | 'message'> | undefined {
  const { actor, override } = command.envelope;
  if (!(useCase.by as readonly string[]).includes(actor.role)) return refusals.notAuthorised;
  if (actor.role === 'student' && useCase.subject(command) !== actor.id) return refusals.anotherStudent;
  if (override && !(OVERRIDE_AUTHORITIES[override.authority] as readonly string[] | undefined)?.includes(actor.role))
    return refusals.overrideNotAuthorised;
  return undefined;
}

const envelopes = (events: readonly DomainEvent[], metadata: EventMetadata): NewEvent[] =>
  events.map((event, index) => ({
    id: eventIdOf(metadata.commandId, index),
    type: event.type,
    version: EVENT_VERSION,
    data: event.data,
    metadata,
  }));

const overrideOf = (override: Omit<Override, 'clauses'>, decision: Refusal | { ruling?: Ruling }): Override => ({
  ...override,
  clauses: decision.ruling ? refusingClauses(decision.ruling) : [],
});

function basisOf(revision: bigint, read: Record<string, string>): Basis | undefined {
  const own = revision < 0n ? {} : { revision: revision.toString() };
  const others = Object.keys(read).length > 0 ? { read } : {};
  return { ...own, ...others };
}

const refusedOutcome = (
  envelope: Envelope,
  refusal: Pick<Refusal, 'code' | 'message' | 'ruling'>,
  repeated = false,
): RefusedOutcome => ({
  outcome: 'refused',
  commandId: envelope.commandId,
  code: refusal.code,
  message: refusal.message,
  ruling: refusal.ruling,
  repeated,
});

const acceptedOutcome = (
  envelope: Envelope,
  stream: string,
  revision: bigint,
  position: Position,
  events: readonly { id: string; type: string }[],
  ruling: Ruling | undefined,
  repeated: boolean,
): AcceptedOutcome => ({
  outcome: 'accepted',
  commandId: envelope.commandId,
  stream,
  revision,
  position,
  events: events.map(({ id, type }) => ({ id, type })),
  ruling,
  repeated,
});

/** Whether a request that carries a known command id is the request that it was. */
function isSameRequest(command: Command, recorded: RecordedEvent): boolean {
  const { type, data } = recorded.metadata.command;
  return type === command.constructor.name && isDeepStrictEqual(data, fieldsOf(command));
}

function repeatedAcceptance(command: Command, { stream, repeats }: Loaded<unknown>): Outcome {
  const last = repeats.at(-1) as RecordedEvent;
  if (!isSameRequest(command, last)) return refusedOutcome(command.envelope, refusals.commandIdReused);
  const { ruling } = last.metadata;
  return acceptedOutcome(command.envelope, stream, last.revision, last.position, repeats, ruling, true);
}

function repeatedRefusal(command: Command, recorded: RecordedEvent): Outcome {
  if (!isSameRequest(command, recorded)) return refusedOutcome(command.envelope, refusals.commandIdReused);
  const { code, message } = recorded.data as RefusedRequest;
  const { ruling } = recorded.metadata;
  return {
    ...refusedOutcome(command.envelope, { code, message, ruling }, true),
    recorded: { stream: recorded.stream, position: recorded.position },
  };
}
