import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { anEvent, collect, eventsIn, idsOf, listen, logOf, pagesIn, someEvents, until } from '#event-store/contract';
import { StoreUnavailable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { startEventStoreDouble } from '../testing/index.ts';
import { openEventStoreDb } from './store.ts';
import { withDouble } from './testing/with-double.ts';

const STREAM = 'record-s1';

/** For tests without silence, so that a busy machine is not taken for it. */
const PATIENT = { callMilliseconds: 5000 };

const fill = async (store: EventStore, count: number) => {
  const events = someEvents(count);
  for (let n = 0; n < count; n += 1000) await store.append(STREAM, 'any', events.slice(n, n + 1000));
  return idsOf(events);
};

const readings: [string, (store: EventStore) => Promise<string[]>][] = [
  ['a stream', async (store) => idsOf(await eventsIn(store, STREAM))],
  ['the log', async (store) => idsOf(await logOf(store, { pageSize: 7 }))],
  ['streams', async (store) => (await collect(store.readStreams('record-'))).flatMap(({ events }) => idsOf(events))],
];

describe('a reading', () => {
  const faults = ['silentRead', 'unavailableRead', 'cancelledRead', 'droppedRead'] as const;
  const cases = readings.flatMap(([name, read]) =>
    faults.flatMap((fault) => [0, 13].map((after) => ({ name, read, fault, after }))),
  );
  it.each(cases)('of $name goes on where it was, without gap or repetition: $fault after $after', (one) =>
    withDouble(async (store, { faults }) => {
      const ids = await fill(store, 60);
      const fault = faults[one.fault]({ after: one.after });
      expect(await one.read(store)).toEqual(ids);
      expect(fault.struck).toBe(1);
    })(),
  );

  // What is read of the log is a subscription to the server, which has no end of its own.
  it.each(readings.slice(1).flatMap(([name, read]) => [0, 13].map((after) => ({ name, read, after }))))(
    'of $name goes on where it was when the server ends it as if all were well after $after',
    ({ read, after }) =>
      withDouble(async (store, { faults }) => {
        const ids = await fill(store, 60);
        const ended = faults.endedSubscription({ after });
        expect(await read(store)).toEqual(ids);
        expect(ended.struck).toBe(1);
      })(),
  );

  it(
    'is given up when the server stays away, in the time that was given',
    withDouble(
      async (store, double) => {
        await fill(store, 3);
        await double.stop('dropped');
        const begun = performance.now();
        await expect(eventsIn(store, STREAM)).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(logOf(store)).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(store.head()).rejects.toBeInstanceOf(StoreUnavailable);
        expect(performance.now() - begun).toBeLessThan(6000);
        await double.start();
        expect(await eventsIn(store, STREAM)).toHaveLength(3);
      },
      { callMilliseconds: 300, patienceMilliseconds: 600 },
    ),
  );

  it(
    'of a slow reader is not taken for silence',
    withDouble(
      async (store, double) => {
        await fill(store, 3000);
        const before = double.calls.filter(({ rpc }) => rpc === 'Read').length;
        let read = 0;
        for await (const _ of store.readStream(STREAM))
          if (++read === 1000) await new Promise((resolve) => setTimeout(resolve, 10_500));
        expect(read).toBe(3000);
        expect(double.calls.filter(({ rpc }) => rpc === 'Read').length - before).toBe(1);
      },
      { callMilliseconds: 1500 },
    ),
  );
});

describe('a reading of the log through a filter that nothing passes', () => {
  it(
    'tells how far the server has looked before it has looked at all',
    withDouble(async (store) => {
      await fill(store, 6000);
      const pages = await pagesIn(store, { filter: { types: ['Unheard'] } });
      expect(pages.map(({ events, caughtUp }) => [events.length, caughtUp])).toEqual([
        [0, false],
        [0, true],
      ]);
      const before = await logOf(store, { upTo: pages[0]?.position });
      expect(before.length).toBeGreaterThan(4000);
      expect(before.length).toBeLessThan(6000);
    }, PATIENT),
  );
});

describe('a server that tells of a place beyond all places when it has looked at nothing that passes', () => {
  const filter = { streams: ['record-'] };

  it.each([undefined, '0'.repeat(20)])('is not believed: what is appended later is given, after %s', (after) =>
    withDouble(
      async (store) => {
        expect(await pagesIn(store, { after, filter })).toMatchObject([
          { events: [], position: await store.head(), caughtUp: true },
        ]);
        const listener = listen(store, { after, filter });
        await until(() => listener.pages.at(-1)?.caughtUp === true);
        const events = someEvents(3);
        await store.append(STREAM, 'no-stream', events);
        await until(() => listener.events().length === 3);
        expect(idsOf(listener.events())).toEqual(idsOf(events));
        expect((await store.head()) >= listener.position()).toBe(true);
        listener.stop();
        await listener.ended;
      },
      PATIENT,
      { startsNowhere: true },
    )(),
  );
});

describe('what a reader leaves', () => {
  const leaving: [string, (store: EventStore) => Promise<unknown>][] = [
    [
      'a stream',
      async (store) => {
        for await (const _ of store.readStream(STREAM)) break;
      },
    ],
    [
      'the log',
      async (store) => {
        for await (const _ of store.readAll({ pageSize: 5 })) break;
      },
    ],
    [
      'streams',
      async (store) => {
        for await (const _ of store.readStreams('record-')) break;
      },
    ],
    [
      'a subscription',
      async (store) => {
        for await (const _ of store.subscribe({ pageSize: 5, signal: new AbortController().signal })) break;
      },
    ],
    [
      'a subscription by a throw',
      async (store) => {
        const reading = async () => {
          for await (const _ of store.subscribe({ pageSize: 5, signal: new AbortController().signal }))
            throw new Error('of the reader');
        };
        await expect(reading()).rejects.toThrow('of the reader');
      },
    ],
    [
      'a subscription by a throw, at word of how far the server has looked',
      async (store) => {
        const filter = { types: ['Unheard'] };
        const reading = async () => {
          for await (const { events } of store.subscribe({ filter, signal: new AbortController().signal }))
            if (events.length === 0) throw new Error('of the reader');
        };
        await expect(reading()).rejects.toThrow('of the reader');
      },
    ],
  ];
  it.each(leaving)('is not open at the server: %s', (_, leave) =>
    withDouble(async (store, double) => {
      await fill(store, 5000);
      await leave(store);
      const isReading = () => double.openCalls().some(({ rpc }) => rpc === 'Read' || rpc === 'Subscribe');
      await until(() => !isReading());
      expect(isReading()).toBe(false);
    }, PATIENT)(),
  );

  it(
    'is not open at the server when the reader has left before the call begins',
    withDouble(async (store, double) => {
      await fill(store, 5000);
      // The servers of a cluster are asked for first, so the call begins later than it is asked for.
      const connectionString = double.connectionString.replace('esdb:', 'esdb+discover:');
      const other = openEventStoreDb({ connectionString, ...PATIENT });
      const before = double.openCalls();
      const leaving = new AbortController();
      const reading = other.readStream(STREAM, { signal: leaving.signal })[Symbol.asyncIterator]().next();
      leaving.abort();
      expect((await reading).done).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(double.openCalls().filter((call) => !before.includes(call))).toEqual([]);
      await other.close();
    }, PATIENT),
  );

  it(
    'is nothing at all when the store is closed',
    withDouble(async (store, double) => {
      await fill(store, 5000);
      const reading = store.readStream(STREAM)[Symbol.asyncIterator]();
      await reading.next();
      const listener = listen(store);
      await until(() => listener.pages.length > 0);
      await store.close();
      await listener.ended;
      await until(() => double.openCalls().length === 0);
      await reading.return?.();
      expect(double.openCalls()).toEqual([]);
    }),
  );
});

describe("what the server keeps for itself, and other programs' events", () => {
  it(
    'are not given, or as they are',
    withDouble(async (store, { connectionString }) => {
      const client = EventStoreDBClient.connectionString(connectionString);
      const ids = await fill(store, 2);
      await client.setStreamMetadata(STREAM, { maxCount: 100 });
      await client.appendToStream('$own', jsonEvent({ type: 'Own', data: {} }));
      expect(idsOf(await logOf(store))).toEqual(ids);
      expect((await pagesIn(store)).at(-1)).toMatchObject({ position: await store.head(), caughtUp: true });
      expect(await collect(store.streams(''))).toEqual([STREAM]);
      expect(await logOf(store, { filter: { streams: ['$'] } })).toEqual([]);
      expect(await logOf(store, { filter: { types: ['$metadata'] } })).toEqual([]);
      await store.append('record-s2', 'no-stream', [anEvent('Last')]);
      await client.tombstoneStream('record-s2');
      expect((await logOf(store, { filter: { streams: ['record-s2'] } })).map(({ type }) => type)).toEqual(['Last']);
      const listener = listen(store);
      await until(async () => listener.position() === (await store.head()));
      expect(idsOf(listener.events()).slice(0, -1)).toEqual(ids);
      listener.stop();
      await listener.ended;

      await client.appendToStream('theirs-1', jsonEvent({ type: 'Theirs', data: { n: 1 }, metadata: { by: 'them' } }));
      await client.appendToStream('theirs-1', jsonEvent({ type: 'Theirs', data: { n: 2 } }));
      expect(await eventsIn(store, 'theirs-1')).toMatchObject([
        { version: 1, data: { n: 1 }, metadata: { by: 'them' } },
        { version: 1, data: { n: 2 }, metadata: {} },
      ]);
      await client.dispose();
    }),
  );
});

describe('the end of the log', () => {
  it(
    'is asked of the leader of a cluster, and other readings of whichever server there is',
    withDouble(async (store, { calls }) => {
      await fill(store, 3);
      const before = calls.length;
      await store.head();
      expect(calls.slice(before).map(({ rpc, requiresLeader }) => [rpc, requiresLeader])).toEqual([['Read', true]]);
      await eventsIn(store, STREAM);
      expect(calls.at(-1)).toMatchObject({ rpc: 'Read', requiresLeader: false });
    }),
  );

  it(
    'is where the leader has it when the server that was asked is another, which lags behind it',
    withDouble(async (store, follower) => {
      const leader = await startEventStoreDouble();
      const ahead = openEventStoreDb({ connectionString: leader.connectionString, ...PATIENT });
      const { position } = await ahead.append(STREAM, 'no-stream', someEvents(3));
      follower.faults.notLeader({ host: '127.0.0.1', port: leader.port, rpc: 'Read' });
      expect(await store.head()).toBe(position);
      await ahead.close();
      await leader.close();
    }, PATIENT),
  );
});

describe('the health of a store', () => {
  it(
    'tells that the server is away, and that it is back',
    withDouble(
      async (store, double) => {
        const listener = listen(store);
        await until(() => listener.pages.length > 0);
        expect(await store.health()).toEqual({ reachable: true, milliseconds: expect.any(Number), resuming: 0 });
        await double.stop('dropped');
        await until(async () => (await store.health()).resuming === 1);
        expect(await store.health()).toMatchObject({ reachable: false, fault: 'StoreUnavailable', resuming: 1 });
        await double.start();
        await until(async () => (await store.health()).resuming === 0);
        await store.append(STREAM, 'any', [anEvent()]);
        await until(() => listener.events().length === 1);
        listener.stop();
        await listener.ended;
      },
      { callMilliseconds: 300, patienceMilliseconds: 600 },
    ),
  );

  it(
    'tells within the time of one try that the server is silent',
    withDouble(
      async (store, { faults }) => {
        faults.silentRead({ times: 5 });
        const { reachable, milliseconds } = await store.health();
        expect(reachable).toBe(false);
        expect(milliseconds).toBeGreaterThanOrEqual(290);
        expect(milliseconds).toBeLessThan(2000);
      },
      { callMilliseconds: 300 },
    ),
  );
});
