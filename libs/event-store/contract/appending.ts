import { describe, expect, it } from '@jest/globals';
import { WrongExpectedRevision } from '../errors.ts';
import type { Expected } from '../port.ts';
import { anEvent, type CreateStore, eventsIn, idsOf, logOf, plain, someEvents, withStore } from './events.ts';

const STREAM = 'record-s1';

export function appending(createStore: CreateStore): void {
  const withEmpty = (test: Parameters<typeof withStore>[1]) => withStore(createStore, test);

  describe('what an append expects', () => {
    const met: [Expected, number][] = [
      ['any', 0],
      ['any', 2],
      ['no-stream', 0],
      ['stream-exists', 2],
      [0n, 1],
      [1n, 2],
    ];
    it.each(met)('%s is met by a stream of %i events', (expected, length) =>
      withEmpty(async (store) => {
        if (length > 0) await store.append(STREAM, 'any', someEvents(length));
        const result = await store.append(STREAM, expected, someEvents(2));
        expect(result).toMatchObject({ revision: BigInt(length + 1), appended: true });
        expect(await eventsIn(store, STREAM)).toHaveLength(length + 2);
      })(),
    );

    const unmet: [Expected, number][] = [
      ['no-stream', 1],
      ['stream-exists', 0],
      [0n, 0],
      [0n, 2],
      [2n, 2],
      [7n, 2],
    ];
    it.each(unmet)('%s is not met by a stream of %i events, and the conflict says both', (expected, length) =>
      withEmpty(async (store) => {
        if (length > 0) await store.append(STREAM, 'any', someEvents(length));
        const failure = store.append(STREAM, expected, someEvents(2));
        await expect(failure).rejects.toBeInstanceOf(WrongExpectedRevision);
        const actual = length === 0 ? null : BigInt(length - 1);
        const message = expect.stringContaining(STREAM);
        await expect(failure).rejects.toMatchObject({ stream: STREAM, expected, actual, message });
        expect(await eventsIn(store, STREAM)).toHaveLength(length);
      })(),
    );

    it(
      'is judged by the appends of the same moment that came before',
      withEmpty(async (store) => {
        const results = await Promise.allSettled([
          store.append(STREAM, 'no-stream', someEvents(2)),
          store.append(STREAM, 'no-stream', someEvents(1)),
          store.append(STREAM, 1n, someEvents(1)),
          store.append(STREAM, 1n, someEvents(1)),
          store.append(STREAM, 'stream-exists', someEvents(1)),
        ]);
        expect(results.map(({ status }) => status)).toEqual([
          'fulfilled',
          'rejected',
          'fulfilled',
          'rejected',
          'fulfilled',
        ]);
      }),
    );

    it(
      'lets exactly one of many creators win',
      withEmpty(async (store) => {
        const racers = await Promise.allSettled(
          Array.from({ length: 50 }, () => store.append(STREAM, 'no-stream', [anEvent()])),
        );
        const lost = racers.filter((racer) => racer.status === 'rejected');
        expect(lost).toHaveLength(49);
        for (const { reason } of lost) expect(reason).toMatchObject({ name: 'WrongExpectedRevision', actual: 0n });
        expect(await eventsIn(store, STREAM)).toHaveLength(1);
      }),
    );

    it(
      'lets exactly one of many win each revision, and loses none',
      withEmpty(async (store) => {
        await store.append(STREAM, 'no-stream', [anEvent()]);
        const wins = await Promise.all(
          Array.from({ length: 8 }, async () => {
            for (let attempt = 0, won = 0; ; attempt++) {
              const revision = BigInt((await eventsIn(store, STREAM)).length - 1);
              await store.append(STREAM, revision, [anEvent()]).then(
                () => won++,
                (error) => expect(error).toBeInstanceOf(WrongExpectedRevision),
              );
              if (won === 3) return attempt;
            }
          }),
        );
        expect(wins).toHaveLength(8);
        expect(await eventsIn(store, STREAM)).toHaveLength(25);
      }),
    );
  });

  describe('an append', () => {
    it(
      'keeps all that the event says',
      withEmpty(async (store) => {
        const event = {
          ...anEvent('CourseGraded', { grade: 'A-', marks: [71.5, null], note: '補考 🎓 "quoted"\n\0' }),
          version: 3,
        };
        const { position } = await store.append(STREAM, 'any', [event]);
        expect((await eventsIn(store, STREAM)).map(plain)).toEqual([
          { ...event, stream: STREAM, revision: 0n, position },
        ]);
      }),
    );

    it(
      'writes all of its events next to each other, in order',
      withEmpty(async (store) => {
        const runs = Array.from({ length: 20 }, () => someEvents(5));
        await Promise.all(runs.map((run, n) => store.append(`record-s${n % 4}`, 'any', run)));
        const ids = idsOf(await logOf(store));
        for (const run of runs)
          expect(ids.slice(ids.indexOf(run[0]?.id ?? ''), ids.indexOf(run[0]?.id ?? '') + 5)).toEqual(idsOf(run));
      }),
    );

    it(
      'is in its stream and in the log when it is answered',
      withEmpty(async (store) => {
        const [event] = [anEvent()];
        const { revision, position } = await store.append(STREAM, 'no-stream', [event]);
        expect(await eventsIn(store, STREAM)).toMatchObject([{ id: event.id, revision, position }]);
        expect(await logOf(store)).toMatchObject([{ id: event.id, revision, position }]);
        expect(await store.head()).toBe(position);
      }),
    );

    it(
      'is read as an object that can be copied and made into JSON',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', [anEvent('CourseGraded', { grade: 'A' })]);
        for (const [event] of [await eventsIn(store, STREAM), await logOf(store)]) {
          if (!event) throw new Error('no event');
          expect(event.data).toBe(event.data);
          expect({ ...event }).toEqual(plain(event));
          expect(JSON.parse(JSON.stringify(event))).toEqual({ ...plain(event), revision: '0' });
        }
      }),
    );

    it(
      'does not change with the object it was given',
      withEmpty(async (store) => {
        const marks = { mark: 60 };
        const appended = store.append(STREAM, 'any', [anEvent('AssignmentMarked', marks)]);
        marks.mark = 90;
        await appended;
        expect(await eventsIn(store, STREAM)).toMatchObject([{ data: { mark: 60 } }]);
      }),
    );

    it(
      'takes names in any script, and names that are alike apart',
      withEmpty(async (store) => {
        const names = [
          'record-陳大文',
          'record-陳大',
          'record-s_1',
          'record-sx1',
          'record-S1',
          "record-'; --",
          'record-%',
        ];
        await Promise.all(names.map((name) => store.append(name, 'no-stream', [anEvent('A', { name })])));
        for (const name of names) expect((await eventsIn(store, name)).map(({ data }) => data)).toEqual([{ name }]);
      }),
    );

    it(
      'takes data of 300 KB',
      withEmpty(async (store) => {
        const data = { minutes: '會議紀錄 '.repeat(20_000) };
        await store.append(STREAM, 'any', [anEvent('BoardMet', data)]);
        expect((await eventsIn(store, STREAM))[0]?.data).toEqual(data);
      }),
    );
  });
}
