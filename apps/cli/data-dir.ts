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

/** Which log and which read database: those of the data folder unless told. */
export interface WhichStores {
  readonly dataDir: string;
  readonly eventStore?: string;
  readonly databaseUrl?: string;
}

export const withStores = (command: Command): Command =>
  withDataDir(command)
    .addOption(
      new Option('--event-store <url>', 'the log, when it is not in the data folder: esdb://host:2113?tls=false').env(
        'EVENT_STORE',
      ),
    )
    .addOption(
      new Option('--database-url <url>', 'PostgreSQL for the read models: postgres://user:password@host/name').env(
        'DATABASE_URL',
      ),
    );

/** What was told of the stores, and nothing else; refuses a data folder without a log where there is to be one. */
export function existingStores({ dataDir, eventStore, databaseUrl }: WhichStores): WhichStores {
  return { dataDir: eventStore ? dataDir : existingDataDir(dataDir), eventStore, databaseUrl };
}
