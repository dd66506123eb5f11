import { describe, expect, it } from '@jest/globals';
import { partitionOf } from '../partition.ts';
import type { EventStore } from '../port.ts';
import { anEvent, type CreateStore, collect, idsOf, logOf, pagesIn, someEvents, withStore } from './events.ts';

const numbers = (events: readonly { readonly data: unknown }[]) => events.map(({ data }) => (data as { n: number }).n);

/** Reading a part of the log, and the names of the streams. */
export function filtering(createStore: CreateStore): void {
  const withEmpty = (test: Parameters<typeof withStore>[1]) => withStore(createStore, test);

  /** Ten events: two types in turn, over the streams record-0, course-1, calendar-2, record-0, ... */
  const fill = async (store: EventStore) => {
    for (let n = 0; n < 10; n++) {
      const stream = ['record-0', 'course-1', 'calendar-2'][n % 3] as string;
      await store.append(stream, 'any', [anEvent(n % 2 === 0 ? 'Even' : 'Odd', { n })]);
    }
  };

  describe('a filter', () => {
    it.each([
      [{ streams: ['record-'] }, [0, 3, 6, 9]],
      [{ streams: ['record-', 'calendar-'] }, [0, 2, 3, 5, 6, 8, 9]],
      [{ streams: ['c'] }, [1, 2, 4, 5, 7, 8]],
      [{ streams: ['record-0', 'rec'] }, [0, 3, 6, 9]],
      [{ streams: [''] }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
      [{ streams: [] }, []],
      [{ types: ['Even'] }, [0, 2, 4, 6, 8]],
      [{ types: ['Even', 'Odd'] }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
      [{ types: ['even', 'Eve'] }, []],
      [{ types: [] }, []],
      [{ streams: ['record-'], types: ['Odd'] }, [3, 9]],
      [{}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ])('%j lets pass %j', (filter, passing) =>
      withEmpty(async (store) => {
        await fill(store);
        expect(numbers(await logOf(store, { filter }))).toEqual(passing);
        expect(numbers(await logOf(store, { filter, pageSize: 2 }))).toEqual(passing);
      })(),
    );

    it.each([{ types: ['Even'] }, { types: ['None'] }, { streams: ['nobody-'] }])(
      '%j leaves the place to resume at the end of the log',
      (filter) =>
        withEmpty(async (store) => {
          await fill(store);
          const pages = await pagesIn(store, { filter });
          expect(pages.at(-1)).toMatchObject({ position: await store.head(), caughtUp: true });
        })(),
    );

    it(
      'leaves out nothing at the edges of pages',
      withEmpty(async (store) => {
        await fill(store);
        for await (const { position } of store.readAll({ filter: { types: ['Odd'] }, pageSize: 2 }))
          expect(numbers(await logOf(store, { after: position }))).toEqual(
            numbers((await logOf(store)).filter((event) => event.position > position)),
          );
      }),
    );
  });

  describe('whole streams', () => {
    const whole = async (store: EventStore, ...asked: Parameters<EventStore['readStreams']>) =>
      (await collect(store.readStreams(...asked))).map(({ stream, events }) => [stream, idsOf(events)]);

    it(
      'are given by prefix, in the order in which they began, as of a position',
      withEmpty(async (store) => {
        const first = someEvents(3);
        const later = someEvents(2);
        const other = someEvents(1);
        await store.append('record-s2', 'any', first);
        await store.append('requests-s1', 'any', someEvents(1));
        const then = await store.head();
        await store.append('record-s1', 'any', other);
        await store.append('record-s2', 'any', later);
        expect(await whole(store, 'record-')).toEqual([
          ['record-s2', [...idsOf(first), ...idsOf(later)]],
          ['record-s1', idsOf(other)],
        ]);
        expect(await whole(store, 'record-', { upTo: then })).toEqual([['record-s2', idsOf(first)]]);
        expect(await whole(store, 'student-')).toEqual([]);
      }),
    );

    it(
      'of any length are given whole',
      withEmpty(async (store) => {
        const events = someEvents(1203);
        await store.append('record-s1', 'any', events);
        expect(await whole(store, 'record-')).toEqual([['record-s1', idsOf(events)]]);
      }),
    );

    it(
      'are each in one of the partitions',
      withEmpty(async (store) => {
        const names = Array.from({ length: 60 }, (_, n) => `record-s${n}`);
        for (const name of names) await store.append(name, 'any', someEvents(1));
        const read = async (only: readonly number[]) =>
          (await collect(store.readStreams('record-', { partitions: { of: 3, only } }))).map(({ stream }) => stream);
        for (const partition of [0, 1, 2])
          expect(await read([partition])).toEqual(names.filter((name) => partitionOf(name, 3) === partition));
        expect(await read([0, 2])).toEqual(names.filter((name) => partitionOf(name, 3) !== 1));
        expect(await read([0, 1, 2])).toEqual(names);
        expect(await read([])).toEqual([]);
      }),
    );

    it(
      'are left when the signal aborts',
      withEmpty(async (store) => {
        for (const id of ['s1', 's2', 's3']) await store.append(`record-${id}`, 'any', someEvents(1));
        const abort = new AbortController();
        const read: string[] = [];
        for await (const { stream } of store.readStreams('record-', { signal: abort.signal }))
          if (read.push(stream) === 2) abort.abort();
        expect(read).toEqual(['record-s1', 'record-s2']);
      }),
    );
  });

  describe('the names of the streams', () => {
    it(
      'are given by prefix, in order, as of a position',
      withEmpty(async (store) => {
        for (const id of ['s3', 's1', 's10']) await store.append(`record-${id}`, 'any', someEvents(2));
        const then = await store.head();
        await store.append('record-s2', 'any', someEvents(1));
        await store.append('requests-s1', 'any', someEvents(1));
        await store.append('record-s1', 'any', someEvents(1));
        expect(await collect(store.streams('record-'))).toEqual(['record-s1', 'record-s10', 'record-s2', 'record-s3']);
        expect(await collect(store.streams('record-', { upTo: then }))).toEqual([
          'record-s1',
          'record-s10',
          'record-s3',
        ]);
        expect(await collect(store.streams('record-s1'))).toEqual(['record-s1', 'record-s10']);
        expect(await collect(store.streams(''))).toHaveLength(5);
        expect(await collect(store.streams('student-'))).toEqual([]);
      }),
    );

    it(
      'are all given when there are many',
      withEmpty(async (store) => {
        const names = Array.from({ length: 1203 }, (_, n) => `record-${String(n).padStart(5, '0')}`);
        await Promise.all(names.map((name) => store.append(name, 'no-stream', [anEvent()])));
        expect(await collect(store.streams('record-'))).toEqual(names);
      }),
    );
  });
}
