import { Command } from 'commander';
import { openStores, whyOf } from '#system';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { type Language, languageOption } from './language.ts';
import { CommandFailure, print } from './output.ts';
import { whyTold } from './why/why-told.ts';

interface WhyOptions extends WhichStores {
  readonly student: string;
  readonly decision: string;
  readonly lang: Language;
  readonly json?: boolean;
}

export const whyCommand = (): Command =>
  withStores(new Command('why'))
    .description(
      'tell why a request about a student was granted or refused: clauses, figures, approvals, what was read',
    )
    .requiredOption('--student <student>', 'whose record it is')
    .requiredOption(
      '--decision <id>',
      'the id of the command, or of an event of record-<student> or requests-<student>',
    )
    .addOption(languageOption())
    .option('--json', 'print as JSON, in both languages')
    .action(async ({ student, decision, lang, json, ...which }: WhyOptions) => {
      const stores = await openStores(existingStores(which));
      try {
        const why = await whyOf(stores.store, student, decision);
        if (!why) throw new CommandFailure(`there is no decision ${decision} about student ${student}`);
        print(json, why, () => whyTold(why, lang));
      } finally {
        await stores.close();
      }
    });
