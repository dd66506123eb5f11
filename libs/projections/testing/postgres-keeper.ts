/**
 * A PostgreSQL server for specs, in a process of its own: `node postgres-keeper.ts <socket> <native>`.
 *
 * Whoever connects to the socket is told the server's URL, or why there is none. The server lives as long as
 * anybody stays connected, so that all spec files of a run share one, and a run that is killed leaves none behind.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Between the last to leave and the end, in milliseconds: one spec file leaves before the next one comes. */
const GRACE = 1_500;
/** For the first to come, in milliseconds. */
const FIRST = 30_000;

interface User {
  readonly uid: number;
  readonly gid: number;
}

const [, , socket, native] = process.argv as [string, string, string, string];

/** PostgreSQL refuses to run as root: then it runs as a user of its own, made here when there is none. */
function serverUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const name = 'postgres';
  const id = (which: '-u' | '-g') => Number(execFileSync('id', [which, name], { stdio: 'pipe' }));
  const known = () => spawnSync('id', ['-u', name], { stdio: 'ignore' }).status === 0;
  if (!known()) {
    const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', name], { encoding: 'utf8' });
    if (!known()) {
      throw new Error(
        `PostgreSQL does not run as root, there is no operating-system user "${name}", and useradd could not make ` +
          `one (${(made.error?.message ?? made.stderr).trim()}). Run the tests as another user, make the user, or ` +
          'set TEST_DATABASE_URL to a server on which databases may be created.',
      );
    }
  }
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * A copy of the program, with the links between its libraries that the package's install script would have made.
 * A copy, because the package may stand where the server's user cannot read, and may not be ours to write to.
 */
function installed(home: string): string {
  const program = join(home, 'native');
  cpSync(native, program, { recursive: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(home, target);
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
  // The package's own modes are those of whoever installed it.
  execFileSync('chmod', ['-R', 'a+rX', program]);
  for (const name of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(program, 'bin', name), 0o755);
  return join(program, 'bin');
}

/** Makes a cluster and starts it. Its own order of words is not binary, as on most servers. */
async function started(home: string): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const user = serverUser();
  const bin = installed(home);
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user) chownSync(data, user.uid, user.gid);
  chmodSync(home, 0o755);
  const options = { ...user, cwd: data, env: { ...process.env, LC_ALL: 'C' }, encoding: 'utf8' } as const;
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', ...locale],
    options,
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);

  const port = await freePort();
  // What a crash of the machine would lose is of no use to a spec.
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const place = ['listen_addresses=127.0.0.1', `unix_socket_directories=${data}`, `port=${port}`];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...[...settings, ...place].flatMap((setting) => ['-c', setting])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let told = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (told.length < 10_000) told += text;
      if (text.includes('ready to accept connections')) resolve();
    });
    server.on('error', reject);
    server.on('exit', () => reject(new Error(`PostgreSQL ended at once: ${told}`)));
  });
  return { server, url: `postgres://postgres@127.0.0.1:${port}/postgres` };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

const users = new Set<Socket>();
let running: ReturnType<typeof started> | undefined;
let folder: string | undefined;
let going: NodeJS.Timeout | undefined;
let leaving = false;

const door = createServer((user) => {
  clearTimeout(going);
  users.add(user);
  user.on('error', () => undefined);
  user.on('close', () => {
    users.delete(user);
    if (users.size === 0) leaveAfter(GRACE);
  });
  user.resume();
  running?.then(
    ({ url }) => user.write(`${JSON.stringify({ url })}\n`),
    (error: Error) => user.write(`${JSON.stringify({ error: error.message })}\n`),
  );
});
door.on('listening', () => {
  folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  running = started(folder);
  // Told to everybody who asks; nobody may have asked yet.
  running.catch(() => undefined);
  leaveAfter(FIRST);
});
// Somebody was first: there is a keeper already.
door.on('error', () => void leave());
door.listen(socket);

function leaveAfter(milliseconds: number): void {
  clearTimeout(going);
  going = setTimeout(() => void leave(), milliseconds);
}

async function leave(): Promise<void> {
  if (leaving) return;
  leaving = true;
  door.close();
  const server = await running?.then(
    (run) => run.server,
    () => undefined,
  );
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    // "Immediate": nothing of it is kept.
    server.kill('SIGQUIT');
    await ended;
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
  process.exit();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave());
