import { EventStoreDBClient } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { describe, expect, it } from '@jest/globals';
import { all, bareStreams, revisions, seededPicks, until, withDouble } from '../clients.ts';
import type { EventStoreDouble } from '../double.ts';
import { nothing } from '../wire/empties.ts';
import { identifierOf } from '../wire/ids.ts';

const { BatchAppendReq } = streams;
const STREAMS = 8;
const EVENTS = 25;

const requestFor = (stream: string, n: number, id: string) => {
  const message = new BatchAppendReq.ProposedMessage().setId(new shared.UUID().setString(id));
  message.getMetadataMap().set('type', 'Counted').set('content-type', 'application/json');
  const options = new BatchAppendReq.Options().setStreamIdentifier(identifierOf(stream));
  if (n === 0) options.setNoStream(nothing());
  else options.setStreamPosition(`${n - 1}`);
  return new BatchAppendReq()
    .setCorrelationId(new shared.UUID().setString(crypto.randomUUID()))
    .setOptions(options)
    .setProposedMessagesList([message])
    .setIsFinal(true);
};

/**
 * One try, in a call of its own: the revision it was answered with, if it was. The client is left out of it,
 * for in one process its streams of batches forget each other's appends.
 */
function tried(bare: StreamsClient, request: streams.BatchAppendReq): Promise<string | undefined> {
  return new Promise((resolve) => {
    const call = bare.batchAppend();
    const over = (revision?: string) => {
      clearTimeout(timer);
      call.cancel();
      resolve(revision);
    };
    const timer = setTimeout(over, 300);
    call.on('data', (answer: streams.BatchAppendResp) => over(answer.getSuccess()?.getCurrentRevision()));
    call.on('error', () => over()).on('end', () => over());
    call.write(request);
  });
}

/** Tried again with the same id and revision until it is answered. */
async function acknowledged(double: EventStoreDouble, bare: StreamsClient, stream: string, n: number): Promise<void> {
  const id = crypto.randomUUID();
  for (let revision: string | undefined; revision === undefined; ) {
    revision = await tried(bare, requestFor(stream, n, id));
    if (revision !== undefined) expect(revision).toBe(`${n}`);
    else await until(() => double.openCalls().length < 100);
  }
}

describe('the double under all faults at once', () => {
  it.each([1, 2])('loses nothing that it acknowledged and writes nothing twice (seed %i)', (seed) =>
    withDouble(async (_client, double) => {
      const { faults } = double;
      const pick = seededPicks(seed);
      const bare = bareStreams(double);
      const set = (
        ['silentBatch', 'endedBatch', 'unavailableBatch', 'cancelledBatch', 'droppedBatch', 'timedOutBatch'] as const
      ).flatMap((fault) =>
        [true, false].map((commits) => faults[fault]({ commits, probability: 0.02, seed: seed + pick([1, 2, 3]) })),
      );
      let isOver = false;
      const restarting = (async () => {
        while (!isOver) {
          await new Promise((resolve) => setTimeout(resolve, 400));
          await double.restart({ ending: pick(['cancelled', 'dropped']), milliseconds: pick([0, 20]) });
        }
      })();
      const writers = Array.from({ length: STREAMS }, async (_, stream) => {
        for (let n = 0; n < EVENTS; n++) await acknowledged(double, bare, `s-${stream}`, n);
      });
      await Promise.all(writers);
      isOver = true;
      await restarting;
      expect(set.filter(({ struck }) => struck > 0).length).toBeGreaterThan(6);
      faults.clear();
      bare.close();
      const reader = EventStoreDBClient.connectionString(double.connectionString);
      for (let stream = 0; stream < STREAMS; stream++)
        expect(revisions(await all(reader.readStream(`s-${stream}`)))).toEqual(
          Array.from({ length: EVENTS }, (_, n) => n),
        );
      await reader.dispose();
    })(),
  );
});
