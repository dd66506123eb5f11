import { EXTRACT, imported } from '../log.js';
import { figures, interleaved, rate } from '../measuring.js';
import { openSqliteStore, openSystem, RECORD_STREAMS } from '../product.js';
import { removeFolder, temporaryFolder } from '../temporary.js';

/** Appends that are on their way at the same time. */
const IN_FLIGHT = 500;

/**
 * The read models following a log that grows as fast as it can: from the first append until all of it is shown. The
 * events are those of the extract, one append for each command, every student's in order.
 */
export const follow = {
  id: 'follow',
  title: 'read models following the log',
  unit: 'events/s',
  async run({ quick, rounds, tell }) {
    const extract = await imported(EXTRACT, temporaryFolder('extract'), 'the extract');
    const appends = await appendsOf(extract.path, quick ? 5_000 : 20_000);
    const events = appends.reduce((sum, { own }) => sum + own.length, 0);
    const results = await interleaved(
      { rounds, tell },
      { ours: () => followed(appends, events), bare: null, peer: null },
    );
    return { ...figures({ ...results, bare: { median: null, runs: [] } }), events };
  },
};

async function followed(appends, events) {
  const dataDir = temporaryFolder('follow');
  const system = await openSystem({ dataDir });
  try {
    return await rate(events, async () => {
      let last;
      for (let done = 0; done < appends.length; done += IN_FLIGHT)
        for (const { position } of await Promise.all(
          appends.slice(done, done + IN_FLIGHT).map(({ stream, own }) => system.store.append(stream, 'any', own)),
        ))
          if (last === undefined || position > last) last = position;
      if (!(await system.projections.waitFor(last, 600_000))) throw new Error('the read models did not come so far');
    });
  } finally {
    await system.close();
    removeFolder(dataDir);
  }
}

/** The first appends of a log that come to so many events, as they were made. */
async function appendsOf(path, most) {
  const store = openSqliteStore({ path });
  const appends = [];
  let count = 0;
  try {
    for await (const page of store.readAll({ filter: { streams: [RECORD_STREAMS] } }))
      for (const { stream, id, type, version, data, metadata } of page.events) {
        const last = appends.at(-1);
        const event = { id, type, version, data, metadata };
        if (last?.stream === stream && last.command === metadata.commandId) last.own.push(event);
        else if (count >= most) return appends;
        else appends.push({ stream, command: metadata.commandId, own: [event] });
        count++;
      }
  } finally {
    await store.close();
  }
  return appends;
}
