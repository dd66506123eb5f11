import { Command } from 'commander';
import { type HeldEnrolmentOf, heldEnrolments } from '#academic-record';
import { civilDateOf } from '#kernel';
import { openStores } from '#system';
import { existingStores, type WhichStores, withStores } from '../data-dir.ts';
import { dayOf } from '../day.ts';
import { EXIT, print } from '../output.ts';

interface HeldOptions extends WhichStores {
  readonly on?: string;
  readonly term?: string;
  readonly json?: boolean;
}

/** Who enrolled before probation was known, and is to be advised before the course is taken. */
export const heldCommand = (): Command =>
  withStores(new Command('held'))
    .description('list the courses that wait for academic advice, enrolled in before probation')
    .option('--on <day>', 'the day on which the records are looked at, YYYY-MM-DD; today unless told', dayOf)
    .option('--term <term>', 'only courses of this term')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Exit codes: ${EXIT.ok} nothing waits; ${EXIT.found} some courses do; ${EXIT.input} the log cannot be opened.`,
    )
    .action(async ({ on, term, json, ...which }: HeldOptions) => {
      const stores = await openStores(existingStores(which));
      try {
        const found: HeldEnrolmentOf[] = [];
        for await (const held of heldEnrolments(stores.store, on ?? civilDateOf(stores.clock.now())))
          if (term === undefined || held.term === term) found.push(held);
        print(json, found, () => (found.length > 0 ? found.map(told).join('\n') : 'no course waits for advice'));
        if (found.length > 0) process.exitCode = EXIT.found;
      } finally {
        await stores.close();
      }
    });

const told = ({ student, programme, course, term, clause, since, begins }: HeldEnrolmentOf): string =>
  `${student} ${programme}: ${course} ${term}, ${clause}, results of ${since}, teaching begins ${begins}`;
