import type { Position, RecordedEvent } from '#kernel';
import type { EventStore } from '../port.ts';

/** The first event of the original, in the order of its log, that stands elsewhere in the copy's. */
export interface Displaced {
  readonly stream: string;
  readonly revision: bigint;
}

/** Whether two logs have the same events in one order: undefined when so. */
export async function firstDisplaced(
  source: EventStore,
  target: EventStore,
  upTo: Position,
): Promise<Displaced | undefined> {
  const copy = eventsOf(target);
  try {
    for await (const { id, stream, revision } of eventsOf(source, upTo)) {
      const { done, value } = await copy.next();
      if (done || value.id !== id) return { stream, revision };
    }
    return undefined;
  } finally {
    await copy.return(undefined);
  }
}

async function* eventsOf(store: EventStore, upTo?: Position): AsyncGenerator<RecordedEvent, undefined> {
  for await (const { events } of store.readAll({ upTo })) yield* events;
  return undefined;
}
