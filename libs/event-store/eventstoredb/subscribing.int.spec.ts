import { describe, expect, it } from '@jest/globals';
import { anEvent, idsOf, listen, logOf, someEvents, until } from '#event-store/contract';
import type { EventStore } from '../port.ts';
import type { EventStoreDouble } from '../testing/index.ts';
import { withDouble } from './testing/with-double.ts';

const subscriptions = (double: EventStoreDouble) => double.calls.filter(({ rpc }) => rpc === 'Subscribe');

/** Appends while something befalls the subscription, and looks whether it was given all once and in order. */
async function missesNothing(store: EventStore, befall: () => Promise<unknown> | unknown) {
  await store.append('record-s1', 'any', someEvents(30));
  const listener = listen(store, { pageSize: 7 });
  await until(() => listener.events().length === 30);
  await befall();
  for (let n = 0; n < 10; n++) await store.append(`record-${n}`, 'any', someEvents(5));
  await until(() => listener.events().length >= 80);
  const places = (events: readonly { position: string }[]) => events.map(({ position }) => position);
  expect(places(listener.events())).toEqual(places(await logOf(store)));
  listener.stop();
  await listener.ended;
}

describe('a subscription', () => {
  const faults = ['silentRead', 'unavailableRead', 'cancelledRead', 'droppedRead'] as const;
  const cases = faults.flatMap((fault) => [0, 3, 33].map((after) => ({ fault, after })));
  it.each(cases)('goes on where it was: $fault after $after messages', ({ fault, after }) =>
    withDouble(async (store, double) => {
      const befallen = double.faults[fault]({ rpc: 'Subscribe', after });
      await missesNothing(store, () => undefined);
      expect(befallen.struck).toBe(1);
      await until(() => subscriptions(double).length > 1);
    })(),
  );

  it(
    'is given up and made anew when it keeps back what stands in the log',
    withDouble(async (store, double) => {
      const listener = listen(store);
      await until(() => listener.pages.length > 0);
      double.faults.silentRead({ rpc: 'Subscribe' });
      for (let n = 0; subscriptions(double)[0]?.state === 'open'; n++) {
        await store.append('record-s1', 'any', [anEvent()]);
        await until(() => listener.events().length > n);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      expect(subscriptions(double)[0]?.state).toBe('cancelled');
      listener.stop();
      await listener.ended;
    }),
  );

  it.each([0, 3, 33])('goes on where it was when the server ends it as if all were well, after %i messages', (after) =>
    withDouble(async (store, double) => {
      const ended = double.faults.endedSubscription({ after });
      await missesNothing(store, () => undefined);
      expect(ended.struck).toBe(1);
      expect(subscriptions(double).length).toBeGreaterThan(1);
    })(),
  );

  it.each(['cancelled', 'dropped'] as const)('goes on where it was when the server restarts: %s', (ending) =>
    withDouble(async (store, double) => missesNothing(store, () => double.restart({ ending, milliseconds: 300 })))(),
  );

  it(
    'goes on where it was however often it is ended, and comes back less and less often while the server is away',
    withDouble(async (store, double) => {
      await missesNothing(store, async () => {
        for (let n = 0; n < 5; n++) {
          const before = subscriptions(double).length;
          double.faults.endSubscriptions();
          await until(() => subscriptions(double).length > before);
        }
        double.faults.unavailableRead({ times: Number.POSITIVE_INFINITY });
        const tries = double.calls.length;
        await new Promise((resolve) => setTimeout(resolve, 2000));
        expect(double.calls.length - tries).toBeLessThan(25);
        double.faults.clear();
      });
    }),
  );

  it(
    'resumes after a quiet stretch where the server had looked to, and not where it last was given something',
    withDouble(async (store, double) => {
      await store.append('record-s1', 'any', [anEvent('Wanted')]);
      const listener = listen(store, { filter: { types: ['Wanted'] } });
      await until(() => listener.events().length === 1);
      for (let n = 0; n < 4; n++) await store.append('course-1', 'any', someEvents(500));
      const { position } = await store.append('course-1', 'any', someEvents(1));
      await until(() => listener.position() === position);
      const before = subscriptions(double).length;
      double.faults.endSubscriptions();
      await until(() => subscriptions(double).length > before);
      expect(JSON.stringify(subscriptions(double).at(-1)?.request)).toContain(BigInt(position).toString());
      await store.append('record-s1', 'any', [anEvent('Wanted')]);
      await until(() => listener.events().length === 2);
      listener.stop();
      await listener.ended;
    }),
  );

  it(
    'is asked of the server with a filter, so that other events do not come over the wire',
    withDouble(async (store, double) => {
      await store.append('course-1', 'any', someEvents(400));
      const wanted = someEvents(3);
      await store.append('record-s1', 'any', wanted);
      for (const filter of [{ streams: ['record-'] }, { types: ['Other'] }]) {
        const listener = listen(store, { filter });
        await until(() => listener.pages.at(-1)?.caughtUp === true);
        expect(idsOf(listener.events())).toEqual('streams' in filter ? idsOf(wanted) : []);
        listener.stop();
        await listener.ended;
        expect(subscriptions(double).at(-1)?.sent).toBeLessThan(20);
      }
    }),
  );

  it(
    'that nobody reads from makes the server wait, and misses nothing',
    withDouble(async (store) => {
      const abort = new AbortController();
      const reading = store.subscribe({ signal: abort.signal, pageSize: 100 })[Symbol.asyncIterator]();
      await reading.next();
      for (let n = 0; n < 20; n++) await store.append('record-s1', 'any', someEvents(300));
      let read = 0;
      while (read < 6000) read += (await reading.next()).value?.events.length ?? 0;
      expect(read).toBe(6000);
      abort.abort();
      expect((await reading.next()).done).toBe(true);
    }),
  );
});
