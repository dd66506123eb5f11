import { randomUUID } from 'node:crypto';
import type { NewEvent, RecordedEvent } from '#kernel';
import type { EventStore, Page, ReadLog, ReadStream } from '../port.ts';

/** Makes an empty store for one test, and tells how to do away with it. */
export type CreateStore = () => Promise<{ store: EventStore; dispose(): Promise<void> }>;

/** An event of a test: what it says does not matter, unless told. */
export const anEvent = (
  type = 'CourseEnrolled',
  data: unknown = { course: 'COMP2010', title: '數據結構' },
): NewEvent => {
  const id = randomUUID();
  return {
    id,
    type,
    version: 1,
    data,
    metadata: {
      commandId: id,
      command: { type: 'Enrol', data: {} },
      correlationId: id,
      causationId: id,
      actor: { role: 'registry' },
      recordedAt: '2024-08-22T04:00:00.000Z',
      effectiveOn: '2024-08-22',
    },
  };
};

export const someEvents = (count: number, type?: string): NewEvent[] =>
  Array.from({ length: count }, (_, n) => anEvent(type, { n }));

/** All that a recorded event says, as a plain object that can be compared. */
export const plain = (event: RecordedEvent): RecordedEvent => ({
  id: event.id,
  type: event.type,
  version: event.version,
  data: event.data,
  metadata: event.metadata,
  stream: event.stream,
  revision: event.revision,
  position: event.position,
});

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

export const eventsIn = (store: EventStore, stream: string, options?: ReadStream): Promise<RecordedEvent[]> =>
  collect(store.readStream(stream, options));

export const pagesIn = (store: EventStore, options?: ReadLog): Promise<Page[]> => collect(store.readAll(options));

export const logOf = async (store: EventStore, options?: ReadLog): Promise<RecordedEvent[]> =>
  (await pagesIn(store, options)).flatMap(({ events }) => events);

/** Runs a test against a store of its own. */
export const withStore =
  (createStore: CreateStore, test: (store: EventStore) => Promise<unknown>): (() => Promise<void>) =>
  async () => {
    const { store, dispose } = await createStore();
    try {
      await test(store);
    } finally {
      await dispose();
    }
  };

/** Waits, a few milliseconds at a time, until something is so; the time limit of the test ends it otherwise. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** A subscription that keeps what it was given. */
export interface Listener {
  readonly pages: Page[];
  readonly events: () => RecordedEvent[];
  /** The place that it has read to. */
  readonly position: () => string;
  readonly stop: () => void;
  /** Resolves when the subscription has ended, rejects when it failed. */
  readonly ended: Promise<void>;
}

export function listen(store: EventStore, options: Omit<ReadLog, 'signal'> = {}): Listener {
  const pages: Page[] = [];
  const abort = new AbortController();
  const ended = (async () => {
    for await (const page of store.subscribe({ ...options, signal: abort.signal })) pages.push(page);
  })();
  return {
    pages,
    events: () => pages.flatMap(({ events }) => events),
    position: () => pages.at(-1)?.position ?? '',
    stop: () => abort.abort(),
    ended,
  };
}
