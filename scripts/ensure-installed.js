/**
 * Runs before `npm start`, `npm test`, `npm run records` and `npm run bench`: installs what package-lock.json asks for,
 * when it is not there, and with `--build` compiles what has changed. Needs Node 20 or later and nothing else.
 */
import { build, buildIsStale } from './build.js';
import { install, missingNode, root } from './installation.js';

const fault = install(root) ?? missingNode() ?? compile();
if (fault) {
  console.error(fault);
  // The last line of a test run is always its count, also when the run could not begin.
  if (process.env.npm_lifecycle_event === 'pretest') console.log('Tests: 0 passed, 1 failed');
  process.exit(1);
}

function compile() {
  if (!process.argv.includes('--build') || !buildIsStale()) return undefined;
  console.log('Building.');
  return build() ? undefined : 'The build failed: see the errors above.';
}
