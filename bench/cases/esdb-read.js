import { besideBareClient } from '../event-store-db.js';
import { exampleStreams } from '../events.js';
import { figures, interleaved, median } from '../measuring.js';

const STREAMS = 40;

/** The whole log and then every stream, with the data of each event looked at. */
export const esdbRead = {
  id: 'esdb-read',
  title: "reading the log and the streams of EventStoreDB's double",
  unit: 'events/s',
  async run({ quick, rounds, tell }) {
    const perStream = quick ? 250 : 500;
    const events = STREAMS * perStream;
    return besideBareClient(async (store, client) => {
      const streams = exampleStreams(STREAMS, perStream);
      for (const { stream, events } of streams) await store.append(stream, 'no-stream', events);
      const names = streams.map(({ stream }) => stream);
      const parts = { ours: { log: [], streams: [] }, bare: { log: [], streams: [] } };
      const contestant = (name, log, streams) => async () => {
        const ofLog = await seconds(log, events);
        const ofStreams = await seconds(streams, events);
        parts[name].log.push(events / ofLog);
        parts[name].streams.push(events / ofStreams);
        return (2 * events) / (ofLog + ofStreams);
      };
      const results = await interleaved(
        { rounds, tell },
        {
          ours: contestant(
            'ours',
            () => logOfStore(store),
            () => streamsOfStore(store, names),
          ),
          bare: contestant(
            'bare',
            () => logOfClient(client),
            () => streamsOfClient(client, names),
          ),
          peer: null,
        },
      );
      const ratio = (part) => median(parts.ours[part].slice(1)) / median(parts.bare[part].slice(1));
      return { ...figures(results), events, ratioOfLog: ratio('log'), ratioOfStreams: ratio('streams') };
    });
  },
};

async function seconds(read, expected) {
  const started = performance.now();
  const looked = await read();
  if (looked !== expected) throw new Error(`${looked} events were read, ${expected} were appended`);
  return (performance.now() - started) / 1000;
}

const isLookedAt = (event) => (event.data.course === undefined ? 0 : 1);

async function logOfStore(store) {
  let count = 0;
  for await (const { events } of store.readAll()) for (const event of events) count += isLookedAt(event);
  return count;
}

async function streamsOfStore(store, names) {
  let count = 0;
  for (const name of names) for await (const event of store.readStream(name)) count += isLookedAt(event);
  return count;
}

async function logOfClient(client) {
  let count = 0;
  for await (const { event } of client.readAll()) if (!event.streamId.startsWith('$')) count += isLookedAt(event);
  return count;
}

async function streamsOfClient(client, names) {
  let count = 0;
  for (const name of names) for await (const { event } of client.readStream(name)) count += isLookedAt(event);
  return count;
}
