import { isDeepStrictEqual } from 'node:util';
import type { Actor, Position, RecordedEvent, Refusal, Ruling, Text } from '#kernel';
import { type Command, type Envelope, fieldsOf } from './command.ts';
import type { AcceptedOutcome, Outcome, RefusedOutcome } from './outcome.ts';
import { refusals } from './refusals.ts';

/** What is kept of a request that a rule refused, beside the metadata. */
export interface RefusedRequest {
  readonly code: string;
  readonly message: Text;
}

export const refusedOutcome = (
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

export const acceptedOutcome = (
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

/**
 * Whether a request that carries a known command id is the request that it was, made by the same actor: an answer
 * is for the one who asked, and a key that somebody else happens to use is taken.
 */
function isSameRequest(command: Command, { metadata }: RecordedEvent): boolean {
  const { type, data } = metadata.command;
  return (
    type === command.constructor.name &&
    isSameActor(command.envelope.actor, metadata.actor) &&
    isDeepStrictEqual(data, fieldsOf(command))
  );
}

const isSameActor = (one: Actor, other: Actor): boolean => one.role === other.role && one.id === other.id;

/** The first answer to a request that was granted before; `repeats` are its events. */
export function repeatedAcceptance(command: Command, stream: string, repeats: readonly RecordedEvent[]): Outcome {
  const last = repeats.at(-1) as RecordedEvent;
  if (!isSameRequest(command, last)) return refusedOutcome(command.envelope, refusals.commandIdReused);
  const { ruling } = last.metadata;
  return acceptedOutcome(command.envelope, stream, last.revision, last.position, repeats, ruling, true);
}

/** The first answer to a request that a rule refused before. */
export function repeatedRefusal(command: Command, recorded: RecordedEvent): Outcome {
  if (!isSameRequest(command, recorded)) return refusedOutcome(command.envelope, refusals.commandIdReused);
  const { code, message } = recorded.data as RefusedRequest;
  const { ruling } = recorded.metadata;
  return {
    ...refusedOutcome(command.envelope, { code, message, ruling }, true),
    recorded: { stream: recorded.stream, position: recorded.position },
  };
}
