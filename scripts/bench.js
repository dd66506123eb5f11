/** `npm run bench`: installs the peers that the benchmarks measure against, in bench/ only, and runs bench/main.js. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, node, root } from './installation.js';

const bench = join(root, 'bench');
const fault = install(bench);
if (fault) {
  console.error(fault);
  process.exit(1);
}
const run = spawnSync(node, ['--disable-warning=ExperimentalWarning', 'main.js', ...process.argv.slice(2)], {
  cwd: bench,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
