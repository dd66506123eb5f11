import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { anEvent, eventsIn, idsOf, logOf, someEvents } from '#event-store/contract';
import { AccessDenied, AppendTooLarge, StoreUnavailable, StreamDeleted } from '../errors.ts';
import type { EventStore, Expected } from '../port.ts';
import { startEventStoreDouble } from '../testing/index.ts';
import { openEventStoreDb } from './store.ts';
import { SOON, withDouble } from './testing/with-double.ts';

const STREAM = 'record-s1';

/** For much at once, on a busy machine. */
const LONG = { callMilliseconds: 4000, patienceMilliseconds: 50_000 };

/** Appends to a stream of two events, and looks whether the answer is the truth and the events stand there once. */
async function appendsOnce(store: EventStore, expected: Expected, stream = STREAM) {
  const before = await eventsIn(store, stream);
  const events = someEvents(2);
  const result = await store.append(stream, expected, events);
  const after = await eventsIn(store, stream);
  expect(idsOf(after)).toEqual([...idsOf(before), ...idsOf(events)]);
  expect(result).toEqual({ revision: after.at(-1)?.revision, position: after.at(-1)?.position, appended: true });
}

describe('an append whose outcome is not told', () => {
  const faults = ['silentBatch', 'unavailableBatch', 'cancelledBatch', 'endedBatch', 'droppedBatch', 'timedOutBatch'];
  const cases = faults.flatMap((fault) =>
    [true, false].flatMap((commits) =>
      (['any', 'stream-exists', 1n] as Expected[]).map((expected) => ({ fault, commits, expected })),
    ),
  );
  it.each(cases)('is made again and stands there once: $fault, written: $commits, expecting $expected', (one) =>
    withDouble(async (store, { faults }) => {
      await store.append(STREAM, 'no-stream', someEvents(2));
      const fault = faults[one.fault as 'silentBatch']({ commits: one.commits });
      await appendsOnce(store, one.expected);
      expect(fault.struck).toBe(1);
    })(),
  );

  it.each(['while it is under way', 'before'])(
    'is made again at once when the server ends the stream of appends as if all were well, %s',
    (when) =>
      withDouble(
        async (store, { faults }) => {
          await store.append(STREAM, 'no-stream', someEvents(2));
          const begun = performance.now();
          if (when === 'before') {
            faults.endBatchStreams();
            await new Promise((resolve) => setTimeout(resolve, 100));
          } else faults.endedBatch({ commits: true });
          await appendsOnce(store, 1n);
          expect(performance.now() - begun).toBeLessThan(10_000);
        },
        { callMilliseconds: 20_000 },
      )(),
  );

  it(
    'expecting anything, is not doubled by a server that has forgotten its ids meanwhile',
    withDouble(async (store, double) => {
      await store.append(STREAM, 'no-stream', someEvents(2));
      double.faults.silentBatch({ commits: true });
      const appended = appendsOnce(store, 'any');
      await new Promise((resolve) => setTimeout(resolve, 200));
      await double.restart({ ending: 'dropped' });
      await appended;
    }),
  );

  it.each([true, false])('expecting anything, goes behind what others wrote meanwhile; written: %s', (commits) =>
    withDouble(async (store, double) => {
      const other = openEventStoreDb({ connectionString: double.connectionString, ...SOON });
      await store.append(STREAM, 'no-stream', someEvents(2));
      double.faults.silentBatch({ commits });
      const events = someEvents(2);
      const appended = store.append(STREAM, 'any', events);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const intruder = anEvent();
      await other.append(STREAM, 'any', [intruder]);
      expect(await appended).toMatchObject({ revision: commits ? 3n : 4n, appended: true });
      const order = commits ? [...events, intruder] : [intruder, ...events];
      expect(idsOf(await eventsIn(store, STREAM)).slice(2)).toEqual(idsOf(order));
      await other.close();
    })(),
  );

  it(
    'at a revision, is a conflict when others wrote meanwhile and it did not',
    withDouble(async (store, double) => {
      const other = openEventStoreDb({ connectionString: double.connectionString, ...SOON });
      await store.append(STREAM, 'no-stream', someEvents(2));
      double.faults.silentBatch({ commits: false });
      const appended = store.append(STREAM, 1n, someEvents(2));
      appended.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await other.append(STREAM, 1n, [anEvent()]);
      await expect(appended).rejects.toMatchObject({ name: 'WrongExpectedRevision', expected: 1n, actual: 2n });
      expect(await eventsIn(store, STREAM)).toHaveLength(3);
      await other.close();
    }),
  );

  it(
    'is told as unavailable when there is no answer at all, in the time that was given',
    withDouble(
      async (store, double) => {
        await store.append(STREAM, 'no-stream', someEvents(2));
        double.faults.silentBatch({ commits: false, times: Number.POSITIVE_INFINITY });
        const begun = performance.now();
        await expect(store.append(STREAM, 1n, someEvents(1))).rejects.toBeInstanceOf(StoreUnavailable);
        expect(performance.now() - begun).toBeLessThan(6000);
        double.faults.clear();
        expect(await store.append(STREAM, 1n, someEvents(1))).toMatchObject({ revision: 2n, appended: true });
      },
      { callMilliseconds: 300, patienceMilliseconds: 1500 },
    ),
  );
});

