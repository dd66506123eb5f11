import { type EventStoreDBClient, type Filter, streamNameFilter } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { all, event, events, seededPicks, until, withDouble } from '../clients.ts';
import { NOWHERE } from './checkpoints.ts';

type Told = readonly ['event' | 'checkpoint', bigint] | 'caught up';

/** Subscribes with a filter and keeps positions of events and of checkpoints, in order. */
function filtered(client: EventStoreDBClient, filter: Filter, fromPosition?: { commit: bigint; prepare: bigint }) {
  const told: Told[] = [];
  const subscription = client.subscribeToAll({
    fromPosition,
    filter: {
      ...filter,
      checkpointReached: (_subscription: unknown, { commit }: { commit: bigint }) => {
        told.push(['checkpoint', commit]);
      },
    } as Filter,
  });
  subscription
    .on('caughtUp', () => told.push('caught up'))
    .on('data', ({ event }) => told.push(['event', event?.position?.commit ?? -1n]));
  const only = (what: 'event' | 'checkpoint') =>
    told.filter((entry) => entry[0] === what).map((entry) => entry[1] as bigint);
  return {
    told,
    checkpoints: () => only('checkpoint'),
    events: () => only('event'),
    live: () => until(() => told.includes('caught up')),
  };
}

const positions = async (client: EventStoreDBClient) =>
  (await all(client.readAll())).map(({ event }) => event?.position?.commit ?? -1n);

const NONE = { prefixes: ['nothing-'] };

describe('the checkpoints of a filtered subscription that catches up', () => {
  const hundred = (client: EventStoreDBClient) => client.appendToStream('other-1', events(100));

  it(
    'are where pages of 32 began that had no match, and where the last began when it has caught up',
    withDouble(async (client) => {
      await hundred(client);
      const log = await positions(client);
      const subscription = filtered(client, streamNameFilter(NONE));
      await subscription.live();
      expect(subscription.told).toEqual([
        ['checkpoint', 0n],
        ['checkpoint', log[32]],
        ['checkpoint', log[64]],
        ['checkpoint', log[96]],
        'caught up',
      ]);
    }),
  );

  it(
    'come after so many pages as was asked',
    withDouble(async (client) => {
      await hundred(client);
      const log = await positions(client);
      const subscription = filtered(client, streamNameFilter({ ...NONE, checkpointInterval: 2 }));
      await subscription.live();
      expect(subscription.checkpoints()).toEqual([log[32], log[96]]);
    }),
  );

  it(
    'come after pages of the size that was asked',
    withDouble(async (client) => {
      await hundred(client);
      const log = await positions(client);
      const subscription = filtered(client, streamNameFilter({ ...NONE, maxSearchWindow: 50 }));
      await subscription.live();
      expect(subscription.checkpoints()).toEqual([0n, log[50], log[100]]);
    }),
  );

  it(
    'are where the last event was that matched, when that is later',
    withDouble(async (client) => {
      await client.appendToStream('other-1', events(5));
      const { position } = await client.appendToStream('record-1', event(1));
      await client.appendToStream('other-1', events(5));
      const subscription = filtered(client, streamNameFilter({ prefixes: ['record-'] }));
      await subscription.live();
      expect(subscription.told).toEqual([['event', position?.commit], ['checkpoint', position?.commit], 'caught up']);
    }),
  );

  it(
    'are zero for a short log without a match, and the start for a start in the log',
    withDouble(async (client) => {
      const { position } = await client.appendToStream('other-1', event(1));
      await client.appendToStream('other-1', event(2));
      const fromStart = filtered(client, streamNameFilter(NONE));
      await fromStart.live();
      expect(fromStart.told).toEqual([['checkpoint', 0n], 'caught up']);
      const later = filtered(client, streamNameFilter(NONE), position);
      await later.live();
      expect(later.told).toEqual([['checkpoint', position?.commit], 'caught up']);
    }),
  );
});

