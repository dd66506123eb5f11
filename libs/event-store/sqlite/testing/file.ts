import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs a test with the path of a store's file in a folder that is removed afterwards. */
export const withFile = (test: (path: string) => Promise<unknown>) => async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'event-store-'));
  try {
    await test(join(folder, 'events.db'));
  } finally {
    await rm(folder, { recursive: true });
  }
};

const APPENDER = fileURLToPath(new URL('appender.ts', import.meta.url));

export interface Appender {
  readonly process: ChildProcess;
  readonly ended: Promise<unknown>;
  /** The whole lines that it has written so far. */
  readonly lines: () => string[];
}

/** Starts the appending process on a file; `limit` is what the shell is told first, such as `ulimit -f 2000`. */
export function startAppender(path: string, events: number, limit = 'true'): Appender {
  // Into a file, not a pipe, so that what was written before a kill is all there at once.
  const output = `${path}.answers`;
  rmSync(output, { force: true });
  const answers = openSync(output, 'a');
  const child = spawn(
    'sh',
    [
      '-c',
      `${limit}; exec "$0" "$@"`,
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      APPENDER,
      path,
      String(events),
    ],
    { stdio: ['ignore', answers, 'inherit'] },
  );
  closeSync(answers);
  return {
    process: child,
    ended: once(child, 'exit'),
    lines: () => readFileSync(output, 'utf8').split('\n').slice(0, -1),
  };
}

/** How many transactions stand in the write-ahead log of a file: a frame that ends one says how large the file is then. */
export function commitsIn(path: string): number {
  const log = readFileSync(`${path}-wal`);
  const frame = 24 + log.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frame <= log.length; at += frame) if (log.readUInt32BE(at + 4) > 0) commits++;
  return commits;
}
