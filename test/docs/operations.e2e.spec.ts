import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer } from '../torture/server-process.ts';

const ROOT = join(import.meta.dirname, '../..');
const RECORDS = `${process.execPath} --disable-warning=ExperimentalWarning ${join(ROOT, 'dist/apps/cli/main.js')}`;
const run = promisify(execFile);
/** The data folder is the one that is meant when nothing is said. */
const { DATA_DIR: _dataDir, ...env } = process.env;

/** The sections of docs/operations.md by their headings. */
const sections = new Map(
  readFileSync(join(ROOT, 'docs/operations.md'), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section]),
);
/** The lines of a section that an operator types, in order. */
const linesOf = (heading: string): string[] =>
  [...(sections.get(heading) ?? '').matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  );
const SERVE = 'AUTH_MODE=development npm run -s records -- serve --data-dir ';

describe('docs/operations.md, as printed, in a folder with a data folder', () => {
  let folder: string;

  /** One line, as the shell runs it, with the product in place of npm, which works in the repository only. */
  const typed = async (line: string): Promise<string> => {
    const script = line.replace('npm run -s records --', RECORDS);
    return (await run('bash', ['-c', script], { cwd: folder, env })).stdout;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'operations-'));
    await typed(`npm run -s records -- import oulad ${join(ROOT, 'test/data/oulad')} --as-recorded --data-dir data`);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['Rebuilding', 'When a projection parks'])(
    '%s: every line ends well',
    async (heading) => {
      const lines = linesOf(heading);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) await typed(line);
    },
    60_000,
  );

  it('backs up and restores', async () => {
    const lines = linesOf('Backup and restore (embedded)');
    const said = new Map<string, string>();
    for (const line of lines.filter((each) => !each.startsWith(SERVE))) said.set(line, await typed(line));
    const [digest] =
      /[0-9a-f]{64}/.exec(said.get(lines.find((line) => line.startsWith('sha256sum')) ?? '') ?? '') ?? [];
    const backup = said.get(lines.find((line) => line.includes('records -- backup')) ?? '') ?? '';
    expect(backup).toContain(`SHA-256 ${digest}`);
    const [, head] = /up to position (\d+)/.exec(backup) ?? [];
    expect(said.get(lines.find((line) => line.includes('projections status')) ?? '')).toContain(head);

    const serving = lines.find((line) => line.startsWith(SERVE)) ?? '';
    const server = await startServer(join(folder, serving.slice(SERVE.length)));
    const ready = await fetch(`${server.url}/health/ready`);
    await server.kill();
    expect(ready.status).toBe(200);
  }, 60_000);

  it('moves a log', async () => {
    const lines = linesOf('Moving a log to another store');
    expect(lines).toHaveLength(2);
    const said = [];
    for (const line of lines) said.push(await typed(line));
    expect(said.at(-1)).toContain('every stream is equal');
    expect(await typed(lines.at(-1) ?? '')).toContain('were there before');
  }, 60_000);
});
