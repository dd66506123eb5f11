import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '#event-store';
import type { DomainEvent } from '#kernel';
import { type RecordEvent, recordStream } from '#student-record';
import { surveyed } from '#system';
import { givenIn } from '../../libs/academic-record/testing/given-in.ts';
import { aCourse, aProgramme, autumn } from '../../libs/regulations/testing/index.ts';
import { recordsWithin } from './records.ts';

const records = (...words: string[]) => recordsWithin(120_000, ...words);

/** Each command starts a process with threads of its own. */
const PATIENCE_MS = 300_000;

const autumnAfter = {
  ...autumn,
  code: '2025-AUT',
  academicYear: '2025/26',
  teaching: ['2025-09-01', '2025-11-29'],
  examinations: ['2025-12-08', '2025-12-19'],
} as const;

describe('records standing', () => {
  let folder: string;
  const standing = (part: string, ...words: string[]) => records('standing', part, '--data-dir', folder, ...words);

  async function write(stream: string, events: readonly DomainEvent[]): Promise<void> {
    const store = openSqliteStore({ path: join(folder, 'events.sqlite') });
    await givenIn(store, stream, events);
    await store.close();
  }

  const life = (grade: string): RecordEvent[] => [
    {
      type: 'StudentAdmitted',
      data: {
        student: 'S',
        registration: { programme: aProgramme('3cu', 'full-time'), entryTerm: autumn, admittedOn: '2024-08-01' },
      },
    },
    {
      type: 'CourseEnrolled',
      data: { programme: 'BSC', course: aCourse('C1'), term: autumn, items: [], on: '2024-08-20' },
    },
    {
      type: 'GradeRecorded',
      data: { course: 'C1', term: autumn.code, on: '2025-01-02', grade, gradedTerm: autumn.code },
    },
  ];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'standing-'));
    await write('term-2024-AUT', [{ type: 'TermDefined', data: { term: autumn } }]);
    for (let student = 0; student < 20; student++)
      await write(recordStream(`S${student}`), life(student % 3 === 0 ? 'D' : 'B'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it(
    'reports over all students, and again from the position of the run: the same bytes, also after later events',
    async () => {
      const first = join(folder, 'first.jsonl');
      const run = await standing('run', '--term', '2024-AUT', '--dry-run', '--report', first, '--as', 'registrar R1');
      expect(run).toMatchObject({ code: 0 });
      expect(run.out).toContain('2024-AUT-1: reported');
      expect(run.out).toContain('20 decided: good 13, probation 7');
      await write(recordStream('S99'), life('D'));
      const again = await standing('report', '--run', '2024-AUT-1');
      expect(again).toMatchObject({ code: 0, out: readFileSync(first, 'utf8') });
      expect(again.out.trimEnd().split('\n')).toHaveLength(21);
    },
    PATIENCE_MS,
  );

  it(
    'comes to the same bytes in threads as without',
    async () => {
      const store = openSqliteStore({ path: join(folder, 'events.sqlite') });
      const [run] = JSON.parse((await standing('show', '--json')).out);
      const report = await surveyed({ store }, 'standing', run.question);
      expect(await report.hash()).toBe(run.hash);
      await report.putAway();
      await store.close();
    },
    PATIENCE_MS,
  );

  it(
    'is signed by two people and published, and tells what is refused',
    async () => {
      expect(await standing('publish', '--run', '2024-AUT-1')).toMatchObject({ code: 1 });
      expect(await standing('sign', '--run', '2024-AUT-1', '--as', 'registrar R1')).toMatchObject({ code: 0 });
      const twice = await standing('sign', '--run', '2024-AUT-1', '--as', 'registrar R1');
      expect(twice).toMatchObject({ code: 1 });
      expect(twice.said).toContain('another person');
      expect(await standing('sign', '--run', '2024-AUT-1', '--as', 'dean D1')).toMatchObject({ code: 0 });
      const published = await standing('publish', '--run', '2024-AUT-1', '--as', 'registrar R1');
      expect(published).toMatchObject({ code: 0 });
      expect(published.out).toContain('20 new, 0 put right, 0 as before, 0 ended');
      expect(await standing('show', '--run', '2024-AUT-9')).toMatchObject({ code: 3 });
      expect(await standing('run', '--term', '2030-AUT')).toMatchObject({ code: 1 });
    },
    PATIENCE_MS,
  );

  it(
    'lists the courses that wait for advice, because probation came after the enrolment',
    async () => {
      const none = await standing('held', '--on', '2025-01-10');
      expect(none).toMatchObject({ code: 0, out: expect.stringContaining('no course waits for advice') });
      const enrolled: RecordEvent = {
        type: 'CourseEnrolled',
        data: { programme: 'BSC', course: aCourse('C2'), term: autumnAfter, items: [], on: '2024-12-20' },
      };
      await write(recordStream('S101'), [...life('D').slice(0, 2), enrolled, ...life('D').slice(2)]);
      await write(recordStream('S102'), [...life('B').slice(0, 2), enrolled, ...life('B').slice(2)]);
      const held = await standing('held', '--on', '2025-08-01', '--term', autumnAfter.code);
      expect(held.code).toBe(1);
      expect(held.out.trimEnd().split('\n')).toEqual([
        'S101 BSC: C2 2025-AUT, 3cu/ug/11.4, results of 2025-01-02, teaching begins 2025-09-01',
      ]);
      expect(await standing('held', '--on', '2025-08-01', '--term', '2026-AUT')).toMatchObject({ code: 0 });
    },
    PATIENCE_MS,
  );
});
