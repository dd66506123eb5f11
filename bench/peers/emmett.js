import { endAllPools } from '@event-driven-io/dumbo';
import {
  getPostgreSQLEventStore,
  pongoSingleStreamProjection,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql';
import { inLanes } from '../cases/append.js';
import { rate } from '../measuring.js';
import { emptyRecord, evolve } from '../product.js';
import { startPostgres } from './postgres.js';

/** What it is that is measured, for the report. */
export const PEER = '@event-driven-io/emmett-postgresql 0.42.0';

/** Emmett's event store on a PostgreSQL of its own; every run begins with empty tables. */
export async function openEmmett() {
  const server = await startPostgres();
  const store = getPostgreSQLEventStore(server.connectionString);
  await store.schema.migrate();
  const emptied = () => store.schema.dangerous.truncate({ resetSequences: true });
  let rebuilds = 0;
  const append = (stream, events, revision) =>
    store.appendToStream(
      stream,
      events.map(({ type, data, metadata }) => ({ type, data, metadata })),
      { expectedStreamVersion: revision === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision) },
    );
  return {
    postgres: server.version,

    async append(streams, inFlight) {
      await emptied();
      return rate(streams.length * streams[0].events.length, () =>
        inLanes(streams, inFlight, (stream, event, revision) => append(stream, [event], revision)),
      );
    },

    /**
     * Fills the log for `rebuild`, one append after the other: of appends at the same time, whose positions and
     * transactions interleave, this version's projections leave out some.
     * @param {{stream: string, events: object[]}[]} streams
     */
    async fill(streams) {
      await emptied();
      for (const { stream, events } of streams) await append(stream, events, 0);
    },

    /**
     * Rebuilds one document for each stream, which holds the folded record: a third of what the product rebuilds. Each
     * run is a projection of its own: in this version a second rebuild of the same one goes on from its checkpoint,
     * having emptied its documents.
     */
    async rebuild(events, types) {
      let evolved = 0;
      const projection = pongoSingleStreamProjection({
        collectionName: `records_${++rebuilds}`,
        canHandle: types,
        initialState: () => ({ record: emptyRecord }),
        evolve: ({ record }, event) => {
          evolved++;
          return { record: evolve(record, event) };
        },
      });
      const { connectionString } = server;
      const consumer = rebuildPostgreSQLProjections({ connectionString, projections: [projection] });
      const done = await rate(events, () => consumer.start());
      await consumer.close();
      if (evolved !== events) throw new Error(`the peer projected ${evolved} of ${events} events`);
      return done;
    },

    async close() {
      await store.close();
      await endAllPools();
      await server.stop();
    },
  };
}
