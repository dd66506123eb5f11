import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { describe, expect, it } from '@jest/globals';
import { all, bareStreams, counted, event, events, ofUsers, withDouble } from '../clients.ts';

const positions = (found: Awaited<ReturnType<typeof all>>) => found.map(({ event }) => event?.position?.commit ?? -1n);

describe('reading everything', () => {
  it(
    'gives all streams in the order of writing, at positions that rise with gaps',
    withDouble(async (client) => {
      await client.appendToStream('a', [event(0), event(1)]);
      await client.appendToStream('b', [event(2)]);
      await client.appendToStream('a', [event(3)]);
      const found = ofUsers(await all(client.readAll()));
      expect(counted(found)).toEqual([0, 1, 2, 3]);
      const gaps = positions(found).map((position, index, before) => position - (before[index - 1] ?? 0n));
      expect(gaps.every((gap) => gap > 1n)).toBe(true);
      expect(found.every(({ event, commitPosition }) => event?.position?.prepare === commitPosition)).toBe(true);
    }),
  );

  it(
    'shows what the server and metadata are, but not its epochs',
    withDouble(async (client) => {
      const fresh = await all(client.readAll());
      expect(fresh.length).toBeGreaterThan(0);
      expect(positions(fresh)[0]).toBeGreaterThan(0n);
      await client.setStreamMetadata('a', { maxCount: 1 });
      const names = (await all(client.readAll())).map(({ event }) => event?.streamId);
      expect(names).toContain('$$a');
      expect(names).not.toContain('$epoch-information');
    }),
  );

  it(
    'goes on with the same positions after a restart, with a gap for what the server wrote meanwhile',
    withDouble(async (client, double) => {
      const { position: before } = await client.appendToStream('a', event(0));
      await double.restart();
      const { position: after } = await client.appendToStream('a', event(0));
      expect(counted(ofUsers(await all(client.readAll())))).toEqual([0, 0]);
      expect((after?.commit ?? 0n) - (before?.commit ?? 0n)).toBeGreaterThan(150n);
    }),
  );

  it(
    'goes forwards from a position with the event there, and backwards without it',
    withDouble(async (client) => {
      await client.appendToStream('a', events(5));
      const found = ofUsers(await all(client.readAll()));
      const fromPosition = found[2]?.event?.position;
      if (!fromPosition) throw new Error('no position');
      expect(counted(await all(client.readAll({ fromPosition })))).toEqual([2, 3, 4]);
      const direction = 'backwards';
      expect(counted(await all(client.readAll({ fromPosition, direction, maxCount: 2 })))).toEqual([1, 0]);
      expect(counted(await all(client.readAll({ fromPosition: 'end', direction, maxCount: 2 })))).toEqual([4, 3]);
      expect(await all(client.readAll({ fromPosition: 'end' }))).toEqual([]);
      expect(await all(client.readAll({ fromPosition: 'start', direction }))).toEqual([]);
      expect(await all(client.readAll({ maxCount: 3 }))).toHaveLength(3);
    }),
  );

  it(
    'reads the whole of a long log both ways',
    withDouble(async (client) => {
      await client.appendToStream('a', events(1234));
      const forwards = positions(await all(client.readAll()));
      const backwards = positions(await all(client.readAll({ direction: 'backwards', fromPosition: 'end' })));
      expect(forwards.length).toBeGreaterThan(1234);
      expect(backwards.reverse()).toEqual(forwards);
    }),
  );

  it(
    'refuses a position beyond the log',
    withDouble(async (client) => {
      const fromPosition = { commit: 10n ** 12n, prepare: 10n ** 12n };
      await expect(all(client.readAll({ fromPosition }))).rejects.toMatchObject({ code: 3 });
    }),
  );

  it(
    'keeps events that were deleted or truncated',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      await client.setStreamMetadata('a', { truncateBefore: 2 });
      await client.appendToStream('b', events(3));
      await client.deleteStream('b');
      expect(counted(ofUsers(await all(client.readAll())))).toEqual([0, 1, 2, 0, 1, 2]);
    }),
  );

  it(
    'takes a filter, and gives ids in two halves when text is not asked for',
    withDouble(async (client, double) => {
      const id = 'f0e1d2c3-b4a5-4687-8796-a5b4c3d2e1f0';
      await client.appendToStream('a', [{ ...event(0, 'Wanted'), id }, event(1)]);
      const bare = bareStreams(double);
      const { Options } = streams.ReadReq;
      const filter = new Options.FilterOptions()
        .setEventType(new Options.FilterOptions.Expression().setRegex('ante'))
        .setCount(new shared.Empty());
      const options = new Options()
        .setAll(new Options.AllOptions().setStart(new shared.Empty()))
        .setCount('10')
        .setFilter(filter);
      const found: streams.ReadResp[] = [];
      for await (const message of bare.read(new streams.ReadReq().setOptions(options))) found.push(message);
      bare.close();
      expect(found).toHaveLength(1);
      const halves = found[0]?.getEvent()?.getEvent()?.getId()?.getStructured();
      expect(BigInt.asUintN(64, BigInt(halves?.getMostSignificantBits() ?? 0))).toBe(0xf0e1d2c3b4a54687n);
      expect(BigInt.asUintN(64, BigInt(halves?.getLeastSignificantBits() ?? 0))).toBe(0x8796a5b4c3d2e1f0n);
    }),
  );
});
