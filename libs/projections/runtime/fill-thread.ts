import { parentPort, workerData } from 'node:worker_threads';
import type { EventStore } from '#event-store';
import { openReadDatabase } from '../read-database/open.ts';
import { studentReadModels } from '../read-models/read-models.ts';
import { fillViews } from './fill.ts';
import type { Said, Told } from './fill-threads.ts';

/**
 * Entry of a thread: fills its share over connections of its own, until that is done or it is told to stop. It loads
 * no more of the program than that takes, as each thread pays for all it loads.
 */
const { store: place, opener, readDatabase, copies, partitions, upTo, turns } = workerData as Told;
const port = parentPort;
if (!port) throw new Error('to be started as a thread');

const stopping = new AbortController();
// Anything that is said to it means stop. What waits for a message must not keep the thread alive.
port.once('message', () => stopping.abort());
port.unref();

const known = copies.map(({ name, version, generation }) => {
  const projection = studentReadModels.find((view) => view.name === name && view.version === version);
  if (!projection) throw new RangeError(`there is no read model ${name} v${version}`);
  return { projection, generation };
});
const { openForReading } = (await import(opener)) as {
  openForReading(place: string): EventStore | Promise<EventStore>;
};
const store = await openForReading(place);
const db = openReadDatabase(readDatabase);
try {
  const filled = await fillViews(store, db, known, {
    partitions,
    upTo,
    turns,
    signal: stopping.signal,
    onFilled: (soFar) => port.postMessage({ ...soFar, done: false } satisfies Said),
  });
  port.postMessage({ ...filled, done: true } satisfies Said);
} finally {
  await db.close();
  await store.close();
}
