import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { Argument, Command } from 'commander';
import {
  type Affected,
  affectedBy,
  type RunReport,
  runScheduled,
  type ScheduledProcess,
  type ScheduledRun,
  scheduledProcesses,
  scheduledRun,
} from '#academic-record';
import { civilDateOf } from '#kernel';
import { openStores, type Stores } from '#system';
import { commandSideOf } from './buses.ts';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { dayOf } from './day.ts';
import { CommandFailure, EXIT, print, progress } from './output.ts';

interface RunCommandOptions extends WhichStores {
  readonly on: string;
  readonly dryRun?: boolean;
  readonly show?: boolean;
  readonly report?: string;
  readonly json?: boolean;
}

/** Each record is read once: more memory for pages of the log would be wasted, in MiB. */
const CACHE = 16;

export const runCommand = (): Command =>
  withStores(new Command('run'))
    .description('look for what has come about by a day in every record, and record it')
    .addArgument(new Argument('<process>', 'what is looked for').choices(scheduledProcesses.map(({ name }) => name)))
    .requiredOption('--on <day>', 'the day, YYYY-MM-DD; one to come only in a dry run', dayOf)
    .option('--dry-run', 'tell who is affected, and write nothing')
    .option('--show', 'tell the run that was made for the day, without looking again')
    .option('--report <file>', 'write every student affected, and why, as JSON lines')
    .option('--json', 'print the counts as JSON')
    .addHelpText(
      'after',
      `
${scheduledProcesses.map(({ name, about }) => `${name}: ${about}.`).join('\n')}
Run again for the same day, it finds nothing new and writes nothing; broken off, it is taken up. Each run stands in the
log as run-<process>-<day> with everybody whom it affected, so that its report is the same whenever it is told.
Exit codes: ${EXIT.ok} done; ${EXIT.found} done, but something that was found could not be recorded; ${EXIT.input} the log cannot be opened, or there was no such run to show.`,
    )
    .action(async (name: string, options: RunCommandOptions) => {
      const { on, dryRun = false, show = false, report: file, json, ...which } = options;
      const process_ = scheduledProcesses.find((each) => each.name === name);
      if (!process_) throw new CommandFailure(`unknown process ${name}`, EXIT.usage);
      if (dryRun && show)
        throw new CommandFailure('--show tells a run that was made; a dry run leaves none', EXIT.usage);
      const stores = await openStores({ ...existingStores(which), cacheMebibytes: CACHE });
      try {
        const now = stores.clock.now();
        if (!dryRun && on > civilDateOf(now))
          throw new CommandFailure(`${on} has not come yet; add --dry-run to look ahead`, EXIT.usage);
        if (!show) {
          const report = await carriedOut(stores, process_, { on, dryRun, now, file: dryRun ? file : undefined });
          print(json, report, () => told(report));
          process.exitCode = report.refused > 0 ? EXIT.found : EXIT.ok;
        }
        if (dryRun) return;
        const run = await scheduledRun(stores.store, name, on);
        if (!run) throw new CommandFailure(`${name} has not been run for ${on}`);
        if (show || !json) print(json, run, () => wholeTold(run));
        if (file !== undefined) await write(affectedBy(stores.store, name, on), file);
      } finally {
        await stores.close();
      }
    });

interface Asked {
  readonly on: string;
  readonly dryRun: boolean;
  readonly now: Date;
  /** Where a dry run, which leaves nothing in the log, tells whom it would affect. */
  readonly file: string | undefined;
}

async function carriedOut(
  stores: Stores,
  process_: ScheduledProcess,
  { on, dryRun, now, file }: Asked,
): Promise<RunReport> {
  const side = await commandSideOf(stores);
  const lines = file === undefined ? undefined : createWriteStream(file);
  const bar = progress('students looked at');
  try {
    return await runScheduled(stores.store, process_, {
      on,
      dryRun,
      now,
      execute: (_useCase, command) => side.commands.execute(command),
      onAffected: (affected) => written(lines, affected),
      onProgress: (students) => bar.to(students),
    });
  } finally {
    bar.end();
    if (lines) await ended(lines);
    await side.close();
  }
}

async function write(all: AsyncIterable<Affected>, file: string): Promise<void> {
  const lines = createWriteStream(file);
  try {
    for await (const affected of all) await written(lines, affected);
  } finally {
    await ended(lines);
  }
}

/** Waits while the file takes nothing more, so that memory stays flat. */
async function written(lines: WriteStream | undefined, affected: Affected): Promise<void> {
  if (lines && !lines.write(`${JSON.stringify(affected)}\n`)) await once(lines, 'drain');
}

const ended = (lines: WriteStream): Promise<void> =>
  new Promise((resolve, reject) => {
    lines.once('error', reject);
    lines.end(resolve);
  });

const told = ({ process: name, on, dryRun, students, registrations, found, recorded, refused }: RunReport): string =>
  [
    `${name} on ${on}: ${students} students with ${registrations} registrations looked at, ${found} affected`,
    dryRun ? 'dry run: nothing was written' : `${recorded} recorded, ${refused} refused`,
  ].join('\n');

/** Every time that it was run for the day, together. */
const wholeTold = ({ process: name, on, state, found, recorded, refused }: ScheduledRun): string =>
  `the run ${name} of ${on}, ${state}: in all ${found} affected, ${recorded} recorded, ${refused} refused`;
