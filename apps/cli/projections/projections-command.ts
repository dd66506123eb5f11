import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import {
  AheadOfLog,
  compare,
  drop,
  LeaseHeld,
  migrate,
  NeverBuilt,
  NoSuchGeneration,
  NoSuchReadModel,
  NoSuchStream,
  openReadDatabase,
  projectionsStatus,
  type RebuildOptions,
  rebuild,
  retryParked,
  rollBack,
  SwapHeldUp,
  studentReadModels,
  swapIn,
} from '#projections';
import { openStores, type Stores } from '#system';
import { existingDataDir, existingStores, type WhichStores, withStores } from '../data-dir.ts';
import { CommandFailure, EXIT, print, progress } from '../output.ts';
import { comparisonTold, parkedTold, rebuildTold, retriedTold, statusTold, swapTold } from './told.ts';

interface Options extends WhichStores {
  readonly json?: boolean;
}

interface FillingOptions extends Options {
  readonly workers: number;
}

/** A thread for each of two processors: the rest of a rebuild's time is the database's. */
const WORKERS = 2;

export function projectionsCommand(): Command {
  const projections = new Command('projections').description('the read models: their generations, and what is parked');
  for (const command of [
    status(),
    rebuilding(),
    comparing(),
    swapping(),
    rollingBack(),
    dropping(),
    park(),
    migrating(),
  ])
    projections.addCommand(command);
  return projections.addHelpText(
    'after',
    `
Exit codes: ${EXIT.ok} done; ${EXIT.found} generations differ, or a stream is parked that should not be; ${EXIT.usage} the command line is wrong;
${EXIT.input} a store cannot be opened, somebody else is at it, or there is nothing to do it with.`,
  );
}

const command = (name: string, description: string): Command =>
  withStores(new Command(name)).description(description).option('--json', 'print as JSON');

const filling = (of: Command): Command =>
  of.option('--workers <n>', 'how many threads fill at the same time', count, WORKERS);

