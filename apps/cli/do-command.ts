import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { type Command as Asked, issue, type Outcome, readCommand } from '#commands';
import { type Actor, refusingClauses } from '#kernel';
import { openStores, useCases } from '#system';
import { actorOf } from './asking.ts';
import { commandSideOf } from './buses.ts';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { type Language, languageOption } from './language.ts';
import { CommandFailure, EXIT, print } from './output.ts';

interface DoOptions extends WhichStores {
  readonly as: Actor;
  readonly fields: string;
  readonly key?: string;
  readonly lang: Language;
  readonly json?: boolean;
}

/** Any request that the system takes, as the API takes it: the same fields, the same decision, the same refusals. */
export const doCommand = (): Command =>
  withStores(new Command('do'))
    .description('ask for anything that can be asked of the system, as the API does; docs/scenarios.md lists it')
    .argument('<command>', 'the request, such as RecommendResult')
    .requiredOption('--as <actor>', 'who acts: a role, or "tutor T1"', actorOf)
    .requiredOption('--fields <fields>', 'its fields: JSON, a file with JSON, or - for standard input')
    .option('--key <key>', 'names the request, so that asking twice is asking once')
    .addOption(languageOption())
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Exit codes: ${EXIT.ok} granted; ${EXIT.found} refused; ${EXIT.usage} no such request, or malformed fields; ${EXIT.input} the log or the file cannot be read.`,
    )
    .action(async (name: string, { as: actor, fields, key, lang, json, ...which }: DoOptions) => {
      const useCase = useCases.find(({ command }) => command.name === name);
      if (!useCase) throw new CommandFailure(`there is no request ${name}`, EXIT.usage);
      const { command, problems } = readCommand<Asked>(useCase.command, fieldsOf(fields));
      if (problems)
        throw new CommandFailure(problems.map(({ field, problem }) => `${field}: ${problem}`).join('\n'), EXIT.usage);
      const stores = await openStores(existingStores(which));
      const side = await commandSideOf(stores);
      try {
        const asked = issue(command, { commandId: key ?? randomUUID(), actor });
        const outcome = await side.ask(useCase, asked);
        await side.settled();
        const whole = outcome.outcome === 'accepted' ? { ...outcome, revision: outcome.revision.toString() } : outcome;
        print(json, whole, () => outcomeTold(outcome, lang));
        process.exitCode = outcome.outcome === 'accepted' ? EXIT.ok : EXIT.found;
      } finally {
        await side.close();
        await stores.close();
      }
    });

function outcomeTold(outcome: Outcome, lang: Language): string {
  if (outcome.outcome === 'accepted')
    return `granted, ${outcome.stream} ${outcome.revision}: ${outcome.events.map(({ type }) => type).join(', ')}`;
  const clauses = outcome.ruling ? refusingClauses(outcome.ruling) : [];
  const remedies = (outcome.ruling?.remedies ?? []).map((remedy) => remedy[lang]);
  return [`refused, ${[outcome.code, ...clauses].join(' ')}: ${outcome.message[lang]}`, ...remedies].join('\n  ');
}

/** Fields as they were typed, or those of a file. */
function fieldsOf(given: string): unknown {
  const typed = given.trimStart().startsWith('{');
  let json = given;
  try {
    if (!typed) json = readFileSync(given === '-' ? 0 : given, 'utf8');
  } catch (cause) {
    throw new CommandFailure(`cannot read ${given}: ${(cause as Error).message}`);
  }
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new CommandFailure(`the fields are not JSON: ${(cause as Error).message}`, EXIT.usage);
  }
}
