import type { EventStore } from '#event-store';
import type { Actor, CivilDate, Clock, Decider, Folding, RecordedEvent, Text } from '#kernel';
import type { Role } from './actor.ts';
import type { Command, CommandClass } from './command.ts';
import type { Outcome } from './outcome.ts';
import type { Works } from './works.ts';

/** A kind of stream: what its events come to, and what it is called for one thing. */
export interface StreamKind<State = unknown, Id = string> extends Folding<State, RecordedEvent> {
  readonly prefix: string;
  streamOf(id: Id): string;
}

/** Reads other streams for a decision; what was read, and at which revision, goes into the decision's basis. */
export interface FactReader {
  read<State, Id>(kind: StreamKind<State, Id>, id: Id): Promise<State>;
  /** The names of the streams of a kind that begin so. What is decided on them reads them: by those a decision is taken again. */
  named(kind: StreamKind, beginning: string): Promise<readonly string[]>;
  /** Has the system work something out of the whole log; what it came to goes into the decision's basis. */
  work<Result>(name: string, of: object): Promise<Result>;
}

export interface DecisionContext<Facts> {
  readonly facts: Facts;
  /** The day in Hong Kong on which the request is decided. */
  readonly today: CivilDate;
  readonly actor: Actor;
}

/**
 * One thing that people ask for. `facts` gathers what the decision needs from other streams; `decide` is
 * pure and is all there is to the decision.
 */
export interface UseCase<C extends Command = Command, State = unknown, Facts = unknown>
  extends Decider<State, C, DecisionContext<Facts>, RecordedEvent> {
  readonly command: CommandClass<C>;
  /** The resource under `/api/v1` to which the request is posted. */
  readonly path: string;
  readonly summary: Text;
  /** The roles that may ask; a student only for himself or herself. */
  readonly by: readonly Role[];
  /** Whether nobody may ask for it: it follows from other requests, and stands in the log as a decision of its own. */
  readonly internal?: true;
  /** The clauses that decide it. */
  readonly clauses: readonly string[];
  readonly stream: StreamKind<State>;
  /** What the request is about: the id of the stream. */
  subject(command: C): string;
  /** The stream in which a refusal by a rule is kept; without one it is not remembered, and judged anew. */
  requests?(command: C): string;
  facts?(reader: FactReader, command: C): Promise<Facts>;
  /** What follows once it was granted, and again when it is repeated: what is done already is passed over. */
  after?(command: C, following: Following): Promise<void>;
  /** What follows once it was refused, and again when it is repeated. */
  afterRefusal?(command: C, following: Following): Promise<void>;
}

/** A use case whatever its types, as the bus and the API see it. */
// biome-ignore lint/suspicious/noExplicitAny: the bus holds use cases of every command; each is typed where it is made
export type AnyUseCase = UseCase<any, any, any>;

export const useCase = <C extends Command, State, Facts = undefined>(
  definition: UseCase<C, State, Facts>,
): UseCase<C, State, Facts> => definition;

/** What a request that was granted leads to, and what that may use. */
export interface Following {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly works: Works;
  execute(useCase: AnyUseCase, command: Command): Promise<Outcome>;
  /** Aborts when the process is to end. What is begun is taken up when the request is made again. */
  readonly signal: AbortSignal;
}
