import { binaryEvent, type EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { all, counted, events, heard, until, withDouble } from '../clients.ts';

const link = (target: string) => binaryEvent({ type: '$>', data: new Uint8Array(Buffer.from(target)) });
const linked = async (client: EventStoreDBClient, ...targets: string[]) => {
  await client.appendToStream('a', events(3));
  return client.appendToStream('links', targets.map(link));
};

describe('a link', () => {
  it(
    'is an event like others unless it is asked what it points at',
    withDouble(async (client) => {
      await linked(client, '1@a');
      const [read] = await all(client.readStream('links'));
      expect([read?.event?.type, read?.link]).toEqual(['$>', undefined]);
    }),
  );

  it(
    'is given with what it points at, at its own position',
    withDouble(async (client) => {
      const { position } = await linked(client, '1@a');
      const read = await all(client.readStream('links', { resolveLinkTos: true }));
      expect(counted(read)).toEqual([1]);
      expect(read[0]).toMatchObject({
        event: { streamId: 'a' },
        link: { streamId: 'links', position },
        commitPosition: position?.commit,
      });
      const subscription = heard(client.subscribeToStream('links', { resolveLinkTos: true }));
      await until(() => subscription.events().length > 0);
      expect(counted(subscription.events())).toEqual([1]);
    }),
  );

  it(
    'is given alone when what it points at is gone',
    withDouble(async (client) => {
      await linked(client, '0@a', '9@a', '0@b', 'nowhere', '2@a');
      await client.setStreamMetadata('a', { truncateBefore: 1 });
      const read = await all(client.readStream('links', { resolveLinkTos: true }));
      expect(read.map(({ event, link }) => [event?.streamId, link?.streamId])).toEqual([
        ...Array.from({ length: 4 }, () => [undefined, 'links']),
        ['a', 'links'],
      ]);
      await client.deleteStream('a');
      const deleted = await all(client.readStream('links', { resolveLinkTos: true }));
      expect(deleted.filter(({ event }) => event !== undefined)).toEqual([]);
    }),
  );
});
