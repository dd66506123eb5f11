import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ConfirmMarkSheet,
  confirmMarkSheet,
  PreviewMarkSheet,
  ProposeMarkSheet,
  previewMarkSheet,
  proposeMarkSheet,
  type SheetApplication,
} from '#academic-record';
import { type AnyUseCase, CommandExecution, commandOf, issue } from '#commands';
import { type EventStore, openSqliteStore } from '#event-store';
import { systemClock } from '#kernel';
import { recordStream } from '#student-record';
import { givenIn } from '../../libs/academic-record/testing/given-in.ts';
import { admitted, enrolledIn, submitted, term } from '../../libs/academic-record/testing/story.ts';

const ROOT = join(import.meta.dirname, '../..');
const STUDENTS = 600;
const KILLS = 3;
/** Of one row: a mark, a sitting and a grade. */
const EVENTS_OF_A_ROW = 3;
const SHEET = { course: 'C1', term: term.code, sheet: 'FINAL' };
const students = Array.from({ length: STUDENTS }, (_, index) => `S${index}`);

/** Students who have handed in their work, and a sheet of all of them that is confirmed. */
async function confirmedSheet(path: string): Promise<void> {
  const store = openSqliteStore({ path });
  const execution = new CommandExecution(store, systemClock);
  const ask = async (useCase: AnyUseCase, type: new () => ProposeMarkSheet, fields: object, role: string) => {
    const command = issue(commandOf(type, { ...SHEET, ...fields } as never), {
      commandId: role,
      actor: { role, id: role },
    });
    expect((await execution.execute(useCase, command)).outcome).toBe('accepted');
  };
  try {
    for (const student of students) await givenIn(store, recordStream(student), taking, { student });
    const content = `student,A1,examination,grade\n${students.map((one, at) => `${one},${at % 101},60,B\n`).join('')}`;
    await ask(proposeMarkSheet, ProposeMarkSheet, { content }, 'tutor');
    await ask(previewMarkSheet, PreviewMarkSheet as never, {}, 'teacher');
    await ask(confirmMarkSheet, ConfirmMarkSheet as never, { preview: 1 }, 'school');
  } finally {
    await store.close();
  }
}

const taking = [admitted('3cu', 'distance-learning'), enrolledIn('C1'), submitted('C1', 'A1')];

/** Positions of the embedded log are counted. */
const eventsIn = async (store: EventStore): Promise<number> => Number(await store.head());

/** `records sheets apply` as a process of its own, killed as soon as so many events stand in the log, if told. */
async function apply(dataDir: string, killAt?: number): Promise<SheetApplication | undefined> {
  const { course, term: when, sheet } = SHEET;
  const args = [
    'sheets',
    'apply',
    '--course',
    course,
    '--term',
    when,
    '--sheet',
    sheet,
    '--as',
    'registrar',
    '--json',
    '--data-dir',
    dataDir,
  ];
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const ended = once(child, 'close');
  if (killAt !== undefined) {
    const log = openSqliteStore({ path: join(dataDir, 'events.sqlite') });
    let running = true;
    void ended.then(() => {
      running = false;
    });
    while (running && (await eventsIn(log)) < killAt) await pause(5);
    await log.close();
    child.kill('SIGKILL');
  }
  await ended;
  return killAt === undefined ? (JSON.parse(out) as SheetApplication) : undefined;
}

describe(`a mark sheet whose application is killed ${KILLS} times`, () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'killed-sheet-'));
    await confirmedSheet(join(dataDir, 'events.sqlite'));
  }, 120_000);
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is applied to every student once, and has nothing more to append then', async () => {
    const store = openSqliteStore({ path: join(dataDir, 'events.sqlite') });
    try {
      const begun = await eventsIn(store);
      const rows = EVENTS_OF_A_ROW * STUDENTS;
      for (let kill = 1; kill <= KILLS; kill++) await apply(dataDir, begun + (kill * rows) / (KILLS + 2));
      expect(await eventsIn(store)).toBeLessThan(begun + rows);
      expect(await apply(dataDir)).toMatchObject({ applied: STUDENTS, unchanged: 0, refused: [] });
      for (const student of students) {
        const types: string[] = [];
        for await (const { type } of store.readStream(recordStream(student))) types.push(type);
        expect(types.slice(3)).toEqual(['AssignmentMarked', 'SittingRecorded', 'GradeRecorded']);
      }
      const head = await store.head();
      expect(await apply(dataDir)).toMatchObject({ applied: STUDENTS });
      expect(await store.head()).toBe(head);
    } finally {
      await store.close();
    }
  }, 180_000);
});
