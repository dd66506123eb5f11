import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { Argument, Command } from 'commander';
import { type Affected, type RunReport, runScheduled, scheduledProcesses } from '#academic-record';
import { civilDateOf } from '#kernel';
import { openStores } from '#system';
import { commandSideOf } from './buses.ts';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { dayOf } from './day.ts';
import { CommandFailure, EXIT, print, progress } from './output.ts';

interface RunCommandOptions extends WhichStores {
  readonly on: string;
  readonly dryRun?: boolean;
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
    .option('--report <file>', 'write every student affected, and why, as JSON lines')
    .option('--json', 'print the counts as JSON')
    .addHelpText(
      'after',
      `
${scheduledProcesses.map(({ name, about }) => `${name}: ${about}.`).join('\n')}
Run again for the same day, it finds nothing new and writes nothing; broken off, it is taken up. Each run stands in the
log as run-<process>-<day>.
Exit codes: ${EXIT.ok} done; ${EXIT.found} done, but something that was found could not be recorded; ${EXIT.input} the log cannot be opened.`,
    )
    .action(async (name: string, { on, dryRun = false, report: file, json, ...which }: RunCommandOptions) => {
      const process_ = scheduledProcesses.find((each) => each.name === name);
      if (!process_) throw new CommandFailure(`unknown process ${name}`, EXIT.usage);
      const stores = await openStores({ ...existingStores(which), cacheMebibytes: CACHE });
      const now = stores.clock.now();
      try {
        if (!dryRun && on > civilDateOf(now))
          throw new CommandFailure(`${on} has not come yet; add --dry-run to look ahead`, EXIT.usage);
        const side = await commandSideOf(stores);
        const lines = file === undefined ? undefined : createWriteStream(file);
        const bar = progress('students looked at');
        try {
          const report = await runScheduled(stores.store, process_, {
            on,
            dryRun,
            now,
            execute: (_useCase, command) => side.commands.execute(command),
            onAffected: (affected) => written(lines, affected),
            onProgress: (students) => bar.to(students),
          });
          bar.end();
          print(json, report, () => told(report));
          process.exitCode = report.refused > 0 ? EXIT.found : EXIT.ok;
        } finally {
          if (lines) await ended(lines);
          await side.close();
        }
      } finally {
        await stores.close();
      }
    });

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
