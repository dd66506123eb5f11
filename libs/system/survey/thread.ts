import { parentPort, workerData } from 'node:worker_threads';
import type { EventStore } from '#event-store';
import { writeShare } from './share.ts';
import type { ToldOfShare } from './threads.ts';

/** Entry of a thread: writes its share of a report over a connection of its own, until that is done or it is told to stop. */
const { store: place, opener, ...share } = workerData as ToldOfShare;
const port = parentPort;
if (!port) throw new Error('to be started as a thread');

const stopping = new AbortController();
port.once('message', () => stopping.abort());
port.unref();

const { openForReading } = (await import(opener)) as {
  openForReading(place: string): EventStore | Promise<EventStore>;
};
const store = await openForReading(place);
try {
  port.postMessage(await writeShare(store, { ...share, signal: stopping.signal }));
} finally {
  await store.close();
}
