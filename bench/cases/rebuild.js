import { join } from 'node:path';
import { runToEnd, script } from '../child.js';
import { multiplied, someStreams } from '../log.js';
import { figures, interleaved } from '../measuring.js';
import { removeFolder, temporaryFolder } from '../temporary.js';

const TIMES = 4;
/** As many as `records projections rebuild` takes unless told. */
const WORKERS = '2';

/**
 * All read models from the whole log, each run in a process of its own, whose peak memory is told. The bound
 * reads and parses the same log and inserts as many rows of the same size. A log of four times as many students
 * shows whether memory grows with the log.
 */
export const rebuild = {
  id: 'rebuild',
  title: 'rebuild of all read models',
  unit: 'events/s',
  async run({ quick, rounds, tell, log: logOf, emmett }) {
    const log = await logOf();
    const folder = temporaryFolder('rebuilt');
    const rebuilt = join(folder, 'read-models.sqlite');
    const peaks = [];
    const ours = async () => {
      const { rate, peakMemoryMb } = await inChild('rebuild.js', log.path, rebuilt, WORKERS);
      peaks.push(peakMemoryMb);
      return rate;
    };
    // Made once beforehand: the bound takes the number and the size of its rows from them.
    await ours();
    const peer = await emmett();
    const filled = peer && (await filledFor(peer, log, quick ? 500 : 1_500));
    const results = await interleaved(
      { rounds, tell },
      {
        ours,
        bare: async () => (await inChild('bare-rebuild.js', log.path, join(folder, 'bare.sqlite'), rebuilt)).rate,
        peer: filled && (() => peer.rebuild(filled.count, filled.types)),
      },
    );
    tell(`copying the log ${TIMES} times`);
    const large = await multiplied(log, TIMES);
    const { rate: rate4x, peakMemoryMb: peakMemoryMb4x } = await inChild('rebuild.js', large.path, rebuilt, WORKERS);
    removeFolder(join(large.path, '..'));
    removeFolder(folder);
    return {
      ...figures(results),
      eventsPerSecond: results.ours.median,
      peakMemoryMb: Math.max(...peaks),
      eventsPerSecond4x: rate4x,
      peakMemoryMb4x,
      events: log.events,
      events4x: large.events,
      peerEvents: filled?.count,
      log: log.from,
    };
  },
};

/** @returns {Promise<{ rate: number, peakMemoryMb: number }>} */
const inChild = async (name, ...args) => JSON.parse(await runToEnd(script(name), args));

async function filledFor(peer, log, events) {
  const { streams, count } = await someStreams(log, events);
  await peer.fill(streams);
  return { count, types: [...new Set(streams.flatMap((stream) => stream.events.map(({ type }) => type)))] };
}
