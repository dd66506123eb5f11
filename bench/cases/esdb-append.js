import { NO_STREAM } from '@eventstore/db-client';
import { besideBareClient, clientEvent } from '../event-store-db.js';
import { exampleStreams } from '../events.js';
import { figures, interleaved, rate } from '../measuring.js';
import { inLanes } from './append.js';

const IN_FLIGHT = 1_000;

/** Appends of one event each through the adapter of EventStoreDB, and by the client that it is built on. */
export const esdbAppend = {
  id: 'esdb-append-1000',
  title: `appends to EventStoreDB's double, ${IN_FLIGHT.toLocaleString('en')} in flight`,
  unit: 'events/s',
  async run({ quick, rounds, tell }) {
    const perStream = quick ? 6 : 12;
    return besideBareClient(async (store, client) => {
      let round = 0;
      const fresh = () => {
        const name = `-${round++}`;
        return exampleStreams(IN_FLIGHT, perStream).map((one) => ({ ...one, stream: one.stream + name }));
      };
      const results = await interleaved(
        { rounds, tell },
        {
          ours: () =>
            timed(fresh(), (stream, event, revision) =>
              store.append(stream, revision === 0 ? 'no-stream' : BigInt(revision - 1), [event]),
            ),
          bare: () =>
            timed(fresh(), (stream, event, revision) =>
              client.appendToStream(stream, clientEvent(event), {
                expectedRevision: revision === 0 ? NO_STREAM : BigInt(revision - 1),
              }),
            ),
          peer: null,
        },
      );
      return { ...figures(results), events: IN_FLIGHT * perStream };
    });
  },
};

const timed = (streams, appendOne) =>
  rate(streams.length * streams[0].events.length, () => inLanes(streams, IN_FLIGHT, appendOne));
