import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServerProcess, startServer } from '../torture/server-process.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The lines of the README that a reader types, in order. */
const lines = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(
  ([, block = '']) => block.trim().split('\n'),
);
const tour = lines.filter((line) => line.startsWith('curl'));
const setting = lines.filter((line) => /^\w+=/.test(line));
const commands = lines.filter((line) => line.startsWith('npm run'));

describe('the tour of the README, as printed', () => {
  let dataDir: string;
  let server: ServerProcess;
  const answers: string[] = [];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'readme-'));
    server = await startServer(dataDir, '--demo');
    for (const line of tour) {
      const script = [...setting, line].join('\n').replaceAll('http://127.0.0.1:3000', server.url);
      answers.push((await run('bash', ['-c', script])).stdout);
    }
  }, 120_000);
  afterAll(async () => {
    await server?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** The answer to the n-th line that asks for a resource. */
  const said = (resource: string, nth = 0) => {
    const asking = tour.flatMap((line, index) =>
      line.includes(`$api${resource}`) || line.includes(`S1${resource}`) ? [index] : [],
    );
    return JSON.parse(answers[asking[nth] ?? -1] ?? '');
  };

  it('has every part', () => {
    expect(tour.length).toBeGreaterThan(10);
    expect(setting).toHaveLength(2);
  });

  it('admits, enrols, submits, marks, grades and withdraws', () => {
    for (const part of ['/admissions', '/enrolments', '/submissions', '/marks', '/grades', '/withdrawals'])
      expect(said(part)).toMatchObject({ ruling: { outcome: 'allowed' } });
    expect(said('/enrolments', 1)).toMatchObject({ events: [{ type: 'CourseEnrolled' }] });
  });

  it('is refused with a clause, and the refusal is kept', () => {
    expect(said('/enrolments', 2)).toMatchObject({ status: 422, clauses: [{ id: '3cu/dl/3.7' }] });
    expect(JSON.stringify(said('/requests'))).toContain('3cu/dl/3.7');
  });

  it('keeps the grade from the student until it is published', () => {
    expect(said('/transcript', 1)).toMatchObject({
      courses: [
        { code: 'COMP1010', grade: null },
        { code: 'MATH1010', grade: 'W' },
      ],
      programmes: [{ cgpa: null }],
    });
    expect(JSON.stringify(said('/enrolments', 2))).not.toContain('B+');
  });

  it('shows a transcript, an award decision and the history', () => {
    expect(said('/transcript')).toMatchObject({
      courses: [
        { code: 'COMP1010', grade: 'B+' },
        { code: 'MATH1010', grade: 'W' },
      ],
      programmes: [{ cgpa: { display: '3.30' } }],
    });
    expect(said('/award-decisions')).toMatchObject([{ met: false }]);
    expect(JSON.stringify(said('/events'))).toContain('GradeRecorded');
  });

  it('gives the first answer to a request that is sent twice', () => {
    const [first, second] = [answers.at(-2) ?? '', answers.at(-1) ?? ''].map((answer) => JSON.parse(answer));
    expect(first).toMatchObject({ events: [{ type: 'CourseEnrolled' }] });
    expect(second).toEqual(first);
  });

  it.each(commands)(
    'runs %s',
    async (line) => {
      const words = line
        .replace('npm run -s records -- ', '')
        .replace(/data\/oulad$/, join(dataDir, 'oulad'))
        .split(' ');
      const main = join(ROOT, 'dist/apps/cli/main.js');
      const { stdout } = await run(process.execPath, [main, ...words], {
        cwd: ROOT,
        env: { ...process.env, DATA_DIR: dataDir },
        maxBuffer: 2 ** 26,
      });
      expect(stdout.length).toBeGreaterThan(50);
    },
    60_000,
  );
});
