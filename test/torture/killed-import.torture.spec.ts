import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const KILLS = 4;

interface Report {
  readonly eventsAppended: number;
  readonly repeated: number;
  readonly equal: boolean;
  readonly totals: Readonly<Record<string, number>>;
  readonly expected: Readonly<Record<string, number>>;
}

/** `records import oulad` as a process of its own, killed after so many milliseconds if told. */
async function importExtract(dataDir: string, killAfter?: number): Promise<Report | undefined> {
  const args = ['import', 'oulad', join(ROOT, 'test/data/oulad'), '--as-recorded', '--json', '--data-dir', dataDir];
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const ended = once(child, 'close');
  if (killAfter !== undefined) {
    await pause(killAfter);
    child.kill('SIGKILL');
  }
  await ended;
  return killAfter === undefined ? (JSON.parse(out) as Report) : undefined;
}

describe(`an import that is killed ${KILLS} times`, () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'killed-import-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('ends with the totals of the data set, and then has nothing more to append', async () => {
    for (let kill = 0; kill < KILLS; kill++) await importExtract(dataDir, 1_000 + Math.random() * 1_000);
    const report = await importExtract(dataDir);
    expect(report?.equal).toBe(true);
    expect(report?.totals).toEqual(report?.expected);
    const again = await importExtract(dataDir);
    expect(again).toMatchObject({ eventsAppended: 0, equal: true });
  }, 120_000);
});
