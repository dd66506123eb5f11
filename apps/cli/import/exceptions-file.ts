import { closeSync, openSync, writeSync } from 'node:fs';
import { CommandFailure } from '../output.ts';
import type { RefusedRow } from './import-timeline.ts';

/** The rows that did not pass, as CSV. */
export interface ExceptionsFile {
  add(row: RefusedRow): void;
  close(): void;
}

const COLUMNS = ['file', 'line', 'command', 'code', 'clauses', 'reason', 'kept'];

/** Begins the file. Fails with one line when it cannot be written, so call it before anything is imported. */
export function exceptionsFile(path: string): ExceptionsFile {
  const failing = <T>(act: () => T): T => {
    try {
      return act();
    } catch (cause) {
      throw new CommandFailure(`cannot write the report ${path}: ${(cause as Error).message}`);
    }
  };
  const file = failing(() => openSync(path, 'w'));
  const write = (cells: readonly (string | number)[]) => failing(() => writeSync(file, `${cells.join(',')}\n`));
  write(COLUMNS);
  return {
    add: ({ file: table, line, command, code, clauses, reason, kept }) =>
      write([table, line, command, code, clauses.join(' '), reason, kept ? 'yes' : 'no'].map(quoted)),
    close: () => closeSync(file),
  };
}

const quoted = (value: string | number): string => `"${String(value).replaceAll('"', '""')}"`;
