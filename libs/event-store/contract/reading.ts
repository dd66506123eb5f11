import { describe, expect, it } from '@jest/globals';
import { anEvent, type CreateStore, eventsIn, idsOf, logOf, pagesIn, someEvents, withStore } from './events.ts';

const STREAM = 'record-s1';
const numbers = (events: readonly { readonly data: unknown }[]) => events.map(({ data }) => (data as { n: number }).n);

export function reading(createStore: CreateStore): void {
  const withEmpty = (test: Parameters<typeof withStore>[1]) => withStore(createStore, test);

  describe('a stream', () => {
    it(
      'that is not there has no events',
      withEmpty(async (store) => expect(await eventsIn(store, STREAM)).toEqual([])),
    );

    it(
      'is read in order of revision, from 0 without gaps',
      withEmpty(async (store) => {
        for (let n = 0; n < 3; n++) {
          await store.append('record-s2', 'any', someEvents(2));
          await store.append(STREAM, 'any', someEvents(2));
        }
        const events = await eventsIn(store, STREAM);
        expect(events.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n, 4n, 5n]);
        expect(new Set(events.map(({ stream }) => stream))).toEqual(new Set([STREAM]));
      }),
    );

    it(
      'is read from a revision and up to a position',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', [anEvent('A', { n: 0 }), anEvent('A', { n: 1 })]);
        const { position } = await store.append(STREAM, 'any', [anEvent('A', { n: 2 })]);
        await store.append(STREAM, 'any', [anEvent('A', { n: 3 })]);
        expect(numbers(await eventsIn(store, STREAM, { from: 1n }))).toEqual([1, 2, 3]);
        expect(numbers(await eventsIn(store, STREAM, { upTo: position }))).toEqual([0, 1, 2]);
        expect(numbers(await eventsIn(store, STREAM, { from: 1n, upTo: position }))).toEqual([1, 2]);
        expect(await eventsIn(store, STREAM, { from: 4n })).toEqual([]);
      }),
    );

    it(
      'of 5,000 events is read whole',
      withEmpty(async (store) => {
        const events = someEvents(5000);
        for (let n = 0; n < 5000; n += 500) await store.append(STREAM, 'any', events.slice(n, n + 500));
        expect(idsOf(await eventsIn(store, STREAM))).toEqual(idsOf(events));
        expect(numbers(await eventsIn(store, STREAM, { from: 4998n }))).toEqual([4998, 4999]);
      }),
    );

    it(
      'is left when the signal aborts',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(10));
        const abort = new AbortController();
        const read: string[] = [];
        for await (const { id } of store.readStream(STREAM, { signal: abort.signal }))
          if (read.push(id) === 3) abort.abort();
        expect(read).toHaveLength(3);
        expect(await eventsIn(store, STREAM, { signal: AbortSignal.abort() })).toEqual([]);
      }),
    );

    it(
      'can be left in the middle and read again',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(10));
        for await (const { revision } of store.readStream(STREAM)) if (revision === 2n) break;
        expect(await eventsIn(store, STREAM)).toHaveLength(10);
      }),
    );
  });

  describe('the log', () => {
    it(
      'that is empty is one page that has caught up',
      withEmpty(async (store) => {
        expect(await pagesIn(store)).toMatchObject([{ events: [], caughtUp: true }]);
        expect(await logOf(store, { after: await store.head() })).toEqual([]);
      }),
    );

    it(
      'has positions that rise, also as text, in the order of every stream',
      withEmpty(async (store) => {
        await Promise.all(
          Array.from({ length: 120 }, (_, n) => store.append(`record-s${n % 7}`, 'any', someEvents(1 + (n % 3)))),
        );
        const log = await logOf(store);
        const positions = log.map(({ position }) => position);
        expect(positions).toEqual([...new Set(positions)].sort());
        for (let s = 0; s < 7; s++) {
          const revisions = log
            .filter(({ stream }) => stream === `record-s${s}`)
            .map(({ revision }) => Number(revision));
          expect(revisions).toEqual(revisions.map((_, n) => n));
        }
        expect(await store.head()).toBe(positions.at(-1));
      }),
    );

    it(
      'is read in pages of a size, each telling where to resume',
      withEmpty(async (store) => {
        const events = someEvents(25);
        await store.append(STREAM, 'any', events);
        const pages = await pagesIn(store, { pageSize: 10 });
        expect(Math.max(...pages.map((page) => page.events.length))).toBeLessThanOrEqual(10);
        expect(pages.map(({ caughtUp }) => caughtUp)).toEqual(pages.map((_, n) => n === pages.length - 1));
        for (const [n, { position }] of pages.entries()) {
          const rest = pages.slice(n + 1).flatMap((page) => idsOf(page.events));
          expect(idsOf(await logOf(store, { after: position }))).toEqual(rest);
        }
        expect(idsOf(pages.flatMap((page) => page.events))).toEqual(idsOf(events));
      }),
    );

    it(
      'is read after one position and up to another',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(10));
        const positions = (await logOf(store)).map(({ position }) => position);
        expect(numbers(await logOf(store, { after: positions[3], upTo: positions[6] }))).toEqual([4, 5, 6]);
        expect(numbers(await logOf(store, { upTo: positions[1] }))).toEqual([0, 1]);
        expect((await pagesIn(store, { upTo: positions[1] })).at(-1)?.caughtUp).toBe(false);
        expect(await logOf(store, { after: positions[6], upTo: positions[3] })).toEqual([]);
      }),
    );

    it(
      'ends where it ended when the reading began',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(4));
        let pages = 0;
        for await (const page of store.readAll({ pageSize: 2 })) {
          pages += page.events.length > 0 ? 1 : 0;
          await store.append(STREAM, 'any', someEvents(2));
        }
        expect(pages).toBe(2);
      }),
    );

    it(
      'is left when the signal aborts',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(10));
        const abort = new AbortController();
        let pages = 0;
        for await (const _ of store.readAll({ pageSize: 2, signal: abort.signal })) if (++pages === 2) abort.abort();
        expect(pages).toBe(2);
        expect(await logOf(store, { signal: AbortSignal.abort() })).toEqual([]);
      }),
    );
  });
}
