import type { EventStore } from '#event-store';
import type { FactReader, StreamKind } from './use-case.ts';

/** Reads other streams and notes the revision that each was at: the basis of a decision. */
export class TrackedReader implements FactReader {
  readonly revisions: Record<string, string> = {};
  readonly #store: Pick<EventStore, 'readStream'>;

  constructor(store: Pick<EventStore, 'readStream'>) {
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
