import type { Actor, Override } from '#kernel';

/** Everything about a request that is not the request itself. */
export interface Envelope {
  /**
   * Names the request on the record that it is about (of a student, a course, a programme, a term): there it belongs
   * to whoever used it first for a request that was accepted or refused by a rule. Sent again by that actor, this
   * request gets its first result; another one, or somebody else's, is refused under the id. On another record the
   * same id names another request. Any other refusal changed nothing and is not remembered: the request is judged anew.
   */
  readonly commandId: string;
  readonly actor: Actor;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** When the request is decided, if not now: imports and scenarios run on a virtual clock. */
  readonly at?: Date;
  /** Only if the stream's last revision is this one; -1 for a stream without events. */
  readonly expectedRevision?: bigint;
  /** Records what a rule refuses, on an authority that may. */
  readonly override?: Omit<Override, 'clauses'>;
}

/**
 * A request to change something. One class is the command on the bus, the body of the HTTP request and
 * its schema in the OpenAPI document.
 */
export abstract class Command {
  declare readonly envelope: Envelope;
}

/** Puts a request into its envelope. The envelope stays out of the request's own fields. */
export function issue<C extends Command>(command: C, envelope: Envelope): C {
  return Object.defineProperty(command, 'envelope', { value: envelope, enumerable: false });
}

export type CommandClass<C extends Command = Command> = new () => C;

/** Builds a command from fields that are known to be right. */
export const commandOf = <C extends Command>(type: CommandClass<C>, fields: Omit<C, 'envelope'>): C =>
  Object.assign(new type(), fields);

/** The fields of a command that were given, as they are stored with its events. */
export const fieldsOf = (command: Command): Record<string, unknown> => JSON.parse(JSON.stringify(command));
