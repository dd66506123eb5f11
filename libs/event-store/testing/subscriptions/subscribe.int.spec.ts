import { setTimeout as wait } from 'node:timers/promises';
import { END, type ReadRevision, START } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { all, counted, event, events, heard, ofUsers, until, withDouble } from '../clients.ts';

describe('a subscription to a stream', () => {
  it(
    'is confirmed, catches up, says so, and goes on with what comes',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      const subscription = heard(client.subscribeToStream('a'));
      await subscription.live();
      await client.appendToStream('b', event(7));
      await client.appendToStream('a', [event(3), event(4)]);
      await until(() => subscription.events().length === 5);
      expect(subscription.order()).toEqual(['confirmed', 0, 1, 2, 'caught up', 3, 4]);
    }),
  );

  it.each<[string, ReadRevision, number[]]>([
    ['a revision', 1n, [2, 3]],
    ['the last revision', 2n, [3]],
    ['the start', START, [0, 1, 2, 3]],
    ['the end', END, [3]],
  ])('begins after %s', (_what, fromRevision, expected) =>
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      const subscription = heard(client.subscribeToStream('a', { fromRevision }));
      await subscription.live();
      await client.appendToStream('a', event(3));
      await until(() => counted(subscription.events()).includes(3));
      expect(counted(subscription.events())).toEqual(expected);
    })(),
  );

  it(
    'waits for a stream that is not there, or not any more',
    withDouble(async (client) => {
      await client.appendToStream('b', events(2));
      await client.deleteStream('b');
      const subscriptions = ['a', 'b'].map((stream) => heard(client.subscribeToStream(stream)));
      for (const subscription of subscriptions) await subscription.live();
      await client.appendToStream('a', event(5));
      await client.appendToStream('b', event(6));
      await until(() => subscriptions.every((subscription) => subscription.events().length > 0));
      expect(subscriptions.map((subscription) => subscription.order())).toEqual([
        ['confirmed', 'caught up', 5],
        ['confirmed', 'caught up', 6],
      ]);
    }),
  );

  it(
    'is not given what metadata hide',
    withDouble(async (client) => {
      await client.appendToStream('a', events(9));
      await client.setStreamMetadata('a', { maxCount: 2 });
      const subscription = heard(client.subscribeToStream('a', { fromRevision: 3n }));
      await subscription.live();
      expect(subscription.order()).toEqual(['confirmed', 7, 8, 'caught up']);
    }),
  );

  it(
    'fails unconfirmed when the stream is tombstoned',
    withDouble(async (client) => {
      await client.tombstoneStream('a');
      const subscription = heard(client.subscribeToStream('a'));
      await until(() => subscription.error() !== undefined);
      expect(subscription.error()).toMatchObject({ type: 'stream-deleted', streamName: 'a' });
      expect(subscription.order()).toEqual([]);
    }),
  );

  it(
    'is given the tombstone, and then fails',
    withDouble(async (client) => {
      await client.appendToStream('a', event(0));
      const subscription = heard(client.subscribeToStream('a'));
      await subscription.live();
      await client.tombstoneStream('a');
      await until(() => subscription.error() !== undefined);
      expect(subscription.order()).toEqual(['confirmed', 0, 'caught up', '$streamDeleted']);
      expect(subscription.error()).toMatchObject({ type: 'stream-deleted', streamName: 'a' });
    }),
  );
});

describe('a subscription to everything', () => {
  it(
    'is given all streams, also those of the server, in order',
    withDouble(async (client) => {
      await client.appendToStream('a', events(2));
      const subscription = heard(client.subscribeToAll());
      await subscription.live();
      await client.setStreamMetadata('a', { maxCount: 9 });
      await client.appendToStream('b', event(2));
      const log = await all(client.readAll());
      await until(() => subscription.events().length === log.length);
      expect(subscription.events()).toEqual(log);
      expect(log.map(({ event }) => event?.streamId)).toContain('$$a');
    }),
  );

  it(
    'begins after a position, or at the end',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      const found = ofUsers(await all(client.readAll()));
      const fromPosition = found[1]?.event?.position;
      const after = heard(client.subscribeToAll({ fromPosition }));
      const atEnd = heard(client.subscribeToAll({ fromPosition: END }));
      await after.live();
      await atEnd.live();
      await client.appendToStream('b', event(3));
      await until(() => [after, atEnd].every((subscription) => counted(subscription.events()).includes(3)));
      expect([after, atEnd].map((subscription) => subscription.order())).toEqual([
        ['confirmed', 2, 'caught up', 3],
        ['confirmed', 'caught up', 3],
      ]);
    }),
  );

  it(
    'is refused beyond the log',
    withDouble(async (client) => {
      const subscription = heard(client.subscribeToAll({ fromPosition: { commit: 10n ** 15n, prepare: 10n ** 15n } }));
      await until(() => subscription.error() !== undefined);
      expect(subscription.error()).toMatchObject({ code: 3 });
    }),
  );

  it(
    'is over when its reader unsubscribes',
    withDouble(async (client, double) => {
      const subscription = heard(client.subscribeToAll());
      await subscription.live();
      await subscription.stop();
      await until(() => double.openCalls().length === 0);
      expect(double.calls.at(-1)).toMatchObject({ rpc: 'Subscribe', state: 'cancelled' });
      expect(subscription.error()).toBeUndefined();
    }),
  );
});

describe('a reader who falls behind', () => {
  const caughtUps = (order: readonly unknown[]) => order.filter((entry) => entry === 'caught up').length;

  it(
    'by more than 32 events catches up again, says so again, and loses nothing',
    withDouble(async (client, double) => {
      const subscription = heard(client.subscribeToStream('a'));
      await subscription.live();
      const slow = double.faults.slowReader({ milliseconds: 1 });
      for (let n = 0; n < 200; n += 20)
        await client.appendToStream(
          'a',
          Array.from({ length: 20 }, (_, k) => event(n + k)),
        );
      await until(() => subscription.events().length === 200);
      slow.lift();
      expect(counted(subscription.events())).toEqual(Array.from({ length: 200 }, (_, n) => n));
      await until(() => caughtUps(subscription.order()) > 1);
    }),
  );

  it(
    'because it does not read stops the double from sending, and reads all of it later',
    withDouble(async (client, double) => {
      const stalled = client.subscribeToAll({ fromPosition: END });
      await until(() => double.openCalls().length > 0);
      const large = () => ({ ...event(1), data: 'x'.repeat(20_000) });
      for (let n = 0; n < 40; n++) await client.appendToStream('a', Array.from({ length: 20 }, large));
      await wait(50);
      const call = double.calls.find(({ rpc }) => rpc === 'Subscribe');
      expect(call?.sent).toBeLessThan(700);
      const subscription = heard(stalled);
      await until(() => subscription.events().length === 800);
      expect(subscription.events().map(({ event }) => Number(event?.revision))).toEqual(
        Array.from({ length: 800 }, (_, n) => n),
      );
    }),
  );

  it(
    'by less is told nothing',
    withDouble(async (client) => {
      const subscription = heard(client.subscribeToStream('a'));
      await subscription.live();
      for (let n = 0; n < 100; n++) await client.appendToStream('a', event(n));
      await until(() => subscription.events().length === 100);
      expect(caughtUps(subscription.order())).toBe(1);
    }),
  );
});
