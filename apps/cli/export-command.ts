import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Command } from 'commander';
import { calendarAt } from '#catalogue';
import { civilDateOf, systemClock } from '#kernel';
import { openStores, openSystem, surveyed } from '#system';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { dayOf } from './day.ts';
import { exportLines } from './export/student-export.ts';
import { CommandFailure, EXIT, progress } from './output.ts';

interface ExportOptions extends WhichStores {
  readonly to?: string;
}

interface EligibilityOptions extends ExportOptions {
  readonly term: string;
  readonly on?: string;
}

/** Each record is read once: more memory for pages of the log would be wasted, in MiB. */
const CACHE = 16;

export const exportCommand = (): Command =>
  new Command('export')
    .description('give the records to other systems')
    .addCommand(students())
    .addCommand(eligibility());

const toFile = (command: Command): Command =>
  withStores(command).option('--to <file>', 'where to; standard output unless told');

const students = (): Command =>
  toFile(new Command('students'))
    .description('every student with results and averages, one JSON document in a line, in order of number')
    .action(async ({ to, ...which }: ExportOptions) => {
      const system = await openSystem(existingStores(which));
      const bar = progress('students exported');
      let done = 0;
      try {
        await write(to, exportLines(system.readModels), () => bar.to(++done));
        bar.end();
      } finally {
        await system.close();
      }
    });

const eligibility = (): Command =>
  toFile(new Command('eligibility'))
    .description(
      'who may enrol in the courses of a term on a day and who may not, with the clauses and what would turn it',
    )
    .requiredOption('--term <term>', 'the code of the term')
    .option('--on <day>', 'the day, YYYY-MM-DD; today unless told', dayOf)
    .addHelpText(
      'after',
      `
A line of JSON for each registration, and one with the summary at the end; the bytes are the same for the same log.
Exit codes: ${EXIT.ok} written; ${EXIT.input} there is no such term, its courses can no longer be added on the day, or the log cannot be opened.`,
    )
    .action(async ({ to, term: code, on = civilDateOf(systemClock.now()), ...which }: EligibilityOptions) => {
      const stores = await openStores({ ...existingStores(which), cacheMebibytes: CACHE });
      try {
        const position = await stores.store.head();
        const term = (await calendarAt(stores.store, position)).find((each) => each.code === code);
        if (!term) throw new CommandFailure(`there is no term ${code}`, EXIT.input);
        if (term.addDropEnds < on)
          throw new CommandFailure(`courses of ${code} can be added until ${term.addDropEnds}`, EXIT.input);
        const report = await surveyed(stores, 'eligibility', { term, on, position });
        try {
          await write(to, report.bytes());
        } finally {
          await report.putAway();
        }
      } finally {
        await stores.close();
      }
    });

/** Writes to a file, or to the standard output. */
async function write(to: string | undefined, pieces: AsyncIterable<string | Buffer>, wrote = () => {}): Promise<void> {
  const out = to === undefined ? process.stdout : createWriteStream(to);
  for await (const piece of pieces) {
    if (!out.write(piece)) await once(out, 'drain');
    wrote();
  }
  if (out === process.stdout) return;
  out.end();
  await once(out, 'finish');
}
