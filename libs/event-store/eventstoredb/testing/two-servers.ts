import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#kernel';
import { startEventStoreDouble } from '../../testing/index.ts';
import { openEventStoreDb } from '../store.ts';

/**
 * A process of its own with two stores on two servers and many appends under way at both, while one server fails in
 * their midst. Prints what stands in the streams of each store; whatever the client does not catch ends the process.
 */
const anEvent = (n: number): NewEvent => ({
  id: randomUUID(),
  type: 'CourseEnrolled',
  version: 1,
  data: { n, title: '數據結構'.repeat(100) },
  metadata: {} as NewEvent['metadata'],
});

const servers = [await startEventStoreDouble(), await startEventStoreDouble()] as const;
const stores = servers.map(({ connectionString }) =>
  openEventStoreDb({ connectionString, callMilliseconds: 4000, patienceMilliseconds: 40_000 }),
);
for (const store of stores) await store.append('record-0', 'no-stream', [anEvent(0)]);

const [failing, slow] = servers;
slow.faults.slowServer({ milliseconds: 300 });
failing.faults.droppedBatch({ commits: true, skip: 100 });
failing.faults.unavailableBatch({ commits: false, skip: 400 });
const answers = await Promise.all(
  stores.map((store) =>
    Promise.all(Array.from({ length: 500 }, (_, n) => store.append(`course-${n}`, 'no-stream', [anEvent(n)]))),
  ),
);

const found = [];
for (const [at, store] of stores.entries()) {
  let events = 0;
  for await (const page of store.readAll({ filter: { streams: ['course-'] } })) events += page.events.length;
  found.push({ events, appended: answers[at]?.filter(({ appended }) => appended).length });
  await store.close();
  await servers[at]?.close();
}
console.log(JSON.stringify(found));
