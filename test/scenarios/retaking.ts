import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { retake } from '#commands';
import { type EventStore, openSqliteStore } from '#event-store';
import { civilDateOf, instantOn, plusDays, type RecordedEvent } from '#kernel';
import { useCaseNamed } from '#system';
import { replayAll } from '../../apps/cli/replay-command.ts';
import { runScenario } from '../../apps/cli/scenario/run-scenario.ts';
import { readScenario, type Scenario, scenarioFiles } from '../../apps/cli/scenario/scenario-file.ts';

/** A story of the registry in a log of its own. */
interface Story {
  readonly scenario: Scenario;
  readonly path: string;
}

async function withLog<Result>(path: string, look: (store: EventStore) => Promise<Result>): Promise<Result> {
  const store = openSqliteStore({ path, cacheMebibytes: 2 });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

async function eventsIn(store: EventStore): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const { events } of store.readAll()) all.push(...events);
  return all;
}

/** The first event of each decision of these stories that was granted and not overridden. */
async function* granted(stories: readonly Story[], ofCommands?: readonly string[]) {
  for (const { scenario, path } of stories) {
    const store = openSqliteStore({ path, cacheMebibytes: 2 });
    try {
      const seen = new Set<string>();
      for (const event of await eventsIn(store)) {
        const { commandId, command, override } = event.metadata;
        const useCase = useCaseNamed(command.type);
        const isFirst = !seen.has(`${event.stream} ${commandId}`);
        seen.add(`${event.stream} ${commandId}`);
        if (!useCase || !isFirst || override || event.type === 'RequestRefused') continue;
        if (!ofCommands || ofCommands.includes(command.type))
          yield { store, event, useCase, of: `${scenario.title}: ${command.type}` };
      }
    } finally {
      await store.close();
    }
  }
}

/** Takes every decision of the stories of a structure again: as it was, on earlier days, and with one approval more. */
export function describeDecisionsRetaken(structure: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'retaken-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const stories = scenarioFiles([join(import.meta.dirname, structure)])
    .map(readScenario)
    .map((scenario, index): Story => ({ scenario, path: join(folder, `${index}.sqlite`) }));

  beforeAll(async () => {
    for (const { scenario, path } of stories) await runScenario(scenario, { eventStore: `sqlite:${path}` });
  }, 900_000);

  describe(`Every decision of the ${structure} stories`, () => {
    it('comes out the same when it is taken again on what it was taken on', async () => {
      let decisions = 0;
      for (const { path } of stories) {
        const report = await withLog(path, (store) => replayAll(store));
        expect(report.departures).toEqual([]);
        expect(report.equal).toBe(report.decisions);
        decisions += report.decisions;
      }
      expect(decisions).toBeGreaterThan(stories.length);
    }, 900_000);

    // Leaving a programme is barred before examinations and free again after them: see its own spec.
    it('that grants a withdrawal from a course would have granted it on any day before, back to the enrolment', async () => {
      let asked = 0;
      const refused: string[] = [];
      for await (const { store, event, useCase, of } of granted(stories, ['Withdraw'])) {
        const since = await lastBefore(store, event);
        const day = civilDateOf(new Date(event.metadata.recordedAt));
        for (let earlier = plusDays(day, -1); earlier > since; earlier = plusDays(earlier, -1)) {
          const retaken = await retake(store, useCase, event, { at: instantOn(earlier) });
          asked++;
          if (!('outcome' in retaken) || retaken.outcome.outcome !== 'accepted') refused.push(`${of} on ${earlier}`);
        }
      }
      expect(refused).toEqual([]);
      expect(asked).toBeGreaterThan(100);
    }, 900_000);

    it('that grants something would have granted it with one more approval, whoever gave it', async () => {
      let asked = 0;
      const refused: string[] = [];
      for await (const { store, event, useCase, of } of granted(stories)) {
        for (const authority of ['school', 'dean', 'registrar', 'university', 'adviser', 'senate']) {
          const fields = withApproval(event.metadata.command.data as Fields, authority);
          const retaken = fields && (await retake(store, useCase, event, { fields }));
          // A command that takes no approval says so; one that takes it decides.
          if (!retaken || 'problems' in retaken || code(retaken.outcome) === 'approval-not-authorised') continue;
          asked++;
          if (retaken.outcome.outcome !== 'accepted') refused.push(`${of} with ${authority}: ${code(retaken.outcome)}`);
        }
      }
      expect(refused).toEqual([]);
      expect(asked).toBeGreaterThan(500);
    }, 900_000);
  });
}

interface Fields {
  readonly approval?: object;
  readonly approvals?: readonly object[];
}

/** The request with another approval in the list, or with its one approval; undefined where that is given already. */
function withApproval(fields: Fields, authority: string): Fields | undefined {
  const approval = { authority, reason: 'asked for besides' };
  if (fields.approvals) return { ...fields, approvals: [...fields.approvals, approval] };
  return fields.approval ? undefined : { ...fields, approval };
}

const code = (outcome: { readonly outcome: string; readonly code?: string }) => outcome.code;

/** The day of the last thing that the record told before the event. */
async function lastBefore(store: EventStore, { stream, revision }: RecordedEvent): Promise<string> {
  let last = '';
  for await (const before of store.readStream(stream)) {
    if (before.revision >= revision) return last;
    const day = civilDateOf(new Date(before.metadata.recordedAt));
    if (day > last) last = day;
  }
  return last;
}
