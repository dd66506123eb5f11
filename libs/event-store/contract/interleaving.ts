import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventStore, Expected } from '../port.ts';
import { anEvent, type CreateStore, collect, eventsIn, idsOf, listen, logOf, until, withStore } from './events.ts';

interface Step {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: number;
  /** Sends the events of an earlier step again, when there was one: to the same stream, or to this step's own. */
  readonly again: number | null;
  readonly elsewhere: boolean;
  /** Waits for its answer before the next step is sent. */
  readonly waits: boolean;
}

const steps = fc.array(
  fc.record<Step>({
    stream: fc.constantFrom('record-a', 'record-b', 'course-c'),
    expected: fc.oneof(
      fc.constantFrom<Expected>('any', 'any', 'no-stream', 'stream-exists'),
      fc.bigInt({ min: 0n, max: 8n }),
    ),
    events: fc.integer({ min: 1, max: 3 }),
    again: fc.option(fc.nat(20), { freq: 5 }),
    elsewhere: fc.boolean(),
    waits: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

/** The streams as they should be. */
function model() {
  const streams = new Map<string, string[]>();
  const fits = (expected: Expected, length: number) =>
    expected === 'any' ||
    (expected === 'no-stream'
      ? length === 0
      : expected === 'stream-exists'
        ? length > 0
        : expected === BigInt(length - 1));
  return {
    streams,
    append(stream: string, expected: Expected, ids: readonly string[]): string {
      const standing = streams.get(stream) ?? [];
      const first = standing.indexOf(ids[0] as string);
      if (first >= 0) return `repeated at ${first + ids.length - 1}`;
      if (!fits(expected, standing.length)) return `conflict at ${standing.length - 1}`;
      streams.set(stream, [...standing, ...ids]);
      return `appended at ${standing.length + ids.length - 1}`;
    },
  };
}

const answerOf = (store: EventStore, stream: string, expected: Expected, events: ReturnType<typeof anEvent>[]) =>
  store.append(stream, expected, events).then(
    ({ appended, revision }) => `${appended ? 'appended' : 'repeated'} at ${revision}`,
    ({ name, actual }) => (name === 'WrongExpectedRevision' ? `conflict at ${actual ?? -1}` : name),
  );

/** An event's name in the log: ids are those of one stream. */
const placeOf = ({ stream, id }: { stream: string; id: string }) => `${stream} ${id}`;

/** Appends in any order with any expectation, against the model above. */
export function interleaving(createStore: CreateStore): void {
  describe('any run of appends', () => {
    const agrees = async (store: EventStore, run: readonly Step[]) => {
      const listener = listen(store, { pageSize: 5 });
      const expected = model();
      const sent: { stream: string; events: ReturnType<typeof anEvent>[] }[] = [];
      const answers: Promise<string>[] = [];
      const foreseen: string[] = [];
      /** What was appended and answered before the next step was sent, and so stands before it in the log. */
      const inOrder: [string, string][] = [];
      let answered: string | undefined;
      for (const step of run) {
        const earlier = step.again === null ? undefined : sent[step.again];
        const events = earlier?.events ?? Array.from({ length: step.events }, () => anEvent());
        const stream = earlier && !step.elsewhere ? earlier.stream : step.stream;
        sent.push({ stream, events });
        foreseen.push(expected.append(stream, step.expected, idsOf(events)));
        answers.push(answerOf(store, stream, step.expected, events));
        if (foreseen.at(-1)?.startsWith('appended')) {
          const place = placeOf({ stream, id: events[0]?.id ?? '' });
          if (answered) inOrder.push([answered, place]);
          if (step.waits) answered = place;
        }
        if (step.waits) await answers.at(-1);
      }
      expect(await Promise.all(answers)).toEqual(foreseen);

      const log = await logOf(store, { pageSize: 4 });
      const places = log.map(placeOf);
      for (const [stream, ids] of expected.streams) {
        expect(idsOf(await eventsIn(store, stream))).toEqual(ids);
        expect(idsOf(log.filter((event) => event.stream === stream))).toEqual(ids);
      }
      expect(log).toHaveLength([...expected.streams.values()].flat().length);
      for (const [before, after] of inOrder) expect(places.indexOf(before)).toBeLessThan(places.indexOf(after));
      expect(await collect(store.streams(''))).toEqual([...expected.streams.keys()].sort());
      await until(() => listener.events().length >= log.length);
      listener.stop();
      await listener.ended;
      expect(listener.events().map(placeOf)).toEqual(places);
    };

    it('is answered, kept and given to subscribers as the model says', () =>
      fc.assert(
        fc.asyncProperty(steps, (run) => withStore(createStore, (store) => agrees(store, run))()),
        { numRuns: 40 },
      ));
  });
}
