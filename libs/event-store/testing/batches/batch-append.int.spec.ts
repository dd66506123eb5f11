import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { all, event, events, revisions, withDouble } from '../clients.ts';

const NIL = '00000000-0000-0000-0000-000000000000';

describe('an append in a stream of batches', () => {
  it(
    'is answered with the revision and position of its last event',
    withDouble(async (client) => {
      const { nextExpectedRevision, position } = await client.appendToStream('a', events(3));
      const [last] = await all(client.readStream('a', { direction: 'backwards', fromRevision: 'end', maxCount: 1 }));
      expect(nextExpectedRevision).toBe(2n);
      expect(last?.event?.position).toEqual(position);
      expect(position?.commit).toBe(position?.prepare);
    }),
  );

  it(
    'may come in chunks',
    withDouble(async (client, double) => {
      await client.appendToStream('a', events(100), { batchAppendSize: 1000 });
      expect(double.batches[0]?.chunks).toBeGreaterThan(5);
      expect(await all(client.readStream('a'))).toHaveLength(100);
    }),
  );

  it(
    'of nothing succeeds, without a position',
    withDouble(async (client) => {
      expect(await client.appendToStream('a', [])).toEqual({ success: true, nextExpectedRevision: 0n });
      await client.appendToStream('a', events(3));
      expect(await client.appendToStream('a', [])).toEqual({ success: true, nextExpectedRevision: 2n });
    }),
  );

  it(
    'is one of many on one stream, and each has its own answer',
    withDouble(async (client, double) => {
      const appends = Array.from({ length: 300 }, (_, n) => client.appendToStream(`s-${n % 7}`, event(n)));
      const answers = await Promise.all(appends);
      expect(new Set(answers.map(({ position }) => position?.commit)).size).toBe(300);
      expect(double.calls.filter(({ rpc }) => rpc === 'BatchAppend')).toHaveLength(1);
      expect(double.batches.every(({ answer }) => answer === 'success')).toBe(true);
    }),
  );

  it(
    'is refused with the last revision when the stream is not as expected',
    withDouble(async (client) => {
      const refused = (expectedRevision: bigint | 'no_stream' | 'stream_exists') =>
        expect(client.appendToStream('a', event(9), { expectedRevision })).rejects;
      const error = { type: 'wrong-expected-version', streamName: 'a', message: '' };
      await refused(4n).toMatchObject({ ...error, actualVersion: 'no_stream', expectedVersion: 4n });
      await refused('stream_exists').toMatchObject({ actualVersion: 'no_stream', expectedVersion: 'stream_exists' });
      await client.appendToStream('a', events(3));
      await refused('no_stream').toMatchObject({ ...error, actualVersion: 2n, expectedVersion: 'no_stream' });
      await refused(1n).toMatchObject({ ...error, actualVersion: 2n, expectedVersion: 1n });
    }),
  );

  it(
    'to a tombstoned stream is refused as deleted',
    withDouble(async (client) => {
      await client.tombstoneStream('a');
      await expect(client.appendToStream('a', event(1))).rejects.toMatchObject({
        type: 'stream-deleted',
        streamName: 'a',
      });
    }),
  );

  it(
    'is refused when its deadline has passed',
    withDouble(async (client) => {
      await expect(client.appendToStream('a', event(1), { deadline: -1000 })).rejects.toMatchObject({
        type: 'deadline-exceeded',
      });
      await expect(all(client.readStream('a'))).rejects.toMatchObject({ type: 'stream-not-found' });
    }),
  );

  it.each([
    ['without a type', { ...event(1), type: '' }],
    ['with the nil id', { ...event(1), id: NIL }],
    ['with an id that is none', { ...event(1), id: 'one' }],
  ])('of an event %s is a bad request', (_what, unfit) =>
    withDouble(async (client) => {
      await expect(client.appendToStream('a', unfit)).rejects.toMatchObject({ type: 'unknown' });
      expect(await client.appendToStream('a', event(1))).toMatchObject({ nextExpectedRevision: 0n });
    })(),
  );

  it(
    'takes what is not JSON, and keeps bytes as they are',
    withDouble(async (client) => {
      const data = Uint8Array.of(0, 255, 128);
      await client.appendToStream('a', binaryEvent({ type: 'Scanned', data, metadata: Uint8Array.of(1, 2) }));
      const [found] = await all(client.readStream('a'));
      expect(found?.event).toMatchObject({ isJson: false, type: 'Scanned' });
      expect(found?.event?.data).toEqual(data);
      expect(found?.event?.metadata).toEqual(Uint8Array.of(1, 2));
    }),
  );

  it(
    'does not throw when the client is told not to; the revision it then gives is its own invention',
    withDouble(async (_client, double) => {
      const quiet = EventStoreDBClient.connectionString(`${double.connectionString}&throwOnAppendFailure=false`);
      await quiet.appendToStream('a', events(5));
      const answer = await quiet.appendToStream('a', event(9), { expectedRevision: 'no_stream' });
      expect(answer).toEqual({ success: false, nextExpectedRevision: 1n });
      expect(revisions(await all(quiet.readStream('a')))).toEqual([0, 1, 2, 3, 4]);
      await quiet.dispose();
    }),
  );
});

describe('the size of an append', () => {
  const weighing = (bytes: number) => binaryEvent({ type: 'Scanned', data: new Uint8Array(bytes) });
  const tooLarge = { type: 'maximum-append-size-exceeded', maxAppendSize: 1_048_576 };

  it(
    'is at most 1 MiB of data, all events together',
    withDouble(async (client) => {
      await client.appendToStream('a', [weighing(2 ** 19), weighing(2 ** 19)]);
      await expect(client.appendToStream('a', [weighing(2 ** 19), weighing(2 ** 19 + 1)])).rejects.toMatchObject(
        tooLarge,
      );
      expect(await client.appendToStream('a', event(1))).toMatchObject({ nextExpectedRevision: 2n });
    }),
  );

  it(
    'is refused over several chunks with one answer',
    withDouble(async (client, double) => {
      const many = Array.from({ length: 8 }, () => weighing(2 ** 18));
      await expect(client.appendToStream('a', many, { batchAppendSize: 2 ** 19 })).rejects.toMatchObject(tooLarge);
      expect(await client.appendToStream('a', event(1))).toMatchObject({ nextExpectedRevision: 0n });
      expect(double.batches).toHaveLength(2);
    }),
  );

  it(
    'counts metadata and types in later versions',
    withDouble(
      async (client) => {
        await client.appendToStream('a', { ...weighing(90), type: 'Five5' });
        await expect(client.appendToStream('a', { ...weighing(91), type: 'Five5' })).rejects.toMatchObject({
          maxAppendSize: 100,
        });
        const withMetadata = binaryEvent({ type: 'Five5', data: new Uint8Array(80), metadata: new Uint8Array(11) });
        await expect(client.appendToStream('a', withMetadata)).rejects.toMatchObject({ maxAppendSize: 100 });
      },
      { maxAppendSize: 100, wholeEventsCount: true },
    ),
  );
});
