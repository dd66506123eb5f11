/**
 * A rebuild in a process of its own: `node --conditions=source rebuilder.ts <log> <read database as JSON> <times> [hang]`.
 *
 * Says `filling` when the first rows are in, and the result of each rebuild as a line of JSON. With `hang` it stops
 * there for good, as if the machine did, until it is killed.
 */
import { openSqliteStore } from '#event-store';
import { openReadDatabase } from '../read-database/open.ts';
import type { ReadDatabaseOptions } from '../read-database/read-database.ts';
import { rebuild } from '../runtime/rebuild.ts';
import { attemptCount, eventsByType } from './projections.ts';

const [, , path, place, times, hang] = process.argv as [string, string, string, string, string, string?];
const say = (line: string) => process.stdout.write(`${line}\n`);

const store = openSqliteStore({ path });
const db = openReadDatabase(JSON.parse(place) as ReadDatabaseOptions);
let told = false;
for (let n = 0; n < Number(times); n++) {
  const result = await rebuild(store, db, [attemptCount, eventsByType], {
    workers: 3,
    onProgress: () => {
      if (told) return;
      told = true;
      say('filling');
      if (hang) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    },
  });
  say(JSON.stringify(result));
}
await db.close();
await store.close();
