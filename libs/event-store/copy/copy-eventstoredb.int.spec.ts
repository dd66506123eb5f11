import { describe, expect, it } from '@jest/globals';
import { logOf, plain } from '#event-store/contract';
import { openEventStoreDb } from '../eventstoredb/store.ts';
import type { EventStore } from '../port.ts';
import { openSqliteStore } from '../sqlite/index.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../testing/index.ts';
import { copyStore } from './index.ts';
import { fillSource } from './testing/source.ts';

/** The log without its positions, which are the store's own. */
const contentsOf = async (store: EventStore) =>
  (await logOf(store)).map((event) => ({ ...plain(event), position: undefined }));

/** Runs a test with a source of 750 commands about 200 students and an empty EventStoreDB. */
const withEventStoreDb =
  (test: (source: EventStore, target: EventStore, double: EventStoreDouble) => Promise<unknown>) => async () => {
    const source = openSqliteStore({ path: ':memory:' });
    const double = await startEventStoreDouble();
    const target = openEventStoreDb({ connectionString: double.connectionString, keepsOrder: true });
    try {
      await fillSource(source, 750, 200);
      await test(source, target, double);
    } finally {
      await target.close();
      await double.close();
      await source.close();
    }
  };

describe('copying a log into EventStoreDB', () => {
  it(
    'makes the same events in the same order, and so does copying it back',
    withEventStoreDb(async (source, target) => {
      expect(await copyStore(source, target)).toMatchObject({ events: 900, standing: 0, equal: true });
      expect(await contentsOf(target)).toEqual(await contentsOf(source));
      const back = openSqliteStore({ path: ':memory:' });
      expect(await copyStore(target, back)).toMatchObject({ events: 900, standing: 0, equal: true });
      expect((await logOf(back)).map(plain)).toEqual((await logOf(source)).map(plain));
      await back.close();
    }),
  );

  const inTheMiddle = { skip: 330 };
  it.each<[string, (faults: EventStoreDouble['faults']) => void]>([
    ['is dropped', ({ droppedBatch }) => droppedBatch({ commits: false, ...inTheMiddle })],
    ['is dropped after a commit', ({ droppedBatch }) => droppedBatch({ commits: true, ...inTheMiddle })],
    ['becomes unavailable', ({ unavailableBatch }) => unavailableBatch({ commits: false, ...inTheMiddle })],
    [
      'becomes unavailable after a commit',
      ({ unavailableBatch }) => unavailableBatch({ commits: true, ...inTheMiddle }),
    ],
    ['is shut down', ({ cancelledBatch }) => cancelledBatch({ commits: false, ...inTheMiddle })],
    ['ends as if all were well', ({ endedBatch }) => endedBatch({ commits: false, ...inTheMiddle })],
  ])('keeps the order of the log when the connection %s', async (_what, befall) =>
    withEventStoreDb(async (source, target, double) => {
      befall(double.faults);
      expect(await copyStore(source, target)).toMatchObject({ differences: [], displaced: undefined, equal: true });
      expect(await contentsOf(target)).toEqual(await contentsOf(source));
    })(),
  );

  it(
    'goes on where it was when the server was away for longer than was waited for',
    withEventStoreDb(async (source, _target, double) => {
      const impatient = openEventStoreDb({
        connectionString: double.connectionString,
        patienceMilliseconds: 300,
        keepsOrder: true,
      });
      double.faults.droppedBatch({ commits: false, skip: 400 });
      double.faults.notReady({ rpc: 'BatchAppend', skip: 401, times: Number.POSITIVE_INFINITY });
      await expect(copyStore(source, impatient)).rejects.toThrow();
      await impatient.close();
      double.faults.clear();

      const patient = openEventStoreDb({ connectionString: double.connectionString, keepsOrder: true });
      const result = await copyStore(source, patient);
      expect(result).toMatchObject({ events: 900, equal: true });
      expect(result.standing).toBeGreaterThan(0);
      expect(await contentsOf(patient)).toEqual(await contentsOf(source));
      await patient.close();
    }),
  );
});
