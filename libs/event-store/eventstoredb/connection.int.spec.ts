import { describe, expect, it } from '@jest/globals';
import { eventsIn, idsOf, listen, someEvents, until } from '#event-store/contract';
import type { EventStore } from '../port.ts';
import { startEventStoreDouble } from '../testing/index.ts';
import { openEventStoreDb } from './store.ts';
import { type StallingLine, stallingLine } from './testing/stalling-line.ts';
import { SOON } from './testing/with-double.ts';

const STREAM = 'record-s1';

/** The pings of gRPC would find out after some twenty seconds that a line is dead. */
const LONG_BEFORE_A_PING = 6000;

const overLine = (test: (store: EventStore, line: StallingLine) => Promise<void>) => async () => {
  const double = await startEventStoreDouble();
  const line = await stallingLine(double.port);
  const store = openEventStoreDb({ connectionString: `esdb://127.0.0.1:${line.port}?tls=false`, ...SOON });
  try {
    await test(store, line);
  } finally {
    await store.close();
    await line.close();
    await double.close();
  }
};

describe('a connection on which nothing comes back, and which nobody cuts,', () => {
  it(
    'is left by appends, which go out over a new one and stand there once',
    overLine(async (store, line) => {
      await store.append(STREAM, 'no-stream', someEvents(2));
      line.stall();
      const begun = performance.now();
      const events = someEvents(2);
      expect(await store.append(STREAM, 1n, events)).toMatchObject({ revision: 3n, appended: true });
      expect(performance.now() - begun).toBeLessThan(LONG_BEFORE_A_PING);
      expect(idsOf(await eventsIn(store, STREAM)).slice(2)).toEqual(idsOf(events));
    }),
  );

  it(
    'is left by readings, which go on over a new one',
    overLine(async (store, line) => {
      await store.append(STREAM, 'no-stream', someEvents(2));
      await eventsIn(store, STREAM);
      const before = line.connections();
      line.stall();
      const begun = performance.now();
      expect(await eventsIn(store, STREAM)).toHaveLength(2);
      expect(performance.now() - begun).toBeLessThan(LONG_BEFORE_A_PING);
      expect(line.connections()).toBe(before + 1);
    }),
  );

  it(
    'is left by subscriptions, which go on over a new one where they were',
    overLine(async (store, line) => {
      await store.append(STREAM, 'no-stream', someEvents(2));
      const listener = listen(store);
      await until(() => listener.events().length === 2);
      line.stall();
      const begun = performance.now();
      await store.append(STREAM, 1n, someEvents(3));
      await until(() => listener.events().length === 5);
      expect(performance.now() - begun).toBeLessThan(2 * LONG_BEFORE_A_PING);
      expect(idsOf(listener.events())).toEqual(idsOf(await eventsIn(store, STREAM)));
      listener.stop();
      await listener.ended;
    }),
  );
});
