import { describe, expect, it } from '@jest/globals';
import type { EventStore } from '../port.ts';
import { anEvent, type CreateStore, collect, eventsIn, listen, someEvents, until, withStore } from './events.ts';

const STREAM = 'record-s1';

/** What a store says of itself, and of questions that make no sense. */
export function answering(createStore: CreateStore): void {
  const withEmpty = (test: Parameters<typeof withStore>[1]) => withStore(createStore, test);

  describe('a store', () => {
    it(
      'says that it can be reached, and how fast',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', [anEvent()]);
        const health = await store.health();
        expect(health).toEqual({ reachable: true, milliseconds: expect.any(Number), resuming: 0 });
        expect(health.milliseconds).toBeGreaterThanOrEqual(0);
      }),
    );

    it(
      'says that it cannot be reached when it is closed',
      withEmpty(async (store) => {
        await store.close();
        expect(await store.health()).toMatchObject({ reachable: false, fault: 'StoreUnavailable' });
      }),
    );

    const readings: [string, (store: EventStore, position: string) => AsyncIterable<unknown>][] = [
      ['to read the log after', (store, after) => store.readAll({ after })],
      ['to read the log up to', (store, upTo) => store.readAll({ upTo })],
      ['to read a stream up to', (store, upTo) => store.readStream(STREAM, { upTo })],
      ['to read streams up to', (store, upTo) => store.readStreams('record-', { upTo })],
      ['to name streams up to', (store, upTo) => store.streams('record-', { upTo })],
      ['to subscribe after', (store, after) => store.subscribe({ after, signal: new AbortController().signal })],
    ];
    it.each(readings)('is not asked %s what is no position', (_, read) =>
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(1));
        for (const position of ['', '12', 'end', `${await store.head()}0`, '-'.repeat((await store.head()).length)])
          await expect(collect(read(store, position))).rejects.toBeInstanceOf(RangeError);
      })(),
    );

    it.each([0, -1, 1.5, Number.NaN])('is not asked for pages of %d events', (pageSize) =>
      withEmpty(async (store) => {
        await expect(collect(store.readAll({ pageSize }))).rejects.toBeInstanceOf(RangeError);
        await expect(listen(store, { pageSize }).ended).rejects.toBeInstanceOf(RangeError);
      })(),
    );

    it(
      'gives what it has read again, whatever is left in the middle',
      withEmpty(async (store) => {
        for (let s = 0; s < 20; s++) await store.append(`record-${s}`, 'no-stream', someEvents(3));
        for await (const _ of store.readStreams('record-')) break;
        for await (const _ of store.streams('record-')) break;
        for await (const _ of store.readAll({ pageSize: 5 })) break;
        expect(await collect(store.readStreams('record-'))).toHaveLength(20);
        expect(await eventsIn(store, 'record-7')).toHaveLength(3);
      }),
    );

    it(
      'tells a subscription that fell behind when it has caught up again',
      withEmpty(async (store) => {
        const pages: boolean[] = [];
        const abort = new AbortController();
        let read = 0;
        const reading = (async () => {
          for await (const { events, caughtUp } of store.subscribe({ signal: abort.signal, pageSize: 10 })) {
            read += events.length;
            pages.push(caughtUp);
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
        })();
        await until(() => pages.length > 0);
        for (let n = 0; n < 30; n++) await store.append(STREAM, 'any', someEvents(10));
        await until(() => read === 300 && pages.at(-1) === true);
        abort.abort();
        await reading;
      }),
    );
  });
}
