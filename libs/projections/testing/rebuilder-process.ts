import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ReadDatabaseOptions } from '../read-database/read-database.ts';
import type { RebuildResult } from '../runtime/rebuild.ts';

/** Another process that rebuilds. */
export interface Rebuilder {
  /** Resolves when it has written its first rows. */
  readonly filling: Promise<void>;
  /** The results of all its rebuilds; fails with what it said when it did not end well. */
  readonly results: Promise<readonly RebuildResult[]>;
  /** No warning, no goodbye. */
  kill(): Promise<void>;
}

export function startRebuilder(
  log: string,
  place: ReadDatabaseOptions,
  { times = 1, hang = false }: { readonly times?: number; readonly hang?: boolean } = {},
): Rebuilder {
  const program = join(import.meta.dirname, 'rebuilder.ts');
  const flags = ['--disable-warning=ExperimentalWarning', '--conditions=source'];
  const args = [program, log, JSON.stringify(place), String(times), ...(hang ? ['hang'] : [])];
  const child: ChildProcess = spawn(process.execPath, [...flags, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const results: RebuildResult[] = [];
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const filling = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).on('line', (line) => {
      if (line === 'filling') resolve();
      else results.push(JSON.parse(line) as RebuildResult);
    });
    ended.then(() => reject(new Error(`the rebuilder ended: ${complaint}`)));
  });
  filling.catch(() => undefined);
  const all = ended.then((code) => {
    if (code !== 0) throw new Error(`the rebuilder ended with ${code}: ${complaint}`);
    return results;
  });
  all.catch(() => undefined);
  return {
    filling,
    results: all,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
