import { describe, expect, it } from '@jest/globals';
import type { NewEvent } from '#kernel';
import { bytesOf, MAX_APPEND_BYTES, type WireText, wireMetadata } from '../append-size.ts';
import { AppendTooLarge, EventIdTaken, UnstorableEvent } from '../errors.ts';
import type { Expected } from '../port.ts';
import { anEvent, type CreateStore, eventsIn, idsOf, logOf, someEvents, withStore } from './events.ts';

const STREAM = 'record-s1';

/** Appending the same events again, and appending what cannot be stored. */
export function repeating(createStore: CreateStore): void {
  const withEmpty = (test: Parameters<typeof withStore>[1]) => withStore(createStore, test);
  const expectations: Expected[] = ['any', 'no-stream', 'stream-exists', 0n, 2n, 99n];

  describe('the same events appended again', () => {
    it.each(expectations)('expecting %s, are answered with the first result and not written twice', (expected) =>
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', [anEvent()]);
        const events = someEvents(2);
        const { revision, position } = await store.append(STREAM, 0n, events);
        await store.append(STREAM, 'any', someEvents(3));
        expect(await store.append(STREAM, expected, events)).toEqual({ revision, position, appended: false });
        expect(await eventsIn(store, STREAM)).toHaveLength(6);
      })(),
    );

    it(
      'in the same moment, are written once',
      withEmpty(async (store) => {
        const events = someEvents(2);
        const results = await Promise.all([1, 2, 3].map(() => store.append(STREAM, 'no-stream', events)));
        expect(results.filter(({ appended }) => appended)).toHaveLength(1);
        expect(new Set(results.map(({ position }) => position)).size).toBe(1);
        expect(idsOf(await logOf(store))).toEqual(idsOf(events));
      }),
    );

    it(
      'as a part of those that stood there, are answered with the place of that part',
      withEmpty(async (store) => {
        const events = someEvents(3);
        await store.append(STREAM, 'no-stream', events);
        const [, second] = await eventsIn(store, STREAM);
        expect(await store.append(STREAM, 'no-stream', events.slice(0, 2))).toEqual({
          revision: 1n,
          position: second?.position,
          appended: false,
        });
      }),
    );

    it(
      'with new ones after them, are refused',
      withEmpty(async (store) => {
        const events = someEvents(2);
        await store.append(STREAM, 'any', events);
        const failure = store.append(STREAM, 'any', [...events, anEvent()]);
        await expect(failure).rejects.toBeInstanceOf(EventIdTaken);
        expect(idsOf(await eventsIn(store, STREAM))).toEqual(idsOf(events));
      }),
    );
  });

  describe('the id of an event', () => {
    it(
      'may stand in another stream too',
      withEmpty(async (store) => {
        const events = someEvents(2);
        await store.append(STREAM, 'any', events);
        expect(await store.append('record-s2', 'no-stream', events)).toMatchObject({ revision: 1n, appended: true });
        expect(await store.append('record-s2', 'any', events)).toMatchObject({ revision: 1n, appended: false });
        expect(idsOf(await logOf(store))).toEqual([...idsOf(events), ...idsOf(events)]);
      }),
    );

    it.each(expectations)('is not taken a second time with others, expecting %s, and nothing is written', (expected) =>
      withEmpty(async (store) => {
        const [first, second, third] = someEvents(3) as [NewEvent, NewEvent, NewEvent];
        await store.append(STREAM, 'any', [first, second, third]);
        const taken = (events: NewEvent[], ...ids: string[]) =>
          expect(store.append(STREAM, expected, events)).rejects.toMatchObject({
            name: 'EventIdTaken',
            stream: STREAM,
            ids,
          });
        await taken([anEvent(), second], second.id);
        await taken([second, anEvent()], second.id);
        await taken([first, third], first.id, third.id);
        await taken([second, first], second.id, first.id);
        await taken([second, second], second.id, second.id);
        expect(await eventsIn(store, STREAM)).toHaveLength(3);
      })(),
    );

    it(
      'is given to one event only',
      withEmpty(async (store) => {
        const [event, other] = [anEvent(), anEvent()];
        const failure = store.append(STREAM, 'any', [event, other, event]);
        await expect(failure).rejects.toMatchObject({ name: 'EventIdTaken', ids: [event.id] });
        expect(await logOf(store)).toEqual([]);
      }),
    );
  });

  describe('what cannot be stored', () => {
    const circle: Record<string, unknown> = {};
    circle.itself = circle;
    const unstorable: [string, unknown][] = [
      ['nothing', undefined],
      ['a bigint', { credits: 3n }],
      ['a function', { decide: () => true }],
      ['a symbol', { kind: Symbol('x') }],
      ['not a number', { cgpa: Number.NaN }],
      ['an infinite number', { marks: [1, Number.POSITIVE_INFINITY] }],
      ['a gap in a list', { marks: [1, undefined] }],
      ['a circle', circle],
      ['a map', { grades: new Map([['COMP2010', 'A']]) }],
      ['an invalid date', { on: new Date('no day') }],
    ];
    it.each(unstorable)('%s is refused, with all that came with it', (_, data) =>
      withEmpty(async (store) => {
        const refused = store.append(STREAM, 'any', [anEvent(), { ...anEvent(), data }]);
        const other = store.append('record-s2', 'any', [anEvent()]);
        await expect(refused).rejects.toBeInstanceOf(UnstorableEvent);
        expect(await other).toMatchObject({ appended: true });
        expect(await eventsIn(store, STREAM)).toEqual([]);
      })(),
    );

    it(
      'in the metadata is refused too',
      withEmpty(async (store) => {
        const event = anEvent();
        const metadata = { ...event.metadata, command: { type: 'Enrol', data: { credits: 3n } } };
        await expect(store.append(STREAM, 'any', [{ ...event, metadata }])).rejects.toBeInstanceOf(UnstorableEvent);
        expect(await logOf(store)).toEqual([]);
      }),
    );

    it(
      'is not what merely has parts left out',
      withEmpty(async (store) => {
        await store.append(STREAM, 'any', [anEvent('CourseGraded', { grade: 'A', on: new Date(0), note: undefined })]);
        expect((await eventsIn(store, STREAM))[0]?.data).toEqual({ grade: 'A', on: '1970-01-01T00:00:00.000Z' });
      }),
    );

    it(
      'is more than a mebibyte',
      withEmpty(async (store) => {
        const failure = store.append(STREAM, 'any', [anEvent('BoardMet', 'x'.repeat(2 ** 20))]);
        await expect(failure).rejects.toBeInstanceOf(AppendTooLarge);
        await expect(failure).rejects.toBeInstanceOf(UnstorableEvent);
        await expect(failure).rejects.toMatchObject({ limit: 2 ** 20 });
        expect(await logOf(store)).toEqual([]);
      }),
    );

    it(
      'is more than a mebibyte together, to the byte, whatever the number of events',
      withEmpty(async (store) => {
        const events = (count: number, bytes: number): NewEvent[] => {
          const empty = Array.from({ length: count }, () => anEvent('BoardMet', ''));
          const standing = empty.reduce((sum, event) => sum + bytesOf(wireTextOf(event)), 0);
          const filling = bytes - standing;
          return empty.map((event, n) => ({
            ...event,
            data: 'x'.repeat(n === 0 ? filling % count : 0) + 'x'.repeat(Math.floor(filling / count)),
          }));
        };
        for (const count of [1, 2, 5]) {
          const stream = `board-${count}`;
          const failure = store.append(stream, 'any', events(count, MAX_APPEND_BYTES + 1));
          await expect(failure).rejects.toBeInstanceOf(AppendTooLarge);
          await expect(failure).rejects.toMatchObject({ limit: MAX_APPEND_BYTES });
          expect(await eventsIn(store, stream)).toEqual([]);
          expect(await store.append(stream, 'any', events(count, MAX_APPEND_BYTES))).toMatchObject({ appended: true });
          expect(await eventsIn(store, stream)).toHaveLength(count);
        }
      }),
    );

    it.each(['', '$all', '$$record-s1', 'record-\ud800'])('is a stream called %j', (stream) =>
      withEmpty(async (store) => {
        await expect(store.append(stream, 'any', [anEvent()])).rejects.toBeInstanceOf(UnstorableEvent);
        expect(await logOf(store)).toEqual([]);
      })(),
    );

    it.each<[string, readonly NewEvent[]]>([
      ['no events at all', []],
      ['an event without a type', [anEvent('')]],
      ["an event of the server's own type", [anEvent('$metadata')]],
      ['an event without an id', [{ ...anEvent(), id: '' }]],
    ])('refuses %s', (_, events) =>
      withEmpty(async (store) => {
        await expect(store.append(STREAM, 'any', events)).rejects.toBeInstanceOf(UnstorableEvent);
        expect(await logOf(store)).toEqual([]);
      })(),
    );
  });
}

const wireTextOf = ({ type, version, data, metadata }: NewEvent): WireText => ({
  type,
  data: JSON.stringify(data),
  metadata: wireMetadata(version, JSON.stringify(metadata)),
});
