import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** What Node is told to run `records`. */
export const RECORDS = ['--disable-warning=ExperimentalWarning', join(ROOT, 'dist/apps/cli/main.js')];

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

/** `records` with these words, to its end. */
export const records = (...words: readonly string[]): Promise<Ended> => recordsWithin(60_000, ...words);

/** The same, for what takes longer than most; killed when the time is up. */
export const recordsWithin = (timeout: number, ...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { cwd: ROOT, timeout, maxBuffer: 2 ** 26 };
    execFile(process.execPath, [...RECORDS, ...words], options, (error, out, said) =>
      resolve({ code: error ? ((error as { code?: number }).code ?? null) : 0, out, said }),
    );
  });
