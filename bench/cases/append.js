import { bareLog } from '../bare-log.js';
import { appendsOf, exampleStreams } from '../events.js';
import { figures, interleaved, rate } from '../measuring.js';
import { openSqliteStore } from '../product.js';
import { inFreshFile } from '../temporary.js';

/**
 * Durable appends of one event each, to many streams: the first expects no stream, each other the exact revision
 * before it.
 *
 * @param {number} inFlight appends that are under way at the same time
 */
export const append = (inFlight) => ({
  id: `append-${inFlight}`,
  title: `durable appends, ${inFlight.toLocaleString('en')} in flight`,
  unit: 'events/s',
  async run({ quick, rounds, tell, emmett }) {
    const [perStream, peerPerStream] = inFlight === 1 ? (quick ? [2, 1] : [5, 2]) : quick ? [12, 1] : [20, 2];
    const streams = inFlight === 1 ? 200 : inFlight;
    const peer = await emmett();
    const results = await interleaved(
      { rounds, tell },
      {
        ours: () => appendOurs(exampleStreams(streams, perStream), inFlight),
        bare: () => appendBare(appendsOf(exampleStreams(streams, perStream)), inFlight),
        peer: peer && (() => peer.append(exampleStreams(streams, peerPerStream), inFlight)),
      },
    );
    return { ...figures(results), events: streams * perStream, peerEvents: peer && streams * peerPerStream };
  },
});

function appendOurs(streams, inFlight) {
  const count = streams.length * streams[0].events.length;
  return inFreshFile('append', async (path) => {
    const store = openSqliteStore({ path });
    try {
      return await rate(count, () =>
        inLanes(streams, inFlight, (stream, event, revision) =>
          store.append(stream, revision === 0 ? 'no-stream' : BigInt(revision - 1), [event]),
        ),
      );
    } finally {
      await store.close();
    }
  });
}

/**
 * Appends all streams with so many appends in flight: each stream's events one after the other, and the streams
 * growing alike.
 */
export async function inLanes(streams, inFlight, appendOne) {
  const lane = async (own) => {
    for (let revision = 0; revision < streams[0].events.length; revision++)
      for (const { stream, events } of own) await appendOne(stream, events[revision], revision);
  };
  await Promise.all(
    Array.from({ length: inFlight }, (_, first) => lane(streams.filter((_, index) => index % inFlight === first))),
  );
}

function appendBare(appends, inTransaction) {
  return inFreshFile('append-bare', async (path) => {
    const log = bareLog(path);
    try {
      return await rate(appends.length, () => log.write(appends, inTransaction));
    } finally {
      log.close();
    }
  });
}
