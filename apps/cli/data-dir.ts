import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { CommandFailure } from './output.ts';

/** Where the embedded system keeps its files. */
export const dataDirOption = (): Option =>
  new Option('--data-dir <folder>', 'where the log and the read models are kept').env('DATA_DIR').default('data');

export const withDataDir = (command: Command): Command => command.addOption(dataDirOption());

/** Refuses to look into a folder that holds no log, rather than to make an empty one there. */
export function existingDataDir(dataDir: string): string {
  if (!existsSync(join(dataDir, 'events.sqlite')))
    throw new CommandFailure(`there is no log in ${dataDir}; start the server or import something first`);
  return dataDir;
}
