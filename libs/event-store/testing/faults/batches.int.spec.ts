import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { all, counted, event, until, withDouble } from '../clients.ts';
import type { EventStoreDouble } from '../double.ts';

/** What became of an append while it was watched: its error, its success, or nothing. */
async function outcomeOf(append: Promise<unknown>, milliseconds = 150): Promise<unknown> {
  const nothing = new Promise((resolve) => setTimeout(resolve, milliseconds, 'pending'));
  return Promise.race([append.then(() => 'success').catch((error) => error.type), nothing]);
}

const written = async (client: EventStoreDBClient) =>
  counted(
    await all(client.readStream('a')).catch((error) =>
      error.type === 'stream-not-found' ? [] : Promise.reject(error),
    ),
  );

type BatchFault =
  | 'silentBatch'
  | 'unavailableBatch'
  | 'cancelledBatch'
  | 'endedBatch'
  | 'droppedBatch'
  | 'timedOutBatch';

describe.each<[BatchFault, string]>([
  ['silentBatch', 'pending'],
  ['endedBatch', 'pending'],
  ['unavailableBatch', 'unavailable'],
  ['droppedBatch', 'unavailable'],
  ['cancelledBatch', 'cancelled'],
  ['timedOutBatch', 'deadline-exceeded'],
])('a batch that meets %s', (fault, outcome) => {
  it.each([true, false])(`is ${outcome} to its client, and written or not as was told (%s)`, (commits) =>
    withDouble(async (client, double) => {
      const set = double.faults[fault]({ commits });
      const append = client.appendToStream('a', event(1), { deadline: 1000 });
      append.catch(() => {});
      await until(() => set.struck === 1);
      expect(await outcomeOf(append)).toBe(outcome);
      expect(double.batches[0]).toMatchObject({ stream: 'a', tried: commits });
      expect(await written(client)).toEqual(commits ? [1] : []);
      const later = EventStoreDBClient.connectionString(double.connectionString);
      await later.appendToStream('a', event(2));
      expect(await written(later)).toEqual(commits ? [1, 2] : [2]);
      await later.dispose();
    })(),
  );
});

describe('faults of batches', () => {
  it(
    'strike only the streams that are named',
    withDouble(async (client, double) => {
      double.faults.timedOutBatch({ commits: false, stream: 'record-' });
      expect(await outcomeOf(client.appendToStream('course-1', event(1)))).toBe('success');
      expect(await outcomeOf(client.appendToStream('record-1', event(1)))).toBe('deadline-exceeded');
    }),
  );

  it(
    'take along what else is under way in the process, of other clients too',
    withDouble(async (client, double) => {
      const other = EventStoreDBClient.connectionString(double.connectionString);
      double.faults.silentBatch({ commits: false, stream: 'other' });
      const innocent = outcomeOf(other.appendToStream('other', event(1)), 2000);
      await until(() => double.batches.length === 1);
      double.faults.unavailableBatch({ commits: false });
      expect(await outcomeOf(client.appendToStream('a', event(1)))).toBe('unavailable');
      expect(await innocent).toBe('unavailable');
      await other.dispose();
    }),
  );

  it(
    'end all streams of batches at once when told; a client that met this never appends again, nor ends',
    withDouble(async (client, double) => {
      await client.appendToStream('a', event(1));
      double.faults.endBatchStreams();
      await until(() => double.openCalls().length === 0);
      expect(await outcomeOf(client.appendToStream('a', event(2)))).toBe('pending');
      expect(await outcomeOf(client.dispose())).toBe('pending');
      expect(double.batches).toHaveLength(1);
    }),
  );

  it(
    'leave a slow server slow until they are lifted',
    withDouble(async (client, double) => {
      await client.appendToStream('a', event(1));
      const slow = double.faults.slowServer({ milliseconds: 120 });
      const begun = performance.now();
      await client.appendToStream('a', event(2));
      expect(performance.now() - begun).toBeGreaterThan(110);
      slow.lift();
      expect(slow.struck).toBe(1);
    }),
  );
});

describe('faults of any call', () => {
  const refusals = async (double: EventStoreDouble, client: EventStoreDBClient) => [
    await outcomeOf(client.appendToStream('a', event(1))),
    await outcomeOf(all(client.readAll({ maxCount: 1 }))),
    await outcomeOf(client.tombstoneStream('b')),
    await outcomeOf(client.deleteStream('a')),
    double.batches.length,
  ];

  it(
    'let a server be not ready for its first calls',
    withDouble(async (client, double) => {
      double.faults.notReady({ times: 4 });
      expect(await refusals(double, client)).toEqual(['unknown', 'unavailable', 'unavailable', 'unavailable', 1]);
      expect(await outcomeOf(client.appendToStream('a', event(2)))).toBe('success');
      expect(await written(client)).toEqual([2]);
    }),
  );

  it(
    'deny access',
    withDouble(async (client, double) => {
      double.faults.accessDenied({ times: 4 });
      expect(await refusals(double, client)).toEqual([
        'access-denied',
        'access-denied',
        'access-denied',
        'access-denied',
        1,
      ]);
    }),
  );

  it(
    'send a client to the leader, whom it asks from then on',
    withDouble(
      withLeader(async (client, follower, leader) => {
        follower.faults.notLeader({ host: '127.0.0.1', port: leader.port });
        const refused = client.appendToStream('a', event(1));
        await expect(refused).rejects.toMatchObject({ type: 'not-leader', leader: { port: leader.port } });
        await client.appendToStream('a', event(1));
        expect([follower.batches.length, leader.batches.length]).toEqual([1, 1]);
      }),
    ),
  );

  it(
    'leave the question what the server can do without an answer',
    withDouble(async (client, double) => {
      double.faults.failedProbe({ how: 'silent' });
      expect(await outcomeOf(client.appendToStream('a', event(1), { deadline: 20 }))).toBe('pending');
      expect(double.calls.map(({ rpc, state }) => [rpc, state])).toEqual([['GetSupportedMethods', 'open']]);
    }),
  );
});

function withLeader(
  test: (client: EventStoreDBClient, follower: EventStoreDouble, leader: EventStoreDouble) => Promise<void>,
) {
  return (client: EventStoreDBClient, follower: EventStoreDouble) =>
    withDouble((_own, leader) => test(client, follower, leader))();
}
