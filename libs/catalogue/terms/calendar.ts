import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import type { TermFacts } from '#regulations';
import { terms } from './term.ts';

/** The terms of the calendar as the log has them, or as it had them at a position; in the order in which they were first defined. */
export async function calendarAt(store: Pick<EventStore, 'readStreams'>, upTo?: Position): Promise<TermFacts[]> {
  const found: TermFacts[] = [];
  for await (const { events } of store.readStreams(terms.prefix, { upTo })) {
    const term = events.reduce<TermFacts | undefined>((state, event) => terms.evolve(state, event), terms.initial);
    if (term) found.push(term);
  }
  return found;
}
