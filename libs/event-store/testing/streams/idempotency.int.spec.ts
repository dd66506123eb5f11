import type { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { all, counted, event, events, withDouble } from '../clients.ts';

const stored = async (client: EventStoreDBClient) => counted(await all(client.readStream('a')));
const conflict = (actualVersion: bigint | 'no_stream') => ({ type: 'wrong-expected-version', actualVersion });

describe('rule 1: a tombstoned stream', () => {
  it.each(['any', 'stream_exists', 'no_stream', 0n] as const)('takes nothing, expecting %s', (expectedRevision) =>
    withDouble(async (client) => {
      await client.appendToStream('a', event(1));
      await client.tombstoneStream('a');
      const append = client.appendToStream('a', event(2), { expectedRevision });
      await expect(append).rejects.toMatchObject({ type: 'stream-deleted' });
    })(),
  );
});

describe('rule 2: a stream that has to exist', () => {
  const expectedRevision = 'stream_exists';

  it(
    'does not when nothing is known of it',
    withDouble(async (client) => {
      const append = client.appendToStream('a', event(1), { expectedRevision });
      await expect(append).rejects.toMatchObject(conflict('no_stream'));
    }),
  );

  it(
    'does when it has metadata and no event',
    withDouble(async (client) => {
      await client.setStreamMetadata('a', { maxCount: 10 });
      await client.appendToStream('a', event(1), { expectedRevision });
      expect(await stored(client)).toEqual([1]);
    }),
  );

  it(
    'is deleted when it was deleted softly',
    withDouble(async (client) => {
      await client.appendToStream('a', event(1));
      await client.deleteStream('a');
      const append = client.appendToStream('a', event(2), { expectedRevision });
      await expect(append).rejects.toMatchObject({ type: 'stream-deleted' });
    }),
  );
});

describe.each(['any', 'stream_exists'] as const)('rule 3: an append that expects %s', (expectedRevision) => {
  const [one, two, three] = [event(1), event(2), event(3)];
  const first = event(0);

  it(
    'is written when its first id is new, with ids again that are known',
    withDouble(async (client) => {
      await client.appendToStream('a', [first, one]);
      await client.appendToStream('a', [two, one], { expectedRevision });
      expect(await stored(client)).toEqual([0, 1, 2, 1]);
    }),
  );

  it(
    'is a repetition when all its ids are known: the first answer is given again',
    withDouble(async (client) => {
      await client.appendToStream('a', first);
      const answer = await client.appendToStream('a', [one, two], { expectedRevision });
      await client.appendToStream('a', three);
      expect(await client.appendToStream('a', [one, two], { expectedRevision })).toEqual(answer);
      expect(answer.nextExpectedRevision).toBe(2n);
      expect(await stored(client)).toEqual([0, 1, 2, 3]);
    }),
  );

  it(
    'is refused when its first id is known and a later one is not',
    withDouble(async (client) => {
      await client.appendToStream('a', [first, one]);
      const append = client.appendToStream('a', [one, two], { expectedRevision });
      await expect(append).rejects.toMatchObject(conflict(1n));
    }),
  );

  it(
    'is new when its ids are known of another stream only',
    withDouble(async (client) => {
      await client.appendToStream('a', first);
      await client.appendToStream('b', [one, two]);
      await client.appendToStream('a', [one, two], { expectedRevision });
      expect(await stored(client)).toEqual([0, 1, 2]);
    }),
  );

  it(
    'is written twice when the server was restarted in between',
    withDouble(async (client, double) => {
      await client.appendToStream('a', [first, one]);
      await double.restart({ milliseconds: 20 });
      await client.appendToStream('a', one, { expectedRevision });
      expect(await stored(client)).toEqual([0, 1, 1]);
    }),
  );
});

describe('rule 4: an append after a revision that others follow', () => {
  const [one, two, three] = [event(1), event(2), event(3)];

  it.each([['no_stream' as const], [0n]])(
    'expecting %s is a repetition when the same ids follow, also after a restart',
    (expectedRevision) =>
      withDouble(async (client, double) => {
        if (expectedRevision === 0n) await client.appendToStream('a', event(0));
        const answer = await client.appendToStream('a', [one, two], { expectedRevision });
        await client.appendToStream('a', three);
        await double.restart({ milliseconds: 20 });
        expect(await client.appendToStream('a', [one, two], { expectedRevision })).toEqual(answer);
      })(),
  );

  it(
    'is a repetition by its ids, whatever it says',
    withDouble(async (client) => {
      const answer = await client.appendToStream('a', one, { expectedRevision: 'no_stream' });
      const other = { ...event(99), id: one.id };
      expect(await client.appendToStream('a', other, { expectedRevision: 'no_stream' })).toEqual(answer);
      expect(await stored(client)).toEqual([1]);
    }),
  );

  it.each([
    ['the first id differs', [three, two]],
    ['a later id differs', [one, three]],
    ['it goes on where the stream ends', [one, two, three]],
  ])('is refused when %s', (_how, repeated) =>
    withDouble(async (client) => {
      await client.appendToStream('a', [one, two], { expectedRevision: 'no_stream' });
      const append = client.appendToStream('a', repeated, { expectedRevision: 'no_stream' });
      await expect(append).rejects.toMatchObject(conflict(1n));
    })(),
  );

  it(
    'expecting no stream is written when the stream was deleted softly',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      await client.deleteStream('a');
      const answer = await client.appendToStream('a', one, { expectedRevision: 'no_stream' });
      expect(answer.nextExpectedRevision).toBe(3n);
      expect(await stored(client)).toEqual([1]);
    }),
  );

  it(
    'expecting a revision is refused also when the stream was deleted softly, with its old end',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      await client.deleteStream('a');
      const append = client.appendToStream('a', one, { expectedRevision: 1n });
      await expect(append).rejects.toMatchObject(conflict(2n));
    }),
  );
});

describe('rule 5: an append after a revision', () => {
  it(
    'that is the last is written',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      expect(await client.appendToStream('a', event(3), { expectedRevision: 2n })).toMatchObject({ success: true });
    }),
  );

  it(
    'that is not yet there is refused',
    withDouble(async (client) => {
      await client.appendToStream('a', events(3));
      await expect(client.appendToStream('a', event(3), { expectedRevision: 3n })).rejects.toMatchObject(conflict(2n));
    }),
  );
});
