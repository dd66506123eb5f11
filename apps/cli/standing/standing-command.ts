import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  PublishStandingRun,
  SignStandingRun,
  STANDING_RUN_STREAMS,
  type StandingRun,
  StartStandingRun,
  standingRuns,
} from '#academic-record';
import { type Command as Asked, commandOf, issue, type Outcome, parseActor } from '#commands';
import type { EventStore } from '#event-store';
import type { Actor } from '#kernel';
import { openStores, type Stores, surveyed } from '#system';
import { type CommandSide, commandSideOf } from '../buses.ts';
import { existingStores, type WhichStores, withStores } from '../data-dir.ts';
import { dayOf } from '../day.ts';
import { CommandFailure, EXIT, print } from '../output.ts';
import { heldCommand } from './held-command.ts';
import { runTold } from './run-told.ts';

interface OfRun extends WhichStores {
  readonly run: string;
  readonly as: Actor;
  readonly json?: boolean;
}

interface RunOptions extends WhichStores {
  readonly term: string;
  readonly on?: string;
  readonly dryRun?: boolean;
  readonly report?: string;
  readonly as: Actor;
  readonly json?: boolean;
}

/** Each record is read once: more memory for pages of the log would be wasted, in MiB. */
const CACHE = 16;

export const standingCommand = (): Command =>
  new Command('standing')
    .description('standing at the end of a term: report over all students, two signatures, publication')
    .addCommand(run())
    .addCommand(report())
    .addCommand(sign())
    .addCommand(publish())
    .addCommand(show())
    .addCommand(heldCommand());

const asOption = (): Option =>
  new Option('--as <actor>', 'who acts: a role, and the name of the person')
    .argParser(actorOf)
    .default({ role: 'registrar' } as Actor, 'registrar');

const run = (): Command =>
  withStores(new Command('run'))
    .description('look at the standing of every student at the end of a term; changes no record')
    .requiredOption('--term <term>', 'the code of the term')
    .option('--on <day>', 'the day on which the records are looked at, YYYY-MM-DD; today unless told', dayOf)
    .option('--dry-run', 'said for clearness: a run never changes a record before it is signed and published')
    .option('--report <file>', 'write the report there: a line of JSON for each registration, and the summary')
    .addOption(asOption())
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
The run stands in the log as standing-run-<term>-<number> with the position it was made from and the hash of its report.
Two people sign it (records standing sign), then it is published (records standing publish).
Exit codes: ${EXIT.ok} reported; ${EXIT.found} refused, such as while the term goes on; ${EXIT.input} the log cannot be opened.`,
    )
    .action(({ term, on, report: file, as, json, ...which }: RunOptions) =>
      withSide(which, async (stores, side) => {
        const number = await nextNumber(stores.store, term);
        const made = commandOf(StartStandingRun, { term, number, ...(on === undefined ? {} : { on }) });
        if (!(await asked(side, made, as))) return;
        const started = await runNamed(stores.store, `${term}-${number}`);
        print(json, started, () => runTold(started));
        if (file !== undefined) await write(stores, started, file);
      }),
    );

const report = (): Command =>
  withStores(new Command('report'))
    .description('make the report of a run again from the position it was made from: the same bytes')
    .requiredOption('--run <run>', 'the run, such as 2025-SPR-1')
    .option('--out <file>', 'write it there; to the standard output unless told')
    .addHelpText(
      'after',
      `