describe('appends', () => {
  it(
    'are a thousand under way at once while the connection is lost, and each stands there once',
    withDouble(async (store, { faults }) => {
      const runs = Array.from({ length: 1000 }, () => someEvents(1));
      faults.droppedBatch({ commits: true, skip: 300 });
      faults.unavailableBatch({ commits: false, skip: 900 });
      const answers = await Promise.all(runs.map((run, n) => store.append(`record-${n}`, 'no-stream', run)));
      expect(answers.every(({ appended, revision }) => appended && revision === 0n)).toBe(true);
      expect(new Set(idsOf(await logOf(store)))).toEqual(new Set(idsOf(runs.flat())));
      expect(await logOf(store)).toHaveLength(1000);
    }, LONG),
    60_000,
  );

  it("of one store are not lost, and end no process, when another store's server fails", async () => {
    const script = fileURLToPath(new URL('testing/two-servers.ts', import.meta.url));
    const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
    const child = spawn(process.execPath, [...flags, script], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual([
      { events: 500, appended: 500 },
      { events: 500, appended: 500 },
    ]);
  });

  it(
    "are not denied when access is denied to another store's",
    withDouble(async (store, { faults }) => {
      const denying = await startEventStoreDouble();
      const other = openEventStoreDb({ connectionString: denying.connectionString, ...SOON });
      await other.head();
      await appendsOnce(store, 'no-stream');
      faults.slowServer({ milliseconds: 600 });
      denying.faults.deniedBatch({ commits: false });
      const appended = appendsOnce(store, 1n);
      await new Promise((resolve) => setTimeout(resolve, 150));
      await expect(other.append(STREAM, 'no-stream', someEvents(1))).rejects.toBeInstanceOf(AccessDenied);
      faults.clear();
      await appended;
      await other.close();
      await denying.close();
    }, LONG),
  );

  it.each(['silent', 'unknown', 'unavailable'] as const)(
    'go out although the question what the server can do had a bad answer: %s',
    (how) =>
      withDouble(async (store, { faults }) => {
        const probe = faults.failedProbe({ how });
        await appendsOnce(store, 'no-stream');
        expect(probe.struck).toBe(1);
        await appendsOnce(store, 1n);
      })(),
  );

  it(
    'go out to a server that knows no batches',
    withDouble(async (store, { faults, batches }) => {
      faults.failedProbe({ how: 'unimplemented' });
      await appendsOnce(store, 'no-stream');
      await expect(store.append(STREAM, 'no-stream', someEvents(1))).rejects.toMatchObject({ actual: 1n });
      expect(batches).toHaveLength(0);
    }),
  );

  it(
    'wait for a server that is not ready, and for one that comes back',
    withDouble(async (store, double) => {
      double.faults.notReady({ times: 3 });
      await appendsOnce(store, 'any');
      await double.stop('dropped');
      const appended = store.append(STREAM, 1n, someEvents(1));
      await new Promise((resolve) => setTimeout(resolve, 500));
      await double.start();
      expect(await appended).toMatchObject({ revision: 2n });
    }),
  );

  it(
    'go to the leader of a cluster when another server sends them there',
    withDouble(async (store, follower) => {
      const leader = await startEventStoreDouble();
      follower.faults.notLeader({ host: '127.0.0.1', port: leader.port, rpc: 'BatchAppend' });
      await store.append(STREAM, 'no-stream', someEvents(1)).finally(() => leader.close());
      expect(leader.batches.map(({ stream, answer }) => [stream, answer])).toEqual([[STREAM, 'success']]);
      expect(follower.calls.filter(({ rpc }) => rpc === 'BatchAppend').every((call) => call.requiresLeader)).toBe(true);
    }),
  );

  it(
    'tell apart a repetition of what this process wrote, of what another wrote, and what is new',
    withDouble(async (store, double) => {
      const other = openEventStoreDb({ connectionString: double.connectionString, ...SOON });
      const events = someEvents(2);
      const first = await other.append(STREAM, 'no-stream', events);
      expect(await store.append(STREAM, 'no-stream', events)).toEqual({ ...first, appended: false });
      expect(await store.append(STREAM, 'no-stream', events)).toEqual({ ...first, appended: false });
      const more = someEvents(1);
      const second = await other.append(STREAM, 1n, more);
      expect(await store.append(STREAM, 1n, more)).toEqual({ ...second, appended: false });
      await appendsOnce(store, 2n);
      const [between, last] = [anEvent(), anEvent()];
      await other.append(STREAM, 4n, [between]);
      const third = await other.append(STREAM, 5n, [last]);
      expect(await store.append(STREAM, 4n, [last])).toEqual({ ...third, appended: false });
      await expect(store.append(STREAM, 4n, [last, anEvent()])).rejects.toMatchObject({ name: 'EventIdTaken' });
      await other.close();
    }),
  );
});

describe('what the server refuses', () => {
  it(
    'is told as what it is: a stream that is deleted for good',
    withDouble(async (store, { connectionString }) => {
      await store.append(STREAM, 'no-stream', someEvents(1));
      const client = EventStoreDBClient.connectionString(connectionString);
      await client.tombstoneStream(STREAM);
      await client.dispose();
      for (const expected of ['any', 'no-stream', 0n] as const)
        await expect(store.append(STREAM, expected, someEvents(1))).rejects.toBeInstanceOf(StreamDeleted);
      await expect(eventsIn(store, STREAM)).rejects.toMatchObject({ name: 'StreamDeleted', stream: STREAM });
    }),
  );

  it(
    'is told as what it is: more than it takes',
    withDouble(
      async (store) => {
        const failure = store.append(STREAM, 'any', [anEvent('BoardMet', 'x'.repeat(2000))]);
        await expect(failure).rejects.toBeInstanceOf(AppendTooLarge);
        await expect(failure).rejects.toMatchObject({ limit: 1000 });
        expect(await logOf(store)).toEqual([]);
      },
      {},
      { maxAppendSize: 1000 },
    ),
  );

  it(
    'is told as what it is: access',
    withDouble(async (store, { faults }) => {
      const denied = { times: 10 };
      faults.accessDenied({ rpc: 'BatchAppend', ...denied });
      await expect(store.append(STREAM, 'any', someEvents(1))).rejects.toBeInstanceOf(AccessDenied);
      faults.clear();
      faults.accessDenied({ rpc: 'Read', ...denied });
      await expect(eventsIn(store, STREAM)).rejects.toBeInstanceOf(AccessDenied);
    }),
  );
});
