import { setTimeout as wait } from 'node:timers/promises';
import { jsonEvent } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { all, counted, event, events, ofUsers, revisions, withDouble } from '../clients.ts';

describe('the metadata of a stream', () => {
  it(
    'is an event of its metastream, of which only the newest can be read',
    withDouble(async (client) => {
      await client.setStreamMetadata('a', { maxCount: 5 });
      await client.setStreamMetadata('a', { truncateBefore: 2, owner: 'Registry' });
      const read = await all(client.readStream('$$a'));
      expect(read.map(({ event }) => [event?.type, event?.revision, event?.data])).toEqual([
        ['$metadata', 1n, { $tb: 2, owner: 'Registry' }],
      ]);
      const { metadata } = await client.getStreamMetadata('a');
      expect(metadata).toEqual({ truncateBefore: 2, owner: 'Registry' });
    }),
  );

  it(
    'is read with the position in the place of its revision',
    withDouble(async (client) => {
      const { position } = await client.setStreamMetadata('a', { maxCount: 5 });
      expect((await client.getStreamMetadata('a')).metastreamRevision).toBe(position?.commit);
      expect(await client.getStreamMetadata('b')).toEqual({ streamName: 'b' });
    }),
  );

  it(
    'lets only the last events be read, forwards and backwards, and leaves the log as it was',
    withDouble(async (client) => {
      await client.appendToStream('a', events(10));
      await client.setStreamMetadata('a', { maxCount: 3 });
      expect(counted(await all(client.readStream('a')))).toEqual([7, 8, 9]);
      expect(counted(await all(client.readStream('a', { maxCount: 2 })))).toEqual([7, 8]);
      const backwards = client.readStream('a', { direction: 'backwards', fromRevision: 'end' });
      expect(counted(await all(backwards))).toEqual([9, 8, 7]);
      await client.appendToStream('a', event(10), { expectedRevision: 9n });
      expect(revisions(await all(client.readStream('a', { fromRevision: 2n })))).toEqual([8, 9, 10]);
      expect(ofUsers(await all(client.readAll()))).toHaveLength(11);
    }),
  );

  it(
    'hides what is before a revision, and a stream of which all is hidden is there and empty',
    withDouble(async (client) => {
      await client.appendToStream('a', events(4));
      await client.setStreamMetadata('a', { truncateBefore: 3 });
      expect(revisions(await all(client.readStream('a')))).toEqual([3]);
      await client.setStreamMetadata('a', { truncateBefore: 4 });
      expect(await all(client.readStream('a'))).toEqual([]);
    }),
  );

  it(
    'hides what is too old',
    withDouble(async (client) => {
      await client.appendToStream('a', events(2));
      await wait(1100);
      await client.setStreamMetadata('a', { maxAge: 1 });
      await client.appendToStream('a', event(2));
      expect(revisions(await all(client.readStream('a')))).toEqual([2]);
      await client.setStreamMetadata('a', { maxAge: 3600 });
      expect(revisions(await all(client.readStream('a')))).toEqual([0, 1, 2]);
    }),
  );

  it.each([
    ['of values that are not positive', { $maxCount: 0, $maxAge: -1, $tb: 0 }],
    ['that is malformed', { $maxCount: 'two', $tb: 3 }],
    ['that is no object', ['$tb']],
  ])('%s hides nothing', (_what, data) =>
    withDouble(async (client) => {
      await client.appendToStream('a', events(4));
      await client.appendToStream('$$a', jsonEvent({ type: '$metadata', data }));
      expect(await all(client.readStream('a'))).toHaveLength(4);
    })(),
  );

  it(
    'does not make a stream that has no events',
    withDouble(async (client) => {
      await client.setStreamMetadata('a', { maxCount: 1 });
      await expect(all(client.readStream('a'))).rejects.toMatchObject({ type: 'stream-not-found' });
      expect(await client.appendToStream('a', event(0), { expectedRevision: 'no_stream' })).toMatchObject({
        success: true,
      });
    }),
  );
});
