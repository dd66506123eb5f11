import { EventIdTaken, type EventStore, type Expected, WrongExpectedRevision } from '#event-store';
import {
  type Basis,
  type Clock,
  civilDateOf,
  type Decision,
  type DomainEvent,
  type EventMetadata,
  eventIdOf,
  type NewEvent,
  type Override,
  type RecordedEvent,
  type Refusal,
  refusingClauses,
} from '#kernel';
import { mayBeOverridden, mayOverride, mayRecordApproval } from './actor.ts';
import {
  acceptedOutcome,
  type RefusedRequest,
  refusedOutcome,
  repeatedAcceptance,
  repeatedRefusal,
} from './answers.ts';
import { type Command, type Envelope, fieldsOf } from './command.ts';
import { approvalsOf } from './fields.ts';
import type { Outcome, RefusedOutcome } from './outcome.ts';
import { refusals } from './refusals.ts';
import { TrackedReader } from './tracked-reader.ts';
import { Turns } from './turns.ts';
import type { AnyUseCase, StreamKind } from './use-case.ts';
import type { Works } from './works.ts';

/** How often a decision is taken again because others changed the stream in between. */
const ATTEMPTS = 8;
const EVENT_VERSION = 1;
const REFUSED = 'RequestRefused';

/** What decisions are taken on and written to. */
type Log = Pick<EventStore, 'readStream' | 'append'> & Partial<Pick<EventStore, 'streams'>>;

/**
 * The one way in which a request becomes events: load and fold its stream, decide, append at the revision
 * that was read. A refusal by a rule is kept in the stream of requests; a command sent twice gets its first
 * result. Its id is looked for in both streams of its record, and in no other record's.
 *
 * Requests with one id about one record go one after the other, so that the second meets what became of the first.
 * Between processes what was granted wins: who has just kept a refusal looks whether the id has been granted
 * meanwhile, and answers as to a repetition. A grant in another process after that look leaves one refusal that was
 * told and kept; whatever is sent under the id from then on is answered by the grant.
 */
export class CommandExecution {
  readonly #store: Log;
  readonly #clock: Clock;
  readonly #works: Works;
  readonly #turns = new Turns();

  constructor(store: Log, clock: Clock, works: Works = {}) {
    this.#store = store;
    this.#clock = clock;
    this.#works = works;
  }

  async execute(useCase: AnyUseCase, command: Command): Promise<Outcome> {
    const { envelope } = command;
    const barred = authorise(useCase, command);
    if (barred) return refusedOutcome(envelope, barred);
    const stream = useCase.stream.streamOf(useCase.subject(command));
    return this.#turns.take(`${stream} ${envelope.commandId}`, () => this.#decided(useCase, command, stream));
  }

  async #decided(useCase: AnyUseCase, command: Command, stream: string): Promise<Outcome> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const outcome = await this.#attempt(useCase, command, stream);
      if (outcome) return outcome;
    }
    return refusedOutcome(command.envelope, refusals.busy);
  }

  /** One try; undefined when the stream moved on between reading and appending. */
  async #attempt(useCase: AnyUseCase, command: Command, stream: string): Promise<Outcome | undefined> {
    const { envelope } = command;
    const requests = useCase.requests?.(command);
    const [loaded, earlierRefusal] = await Promise.all([
      this.#load(useCase.stream, stream, eventIdOf(envelope.commandId, 0)),
      requests ? this.#find(requests, refusalIdOf(envelope)) : undefined,
    ]);
    if (loaded.repeats.length > 0) return repeatedAcceptance(command, stream, loaded.repeats);
    if (earlierRefusal) return repeatedRefusal(command, earlierRefusal);
    if (envelope.expectedRevision !== undefined && envelope.expectedRevision !== loaded.revision)
      return refusedOutcome(envelope, refusals.preconditionFailed);

    const at = envelope.at ?? this.#clock.now();
    const reader = new TrackedReader(this.#store, this.#works);
    const facts = await useCase.facts?.(reader, command);
    const context = { facts, today: civilDateOf(at), actor: envelope.actor };
    const decision = useCase.decide(loaded.state, command, context);
    const granted = grantedBy(decision, envelope.override);
    const metadata = metadataOf(command, at, decision, granted?.override, basisOf(loaded.revision, reader));
    try {
      if (granted) {
        const events = envelopes(granted.events, metadata);
        const expected: Expected = loaded.revision < 0n ? 'no-stream' : loaded.revision;
        const { revision, position, appended } = await this.#store.append(stream, expected, events);
        // The same command was carried out in between, perhaps for somebody else: what stands there is the answer.
        if (!appended) return undefined;
        return acceptedOutcome(envelope, stream, revision, position, events, decision.ruling, false);
      }
      const refusal = decision as Refusal;
      if (!requests || !refusal.ruling) return refusedOutcome(envelope, refusal);
      const kept = await this.#keepRefusal(requests, envelope, refusal, metadata);
      const { repeats } = await this.#load(useCase.stream, stream, eventIdOf(envelope.commandId, 0));
      return repeats.length > 0 ? repeatedAcceptance(command, stream, repeats) : kept;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      if (error instanceof EventIdTaken) return refusedOutcome(envelope, refusals.commandIdReused);
      throw error;
    }
  }

  async #keepRefusal(
    stream: string,
    envelope: Envelope,
    refusal: Refusal,
    metadata: EventMetadata,
  ): Promise<RefusedOutcome | undefined> {
    const data: RefusedRequest = { code: refusal.code, message: refusal.message };
    const event: NewEvent = { id: refusalIdOf(envelope), type: REFUSED, version: EVENT_VERSION, data, metadata };
    const { position, appended } = await this.#store.append(stream, 'any', [event]);
    if (!appended) return undefined;
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
    return { state, revision, repeats };
  }

  async #find(stream: string, id: string): Promise<RecordedEvent | undefined> {
    for await (const event of this.#store.readStream(stream)) if (event.id === id) return event;
    return undefined;
  }
}

