import { binaryEvent, type EventStoreDBClient } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServiceError } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { bareStreams, event, events, withDouble } from '../clients.ts';
import { identifierOf } from '../wire/ids.ts';

// Credentials of a call, which go nowhere without TLS, make the client take this call instead of a batch.
const credentials = { username: 'admin', password: 'changeit' };
type Expected = bigint | 'any' | 'no_stream' | 'stream_exists';
const append = (client: EventStoreDBClient, count: number, expectedRevision: Expected = 'any') =>
  client.appendToStream('a', events(count), { credentials, expectedRevision });

describe('an append as a call of its own', () => {
  it(
    'is answered with revision and position',
    withDouble(async (client, double) => {
      expect(await append(client, 3, 'no_stream')).toMatchObject({ success: true, nextExpectedRevision: 2n });
      expect((await append(client, 1, 2n)).position?.commit).toBeGreaterThan(0n);
      expect(double.calls.map(({ rpc, authorized }) => [rpc, authorized])).toEqual([
        ['Append', false],
        ['Append', false],
      ]);
    }),
  );

  it(
    'is answered with what was found when the stream is not as expected',
    withDouble(async (client) => {
      const error = { type: 'wrong-expected-version', streamName: 'a' };
      await expect(append(client, 1, 3n)).rejects.toMatchObject({
        ...error,
        actualVersion: 'no_stream',
        expectedVersion: 3n,
      });
      await append(client, 3);
      await expect(append(client, 1, 'no_stream')).rejects.toMatchObject({
        actualVersion: 2n,
        expectedVersion: 'no_stream',
      });
    }),
  );

  it(
    'fails when the stream is tombstoned',
    withDouble(async (client) => {
      await client.tombstoneStream('a');
      await expect(append(client, 1)).rejects.toMatchObject({ type: 'stream-deleted', streamName: 'a', code: 9 });
    }),
  );

  it(
    'fails when it is too large',
    withDouble(async (client) => {
      const large = binaryEvent({ type: 'Scanned', data: new Uint8Array(2 ** 20 + 1) });
      await expect(client.appendToStream('a', large, { credentials })).rejects.toMatchObject({
        type: 'maximum-append-size-exceeded',
        maxAppendSize: 2 ** 20,
      });
    }),
  );

  it(
    'fails when the server is not ready, and when access is denied',
    withDouble(async (client, double) => {
      double.faults.notReady({ rpc: 'Append' });
      await expect(append(client, 1)).rejects.toMatchObject({ type: 'unavailable', code: 14 });
      double.faults.accessDenied({ rpc: 'Append' });
      await expect(append(client, 1)).rejects.toMatchObject({ type: 'access-denied', code: 7 });
      expect(await client.appendToStream('a', event(1))).toMatchObject({ nextExpectedRevision: 0n });
    }),
  );

  it(
    'fails when an event has no type',
    withDouble(async (_client, double) => {
      const bare = bareStreams(double);
      const error = await new Promise<ServiceError | null>((resolve) => {
        const call = bare.append((error) => resolve(error));
        const options = new streams.AppendReq.Options()
          .setStreamIdentifier(identifierOf('a'))
          .setAny(new shared.Empty());
        call.write(new streams.AppendReq().setOptions(options));
        const message = new streams.AppendReq.ProposedMessage().setId(new shared.UUID().setString(crypto.randomUUID()));
        call.write(new streams.AppendReq().setProposedMessage(message));
        call.end();
      });
      bare.close();
      expect(error?.code).toBe(3);
      expect(error?.metadata.getMap()).toMatchObject({
        exception: 'missing-required-metadata-property',
        'required-metadata-properties': 'type,content-type',
      });
    }),
  );
});
