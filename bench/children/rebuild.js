/**
 * Rebuilds all read models of a log into an empty read database, a file or a PostgreSQL, with so many workers, and tells
 * how fast and with how much memory.
 */
import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { migrate, rebuild, studentReadModels } from '../../dist/libs/projections/index.js';
import { openStores } from '../../dist/libs/system/index.js';

const [log, readModels, workers = '1'] = process.argv.slice(2);
const onServer = readModels.startsWith('postgres');
if (!onServer) for (const end of ['', '-wal', '-shm']) rmSync(`${readModels}${end}`, { force: true });
// With as little memory for pages as `records projections rebuild` takes.
const stores = await openStores({
  eventStore: `sqlite:${log}`,
  ...(onServer ? { databaseUrl: readModels } : { dataDir: dirname(readModels) }),
  cacheMebibytes: 8,
});
await migrate(stores.readDatabase);
const { events, milliseconds } = await rebuild(stores.store, stores.readDatabase, studentReadModels, {
  workers: Number(workers),
  threads: stores.threads,
});
const rate = (events * 1000) / milliseconds;
await stores.close();
console.log(JSON.stringify({ rate, events, peakMemoryMb: process.resourceUsage().maxRSS / 1024 }));