interface Loaded<State> {
  readonly state: State;
  readonly revision: bigint;
  /** The events of this very command, if it was carried out before. */
  readonly repeats: readonly RecordedEvent[];
}

const refusalIdOf = (envelope: Envelope): string => eventIdOf(`${envelope.commandId}/refused`, 0);

const sameCommand = (event: RecordedEvent, repeats: readonly RecordedEvent[]): boolean =>
  event.metadata.commandId === repeats[0]?.metadata.commandId;

function authorise(useCase: AnyUseCase, command: Command): Pick<Refusal, 'code' | 'message'> | undefined {
  const { actor, override } = command.envelope;
  if (!(useCase.by as readonly string[]).includes(actor.role)) return refusals.notAuthorised;
  if (actor.role === 'student' && useCase.subject(command) !== actor.id) return refusals.anotherStudent;
  if (override && !mayOverride(actor.role, override.authority)) return refusals.overrideNotAuthorised;
  if (approvalsOf(command).some(({ authority }) => !mayRecordApproval(actor.role, authority)))
    return refusals.approvalNotAuthorised;
  return undefined;
}

/** What was worked out for the decision stands with the first event alone: it may be long. */
const envelopes = (events: readonly DomainEvent[], metadata: EventMetadata): NewEvent[] =>
  events.map((event, index) => ({
    id: eventIdOf(metadata.commandId, index),
    type: event.type,
    version: EVENT_VERSION,
    data: event.data,
    metadata: index === 0 ? metadata : withoutWork(metadata),
  }));

const withoutWork = ({ basis: { worked, ...basis } = {}, ...metadata }: EventMetadata): EventMetadata => ({
  ...metadata,
  basis,
});

interface Granted {
  readonly events: readonly DomainEvent[];
  readonly override?: Override;
}

/** What is to be recorded: the events of a request that is allowed, or that is refused by rules which the authority may set aside. */
function grantedBy(decision: Decision, override: Envelope['override']): Granted | undefined {
  if (decision.outcome === 'accepted') return { events: decision.events };
  if (!override || !decision.events) return undefined;
  const clauses = decision.ruling ? refusingClauses(decision.ruling) : [];
  if (!mayBeOverridden(override.authority, clauses)) return undefined;
  return { events: decision.events, override: { ...override, clauses } };
}

function metadataOf(
  command: Command,
  at: Date,
  decision: Decision,
  override: Override | undefined,
  basis: Basis,
): EventMetadata {
  const { commandId, actor, correlationId = commandId, causationId = commandId } = command.envelope;
  return {
    commandId,
    command: { type: command.constructor.name, data: fieldsOf(command) },
    correlationId,
    causationId,
    actor,
    recordedAt: at.toISOString(),
    effectiveOn: (decision.outcome === 'accepted' && decision.effectiveOn) || civilDateOf(at),
    ruling: decision.ruling,
    override,
    basis,
  };
}

function basisOf(revision: bigint, { revisions: read, worked }: TrackedReader): Basis {
  const own = revision < 0n ? {} : { revision: revision.toString() };
  const others = Object.keys(read).length > 0 ? { read } : {};
  return { ...own, ...others, ...(Object.keys(worked).length > 0 ? { worked } : {}) };
}
