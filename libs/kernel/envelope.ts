import { v5 as uuidv5 } from 'uuid';
import type { CivilDate } from './civil-date.ts';
import type { DomainEvent } from './decision.ts';
import type { ClauseId, Ruling } from './ruling.ts';

/** Who acts: a role, and the person in it where the role has many. */
export interface Actor {
  readonly role: string;
  readonly id?: string;
}

/** A refusal set aside by somebody with the power to do so. */
export interface Override {
  /** On whose authority: `migration`, `dean`, `senate`, ... */
  readonly authority: string;
  readonly clauses: readonly ClauseId[];
  readonly reason: string;
}

/** What was known when the decision was taken, so that it can be taken again. */
export interface Basis {
  /** The last revision of the stream that the decision read; absent when the stream was empty. */
  readonly revision?: string;
  /** Other streams that were read, each with the revision it was at. */
  readonly read?: Readonly<Record<string, string>>;
  /** What the system worked out of the whole log, by name; with the first event of a decision alone. */
  readonly worked?: Readonly<Record<string, unknown>>;
}

export interface EventMetadata {
  readonly commandId: string;
  /** The request as it was made, kept so that the decision can be replayed. */
  readonly command: { readonly type: string; readonly data: unknown };
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  /** The instant at which the system recorded it (ISO 8601, UTC). */
  readonly recordedAt: string;
  /** The day from which the fact is true. */
  readonly effectiveOn: CivilDate;
  readonly ruling?: Ruling;
  readonly override?: Override;
  readonly basis?: Basis;
}

/** An event on its way into a stream. */
export interface NewEvent<Type extends string = string, Data = unknown> extends DomainEvent<Type, Data> {
  /** A UUID; the same event appended twice is stored once. */
  readonly id: string;
  /** The version of the schema of `data`. */
  readonly version: number;
  readonly metadata: EventMetadata;
}

/** A place in the log: opaque, and sortable as text. */
export type Position = string;

/** An event as the log keeps it. */
export interface RecordedEvent<Type extends string = string, Data = unknown> extends NewEvent<Type, Data> {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
}

const NAMESPACE = '6b9f3c9e-5c0e-5f0a-9d55-2f6c1c7a8d10';

/** The id of the n-th event of a command: the same whenever the command is sent. */
export const eventIdOf = (commandId: string, index: number): string => uuidv5(`${commandId}/${index}`, NAMESPACE);

/** A command id made from whatever names the request outside, such as a row of an import. */
export const commandIdOf = (name: string): string => uuidv5(name, NAMESPACE);