describe('the first checkpoint of an older server', () => {
  const told = async (client: EventStoreDBClient, filter: Filter, from?: { commit: bigint; prepare: bigint }) => {
    const subscription = filtered(client, filter, from);
    await subscription.live();
    return subscription;
  };

  it(
    'is beyond all places when it has come from the start to the end without a match, and no other follows',
    withDouble(
      async (client) => {
        const { position } = await client.appendToStream('other-1', event(1));
        const subscription = await told(client, streamNameFilter(NONE));
        expect(subscription.told).toEqual([['checkpoint', NOWHERE], 'caught up']);
        await client.appendToStream('other-1', events(100));
        const { position: last } = await client.appendToStream('nothing-1', event(1));
        await until(() => subscription.events().length === 1);
        expect(subscription.events()).toEqual([last?.commit]);
        expect(subscription.checkpoints()).toEqual([NOWHERE]);
        expect((await told(client, streamNameFilter({ prefixes: ['other-'] }))).checkpoints()).not.toContain(NOWHERE);
        expect((await told(client, streamNameFilter({ prefixes: ['none-'] }), position)).checkpoints()).not.toContain(
          NOWHERE,
        );
      },
      { startsNowhere: true },
    ),
  );
});

describe('the checkpoints of a filtered subscription that is live', () => {
  it(
    'come after every 32 events of any kind',
    withDouble(async (client) => {
      const subscription = filtered(client, streamNameFilter(NONE));
      await subscription.live();
      const before = (await positions(client)).length;
      for (let n = 0; n < 70; n++) await client.appendToStream(`other-${n}`, event(n));
      const log = await positions(client);
      await until(() => subscription.checkpoints().length === 3);
      expect(subscription.checkpoints().slice(1)).toEqual([log[before + 31], log[before + 63]]);
    }),
  );

  it(
    'come after so many as was asked, and after the event when that matched',
    withDouble(async (client) => {
      const filter = streamNameFilter({ prefixes: ['record-'], maxSearchWindow: 2, checkpointInterval: 2 });
      const subscription = filtered(client, filter);
      await subscription.live();
      const begun = subscription.told.length;
      for (const stream of ['other-1', 'record-1', 'other-1']) await client.appendToStream(stream, event(1));
      const { position } = await client.appendToStream('record-1', event(2));
      await until(() => subscription.told.length === begun + 3);
      expect(subscription.told.slice(-2)).toEqual([
        ['event', position?.commit],
        ['checkpoint', position?.commit],
      ]);
    }),
  );

  it(
    'hold the subscription up while they are looked at',
    withDouble(async (client) => {
      const told: string[] = [];
      let release = () => {};
      const looking = new Promise<void>((resolve) => {
        release = resolve;
      });
      const checkpointReached = async () => {
        told.push('checkpoint');
        await looking;
        told.push('looked at');
      };
      const filter = streamNameFilter({ prefixes: ['record-'], checkpointReached });
      client
        .subscribeToAll({ filter })
        .on('data', () => told.push('event'))
        .on('caughtUp', () => told.push('caught up'));
      await until(() => told.length > 0);
      await client.appendToStream('record-1', event(1));
      expect(told).toEqual(['checkpoint']);
      release();
      await until(() => told.includes('event'));
      expect(told).toEqual(['checkpoint', 'looked at', 'caught up', 'event']);
    }),
  );
});

describe('all checkpoints', () => {
  it.each([1, 2, 3, 4])('only ever rise, and who resumes after one misses nothing (seed %i)', (seed) =>
    withDouble(async (client, double) => {
      const pick = seededPicks(seed);
      const write = () =>
        client.appendToStream(pick(['record-1', 'record-2', 'other-1', 'other-2']), events(pick([1, 2, 3, 40])));
      for (let n = 0; n < 20; n++) await write();
      const filter = streamNameFilter({
        prefixes: ['record-'],
        maxSearchWindow: pick([1, 5, 32]),
        checkpointInterval: pick([1, 3]),
      });
      double.faults.slowReader({ milliseconds: 1, probability: 0.3, seed, times: 200 });
      const subscription = filtered(client, filter);
      for (let n = 0; n < 20; n++) await write();
      const wanted = (await all(client.readAll()))
        .filter(({ event }) => event?.streamId.startsWith('record-'))
        .map(({ event }) => event?.position?.commit ?? -1n);
      await until(() => subscription.events().length === wanted.length);
      await subscription.live();
      expect(subscription.events()).toEqual(wanted);

      const checkpoints = subscription.checkpoints();
      expect(checkpoints).toEqual([...new Set(checkpoints)].sort((one, other) => (one < other ? -1 : 1)));
      const passedBefore = (index: number) =>
        subscription.told.slice(0, index).filter(([what]) => what === 'event').length;
      for (const [index, entry] of subscription.told.entries())
        if (entry[0] === 'checkpoint')
          expect(wanted.filter((position) => position > (entry[1] as bigint))).toEqual(
            wanted.slice(passedBefore(index)),
          );
    })(),
  );
});
