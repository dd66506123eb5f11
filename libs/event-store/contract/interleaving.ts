import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventStore, Expected } from '../port.ts';
import { anEvent, type CreateStore, collect, eventsIn, idsOf, listen, logOf, until, withStore } from './events.ts';

interface Step {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: number;
  /** Sends the events of an earlier step again, when there was one. */
  readonly again: number | null;
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
    waits: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

/** The log as it should be: a list of ids for each stream and one for all. */
function model() {
  const log: string[] = [];
  const streams = new Map<string, string[]>();
  const fits = (expected: Expected, length: number) =>
    expected === 'any' ||
    (expected === 'no-stream'
      ? length === 0
      : expected === 'stream-exists'
        ? length > 0
        : expected === BigInt(length - 1));
  return {
    log,
    streams,
    append(stream: string, expected: Expected, ids: readonly string[]): string {
      const standing = streams.get(stream) ?? [];
      const first = standing.indexOf(ids[0] as string);
      if (first >= 0) return `repeated at ${first + ids.length - 1}`;
      if (!fits(expected, standing.length)) return `conflict at ${standing.length - 1}`;
      streams.set(stream, [...standing, ...ids]);
      log.push(...ids);
      return `appended at ${standing.length + ids.length - 1}`;
    },
  };
}

const answerOf = (store: EventStore, stream: string, expected: Expected, events: ReturnType<typeof anEvent>[]) =>
  store.append(stream, expected, events).then(
    ({ appended, revision }) => `${appended ? 'appended' : 'repeated'} at ${revision}`,
    ({ name, actual }) => (name === 'WrongExpectedRevision' ? `conflict at ${actual ?? -1}` : name),
  );

/** Appends in any order with any expectation, against the model above. */
export function interleaving(createStore: CreateStore): void {
  describe('any run of appends', () => {
    const agrees = async (store: EventStore, run: readonly Step[]) => {
      const listener = listen(store, { pageSize: 5 });
      const expected = model();
      const sent: { stream: string; events: ReturnType<typeof anEvent>[] }[] = [];
      const answers: Promise<string>[] = [];
      const foreseen: string[] = [];
      for (const step of run) {
        const earlier = step.again === null ? undefined : sent[step.again];
        const { stream, events } = earlier ?? {
          stream: step.stream,
          events: Array.from({ length: step.events }, () => anEvent()),
        };
        sent.push({ stream, events });
        foreseen.push(expected.append(stream, step.expected, idsOf(events)));
        answers.push(answerOf(store, stream, step.expected, events));
        if (step.waits) await answers.at(-1);
      }
      expect(await Promise.all(answers)).toEqual(foreseen);
      expect(idsOf(await logOf(store, { pageSize: 4 }))).toEqual(expected.log);
      for (const [stream, ids] of expected.streams) expect(idsOf(await eventsIn(store, stream))).toEqual(ids);
      expect(await collect(store.streams(''))).toEqual([...expected.streams.keys()].sort());
      await until(() => listener.events().length >= expected.log.length);
      listener.stop();
      await listener.ended;
      expect(idsOf(listener.events())).toEqual(expected.log);
    };

    it('is answered, kept and given to subscribers as the model says', () =>
      fc.assert(
        fc.asyncProperty(steps, (run) => withStore(createStore, (store) => agrees(store, run))()),
        { numRuns: 40 },
      ));
  });
}
