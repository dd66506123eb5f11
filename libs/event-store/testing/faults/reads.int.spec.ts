import { describe, expect, it } from '@jest/globals';
import { counted, event, events, heard, until, withDouble } from '../clients.ts';

describe('a read that meets a fault', () => {
  it.each([
    ['unavailableRead', 'unavailable'],
    ['cancelledRead', 'cancelled'],
    ['droppedRead', 'unavailable'],
  ] as const)('%s fails as %s after so many messages', (fault, type) =>
    withDouble(async (client, double) => {
      await client.appendToStream('a', events(10));
      double.faults[fault]({ rpc: 'Read', after: 3 });
      const read: unknown[] = [];
      const reading = (async () => {
        for await (const { event } of client.readStream('a')) read.push(event?.revision);
      })();
      await expect(reading).rejects.toMatchObject({ type });
      expect(read.length).toBeLessThanOrEqual(3);
      expect(double.calls.at(-1)?.sent).toBe(3);
    })(),
  );

  it(
    'silentRead is given nothing any more and is not told',
    withDouble(async (client, double) => {
      await client.appendToStream('a', events(10));
      double.faults.silentRead({ after: 4 });
      const read: unknown[] = [];
      const reading = client.readStream('a');
      reading.on('data', (resolved) => read.push(resolved));
      await until(() => read.length === 4);
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect([read.length, double.calls.at(-1)?.state]).toEqual([4, 'open']);
      await reading.cancel();
      await until(() => double.calls.at(-1)?.state === 'cancelled');
    }),
  );

  it(
    'leaves the other kind of read alone',
    withDouble(async (client, double) => {
      await client.appendToStream('a', events(2));
      const fault = double.faults.unavailableRead({ rpc: 'Subscribe' });
      for await (const _ of client.readStream('a'));
      expect(fault.struck).toBe(0);
    }),
  );
});

describe('a subscription that meets a fault', () => {
  it(
    'ends as if all were well, after so many messages',
    withDouble(async (client, double) => {
      await client.appendToStream('a', events(10));
      double.faults.endedSubscription({ after: 4 });
      const subscription = heard(client.subscribeToStream('a'));
      await until(subscription.ended);
      expect([subscription.order(), subscription.error()]).toEqual([['confirmed', 0, 1, 2], undefined]);
    }),
  );

  it(
    'ends while it waits, when all are ended at once',
    withDouble(async (client, double) => {
      const subscription = heard(client.subscribeToAll());
      await subscription.live();
      double.faults.endSubscriptions();
      await until(subscription.ended);
      expect(subscription.error()).toBeUndefined();
      expect(double.openCalls()).toEqual([]);
    }),
  );

  it(
    'fails with the next event that comes',
    withDouble(async (client, double) => {
      const subscription = heard(client.subscribeToStream('a'));
      await subscription.live();
      double.faults.unavailableRead();
      await client.appendToStream('a', event(1));
      await until(() => subscription.error() !== undefined);
      expect(subscription.error()).toMatchObject({ type: 'unavailable' });
      expect(counted(subscription.events())).toEqual([]);
    }),
  );

  it(
    'falls silent, and may be left',
    withDouble(async (client, double) => {
      const subscription = heard(client.subscribeToStream('a'));
      await subscription.live();
      double.faults.silentRead();
      await client.appendToStream('a', events(3));
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect([subscription.events(), subscription.error(), subscription.ended()]).toEqual([[], undefined, false]);
      await subscription.stop();
      await until(() => double.openCalls().every(({ rpc }) => rpc !== 'Subscribe'));
    }),
  );
});
