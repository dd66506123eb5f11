/** Rebuilds all read models of a log into an empty read database and tells how fast and with how much memory. */
import { rmSync } from 'node:fs';
import { openSqliteStore } from '../../dist/libs/event-store/index.js';
import { openReadDatabase, rebuild, studentReadModels } from '../../dist/libs/projections/index.js';

const [log, readModels] = process.argv.slice(2);
for (const end of ['', '-wal', '-shm']) rmSync(`${readModels}${end}`, { force: true });
// With as little memory for pages as `records projections rebuild` takes.
const store = openSqliteStore({ path: log, cacheMebibytes: 8 });
const database = openReadDatabase({ path: readModels });
const started = performance.now();
const { events } = await rebuild(store, database, studentReadModels);
const rate = (events * 1000) / (performance.now() - started);
await database.close();
await store.close();
console.log(JSON.stringify({ rate, events, peakMemoryMb: process.resourceUsage().maxRSS / 1024 }));
