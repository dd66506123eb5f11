import { jsonEvent } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { all, counted, event, events, revisions, until, withDouble } from '../clients.ts';

describe('reading a stream', () => {
  it(
    'gives what was written, with everything about it',
    withDouble(async (client) => {
      const written = jsonEvent({ type: 'Enrolled', data: { course: '數據結構' }, metadata: { actor: 'registry' } });
      const before = Date.now();
      const { position } = await client.appendToStream('課程', { ...written, id: written.id.toUpperCase() });
      const [read] = await all(client.readStream('課程'));
      expect(read?.event).toMatchObject({
        streamId: '課程',
        id: written.id,
        revision: 0n,
        type: 'Enrolled',
        data: { course: '數據結構' },
        metadata: { actor: 'registry' },
        isJson: true,
        position,
      });
      expect(read?.commitPosition).toBe(position?.commit);
      expect(read?.event?.created.getTime()).toBeGreaterThanOrEqual(before);
      expect(read?.event?.created.getTime()).toBeLessThanOrEqual(Date.now());
    }),
  );

  it(
    'goes forwards and backwards from a revision, that one included, and so far as is asked',
    withDouble(async (client) => {
      await client.appendToStream('a', events(500));
      const direction = 'backwards';
      expect(revisions(await all(client.readStream('a')))).toEqual(Array.from({ length: 500 }, (_, n) => n));
      expect(revisions(await all(client.readStream('a', { fromRevision: 497n })))).toEqual([497, 498, 499]);
      expect(revisions(await all(client.readStream('a', { fromRevision: 3n, maxCount: 2 })))).toEqual([3, 4]);
      expect(revisions(await all(client.readStream('a', { direction, fromRevision: 2n })))).toEqual([2, 1, 0]);
      expect(revisions(await all(client.readStream('a', { direction, fromRevision: 'end', maxCount: 2 })))).toEqual([
        499, 498,
      ]);
      expect(await all(client.readStream('a', { direction, fromRevision: 'end' }))).toHaveLength(500);
      expect(revisions(await all(client.readStream('a', { direction, fromRevision: 'start' })))).toEqual([0]);
    }),
  );

  it(
    'that does not exist says so',
    withDouble(async (client) => {
      await expect(all(client.readStream('a'))).rejects.toMatchObject({ type: 'stream-not-found', streamName: 'a' });
    }),
  );

  it(
    'from beyond its end gives nothing forwards, and all of it backwards',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      expect(await all(client.readStream('a', { fromRevision: 3n }))).toEqual([]);
      expect(counted(await all(client.readStream('a', { direction: 'backwards', fromRevision: 9n })))).toEqual([
        2, 1, 0,
      ]);
    }),
  );

  it(
    'forwards from its end is refused',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      await expect(all(client.readStream('a', { fromRevision: 'end' }))).rejects.toMatchObject({
        type: 'unknown',
        code: 2,
        message: expect.stringContaining('Unexpected ReadStreamResult: Error'),
      });
    }),
  );

  it(
    'takes ids a second time in another stream',
    withDouble(async (client) => {
      const twice = event(1);
      await client.appendToStream('a', twice);
      await client.appendToStream('b', twice);
      const ids = [...(await all(client.readStream('a'))), ...(await all(client.readStream('b')))].map(
        ({ event }) => event?.id,
      );
      expect(ids).toEqual([twice.id, twice.id]);
    }),
  );

  it(
    'goes no faster than its reader, and ends when the reader leaves',
    withDouble(async (client, double) => {
      const large = Array.from({ length: 200 }, () => ({ ...event(1), data: 'x'.repeat(5000) }));
      await client.appendToStream('a', large);
      for (let round = 0; round < 20; round++)
        await client.appendToStream(
          'a',
          large.map((one) => ({ ...one, id: crypto.randomUUID() })),
        );
      const read = client.readStream('a');
      for await (const _ of read) break;
      const [call] = double.openCalls().filter(({ rpc }) => rpc === 'Read');
      expect(call?.sent).toBeLessThan(2000);
      await read.cancel();
      await until(() => call?.state === 'cancelled');
      expect(double.openCalls().filter(({ rpc }) => rpc === 'Read')).toEqual([]);
    }),
  );
});
