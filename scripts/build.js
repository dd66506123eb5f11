import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root } from './installation.js';

const sources = ['apps', 'libs', 'test', 'package-lock.json', 'package.json', 'tsconfig.json'];
/** Written after each build without errors; tsc writes its outputs even when it finds some. */
const stamp = join(root, 'dist', '.built');

/** Whether a source file was changed, added or removed since the last build without errors. */
export function buildIsStale() {
  const built = lastChange(stamp);
  return sources.some((source) => lastChange(join(root, source)) >= built);
}

/** Compiles the project to dist/. @returns {boolean} whether it compiled without errors */
export function build() {
  const begun = new Date();
  const compiled = spawnSync(node, [join(root, 'node_modules', 'typescript', 'bin', 'tsc')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (compiled.status !== 0) return false;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
  // What was saved while tsc ran may not be in the build: the stamp bears the time at which tsc began.
  utimesSync(stamp, begun, begun);
  return true;
}

/** The newest change below a path, in milliseconds; a folder changes when an entry comes or goes. Absent: 0. */
function lastChange(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((entry) => lastChange(join(path, entry))));
}
