import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmMarkSheet, previewMarkSheet, proposeMarkSheet } from '#academic-record';
import { type AnyUseCase, CommandExecution, commandOf, issue } from '#commands';
import { openSqliteStore } from '#event-store';
import { systemClock } from '#kernel';
import { recordStream } from '#student-record';
import { givenIn } from '../../../libs/academic-record/testing/given-in.ts';
import { admitted, enrolledIn, submitted, term } from '../../../libs/academic-record/testing/story.ts';
import { serveApi } from '../serve.ts';

const SHEET = { course: 'C1', term: term.code, sheet: 'FINAL' };

/** What stands in the log when a server was killed between the confirmation and the first row. */
async function confirmedOnly(path: string): Promise<void> {
  const store = openSqliteStore({ path });
  try {
    const taking = [admitted('3cu', 'distance-learning'), enrolledIn('C1'), submitted('C1', 'A1')];
    await givenIn(store, recordStream('S1'), taking, { student: 'S1' });
    const execution = new CommandExecution(store, systemClock);
    const ask = async (useCase: AnyUseCase, fields: object, role: string) => {
      const command = commandOf(useCase.command, { ...SHEET, ...fields });
      const asked = issue(command, { commandId: useCase.path, actor: { role, id: role } });
      expect(await execution.execute(useCase, asked)).toMatchObject({ outcome: 'accepted' });
    };
    await ask(proposeMarkSheet, { content: 'student,A1\nS1,80\n' }, 'tutor');
    await ask(previewMarkSheet, {}, 'tutor');
    await ask(confirmMarkSheet, { preview: 1 }, 'registrar');
  } finally {
    await store.close();
  }
}

describe('a server that starts where a confirmed mark sheet was not applied to its end', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'resumed-sheet-'));
    await confirmedOnly(join(dataDir, 'events.sqlite'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('takes its rows up', async () => {
    const listening = { port: 0, host: '127.0.0.1', authMode: 'development', logLevel: 'silent' };
    const running = await serveApi({ ...listening, dataDir, print: () => undefined });
    try {
      const sheet = async (): Promise<{ readonly state?: string }> =>
        (
          await fetch(`${running.url}/api/v1/mark-sheets/${SHEET.course}/${SHEET.term}/${SHEET.sheet}`, {
            headers: { 'x-actor': 'registrar' },
          })
        ).json() as Promise<{ readonly state?: string }>;
      for (let turn = 0; turn < 100 && (await sheet()).state !== 'applied'; turn++) await pause(50);
      expect(await sheet()).toMatchObject({ state: 'applied', applied: { applied: 1, unchanged: 0, refused: [] } });
    } finally {
      await running.close();
    }
  }, 60_000);
});
