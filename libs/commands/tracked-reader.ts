import type { EventStore } from '#event-store';
import type { FactReader, StreamKind } from './use-case.ts';
import type { Works } from './works.ts';

/** A log to read; one that knows no names of streams has none. */
type Read = Pick<EventStore, 'readStream'> & Partial<Pick<EventStore, 'streams'>>;

/** Reads other streams and notes the revision that each was at, and what was worked out: the basis of a decision. */
export class TrackedReader implements FactReader {
  readonly revisions: Record<string, string> = {};
  readonly worked: Record<string, unknown> = {};
  readonly #store: Read;
  readonly #works: Works;

  constructor(store: Read, works: Works = {}) {
    this.#store = store;
    this.#works = works;
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

  async named(kind: StreamKind, beginning: string): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const stream of this.#store.streams?.(kind.streamOf(beginning)) ?? [])
      found.push(stream.slice(kind.prefix.length));
    return found;
  }

  async work<Result>(name: string, of: object): Promise<Result> {
    const work = this.#works[name] as ((of: object) => Promise<unknown>) | undefined;
    if (!work) throw new RangeError(`nothing works out ${name} here`);
    const result = await work(of);
    this.worked[name] = result;
    return result as Result;
  }
}
