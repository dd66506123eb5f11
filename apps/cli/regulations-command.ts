import { Command, InvalidArgumentError } from 'commander';
import { type Language, languageOption } from './language.ts';
import { CommandFailure, EXIT, print } from './output.ts';
import { projectRoot } from './project-root.ts';
import { citedClauses } from './regulations/citations.ts';
import { coverageOf, reaches } from './regulations/coverage.ts';
import { coverageTold } from './regulations/coverage-told.ts';
import { explanationOf, nearestIds } from './regulations/explanation.ts';
import { explanationTold } from './regulations/explanation-told.ts';
import { CLAUSE_KINDS, type ClauseKind, chosenFrom, readMatrix } from './regulations/matrix.ts';
import { seenByTests } from './regulations/seen-by-tests.ts';

interface CoverageOptions {
  readonly matrix: string;
  readonly prefix?: string;
  readonly kinds: readonly ClauseKind[];
  readonly require?: number;
  readonly json?: boolean;
}

interface ExplainOptions {
  readonly lang: Language;
  readonly json?: boolean;
}

export function regulationsCommand(): Command {
  return new Command('regulations')
    .description('the regulations that the system decides by')
    .addCommand(coverageCommand())
    .addCommand(explainCommand());
}

const coverageCommand = (): Command =>
  new Command('coverage')
    .description('which clauses of a matrix the program cites, and which its tests exercise')
    .requiredOption('--matrix <file>', 'the clauses as JSON lines, each with an id and a kind')
    .option('--prefix <text>', 'only the clauses whose ids begin so, such as 3cu/ug')
    .option('--kinds <list>', 'only the clauses of these kinds', kindsOf, [...CLAUSE_KINDS])
    .option('--require <percentage>', 'exit 1 when less than this is exercised', percentageOf)
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Cited: the program names the clause. Exercised: tests led through it; a rule both held and did not. What tests saw is
in the record that the last full npm test left in coverage/; when there is none that fits the sources, the scenarios
are run now. Standard error says which.
Exit codes: ${EXIT.ok} told; ${EXIT.found} less is exercised than is required; ${EXIT.input} the matrix cannot be read.`,
    )
    .action(async ({ matrix, prefix, kinds, require, json }: CoverageOptions) => {
      const clauses = chosenFrom(readMatrix(matrix), { prefix, kinds });
      const { sightings, source } = await seenByTests(projectRoot());
      const coverage = coverageOf(clauses, citedClauses(sightings), sightings);
      process.stderr.write(`exercised ${source}\n`);
      print(json, coverage, () => coverageTold(coverage, sightings));
      process.exitCode = require === undefined || reaches(coverage, require) ? EXIT.ok : EXIT.found;
    });

const explainCommand = (): Command =>
  new Command('explain')
    .description('tell what a clause says, what it decides and how it is read')
    .argument('<clause>', 'the id of the clause, such as 3cu/dl/6.1')
    .addOption(languageOption())
    .option('--json', 'print as JSON, in both languages')
    .action((id: string, { lang, json }: ExplainOptions) => {
      const explanation = explanationOf(id);
      if (!explanation)
        throw new CommandFailure(`the register has no clause ${id}; the nearest are ${nearestIds(id).join(', ')}`);
      print(json, explanation, () => explanationTold(explanation, lang));
    });

function kindsOf(value: string): ClauseKind[] {
  const kinds = value.split(',').map((kind) => kind.trim());
  const unknown = kinds.filter((kind) => !(CLAUSE_KINDS as readonly string[]).includes(kind));
  if (unknown.length > 0) throw new InvalidArgumentError(`The kinds are ${CLAUSE_KINDS.join(', ')}.`);
  return kinds as ClauseKind[];
}

function percentageOf(value: string): number {
  const percentage = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (!(percentage <= 100)) throw new InvalidArgumentError('It is a percentage, 0 to 100.');
  return percentage;
}
