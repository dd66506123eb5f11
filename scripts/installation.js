import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The Node of package-lock.json, which every script of the project runs under whatever Node the machine has. */
export const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Why the packages that stand in node_modules are not those of the lock file, in a few words; undefined when they are.
 * Compares package-lock.json with the list that npm leaves in node_modules/.package-lock.json, so that it is right
 * whoever installed and whatever the times of the files. Optional packages (for other platforms) may be absent.
 *
 * @param {{packages: Record<string, {version?: string, integrity?: string, optional?: boolean, link?: boolean}>}} lock
 * @param {{packages: Record<string, {version?: string, integrity?: string}>} | undefined} installed undefined: nothing is
 */
export function whyInstall(lock, installed) {
  if (!installed) return 'packages are not installed yet';
  for (const [place, wanted] of Object.entries(lock.packages)) {
    const found = installed.packages[place];
    if (place === '' || (!found && (wanted.optional || wanted.link))) continue;
    if (!found) return `${place} is missing`;
    if (found.version !== wanted.version || found.integrity !== wanted.integrity) return `${place} has changed`;
  }
  const extra = Object.keys(installed.packages).find((place) => !lock.packages[place]);
  return extra && `${extra} is no longer used`;
}

/**
 * Runs `npm ci` in the folder when its packages are not those of its lock file.
 *
 * @param {string} folder
 * @returns {string | undefined} what went wrong
 */
export function install(folder) {
  const lock = readLock(join(folder, 'package-lock.json'));
  if (!lock) return `${join(folder, 'package-lock.json')} is missing or unreadable: restore it with git.`;
  const reason = whyInstall(lock, readLock(join(folder, 'node_modules', '.package-lock.json')));
  if (!reason) return undefined;
  console.log(`Installing packages with npm ci (${reason}).`);
  const result = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  if (result.status === 0) return undefined;
  return `npm ci failed${result.error ? ` (${result.error.message})` : ''}. Run "npm ci" in ${folder} to see why.`;
}

/**
 * Whether the project's own Node stands in node_modules and runs; npm can be set not to run the script that fetches it.
 *
 * @returns {string | undefined} what is wrong, and the command that repairs it
 */
export function missingNode() {
  const wanted = readLock(join(root, 'package-lock.json'))?.packages['node_modules/node']?.version;
  const found = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim();
  if (found === `v${wanted}`) return undefined;
  return [
    `The project runs on Node ${wanted}, which its npm package "node" fetches while it is installed;`,
    found ? `${found} was found instead.` : 'it is not there: npm was told not to run install scripts.',
    'Run: npm rebuild node --ignore-scripts=false',
  ].join(' ');
}

function readLock(path) {
  if (!existsSync(path)) return undefined;
  try {
    const lock = JSON.parse(readFileSync(path, 'utf8'));
    return lock.packages ? lock : undefined;
  } catch {
    return undefined;
  }
}

/** npm as the running npm started us, so that the same version is used; from a bare shell, the one on the PATH. */
function npm(args, cwd) {
  const environment = { ...process.env, SCARF_ANALYTICS: 'false' };
  const options = { cwd, stdio: 'inherit', env: environment };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
