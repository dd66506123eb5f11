import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import {
  applySheet,
  ConfirmMarkSheet,
  PreviewMarkSheet,
  ProposeMarkSheet,
  readSheet,
  type SheetApplication,
  SheetFileError,
  type SheetName,
  SheetNotApplicable,
  sheetContentOf,
} from '#academic-record';
import { type Command as Asked, type CommandClass, issue, type Outcome, readCommand } from '#commands';
import type { Actor } from '#kernel';
import type { MarkSheetPreviewDocument, ReadDocument } from '#projections';
import { markSheetPreviewNow, openStores, type Stores } from '#system';
import { actorOf } from './asking.ts';
import { commandSideOf } from './buses.ts';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { type Language, languageOption } from './language.ts';
import { CommandFailure, EXIT, print, progress } from './output.ts';

interface SheetOptions extends WhichStores, SheetName {
  readonly as: Actor;
  readonly json?: boolean;
  readonly lang: Language;
}

/** Rows that are told to people; all of them stand in the JSON. */
const TOLD = 50;

export function sheetsCommand(): Command {
  return new Command('sheets')
    .description('mark sheets: many marks and grades at once, confirmed by a second person')
    .addCommand(
      aboutSheet('propose', 'propose the rows of a CSV or XLSX file')
        .argument('<file>', 'a .csv or .xlsx file: student, pieces of assessed work, examination, grade')
        .option('--graded-term <code>', 'the term in which the results are awarded, for courses over several terms')
        .action((file: string, options: SheetOptions & { gradedTerm?: string }) => withSheets(options, propose(file))),
    )
    .addCommand(
      aboutSheet('preview', 'note what every row would do, and tell it').action((options: SheetOptions) =>
        withSheets(options, preview),
      ),
    )
    .addCommand(
      aboutSheet('confirm', 'let all rows stand, as somebody else than proposed them, and record them')
        .requiredOption('--preview <number>', 'the preview that was seen', wholeNumber)
        .action((options: SheetOptions & { preview: number }) => withSheets(options, confirm(options.preview))),
    )
    .addCommand(
      aboutSheet(
        'apply',
        'take up the rows of a confirmed sheet where that broke off, and tell what came of them',
      ).action((options: SheetOptions) => withSheets(options, apply)),
    )
    .addHelpText(
      'after',
      `
Exit codes: ${EXIT.ok} done; ${EXIT.found} refused, or a row is refused; ${EXIT.input} the file or the log cannot be read.`,
    );
}

function aboutSheet(name: string, description: string): Command {
  return withStores(new Command(name))
    .description(description)
    .requiredOption('--course <code>', 'the course')
    .requiredOption('--term <code>', 'the term')
    .requiredOption('--sheet <name>', 'what the sheet is called within course and term')
    .addOption(languageOption())
    .option('--json', 'print as JSON')
    .requiredOption('--as <actor>', 'who acts: a role, or "tutor T1"', actorOf);
}

function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('not the number of a preview');
}

interface Sheets {
  readonly stores: Stores;
  /** Once nothing goes on any more that granted requests led to. */
  settled(): Promise<void>;
  /** Asks the bus; ends the command where it is refused. */
  ask<C extends Asked>(type: CommandClass<C>, fields: object): Promise<Outcome & { outcome: 'accepted' }>;
}

type Act<Options extends SheetOptions = SheetOptions> = (sheets: Sheets, options: Options) => Promise<void>;

async function withSheets<Options extends SheetOptions>(options: Options, act: Act<Options>): Promise<void> {
  const stores = await openStores(existingStores(options));
  const side = await commandSideOf(stores);
  const { course, term, sheet, as: actor, lang } = options;
  const ask: Sheets['ask'] = async (type, fields) => {
    const { command, problems } = readCommand(type, { course, term, sheet, ...fields });
    if (problems)
      throw new CommandFailure(problems.map(({ field, problem }) => `${field}: ${problem}`).join('\n'), EXIT.usage);
    const outcome = await side.commands.execute<Asked, Outcome>(issue(command, { commandId: randomUUID(), actor }));
    if (outcome.outcome === 'accepted') return outcome;
    throw new CommandFailure(`${outcome.code}: ${outcome.message[lang]}`, EXIT.found);
  };
  try {
    await act({ stores, settled: () => side.settled(), ask }, options);
  } finally {
    await side.close();
    await stores.close();
  }
}

