import type { CivilDate } from './civil-date.ts';
import type { Ruling } from './ruling.ts';
import type { Text } from './text.ts';

/** A fact that a decision adds to a stream; the envelope is put round it when it is appended. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

export interface Accepted<Event extends DomainEvent = DomainEvent> {
  readonly outcome: 'accepted';
  readonly events: readonly Event[];
  readonly ruling?: Ruling;
  /** The day on which the facts take effect, when it is not the day of the decision. */
  readonly effectiveOn?: CivilDate;
}

/** A "no" as a value. With a ruling it is the regulations that refuse; without, the request does not fit the facts. */
export interface Refusal {
  readonly outcome: 'refused';
  readonly code: string;
  readonly message: Text;
  readonly ruling?: Ruling;
  /** What would have been recorded; an authorised override records it all the same. */
  readonly events?: readonly DomainEvent[];
}

export type Decision<Event extends DomainEvent = DomainEvent> = Accepted<Event> | Refusal;

export const accept = <Event extends DomainEvent>(
  events: readonly Event[],
  ruling?: Ruling,
  effectiveOn?: CivilDate,
): Accepted<Event> => ({ outcome: 'accepted', events, ruling, effectiveOn });

/** A request that does not fit the facts, such as a withdrawal from a course that was never taken. */
export const refuse = (code: string, message: Text): Refusal => ({ outcome: 'refused', code, message });

/** A request that the regulations decide: its events when they allow it, a refusal with the ruling when not. */
export const decideBy = <Event extends DomainEvent>(
  ruling: Ruling,
  events: readonly Event[],
  refusal: { readonly code: string; readonly message: Text },
): Decision<Event> =>
  ruling.outcome === 'allowed'
    ? { outcome: 'accepted', events, ruling }
    : { outcome: 'refused', ...refusal, ruling, events };

/** What the events of a stream come to, folded one after the other from `initial` on. Pure. */
export interface Folding<State, Event = DomainEvent> {
  readonly initial: State;
  evolve(state: State, event: Event): State;
}

/**
 * How a request is decided: what the stream comes to and the request itself decide. `decide` is pure as the folding
 * is; whatever else a decision needs (the day, facts from other streams) comes in the context.
 */
export interface Decider<State, Request, Context, Recorded = DomainEvent> {
  readonly stream: Folding<State, Recorded>;
  decide(state: State, request: Request, context: Context): Decision;
}

export const fold = <State, Event>(
  evolve: (state: State, event: Event) => State,
  state: State,
  events: Iterable<Event>,
): State => {
  let folded = state;
  for (const event of events) folded = evolve(folded, event);
  return folded;
};

/** Whether something that was looked for, or decided, is a refusal. */
export const isRefusal = (value: object): value is Refusal => 'outcome' in value && value.outcome === 'refused';
