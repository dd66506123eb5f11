import { Command } from 'commander';
import { migrate, refill, studentReadModels } from '#projections';
import { openStores, type Stores } from '#system';
import { commandSideOf } from './buses.ts';
import { type WhichStores, withStores } from './data-dir.ts';
import { exceptionsFile } from './import/exceptions-file.ts';
import { type ImportReport, importTimeline } from './import/import-timeline.ts';
import { recordedTotals } from './import/recorded-totals.ts';
import { commandCount, expectedTotals, type OuladTotals, ouladTimeline, readDataset } from './oulad/index.ts';
import { EXIT, print, progress } from './output.ts';

interface ImportOptions extends WhichStores {
  readonly asRecorded?: boolean;
  readonly report?: string;
  readonly json?: boolean;
}

export function importCommand(): Command {
  const oulad = withStores(new Command('oulad'))
    .description('import the Open University Learning Analytics Dataset; see docs/oulad.md')
    .argument('<folder>', 'the folder with the CSV files')
    .option('--as-recorded', 'keep rows that a rule refuses, as facts recorded on the authority of the migration')
    .option('--report <file>', 'write every refused row, its clause and the reason to this CSV file')
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      `
Exit codes: ${EXIT.ok} every row stands in the log; ${EXIT.found} a row was left out, or the totals are not those of the data set;
${EXIT.input} the data set cannot be read, or the log or the report cannot be written.`,
    )
    .action(importOulad);
  return new Command('import').description('fill the records from elsewhere').addCommand(oulad);
}

async function importOulad(folder: string, options: ImportOptions): Promise<void> {
  const dataset = readDataset(folder);
  const exceptions = options.report ? exceptionsFile(options.report) : undefined;
  const { dataDir, eventStore, databaseUrl } = options;
  const stores = await openStores({ dataDir, eventStore, databaseUrl });
  await migrate(stores.readDatabase);
  const side = await commandSideOf(stores);
  try {
    const bar = progress('import', commandCount(dataset));
    const report = await importTimeline(side, ouladTimeline(dataset), {
      asRecorded: options.asRecorded ?? false,
      onProgress: (done) => bar.to(done),
      onRefused: (row) => exceptions?.add(row),
    });
    bar.end();
    exceptions?.close();
    const totals = await recordedTotals(stores.store);
    if (report.eventsAppended > 0) await rebuildAfter(stores);
    const expected = expectedTotals(dataset);
    const equal = (Object.keys(expected) as (keyof OuladTotals)[]).every((key) => totals[key] === expected[key]);
    print(options.json, { ...report, totals, expected, equal }, () => told(report, totals, expected));
    process.exitCode = equal && report.leftOut === 0 ? EXIT.ok : EXIT.found;
  } finally {
    await side.close();
    await stores.close();
  }
}

/** What the import added is put into the read models in one go. */
async function rebuildAfter({ store, readDatabase, threads }: Stores): Promise<void> {
  const bar = progress('read models', 0);
  await refill(store, readDatabase, studentReadModels, {
    workers: 2,
    threads,
    onProgress: ({ streams, ofStreams }) => bar.to(streams, ofStreams),
  });
  bar.end();
}

function told(report: ImportReport, totals: OuladTotals, expected: OuladTotals): string {
  const byClause = Object.entries(report.refusedByClause).sort(([, a], [, b]) => b - a);
  return [
    `${report.commands} commands: ${report.accepted} accepted, ${report.repeated} carried out before, ` +
      `${report.refused} refused by a rule (${report.kept} kept as recorded), ${report.unfit} that did not fit; ` +
      `${report.leftOut} left out`,
    `${report.eventsAppended} events appended`,
    ...byClause.map(([clause, count]) => `  ${count}  ${clause}`),
    '',
    'in the log / in the data set',
    ...(Object.keys(expected) as (keyof OuladTotals)[]).map(
      (key) => `  ${key}: ${totals[key]} / ${expected[key]}${totals[key] === expected[key] ? '' : '   differs'}`,
    ),
  ].join('\n');
}
