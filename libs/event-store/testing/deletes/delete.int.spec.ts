import { describe, expect, it } from '@jest/globals';
import { all, counted, event, events, ofUsers, revisions, withDouble } from '../clients.ts';

const TB_OF_DELETED = 9_223_372_036_854_775_807n;

describe('a stream that was deleted', () => {
  it(
    'is not found any more, and its events stay in the log',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      const { position } = await client.deleteStream('a', { expectedRevision: 2n });
      await expect(all(client.readStream('a'))).rejects.toMatchObject({ type: 'stream-not-found', streamName: 'a' });
      const log = await all(client.readAll());
      expect(ofUsers(log)).toHaveLength(3);
      const last = log.at(-1)?.event;
      expect(last).toMatchObject({ streamId: '$$a', type: '$metadata', position });
      expect(BigInt((last?.data as { $tb: number } | undefined)?.$tb ?? 0)).toBe(TB_OF_DELETED + 1n);
    }),
  );

  it.each(['any', 'no_stream', 2n] as const)(
    'is revived by an append that expects %s: numbering goes on',
    (expectedRevision) =>
      withDouble(async (client) => {
        await client.appendToStream('a', events(3));
        await client.deleteStream('a');
        await client.appendToStream('a', [event(3), event(4)], { expectedRevision });
        const read = await all(client.readStream('a'));
        expect([revisions(read), counted(read)]).toEqual([
          [3, 4],
          [3, 4],
        ]);
        expect((await client.getStreamMetadata('a')).metadata).toEqual({ truncateBefore: 3 });
      })(),
  );

  it(
    'keeps its end for conflicts',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      await client.deleteStream('a');
      const append = client.appendToStream('a', event(9), { expectedRevision: 7n });
      await expect(append).rejects.toMatchObject({ actualVersion: 2n });
    }),
  );
});

describe('a deletion is refused', () => {
  const wrong = { type: 'wrong-expected-version', code: 9, streamName: 'a' };

  it(
    'when the stream is not as expected',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      const error = { ...wrong, actualVersion: 2n };
      await expect(client.deleteStream('a', { expectedRevision: 1n })).rejects.toMatchObject({
        ...error,
        expectedVersion: 1n,
      });
      await expect(client.deleteStream('a', { expectedRevision: 'no_stream' })).rejects.toMatchObject({
        ...error,
        expectedVersion: -1n,
      });
      await expect(client.tombstoneStream('a', { expectedRevision: 5n })).rejects.toMatchObject({
        ...error,
        expectedVersion: 5n,
      });
    }),
  );

  it(
    'when there never was such a stream, whatever was expected',
    withDouble(async (client) => {
      const error = { ...wrong, actualVersion: -1n };
      await expect(client.deleteStream('a')).rejects.toMatchObject({ ...error, expectedVersion: -2n });
      await expect(client.tombstoneStream('a', { expectedRevision: 'stream_exists' as 'any' })).rejects.toMatchObject({
        ...error,
        expectedVersion: -4n,
      });
    }),
  );

  it(
    'when the stream is tombstoned',
    withDouble(async (client) => {
      await client.tombstoneStream('a');
      const error = { type: 'stream-deleted', code: 9, streamName: 'a' };
      await expect(client.deleteStream('a')).rejects.toMatchObject(error);
      await expect(client.tombstoneStream('a')).rejects.toMatchObject(error);
    }),
  );
});

describe('a tombstone', () => {
  it(
    'ends a stream for ever, with its metadata',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      await client.setStreamMetadata('a', { maxCount: 2 });
      const { position } = await client.tombstoneStream('a');
      const error = { type: 'stream-deleted', streamName: 'a' };
      await expect(all(client.readStream('a'))).rejects.toMatchObject(error);
      await expect(all(client.readStream('$$a'))).rejects.toMatchObject({ type: 'stream-deleted', streamName: '$$a' });
      await expect(client.setStreamMetadata('a', {})).rejects.toMatchObject({ type: 'stream-deleted' });
      const log = await all(client.readAll());
      expect(log.at(-1)?.event).toMatchObject({ streamId: 'a', type: '$streamDeleted', position });
      expect(ofUsers(log)).toHaveLength(4);
    }),
  );

  it(
    'can be set on a stream that never was, and on one that was deleted',
    withDouble(async (client) => {
      await client.tombstoneStream('a');
      await client.appendToStream('b', event(1));
      await client.deleteStream('b');
      await client.tombstoneStream('b');
      for (const stream of ['a', 'b'])
        await expect(all(client.readStream(stream))).rejects.toMatchObject({ type: 'stream-deleted' });
    }),
  );
});
