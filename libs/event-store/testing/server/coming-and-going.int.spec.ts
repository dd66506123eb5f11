import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { all, counted, event, events, heard, ofUsers, until, withDouble } from '../clients.ts';
import { startEventStoreDouble } from '../double.ts';

describe('a double that goes down', () => {
  it.each([
    ['cancelled', 'cancelled', '1 CANCELLED: the server is shutting down'],
    ['dropped', 'unavailable', '14 UNAVAILABLE: Connection dropped'],
  ] as const)('%s fails what is open as %s, and says: %s', (ending, type, message) =>
    withDouble(async (client, double) => {
      await client.appendToStream('a', event(0));
      const subscription = heard(client.subscribeToAll());
      await subscription.live();
      double.faults.silentBatch({ commits: false });
      const append = client.appendToStream('a', event(1));
      const refused = expect(append).rejects.toMatchObject({ type, message });
      await until(() => double.batches.length === 2);
      await double.stop(ending);
      await until(() => subscription.error() !== undefined);
      expect(subscription.error()).toMatchObject({ type, message });
      await refused;
      expect(double.openCalls()).toEqual([]);
    })(),
  );

  it(
    'is unavailable, and comes back on its port with what was written',
    withDouble(async (client, double) => {
      await client.appendToStream('a', events(2));
      await double.stop();
      await wait(20);
      await expect(all(client.readStream('a'))).rejects.toMatchObject({ type: 'unavailable' });
      await double.start();
      const again = EventStoreDBClient.connectionString(double.connectionString);
      expect(counted(await all(again.readStream('a')))).toEqual([0, 1]);
      expect(await again.appendToStream('a', event(2), { expectedRevision: 1n })).toMatchObject({ success: true });
      await again.dispose();
    }),
  );

  it(
    'does both in a restart, with a pause, and may be started or stopped twice',
    withDouble(async (client, double) => {
      await client.appendToStream('a', event(0));
      const begun = performance.now();
      await double.restart({ ending: 'dropped', milliseconds: 100 });
      expect(performance.now() - begun).toBeGreaterThan(95);
      await double.start();
      const again = EventStoreDBClient.connectionString(double.connectionString);
      expect(counted(ofUsers(await all(again.readAll())))).toEqual([0]);
      await again.dispose();
      await double.stop();
      await double.stop();
    }),
  );

  it(
    'loses its connections when told, and takes new ones',
    withDouble(async (client, double) => {
      const subscription = heard(client.subscribeToAll());
      await subscription.live();
      double.faults.dropConnections();
      await until(() => subscription.error() !== undefined);
      expect(subscription.error()).toMatchObject({ type: 'unavailable' });
      await until(() => double.openCalls().length === 0);
      expect(await client.appendToStream('a', event(1))).toMatchObject({ success: true });
    }),
  );

  it('leaves its log in a file when it has one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'double-'));
    const path = join(folder, 'log.db');
    for (const found of [[], [0], [0, 1]]) {
      const double = await startEventStoreDouble({ path });
      const client = EventStoreDBClient.connectionString(double.connectionString);
      expect(counted(ofUsers(await all(client.readAll())))).toEqual(found);
      await client.appendToStream('a', event(found.length), { expectedRevision: 'any' });
      await client.dispose();
      await double.close();
    }
    rmSync(folder, { recursive: true });
  });
});
