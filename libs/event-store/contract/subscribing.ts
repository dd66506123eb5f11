import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../errors.ts';
import { anEvent, type CreateStore, eventsIn, idsOf, listen, logOf, someEvents, until, withStore } from './events.ts';

const STREAM = 'record-s1';

export function subscribing(createStore: CreateStore): void {
  const withEmpty = (test: Parameters<typeof withStore>[1]) => withStore(createStore, test);

  describe('a subscription', () => {
    it(
      'gives what stands in the log and then what comes',
      withEmpty(async (store) => {
        const before = someEvents(7);
        await store.append(STREAM, 'any', before);
        const listener = listen(store, { pageSize: 3 });
        await until(() => listener.events().length === 7);
        const after = someEvents(2);
        await store.append('record-s2', 'any', after);
        await until(() => listener.events().length >= 9);
        listener.stop();
        await listener.ended;
        expect(idsOf(listener.events())).toEqual(idsOf([...before, ...after]));
      }),
    );

    it(
      'says when it has caught up, also when there was nothing to read',
      withEmpty(async (store) => {
        const listener = listen(store);
        await until(() => listener.pages.at(-1)?.caughtUp === true);
        expect(listener.events()).toEqual([]);
        await store.append(STREAM, 'any', someEvents(5));
        await until(() => listener.events().length === 5 && listener.pages.at(-1)?.caughtUp === true);
        listener.stop();
        await listener.ended;
      }),
    );

    it(
      'has not caught up while pages are to come',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(9));
        const listener = listen(store, { pageSize: 4 });
        await until(() => listener.pages.at(-1)?.caughtUp === true);
        listener.stop();
        await listener.ended;
        const full = listener.pages.findIndex(({ position }) => position === listener.position());
        expect(listener.pages.slice(0, full).some(({ caughtUp }) => caughtUp)).toBe(false);
      }),
    );

    it(
      'resumes after any position that it gave out',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(10));
        const log = await logOf(store);
        const listener = listen(store, { after: log[5]?.position });
        await store.append(STREAM, 'any', someEvents(1));
        await until(() => listener.events().length >= 5);
        listener.stop();
        await listener.ended;
        expect(idsOf(listener.events())).toEqual(idsOf((await logOf(store)).slice(6)));
      }),
    );

    it(
      'with a filter gives only what passes, and moves on over the rest',
      withEmpty(async (store) => {
        await store.append('course-1', 'any', someEvents(5, 'CourseOffered'));
        const listener = listen(store, { filter: { streams: ['record-'], types: ['Wanted'] } });
        await until(async () => listener.position() === (await store.head()));
        const wanted = anEvent('Wanted');
        await store.append(STREAM, 'any', [anEvent(), wanted, anEvent()]);
        await store.append('course-1', 'any', [anEvent('Wanted')]);
        await until(async () => listener.position() === (await store.head()));
        expect(idsOf(listener.events())).toEqual([wanted.id]);
        listener.stop();
        await listener.ended;
      }),
    );

    it(
      'gives each event once and in order while many append',
      withEmpty(async (store) => {
        const listeners = [
          listen(store),
          listen(store, { pageSize: 7 }),
          listen(store, { filter: { streams: ['record-'] } }),
        ];
        for (let round = 0; round < 10; round++)
          await Promise.all(
            Array.from({ length: 20 }, (_, n) => store.append(`record-s${n}`, 'any', someEvents(1 + (n % 3)))),
          );
        const ids = idsOf(await logOf(store));
        await until(() => listeners.every((listener) => listener.events().length >= ids.length));
        for (const listener of listeners) {
          listener.stop();
          await listener.ended;
          expect(idsOf(listener.events())).toEqual(ids);
        }
      }),
    );

    it(
      'ends at the position it was to go up to',
      withEmpty(async (store) => {
        const { position } = await store.append(STREAM, 'any', someEvents(3));
        await store.append(STREAM, 'any', someEvents(3));
        const listener = listen(store, { upTo: position });
        await listener.ended;
        expect(listener.events()).toHaveLength(3);
      }),
    );

    it(
      'does not begin when the signal was aborted before',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(3));
        for await (const page of store.subscribe({ signal: AbortSignal.abort() })) expect(page).toBeUndefined();
      }),
    );

    it(
      'ends quietly when the signal aborts while it waits',
      withEmpty(async (store) => {
        const listener = listen(store);
        await until(() => listener.pages.length > 0);
        listener.stop();
        await expect(listener.ended).resolves.toBeUndefined();
      }),
    );

    it(
      'ends quietly when the signal aborts while it catches up',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(50));
        const abort = new AbortController();
        let read = 0;
        for await (const { events } of store.subscribe({ signal: abort.signal, pageSize: 10 })) {
          read += events.length;
          if (read >= 20) abort.abort();
        }
        expect(read).toBe(20);
      }),
    );

    it(
      'can be left in the middle',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', someEvents(5));
        const abort = new AbortController();
        for await (const { events } of store.subscribe({ signal: abort.signal })) if (events.length > 0) break;
        expect(await store.append(STREAM, 4n, [anEvent()])).toMatchObject({ appended: true });
      }),
    );
  });

  describe('a store that is closed', () => {
    it(
      'has written what was asked before',
      withEmpty(async (store) => {
        const appended = store.append(STREAM, 'any', [anEvent()]);
        await store.close();
        expect(await appended).toMatchObject({ revision: 0n, appended: true });
      }),
    );

    it(
      'ends its subscriptions',
      withEmpty(async (store) => {
        const listener = listen(store);
        await until(() => listener.pages.length > 0);
        await store.close();
        await expect(listener.ended).resolves.toBeUndefined();
      }),
    );

    it(
      'answers nothing more, and may be closed again',
      withEmpty(async (store) => {
        await store.close();
        await store.close();
        await expect(store.append(STREAM, 'any', [anEvent()])).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(eventsIn(store, STREAM)).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(logOf(store)).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(listen(store).ended).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(store.head()).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(store.streams('')[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(StoreUnavailable);
      }),
    );
  });
}
