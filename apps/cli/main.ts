#!/usr/bin/env node
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { AccessDenied, StoreMisconfigured, StoreUnavailable } from '#event-store';
import { ReadDatabaseNotMigrated, ReadDatabaseTooNew, ReadDatabaseUnavailable } from '#projections';
import { NotAStore } from '#system';
import { CannotServe } from '../api/index.ts';
import { amendmentsCommand } from './amendments-command.ts';
import { backupCommand } from './backup-command.ts';
import { checkCommand } from './check-command.ts';
import { doCommand } from './do-command.ts';
import { docsCommand } from './docs-command.ts';
import { eventsCommand } from './events-command.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { DatasetError } from './oulad/index.ts';
import { CommandFailure, EXIT } from './output.ts';
import { projectionsCommand } from './projections/projections-command.ts';
import { projectorCommand } from './projector-command.ts';
import { regulationsCommand } from './regulations-command.ts';
import { replayCommand } from './replay-command.ts';
import { runCommand } from './run-command.ts';
import { ScenarioError } from './scenario/scenario-file.ts';
import { scenarioCommand } from './scenario-command.ts';
import { serveCommand } from './serve-command.ts';
import { sheetsCommand } from './sheets-command.ts';
import { showCommand } from './show-command.ts';
import { standingCommand } from './standing/standing-command.ts';
import { storeCommand } from './store-command.ts';
import { whyCommand } from './why-command.ts';

const records = new Command('records')
  .description('The academic records of a university: serve them, fill them, test them, look into them.')
  .exitOverride()
  .showHelpAfterError('(add --help for the options)')
  .addHelpText(
    'after',
    `
Exit codes: ${EXIT.ok} done; ${EXIT.found} done, and something was found (a failing scenario, a difference, a row left out);
${EXIT.usage} the command line is wrong; ${EXIT.input} input that cannot be read or a store that cannot be opened.`,
  );

for (const command of [
  serveCommand(),
  projectorCommand(),
  importCommand(),
  doCommand(),
  showCommand(),
  scenarioCommand(),
  regulationsCommand(),
  whyCommand(),
  amendmentsCommand(),
  replayCommand(),
  runCommand(),
  sheetsCommand(),
  exportCommand(),
  checkCommand(),
  standingCommand(),
  projectionsCommand(),
  eventsCommand(),
  backupCommand(),
  storeCommand(),
  docsCommand(),
])
  records.addCommand(throwing(command));

/** Faults of input or surroundings, told in a line; anything else is a fault of the program, with its stack. */
const FORESEEN = [
  DatasetError,
  ScenarioError,
  StoreUnavailable,
  StoreMisconfigured,
  AccessDenied,
  NotAStore,
  ReadDatabaseUnavailable,
  ReadDatabaseNotMigrated,
  ReadDatabaseTooNew,
  CannotServe,
];

try {
  await records.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Whoever reads the output, such as `head`, has seen enough. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.ok);
});

/** Commands throw what is wrong with the command line, so that the exit code is ours. */
function throwing(command: Command): Command {
  for (const part of command.commands) throwing(part);
  return command.exitOverride();
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof CommandFailure) return said(error.message, error.exitCode);
  if (FORESEEN.some((kind) => error instanceof kind)) return said((error as Error).message, EXIT.input);
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT.input;
}

function said(message: string, code: number): number {
  process.stderr.write(`records: ${message}\n`);
  return code;
}
