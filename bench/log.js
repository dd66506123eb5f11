import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, runToEnd } from './child.js';
import { openSqliteStore, RECORD_STREAMS } from './product.js';
import { temporaryFolder } from './temporary.js';

export const EXTRACT = join(import.meta.dirname, '../test/data/oulad');
/** The fewest events of a log that is worth rebuilding from. */
const LEAST_EVENTS = 100_000;
/** Students whose copies are appended at the same time. */
const AT_A_TIME = 50;

/** @typedef {{ path: string, events: number, from: string }} Log A file with a log, and how many events of students it has. */

/** Imports a data set into a data folder with the product's own command. @returns {Promise<Log>} */
export async function imported(oulad, dataDir, from) {
  const path = join(dataDir, 'events.sqlite');
  if (!existsSync(path))
    await runToEnd(CLI, ['import', 'oulad', oulad, '--as-recorded', '--data-dir', dataDir], [0, 1]);
  const events = existsSync(path) ? await countOf(path) : 0;
  if (events === 0) throw new Error(`${oulad} could not be imported: "records import oulad" says why`);
  return { path, events, from };
}

/**
 * The log that is read and rebuilt from: the whole data set, or the extract under so many student numbers that there
 * are at least 100,000 events.
 *
 * @param {{ oulad?: string, log?: string, quick: boolean, tell: (line: string) => void }} options
 * @returns {Promise<Log>}
 */
export async function logOf({ oulad, log, quick, tell }) {
  if (log && existsSync(join(log, 'events.sqlite'))) return imported(oulad, log, 'the given log');
  if (oulad && !quick) {
    tell('importing the whole data set');
    return imported(oulad, log ?? temporaryFolder('oulad'), 'the whole data set');
  }
  const extract = await imported(EXTRACT, temporaryFolder('extract'), 'the extract');
  const times = Math.ceil(LEAST_EVENTS / extract.events);
  tell(`copying the extract ${times} times`);
  return multiplied(extract, times);
}

/** The same log with every student standing in it so many times, under other numbers. @returns {Promise<Log>} */
export async function multiplied(log, times) {
  const path = join(temporaryFolder(`times-${times}`), 'events.sqlite');
  const [from, to] = [openSqliteStore({ path: log.path }), openSqliteStore({ path })];
  try {
    let waiting = [];
    for await (const name of from.streams(RECORD_STREAMS)) {
      const events = [];
      for await (const event of from.readStream(name)) events.push(event);
      for (let copy = 1; copy <= times; copy++)
        waiting.push(to.append(`${name}.${copy}`, 'no-stream', copied(events, copy)));
      if (waiting.length >= AT_A_TIME * times) {
        await Promise.all(waiting);
        waiting = [];
      }
    }
    await Promise.all(waiting);
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
  return { path, events: log.events * times, from: `${log.from}, ${times} times under other student numbers` };
}

/** The same students under the three-credit structure. @returns {Promise<Log>} */
export async function underThreeCredits(log) {
  const path = join(temporaryFolder('three-credit'), 'events.sqlite');
  const [from, to] = [openSqliteStore({ path: log.path }), openSqliteStore({ path })];
  try {
    let waiting = [];
    for await (const name of from.streams(RECORD_STREAMS)) {
      const events = [];
      for await (const event of from.readStream(name)) events.push(event);
      waiting.push(to.append(name, 'no-stream', events.map(threeCredit)));
      if (waiting.length >= AT_A_TIME) {
        await Promise.all(waiting);
        waiting = [];
      }
    }
    await Promise.all(waiting);
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
  return { path, events: log.events, from: `${log.from}, under the three-credit structure` };
}

function threeCredit({ id, type, version, data, metadata }) {
  if (type !== 'StudentAdmitted') return { id, type, version, data, metadata };
  const { registration } = data;
  const programme = { ...registration.programme, regime: '3cu' };
  return { id, type, version, data: { ...data, registration: { ...registration, programme } }, metadata };
}

const copied = (events, copy) =>
  events.map(({ type, version, data, metadata }) => ({
    id: randomUUID(),
    type,
    version,
    data: type === 'StudentAdmitted' ? { ...data, student: `${data.student}.${copy}` } : data,
    metadata,
  }));

async function countOf(path) {
  const store = openSqliteStore({ path });
  let count = 0;
  try {
    for await (const { events } of store.readAll({ filter: { streams: [RECORD_STREAMS] }, pageSize: 5_000 }))
      count += events.length;
  } finally {
    await store.close();
  }
  return count;
}

/** The first so many events of students, by stream, as `{ stream, events }`. */
export async function someStreams(log, events) {
  const store = openSqliteStore({ path: log.path });
  const streams = [];
  let count = 0;
  try {
    for await (const stream of store.streams(RECORD_STREAMS)) {
      const own = [];
      for await (const { type, data, metadata } of store.readStream(stream)) own.push({ type, data, metadata });
      streams.push({ stream, events: own });
      count += own.length;
      if (count >= events) break;
    }
  } finally {
    await store.close();
  }
  return { streams, count };
}