const propose =
  (file: string): Act<SheetOptions & { gradedTerm?: string }> =>
  async ({ ask }, { gradedTerm, json, lang }) => {
    const content = await contentOf(file, lang);
    const { rows, faults } = readSheet(content);
    if (faults)
      throw new CommandFailure(
        faults
          .slice(0, TOLD)
          .map(({ code, row, column, problem }) => `${file}:${row ?? ''} ${column ?? ''} ${code}: ${problem[lang]}`)
          .join('\n'),
      );
    const { events: _events, ...done } = await ask(ProposeMarkSheet, { content, gradedTerm });
    print(json, { ...done, rows: rows.length }, () => `${rows.length} rows proposed, ${done.stream} ${done.revision}`);
  };

async function contentOf(file: string, lang: Language): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new CommandFailure(`cannot read ${file}: ${(cause as Error).message}`);
  }
  try {
    return await sheetContentOf(bytes, /\.xlsx$/i.test(file) ? 'xlsx' : 'csv');
  } catch (error) {
    if (error instanceof SheetFileError) throw new CommandFailure(`${file}: ${error.code}: ${error.text[lang]}`);
    throw error;
  }
}

const preview: Act = async ({ stores, ask }, { json, lang, ...name }) => {
  await ask(PreviewMarkSheet, {});
  const { document, revision } = (await markSheetPreviewNow(stores, name)) as ReadDocument;
  const shown = JSON.parse(document) as MarkSheetPreviewDocument;
  print(json, { preview: Number(revision), ...shown }, () => previewTold(Number(revision), shown, lang));
  process.exitCode = shown.refused > 0 ? EXIT.found : EXIT.ok;
};

function previewTold(number: number, shown: MarkSheetPreviewDocument, lang: Language): string {
  const { changes, unchanged, refused, rows } = shown;
  const worth = rows.filter(({ outcome }) => outcome !== 'unchanged');
  const before = (value: unknown) => value ?? '–';
  return [
    `preview ${number}: ${changes} rows change a record, ${unchanged} change nothing, ${refused} are refused`,
    ...worth
      .slice(0, TOLD)
      .map(({ row, student, outcome, marks, coursework, examination, grade, refusals }) =>
        outcome === 'refused'
          ? `  ${row} ${student} refused: ${refusals.map((one) => `${one.code} ${one.clauses.join(' ')} ${one.message[lang]}`).join(' ')}`
          : `  ${row} ${student} ${marks.map(({ item, before: was, after }) => `${item} ${before(was)} → ${after}`).join(', ')}; ` +
            `coursework ${before(coursework.before?.display)} → ${before(coursework.after?.display)}, ` +
            `examination ${before(examination.before?.display)} → ${before(examination.after?.display)}, ` +
            `grade ${before(grade.before)} → ${before(grade.after)}`,
      ),
    ...(worth.length > TOLD ? [`  and ${worth.length - TOLD} more: see --json`] : []),
  ].join('\n');
}

const confirm =
  (number: number): Act =>
  async (sheets, options) => {
    await sheets.ask(ConfirmMarkSheet, { preview: number });
    await sheets.settled();
    await apply(sheets, options);
  };

const apply: Act = async ({ stores }, { as: by, json, course, term, sheet }) => {
  const bar = progress('rows');
  try {
    const applied = await applySheet(stores, { course, term, sheet }, { by, onRow: (done, of) => bar.to(done, of) });
    bar.end();
    print(json, applied, () => appliedTold(applied));
    process.exitCode = applied.refused.length > 0 ? EXIT.found : EXIT.ok;
  } catch (error) {
    bar.end();
    throw error instanceof SheetNotApplicable ? new CommandFailure(error.message, EXIT.found) : error;
  }
};

const appliedTold = ({ applied, unchanged, refused }: SheetApplication): string =>
  [
    `${applied} rows recorded, ${unchanged} said what stood there already, ${refused.length} could not be recorded`,
    ...refused.map(({ row, student, code }) => `  ${row} ${student} ${code}`),
  ].join('\n');
