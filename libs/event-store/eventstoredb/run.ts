import { jsonEvent } from '@eventstore/db-client';
import type { NewEvent } from '#kernel';
import { bytesOf, requireFits, wireMetadata } from '../append-size.ts';
import { UnstorableEvent } from '../errors.ts';
import { plainJson } from '../plain-json.ts';

/** The events of one append as the client takes them: what they were when they were given. */
export interface Run {
  readonly stream: string;
  readonly ids: readonly string[];
  readonly events: readonly ReturnType<typeof jsonEvent>[];
  readonly bytes: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NIL = '00000000-0000-0000-0000-000000000000';
const utf8 = new TextEncoder();

/**
 * Makes a run of events, or refuses them: the client would hang on a bigint, and the server answers what it cannot take
 * with an error that does not tell what is wrong. The size is counted as the server counts it.
 */
export function runOf(stream: string, events: readonly NewEvent[], maxAppendBytes: number): Run {
  if (events.length === 0) throw new UnstorableEvent(`stream ${stream}: no events to append`);
  requireName(stream, 'the name of a stream');
  let bytes = 0;
  const made = events.map((event) => {
    requireName(event.type, 'the type of an event');
    if (!UUID.test(event.id) || event.id === NIL) throw new UnstorableEvent(`not the id of an event: ${event.id}`);
    if (!Number.isSafeInteger(event.version) || event.version < 0)
      throw new UnstorableEvent(`${event.type}: version ${event.version}`);
    const data = plainJson(event.data, event.type, 'data');
    const metadata = wireMetadata(event.version, plainJson(event.metadata, event.type, 'metadata'));
    bytes += bytesOf({ type: event.type, data, metadata });
    return jsonEvent({ id: event.id, type: event.type, data: JSON.parse(data), metadata: utf8.encode(metadata) });
  });
  requireFits(stream, bytes, maxAppendBytes);
  return { stream, ids: events.map(({ id }) => id), events: made, bytes };
}

/** Half of a surrogate pair would be stored as another character; what begins with $ belongs to the server. */
function requireName(name: unknown, what: string): void {
  if (typeof name !== 'string' || name === '' || name.startsWith('$') || /\p{Surrogate}/u.test(name))
    throw new UnstorableEvent(`not ${what}: ${JSON.stringify(name)}`);
}

/** The ids that are given to more than one event. */
export function givenTwice(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}
