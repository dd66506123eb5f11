import { createHash } from 'node:crypto';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Command, IsCourseCode, IsTermCode, type StreamKind } from '#commands';
import { type Actor, type CivilDate, type DomainEvent, type RecordedEvent, refuse, text } from '#kernel';
import { readSheet, type SheetRow } from './sheet-rows.ts';

/** Which mark sheet: one of several of a course in a term. */
export interface SheetName {
  readonly course: string;
  readonly term: string;
  readonly sheet: string;
}

/** The rows of a sheet, whoever brought them; those of an earlier proposal are replaced. */
export type MarkSheetProposed = DomainEvent<
  'MarkSheetProposed',
  SheetName & {
    content: string;
    /** SHA-256 of the content in UTF-8, in hexadecimal digits. */
    contents: string;
    rows: number;
    gradedTerm?: string;
    by: Actor;
    on: CivilDate;
  }
>;

/** Somebody has seen what every row would do. */
export type MarkSheetPreviewed = DomainEvent<'MarkSheetPreviewed', SheetName & SheetPreview>;

/** From here on the rows are to be applied, all of them. */
export type MarkSheetConfirmed = DomainEvent<
  'MarkSheetConfirmed',
  SheetName & {
    preview: number;
    contents: string;
    effects: string;
    /** What each row was seen to do, in order, as `effectDigest` has it. */
    rowEffects: readonly string[];
    by: Actor;
    on: CivilDate;
  }
>;

/** Every row has been applied, or could not be any more. */
export type MarkSheetApplied = DomainEvent<'MarkSheetApplied', SheetName & SheetApplication>;

/** Somebody has seen to a row that could not be applied. */
export type MarkSheetRowSettled = DomainEvent<'MarkSheetRowSettled', SheetName & SettledRow>;

export type MarkSheetEvent =
  | MarkSheetProposed
  | MarkSheetPreviewed
  | MarkSheetConfirmed
  | MarkSheetApplied
  | MarkSheetRowSettled;

export interface SettledRow {
  readonly student: string;
  /** What was done about it. */
  readonly reason: string;
  readonly by: Actor;
  readonly on: CivilDate;
}

export interface SheetPreview {
  /** 1, 2, 3, ... of the sheet. */
  readonly preview: number;
  /** Of which content. */
  readonly contents: string;
  /** SHA-256 of what every row would do. */
  readonly effects: string;
  readonly changes: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly by: Actor;
  readonly on: CivilDate;
}

export interface SheetApplication {
  readonly contents: string;
  /** Rows that this sheet recorded. */
  readonly applied: number;
  /** Rows that said, when they were confirmed, what stood there already. */
  readonly unchanged: number;
  /** Rows whose record had changed since the confirmation, so that they would have done something else or nothing. */
  readonly refused: readonly { readonly row: number; readonly student: string; readonly code: string }[];
}

/** A mark sheet as its events leave it. */
export interface MarkSheet {
  readonly proposal: MarkSheetProposed['data'];
  /** How often it was previewed, whatever its content then was. */
  readonly previews: number;
  /** The last preview; of an earlier content it is none any more. */
  readonly preview?: SheetPreview;
  readonly confirmed?: {
    readonly by: Actor;
    readonly on: CivilDate;
    readonly effects: string;
    readonly rowEffects: readonly string[];
    readonly id: string;
  };
  readonly applied?: SheetApplication;
  /** Rows that could not be applied and that somebody has seen to. */
  readonly settled?: readonly SettledRow[];
}

export type SheetState = 'proposed' | 'confirmed' | 'applied-with-exceptions' | 'applied';

/** How far a sheet has come; with exceptions for as long as a row that could not be applied is not settled. */
export function stateOf({ confirmed, applied, settled = [] }: MarkSheet): SheetState {
  if (!applied) return confirmed ? 'confirmed' : 'proposed';
  const open = applied.refused.some(({ student }) => !settled.some((row) => row.student === student));
  return open ? 'applied-with-exceptions' : 'applied';
}

export const SHEET_STREAMS = 'sheet-';

/** A sheet has no hyphen in its name, so that two sheets never share a stream. */
export const sheetId = ({ course, term, sheet }: SheetName): string => `${course}@${term}-${sheet}`;

export const markSheets: StreamKind<MarkSheet | undefined> = {
  prefix: SHEET_STREAMS,
  streamOf: (id) => `${SHEET_STREAMS}${id}`,
  initial: undefined,
  evolve: (sheet, recorded: RecordedEvent) => evolveSheet(sheet, recorded as unknown as MarkSheetEvent, recorded.id),
};

export function evolveSheet(sheet: MarkSheet | undefined, event: MarkSheetEvent, id = ''): MarkSheet | undefined {
  if (event.type === 'MarkSheetProposed') {
    return { proposal: event.data, previews: sheet?.previews ?? 0 };
  }
  if (!sheet) return sheet;
  const { course: _course, term: _term, sheet: _sheet, ...said } = event.data;
  switch (event.type) {
    case 'MarkSheetPreviewed':
      return { ...sheet, previews: event.data.preview, preview: said as SheetPreview };
    case 'MarkSheetConfirmed': {
      const { by, on, effects, rowEffects } = event.data;
      return { ...sheet, confirmed: { by, on, effects, rowEffects, id } };
    }
    case 'MarkSheetApplied':
      return { ...sheet, applied: said as SheetApplication };
    case 'MarkSheetRowSettled':
      return { ...sheet, settled: [...(sheet.settled ?? []), said as SettledRow] };
    default:
      return sheet;
  }
}

export const digestOf = (content: string): string => createHash('sha256').update(content).digest('hex');

/** Thousands of commands look at one proposal. */
const read = new WeakMap<MarkSheet['proposal'], readonly SheetRow[]>();

/** The rows of a sheet, which were well formed when it was proposed. */
export function rowsOf({ proposal }: MarkSheet): readonly SheetRow[] {
  const rows = read.get(proposal) ?? readSheet(proposal.content).rows ?? [];
  read.set(proposal, rows);
  return rows;
}

const SHEET = '^[A-Za-z0-9][A-Za-z0-9._]{0,31}$';

export const IsSheetId = (): PropertyDecorator => (target, property) => {
  ApiProperty({ description: 'What the sheet is called within course and term.', pattern: SHEET, example: 'FINAL' })(
    target,
    property,
  );
  Matches(new RegExp(SHEET), { message: '$property must be the name of a mark sheet, without hyphens' })(
    target,
    property,
  );
};

/** A request about one mark sheet. */
export abstract class AboutSheet extends Command {
  @IsCourseCode()
  readonly course!: string;

  @IsTermCode()
  readonly term!: string;

  @IsSheetId()
  readonly sheet!: string;
}

export const unknownSheet = refuse('unknown-mark-sheet', text('There is no such mark sheet.', '沒有這份分數表。'));

export const sheetConfirmed = refuse(
  'mark-sheet-confirmed',
  text('The mark sheet is confirmed; propose another one.', '分數表已獲確認，請另行提交分數表。'),
);
