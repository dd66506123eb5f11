import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { BackupUnsound, backupSqliteStore, type LogBackup } from '#event-store';
import { existingDataDir, withDataDir } from './data-dir.ts';
import { CommandFailure, EXIT, print, progress } from './output.ts';

interface BackupOptions {
  readonly dataDir: string;
  readonly to: string;
  readonly json?: boolean;
}

export function backupCommand(): Command {
  return withDataDir(new Command('backup'))
    .description('copy the embedded log, while a server writes or not, and look through the copy')
    .requiredOption(
      '--to <path>',
      'a file that ends in .sqlite, or a folder, made if need be, in which the copy is called events.sqlite',
    )
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
The read models are not copied: they are views of the log, and a system that starts without them builds them anew.
Exit codes: ${EXIT.ok} the copy is there and sound; ${EXIT.found} the copy was not sound and was thrown away, so look at the log;
${EXIT.input} there is no log, something stands where the copy is to be, or it cannot be written.`,
    )
    .action(backup);
}

async function backup({ dataDir, to, json }: BackupOptions): Promise<void> {
  const log = join(existingDataDir(dataDir), 'events.sqlite');
  const bar = progress('backup', 0);
  try {
    const made = await backupSqliteStore(log, fileFor(to), (pages, ofPages) => bar.to(pages, ofPages));
    bar.end();
    print(json, made, () => told(made));
  } catch (error) {
    bar.end();
    throw error instanceof BackupUnsound ? new CommandFailure(error.message, EXIT.found) : error;
  }
}

/**
 * Where the copy goes. Only the last folder of a path is made: a path whose upper part is missing is mistyped, or on a
 * disk that is not there, and a backup must not end up elsewhere.
 */
function fileFor(to: string): string {
  const isFolder = statSync(to, { throwIfNoEntry: false })?.isDirectory() ?? !to.endsWith('.sqlite');
  if (!isFolder) return to;
  try {
    if (!existsSync(to)) mkdirSync(to);
  } catch (cause) {
    throw new CommandFailure(`cannot make the folder ${to}: ${(cause as Error).message}`);
  }
  return join(to, 'events.sqlite');
}

const told = ({ path, events, streams, head, bytes, sha256 }: LogBackup): string =>
  [
    `${events} events of ${streams} streams, up to position ${head}, are in ${path}`,
    `${(bytes / 2 ** 20).toFixed(1)} MiB, SHA-256 ${sha256}`,
  ].join('\n');
