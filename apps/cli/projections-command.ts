import { Command } from 'commander';
import {
  checkpointOf,
  checksum,
  type Difference,
  type RebuildProgress,
  rebuild,
  studentReadModels,
  type Verification,
  verify,
} from '#projections';
import { openStores, type Stores } from '#system';
import { existingDataDir, withDataDir } from './data-dir.ts';
import { EXIT, print, progress } from './output.ts';

interface ProjectionOptions {
  readonly dataDir: string;
  readonly json?: boolean;
  readonly check?: boolean;
}

export function projectionsCommand(): Command {
  const status = withDataDir(new Command('status'))
    .description('show how far each read model has come, against the end of the log')
    .option('--json', 'print as JSON')
    .action((options: ProjectionOptions) => withStores(options, showStatus));
  const rebuilt = withDataDir(new Command('rebuild'))
    .description('fill the read models anew from the whole log and put them in place in one step')
    .option('--check', 'only rebuild beside the live rows and compare; exit 1 when they differ')
    .option('--json', 'print as JSON')
    .action((options: ProjectionOptions) => withStores(options, options.check ? compare : rebuildAll));
  return new Command('projections').description('the read models').addCommand(status).addCommand(rebuilt);
}

async function withStores(
  options: ProjectionOptions,
  act: (stores: Stores, options: ProjectionOptions) => Promise<void>,
): Promise<void> {
  // A rebuild reads every page of the log about once: memory for pages read before would be wasted.
  const stores = await openStores({ dataDir: existingDataDir(options.dataDir), cacheMebibytes: 8 });
  try {
    await act(stores, options);
  } finally {
    await stores.close();
  }
}

async function showStatus({ store, readDatabase }: Stores, { json }: ProjectionOptions): Promise<void> {
  const head = await store.head();
  const projections = await Promise.all(
    studentReadModels.map(async (projection) => {
      const position = await checkpointOf(readDatabase.writer, projection);
      const sum = position && (await checksum(readDatabase.writer, projection));
      return { name: projection.name, version: projection.version, position: position ?? null, checksum: sum ?? null };
    }),
  );
  print(json, { head, projections }, () =>
    [
      `log        at ${head}`,
      ...projections.map(
        ({ name, version, position, checksum: sum }) =>
          `${name} v${version}  ${position ? `at ${position}, checksum ${sum}` : 'not built yet'}`,
      ),
    ].join('\n'),
  );
}

async function rebuildAll({ store, readDatabase }: Stores, { json }: ProjectionOptions): Promise<void> {
  const bar = progress('rebuild', 0);
  const result = await rebuild(store, readDatabase, studentReadModels, { onProgress: barTo(bar) });
  bar.end();
  const perSecond = Math.round((1_000 * result.events) / Math.max(1, result.milliseconds));
  print(
    json,
    { ...result, eventsPerSecond: perSecond },
    () =>
      `${result.events} events of ${result.streams} records in ${(result.milliseconds / 1_000).toFixed(1)} s ` +
      `(${perSecond} a second), at position ${result.position}`,
  );
}

async function compare({ store, readDatabase }: Stores, { json }: ProjectionOptions): Promise<void> {
  const bar = progress('compare', 0);
  const result = await verify(store, readDatabase, studentReadModels, { onProgress: barTo(bar) });
  bar.end();
  print(json, result, () => told(result));
  process.exitCode = result.equal ? EXIT.ok : EXIT.found;
}

const barTo =
  (bar: ReturnType<typeof progress>) =>
  ({ streams, ofStreams }: RebuildProgress): void =>
    bar.to(streams, ofStreams);

const told = ({ projections, differences }: Verification): string =>
  [
    ...projections.map(
      ({ projection, version, position, checksum: live, rebuilt }) =>
        `${projection} v${version} at ${position}: ${live === rebuilt ? 'equal' : 'DIFFERENT'} (${live})`,
    ),
    ...differences.map(differenceTold),
  ].join('\n');

const differenceTold = ({ table, key, kind }: Difference): string => `  ${kind}: ${table} ${JSON.stringify(key)}`;
