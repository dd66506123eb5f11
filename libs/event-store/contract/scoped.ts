import type { Position, RecordedEvent } from '#kernel';
import type { EventFilter, EventStore, Page, ReadLog } from '../port.ts';

/**
 * A part of a store as if it were all of it: streams whose names begin with a prefix, from a position on. So the suite
 * can run on a server whose log is not empty and cannot be emptied. Closing it closes the store.
 */
export function scoped(store: EventStore, prefix: string, begin: Position): EventStore {
  const inner = (stream: string) => `${prefix}${stream}`;
  const outer = (stream: string) => stream.slice(prefix.length);

  const shown = (event: RecordedEvent): RecordedEvent => Object.assign(event, { stream: outer(event.stream) });
  const page = ({ events, ...rest }: Page): Page => ({ ...rest, events: events.map(shown) });
  const filter = ({ streams = [''], types }: EventFilter = {}): EventFilter => ({
    streams: streams.map(inner),
    ...(types && { types }),
  });
  const log = <Options extends ReadLog>(options: Options): Options => ({
    ...options,
    after: options.after ?? begin,
    filter: filter(options.filter),
  });
  const told = async <Result>(asked: Promise<Result>): Promise<Result> => {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Error && 'stream' in error) error.stream = outer(String(error.stream));
      throw error;
    }
  };

  return {
    // Names that no store takes are not to become good ones by the prefix.
    append: (stream, expected, events) =>
      told(store.append(/^[^$]/.test(stream) ? inner(stream) : stream, expected, events)),
    async *readStream(stream, options) {
      for await (const event of store.readStream(inner(stream), options)) yield shown(event);
    },
    async *readStreams(start, options) {
      for await (const { stream, events } of store.readStreams(inner(start), options))
        yield { stream: outer(stream), events: events.map(shown) };
    },
    async *readAll(options = {}) {
      for await (const read of store.readAll(log(options))) yield page(read);
    },
    async *subscribe(options) {
      for await (const read of store.subscribe(log(options))) yield page(read);
    },
    async *streams(start, options) {
      for await (const stream of store.streams(inner(start), options)) yield outer(stream);
    },
    head: () => store.head(),
    health: () => store.health(),
    close: () => store.close(),
  };
}
