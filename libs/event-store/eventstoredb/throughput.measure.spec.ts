import { EventStoreDBClient, type JSONType, jsonEvent } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { anEvent } from '#event-store/contract';
import { withDouble } from './testing/with-double.ts';

const ROUNDS = 15;
const AT_ONCE = 1000;

/** Milliseconds of both in turn, round after round, so that whatever else the machine does befalls both alike. */
async function ratioOf(bare: (round: number) => Promise<unknown>, adapter: (round: number) => Promise<unknown>) {
  const timed = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % 2 === 0 ? await timed(() => bare(round)) : 0;
    const own = await timed(() => adapter(round));
    ratios.push((first || (await timed(() => bare(round)))) / own);
  }
  return ratios.sort((one, other) => one - other)[(ROUNDS - 1) / 2] as number;
}

const PATIENT = { callMilliseconds: 10_000, patienceMilliseconds: 60_000 };

describe('beside the bare client, over the same double', () => {
  it(
    'appends are at least 0.8 as fast, a thousand under way',
    withDouble(async (store, { connectionString }) => {
      const client = EventStoreDBClient.connectionString(connectionString);
      const atOnce = (append: (n: number) => Promise<unknown>) =>
        Promise.all(Array.from({ length: AT_ONCE }, (_, n) => append(n)));
      const ratio = await ratioOf(
        (round) =>
          atOnce((n) => {
            const { id, type, data, metadata } = anEvent();
            const event = jsonEvent({ id, type, data: data as JSONType, metadata: metadata as unknown as JSONType });
            return client.appendToStream(`bare-${round}-${n}`, event, { expectedRevision: 'no_stream' });
          }),
        (round) => atOnce((n) => store.append(`record-${round}-${n}`, 'no-stream', [anEvent()])),
      );
      await client.dispose();
      expect(ratio).toBeGreaterThanOrEqual(0.8);
    }, PATIENT),
    300_000,
  );

  it(
    'reads are at least 0.9 as fast, of a stream and of the log, data looked at',
    withDouble(async (store, { connectionString }) => {
      for (let n = 0; n < 3; n++)
        await store.append(
          'record-s1',
          'any',
          Array.from({ length: 1000 }, () => anEvent()),
        );
      const client = EventStoreDBClient.connectionString(connectionString);
      const ofStream = await ratioOf(
        async () => {
          for await (const { event } of client.readStream('record-s1')) void event?.data;
        },
        async () => {
          for await (const event of store.readStream('record-s1')) void event.data;
        },
      );
      const ofLog = await ratioOf(
        async () => {
          for await (const { event } of client.readAll()) void event?.data;
        },
        async () => {
          for await (const { events } of store.readAll()) for (const event of events) void event.data;
        },
      );
      await client.dispose();
      expect([ofStream, ofLog].map((ratio) => ratio >= 0.9 || ratio)).toEqual([true, true]);
    }, PATIENT),
    300_000,
  );
});