Exit codes: ${EXIT.ok} the report is what it was; ${EXIT.found} it comes out otherwise, as the rules of this program are not those of then;
${EXIT.input} there is no such run, or the log cannot be opened.`,
    )
    .action(async ({ run: name, out, ...which }: WhichStores & { readonly run: string; readonly out?: string }) => {
      const stores = await openStores({ ...existingStores(which), cacheMebibytes: CACHE });
      try {
        const found = await runNamed(stores.store, name);
        if (!(await write(stores, found, out))) process.exitCode = EXIT.found;
      } finally {
        await stores.close();
      }
    });

const sign = (): Command =>
  withStores(new Command('sign'))
    .description('sign the report of a run, which is made again and compared')
    .requiredOption('--run <run>', 'the run, such as 2025-SPR-1')
    .addOption(asOption())
    .option('--json', 'print as JSON')
    .action(({ run: name, as, json, ...which }: OfRun) =>
      withSide(which, async (stores, side) => {
        if (!(await asked(side, commandOf(SignStandingRun, { run: name }), as))) return;
        const signed = await runNamed(stores.store, name);
        print(json, signed, () => runTold(signed));
      }),
    );

const publish = (): Command =>
  withStores(new Command('publish'))
    .description('write the standings of a signed run into the records; broken off, it is taken up by asking again')
    .requiredOption('--run <run>', 'the run, such as 2025-SPR-1')
    .addOption(asOption())
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Exit codes: ${EXIT.ok} published; ${EXIT.found} refused, or published but for records that have changed since the report; ${EXIT.input} the log cannot be opened.`,
    )
    .action(({ run: name, as, json, ...which }: OfRun) =>
      withSide(which, async (stores, side) => {
        if (!(await asked(side, commandOf(PublishStandingRun, { run: name }), as))) return;
        await side.settled();
        const published = await runNamed(stores.store, name);
        print(json, published, () => runTold(published));
        if (Object.keys(published.counts?.refused ?? {}).length > 0) process.exitCode = EXIT.found;
      }),
    );

const show = (): Command =>
  withStores(new Command('show'))
    .description('show standing runs: what they came to, who signed, what was published')
    .option('--run <run>', 'only this one')
    .option('--json', 'print as JSON')
    .action(async ({ run: name, json, ...which }: WhichStores & { readonly run?: string; readonly json?: boolean }) => {
      const stores = await openStores({ ...existingStores(which), cacheMebibytes: CACHE });
      try {
        const found: StandingRun[] = [];
        if (name !== undefined) found.push(await runNamed(stores.store, name));
        else
          for await (const stream of stores.store.streams(STANDING_RUN_STREAMS))
            found.push(await runNamed(stores.store, stream.slice(STANDING_RUN_STREAMS.length)));
        print(json, found, () => (found.length > 0 ? found.map(runTold).join('\n\n') : 'no standing runs'));
      } finally {
        await stores.close();
      }
    });

async function withSide(which: WhichStores, work: (stores: Stores, side: CommandSide) => Promise<void>): Promise<void> {
  const stores = await openStores({ ...existingStores(which), cacheMebibytes: CACHE });
  try {
    const side = await commandSideOf(stores);
    try {
      await work(stores, side);
    } finally {
      await side.close();
    }
  } finally {
    await stores.close();
  }
}

/** Whether it was granted; a refusal is told. */
async function asked(side: CommandSide, command: Asked, actor: Actor): Promise<boolean> {
  const outcome = await side.commands.execute<Asked, Outcome>(issue(command, { commandId: randomUUID(), actor }));
  if (outcome.outcome === 'accepted') return true;
  throw new CommandFailure(outcome.message.en, EXIT.found);
}

async function runNamed(store: EventStore, name: string): Promise<StandingRun> {
  let found = standingRuns.initial;
  for await (const event of store.readStream(standingRuns.streamOf(name))) found = standingRuns.evolve(found, event);
  if (!found) throw new CommandFailure(`there is no standing run ${name}`);
  return found;
}

async function nextNumber(store: EventStore, term: string): Promise<number> {
  let highest = 0;
  const prefix = `${standingRuns.streamOf(term)}-`;
  for await (const stream of store.streams(prefix)) {
    const number = Number(stream.slice(prefix.length));
    if (Number.isInteger(number)) highest = Math.max(highest, number);
  }
  return highest + 1;
}

/** Writes the report of a run, and tells whether its bytes are those that were reported. */
async function write(stores: Stores, { run: name, question, hash }: StandingRun, file?: string): Promise<boolean> {
  const made = await surveyed(stores, 'standing', question);
  const out = file === undefined ? process.stdout : createWriteStream(file);
  try {
    for await (const chunk of made.bytes()) if (!out.write(chunk)) await once(out, 'drain');
    if (file !== undefined) await new Promise<void>((done) => out.end(() => done()));
    const same = (await made.hash()) === hash;
    if (!same) process.stderr.write(`the report of ${name} comes out otherwise than it was made\n`);
    return same;
  } finally {
    await made.putAway();
  }
}

function actorOf(value: string): Actor {
  const actor = parseActor(value);
  if (!actor) throw new InvalidArgumentError('a role, or a role and a name: "registrar R1"');
  return actor;
}
