import { join } from 'node:path';
import pg from 'pg';
import { runToEnd, script } from '../child.js';
import { figures, interleaved } from '../measuring.js';
import { startPostgres } from '../peers/postgres.js';
import { removeFolder, temporaryFolder } from '../temporary.js';

const WORKERS = [1, 2, 4];

/**
 * All read models from the whole log, into SQLite and into PostgreSQL, with one, two and four workers, each run in a
 * process of its own and all of them in turn. *Ours* is PostgreSQL with two workers.
 */
export const rebuildWorkers = {
  id: 'rebuild-workers',
  title: 'rebuild by several workers, on both databases',
  unit: 'events/s',
  async run({ quick, rounds, tell, log: logOf }) {
    const log = await logOf();
    const folder = temporaryFolder('rebuilt');
    const server = await startPostgres();
    const peaks = {};
    const run = (name, place, workers) => async () => {
      const at = await place();
      const { rate, peakMemoryMb } = JSON.parse(await runToEnd(script('rebuild.js'), [log.path, at, String(workers)]));
      peaks[name] = Math.max(peaks[name] ?? 0, peakMemoryMb);
      return rate;
    };
    try {
      const contestants = Object.fromEntries(
        WORKERS.flatMap((workers) => [
          [`sqlite-${workers}`, run(`sqlite-${workers}`, () => join(folder, 'read-models.sqlite'), workers)],
          [`postgres-${workers}`, run(`postgres-${workers}`, () => freshDatabase(server.connectionString), workers)],
        ]),
      );
      const results = await interleaved({ rounds: quick ? 1 : Math.min(rounds, 3), tell }, contestants);
      return {
        ...figures({ ours: results['postgres-2'], bare: { median: null, runs: [] } }),
        peakMemoryMb: Math.max(...Object.values(peaks)),
        peakMemoryMb4x: null,
        events: log.events,
        byWorkers: Object.fromEntries(
          Object.entries(results).map(([name, { median }]) => [
            name,
            { eventsPerSecond: Math.round(median), peakMemoryMb: Math.round(peaks[name]) },
          ]),
        ),
        log: log.from,
      };
    } finally {
      await server.stop();
      removeFolder(folder);
    }
  },
};

const NAME = 'rebuilt';

async function freshDatabase(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`drop database if exists ${NAME}`);
  await client.query(`create database ${NAME} template template0 encoding 'UTF8'`);
  await client.end();
  return connectionString.replace(/\/postgres$/, `/${NAME}`);
}
