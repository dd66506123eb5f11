import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '#event-store';
import type { NewEvent, RecordedEvent } from '#kernel';
import { runScenario } from '../../apps/cli/scenario/run-scenario.ts';
import { parseScenario } from '../../apps/cli/scenario/scenario-file.ts';
import { records } from './records.ts';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STORY = `title: A story
given:
  terms: [{ code: 2024-AUT, teaching: [2024-09-02, 2024-11-30], examinations: [2024-12-09, 2024-12-20] }]
  courses: [{ code: COMP1010, credits: 3, level: 1000 }]
  programmes: [{ code: BSCH, award: honours, regime: 3cu, mode: distance-learning, credits: 120 }]
steps:
  - { on: 2024-08-01, do: Admit, with: { student: S1, programme: BSCH, term: 2024-AUT } }
  - { on: 2024-08-02, do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT } }
  - { on: 2024-11-26, do: Withdraw, with: { student: S1, course: COMP1010, term: 2024-AUT }, expect: { refused: [3cu/dl/6.1] } }
`;

/** A data folder whose log is that of the story, with each event as `changed` has it. */
async function told(name: string, changed: (event: RecordedEvent) => NewEvent): Promise<string> {
  const data = join(folder, name);
  mkdirSync(data);
  const store = openSqliteStore({ path: join(data, 'events.sqlite') });
  const story = openSqliteStore({ path: join(folder, 'story.sqlite') });
  for await (const { events } of story.readAll())
    for (const event of events) {
      const { id, type, version, data, metadata } = changed(event);
      await store.append(event.stream, 'any', [{ id, type, version, data, metadata }]);
    }
  await story.close();
  await store.close();
  return data;
}

describe('records replay', () => {
  beforeAll(async () => {
    await runScenario(parseScenario('story.yaml', STORY), { eventStore: `sqlite:${join(folder, 'story.sqlite')}` });
  });

  it('takes every decision again, those that were refused too', async () => {
    const data = await told('as-it-was', (event) => event);
    const { code, out } = await records('replay', '--json', '--data-dir', data);
    expect([code, JSON.parse(out)]).toEqual([0, { decisions: 6, equal: 6, others: 0, departures: [] }]);
  });

  it('tells a refusal that would be none, and a grant that would be another', async () => {
    const data = await told('changed', (event) => {
      const { type, stream, metadata } = event;
      // As if other rules had refused the withdrawal in time, and enrolled in a course of other credits.
      if (stream === 'requests-S1')
        return { ...event, metadata: { ...metadata, recordedAt: '2024-11-20T04:00:00.000Z' } };
      if (type === 'CourseEnrolled') return { ...event, data: { ...(event.data as object), on: '2024-08-09' } };
      return event;
    });
    const { code, out } = await records('replay', '--student', 'S1', '--data-dir', data);
    expect(code).toBe(1);
    expect(out).toMatch(/^3 decisions taken again: 1 come out as they were recorded, 2 do not$/m);
    expect(out).toMatch(/record-S1 {2}Enrol .*: recorded CourseEnrolled; now CourseEnrolled$/m);
    expect(out).toMatch(/requests-S1 {2}Withdraw .*: recorded RequestRefused not 3cu\/dl\/6\.1; now CourseWithdrawn$/m);
  });

  it('tells a request that is no longer taken as it was made', async () => {
    const data = await told('of-another-time', (event) =>
      event.type === 'CourseEnrolled'
        ? { ...event, metadata: { ...event.metadata, command: { type: 'Enrol', data: { student: 'S1' } } } }
        : event,
    );
    const { code, out } = await records('replay', '--student', 'S1', '--data-dir', data);
    expect(code).toBe(1);
    expect(out).toMatch(/Enrol .*: no longer a valid request \(course, term\)$/m);
  });
});