function count(text: string): number {
  if (!/^[1-8]$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 to 8.');
  return Number(text);
}

const status = (): Command =>
  command('status', 'show generations, how far each has come, who follows the log, and what is parked').action(
    (options: Options) =>
      onStores(options, async ({ store, readDatabase }) => {
        const found = await projectionsStatus(store, readDatabase, studentReadModels);
        print(options.json, found, () => statusTold(found));
      }),
  );

const rebuilding = (): Command =>
  filling(
    command('rebuild', 'fill the read models anew beside the live ones, compare, and swap them in when they are equal'),
  )
    .option('--check', 'only fill and compare, as `compare` does')
    .action((options: FillingOptions & { check?: boolean }) => (options.check ? runCompare : runRebuild)(options));

const comparing = (): Command =>
  filling(
    command(
      'compare',
      'compare the generation that waits with the live one; where none waits, one that is filled for it',
    ),
  ).action(runCompare);

const swapping = (): Command =>
  command('swap', 'put the generation that waits in the place of the live one, if the two are equal')
    .option('--accept-differences', 'put it there in any case')
    .action((options: Options & { acceptDifferences?: boolean }) =>
      onStores(options, async ({ store, readDatabase }, signal) => {
        const result = await swapIn(store, readDatabase, studentReadModels, { ...options, signal });
        print(options.json, result, () =>
          [
            ...(result.comparison ? [comparisonTold(result.comparison)] : []),
            result.swapped ? `swapped in ${swapTold(result)}` : 'NOT SWAPPED: the two differ',
          ].join('\n'),
        );
        process.exitCode = result.swapped ? EXIT.ok : EXIT.found;
      }),
    );

const rollingBack = (): Command =>
  command('rollback', 'bring the previous generation up to date and put it back in its place').action(
    (options: Options) =>
      onStores(options, async ({ store, readDatabase }, signal) => {
        const result = await rollBack(store, readDatabase, studentReadModels, { signal });
        print(options.json, result, () => `back on the previous generation in ${swapTold(result)}`);
      }),
  );

const dropping = (): Command =>
  command('drop', 'drop the generation that waits, and what rebuilds left that were broken off')
    .option('--previous', 'the previous generation too: there is no way back then')
    .option('--all', 'all of them, the live one as well: for read models that were made from another log')
    .action((options: Options & { previous?: boolean; all?: boolean }) =>
      onStores(options, async ({ readDatabase }) => {
        const dropped = await drop(readDatabase, studentReadModels, options);
        print(options.json, { dropped }, () => `${dropped} generations dropped`);
      }),
    );

function park(): Command {
  const list = command('list', 'show the streams that a read model could not go on with, and why').action(
    (options: Options) =>
      onStores(options, async ({ store, readDatabase }) => {
        const { parked } = await projectionsStatus(store, readDatabase, studentReadModels);
        print(options.json, parked, () => parkedTold(parked));
        process.exitCode = parked.length === 0 ? EXIT.ok : EXIT.found;
      }),
  );
  const retry = command('retry', 'apply what waits of parked streams, in order, and let them go on')
    .option('--projection <name>', 'only of this read model')
    .option('--stream <name>', 'only this stream, such as record-S1')
    .action((options: Options & { projection?: string; stream?: string }) =>
      onStores(options, async ({ store, readDatabase }) => {
        const retried = await retryParked(store, readDatabase, studentReadModels, options);
        print(options.json, retried, () => retriedTold(retried));
        process.exitCode = retried.some(({ error }) => error !== undefined) ? EXIT.found : EXIT.ok;
      }),
    );
  return new Command('park').description('streams that wait').addCommand(list).addCommand(retry);
}

const migrating = (): Command =>
  command('migrate', 'bring the tables of the read database up to this program; safe while others do the same').action(
    async (options: Options) => {
      const readDatabase = readDatabaseOf(options);
      try {
        const steps = await migrate(readDatabase);
        print(options.json, { steps }, () =>
          steps.length === 0 ? 'nothing to do' : steps.map((step) => `taken: ${step}`).join('\n'),
        );
      } finally {
        await readDatabase.close();
      }
    },
  );

/** A database on a server has its tables before there is any log; the embedded one stands beside its log. */
const readDatabaseOf = ({ databaseUrl, dataDir }: Options) =>
  openReadDatabase(databaseUrl ? { url: databaseUrl } : { path: join(existingDataDir(dataDir), 'read-models.sqlite') });

const runRebuild = (options: FillingOptions): Promise<void> =>
  onStores(options, async (stores, signal) => {
    const { store, readDatabase } = stores;
    const result = await withBar('rebuild', stores, options, signal, (how) =>
      rebuild(store, readDatabase, studentReadModels, how),
    );
    const eventsPerSecond = Math.round((1_000 * result.events) / Math.max(1, result.fillMilliseconds));
    print(options.json, { ...result, eventsPerSecond }, () => rebuildTold(result, eventsPerSecond));
    process.exitCode = result.swapped && result.parked === 0 ? EXIT.ok : EXIT.found;
  });

function runCompare(options: FillingOptions): Promise<void> {
  return onStores(options, async (stores, signal) => {
    const { store, readDatabase } = stores;
    const result = await withBar('compare', stores, options, signal, (how) =>
      compare(store, readDatabase, studentReadModels, how),
    );
    print(options.json, result, () => comparisonTold(result));
    process.exitCode = result.equal ? EXIT.ok : EXIT.found;
  });
}

async function withBar<T>(
  what: string,
  { threads }: Stores,
  { workers }: FillingOptions,
  signal: AbortSignal,
  work: (options: RebuildOptions) => Promise<T>,
): Promise<T> {
  const bar = progress(what, 0);
  const onProgress: RebuildOptions['onProgress'] = ({ streams, ofStreams }) => bar.to(streams, ofStreams);
  try {
    return await work({ workers, threads, signal, onProgress });
  } finally {
    bar.end();
  }
}

/** What is no fault of the program, told in a line. */
const REFUSALS = [AheadOfLog, LeaseHeld, NoSuchGeneration, NeverBuilt, NoSuchReadModel, NoSuchStream, SwapHeldUp];

async function onStores(options: Options, act: (stores: Stores, signal: AbortSignal) => Promise<void>): Promise<void> {
  // A rebuild reads every page of the log about once: memory for pages read before would be wasted.
  const stores = await openStores({ ...existingStores(options), cacheMebibytes: 8 });
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await act(stores, stopping.signal);
  } catch (error) {
    if (stopping.signal.aborted) throw new CommandFailure('given up; the live read models are as they were');
    throw REFUSALS.some((kind) => error instanceof kind) ? new CommandFailure((error as Error).message) : error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await stores.close();
  }
}
