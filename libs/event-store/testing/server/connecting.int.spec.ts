import { EventStoreDBClient, persistentSubscriptionToStreamSettingsFromDefaults } from '@eventstore/db-client';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { credentials } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { all, event, withDouble } from '../clients.ts';
import type { EventStoreDouble } from '../double.ts';

const rpcs = (double: EventStoreDouble) => double.calls.map(({ rpc }) => rpc);

describe('a client that connects to the double', () => {
  it(
    'asks at its first append what the server can do, and never for gossip',
    withDouble(async (client, double) => {
      await all(client.readAll());
      await client.appendToStream('a', event(1));
      await client.appendToStream('a', event(2));
      expect(rpcs(double)).toEqual(['Read', 'GetSupportedMethods', 'BatchAppend']);
    }),
  );

  it(
    'is told the methods in lower case, with their features',
    withDouble(async (_client, double) => {
      const asking = new ServerFeaturesClient(`127.0.0.1:${double.port}`, credentials.createInsecure());
      const told = await new Promise<SupportedMethods>((resolve, reject) =>
        asking.getSupportedMethods(new shared.Empty(), (error, answer) => (error ? reject(error) : resolve(answer))),
      );
      asking.close();
      expect(told.getEventStoreServerVersion()).toBe('24.6.0');
      const methods = told
        .getMethodsList()
        .map((method) => [method.getServiceName(), method.getMethodName(), method.getFeaturesList()]);
      const streams = 'event_store.client.streams.streams';
      expect(methods).toContainEqual([streams, 'batchappend', ['deadline_duration']]);
      expect(methods).toContainEqual([streams, 'read', ['position', 'events']]);
      const persistent = 'event_store.client.persistent_subscriptions.persistentsubscriptions';
      expect(methods.filter(([service]) => service === persistent)).toHaveLength(8);
      expect(methods).toContainEqual([persistent, 'replayparked', ['stream', 'all']]);
    }),
  );

  it(
    'appends by the older call when the server knows of no features',
    withDouble(async (client, double) => {
      double.faults.failedProbe({ how: 'unimplemented' });
      expect(await client.appendToStream('a', event(1))).toMatchObject({ success: true });
      expect(rpcs(double)).toEqual(['GetSupportedMethods', 'Append']);
    }),
  );

  it(
    'keeps a failed probe for good, and after one that says "unavailable" asks again',
    withDouble(async (client, double) => {
      double.faults.failedProbe({ how: 'unavailable' });
      await expect(client.appendToStream('a', event(1))).rejects.toMatchObject({ code: 14 });
      double.faults.failedProbe();
      await expect(client.appendToStream('a', event(1))).rejects.toMatchObject({ code: 2 });
      await expect(client.appendToStream('a', event(1))).rejects.toMatchObject({ code: 2 });
      expect(rpcs(double)).toEqual(['GetSupportedMethods', 'GetSupportedMethods']);
    }),
  );

  it(
    'asks again after a restart',
    withDouble(async (client, double) => {
      await client.appendToStream('a', event(1));
      await double.restart();
      await client.appendToStream('a', event(2));
      expect(rpcs(double)).toEqual(['GetSupportedMethods', 'BatchAppend', 'GetSupportedMethods', 'BatchAppend']);
    }),
  );

  it(
    'says its name, whether it wants the leader, and nothing of its password',
    withDouble(async (_client, double) => {
      const { port } = double;
      const named = EventStoreDBClient.connectionString`esdb://admin:changeit@127.0.0.1:${port}?tls=false&connectionName=me`;
      await all(named.readAll({ requiresLeader: true }));
      expect(double.calls.at(-1)).toMatchObject({ connectionName: 'me', requiresLeader: true, authorized: false });
      await named.dispose();
    }),
  );

  it(
    'finds it by gossip, too',
    withDouble(async (_client, double) => {
      const discovering = EventStoreDBClient.connectionString`esdb+discover://127.0.0.1:${double.port}?tls=false`;
      await discovering.appendToStream('a', event(1));
      expect(rpcs(double)).toEqual(['Gossip', 'GetSupportedMethods', 'BatchAppend']);
      await discovering.dispose();
    }),
  );

  it(
    'gets UNIMPLEMENTED for persistent subscriptions',
    withDouble(async (client) => {
      const created = client.createPersistentSubscriptionToStream(
        'a',
        'group',
        persistentSubscriptionToStreamSettingsFromDefaults(),
      );
      await expect(created).rejects.toMatchObject({ code: 12 });
    }),
  );

  it(
    'may append more than the 4 MiB of the default of grpc-js, and not 16 MiB',
    withDouble(
      async (client) => {
        const large = (mebibytes: number) => ({ ...event(1), data: 'x'.repeat(mebibytes * 2 ** 20) });
        expect(await client.appendToStream('a', large(8))).toMatchObject({ success: true });
        await expect(client.appendToStream('a', large(16))).rejects.toMatchObject({ code: 8 });
      },
      { maxAppendSize: 2 ** 24 },
    ),
  );
});
