import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.js';
import { node, root } from './installation.js';

const installed = (...path) => join(root, 'node_modules', ...path);
const minutes = (count) => count * 60_000;

/**
 * The stages of a test run in their order, each with `run()`, which streams its output and resolves to its counts.
 * With Jest arguments there is one stage: Jest with these arguments.
 *
 * @param {string[]} patterns Jest arguments
 */
export function stages(patterns) {
  if (patterns.length > 0) return [{ name: 'jest', run: () => jest(patterns) }];
  return [
    { name: 'types', restNeedsIt: true, run: async () => check(build()) },
    { name: 'style', run: () => checkBy([installed('@biomejs', 'biome', 'bin', 'biome'), 'ci', '.']) },
    { name: 'imports', run: imports },
    { name: 'unit', run: () => specs('unit') },
    { name: 'int', run: () => specs('int') },
    { name: 'e2e', run: () => specs('e2e') },
    { name: 'torture', run: () => specs('torture', '--runInBand', `--testTimeout=${minutes(10)}`) },
  ];
}

const check = (holds) => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 });
const checkBy = async (args) => check((await run(args, minutes(5))) === 0);

function imports() {
  const trees = ['apps', 'libs', 'test'].filter((tree) => existsSync(join(root, tree)));
  const cruiser = installed('dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  return checkBy([cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', ...trees]);
}

const specs = (cost, ...options) =>
  jest(['--testPathPatterns', `\\.${cost}\\.spec\\.ts$`, '--passWithNoTests', ...options]);

/** A spec file that cannot be loaded counts as one failure, and so does a Jest that dies or never ends. */
async function jest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  const report = join(folder, 'report.json');
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
  const workers = args.includes('--runInBand') ? [] : ['--maxWorkers=2'];
  const output = ['--json', `--outputFile=${report}`];
  try {
    const exit = await run(
      [...flags, installed('jest', 'bin', 'jest.js'), ...workers, ...output, ...args],
      minutes(60),
    );
    if (!existsSync(report)) return { passed: 0, failed: exit === 0 ? 0 : 1, skipped: 0 };
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
    return {
      passed: counts.numPassedTests,
      failed: failed === 0 && exit !== 0 ? 1 : failed,
      skipped: counts.numPendingTests + counts.numTodoTests,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a script under the project's Node from the root; resolves to its exit code, or to 1 when the time is up. */
function run(args, limit) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    const deadline = setTimeout(() => {
      console.log(`Stopped after ${limit / minutes(1)} minutes.`);
      child.kill('SIGKILL');
    }, limit);
    const end = (code) => {
      clearTimeout(deadline);
      resolve(code ?? 1);
    };
    child.on('close', end);
    child.on('error', (error) => {
      console.error(error.message);
      end(1);
    });
  });
}
