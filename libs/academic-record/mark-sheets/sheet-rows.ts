import { CsvError, parse } from 'csv-parse/sync';
import { type Text, text } from '#kernel';

/** What a mark sheet may hold at most; one event carries all of it. */
export const SHEET_LIMITS = { characters: 400_000, rows: 5_000, columns: 64 } as const;

/** The columns that are not pieces of assessed work. */
const STUDENT = 'student';
const EXAMINATION = 'examination';
const GRADE = 'grade';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;
const MARK = /^-?\d{1,4}(?:\.\d{1,2})?$/;
const LETTERS = /^[A-Z][A-Za-z+-]{0,15}$/;

export interface SheetMark {
  readonly item: string;
  readonly mark: number;
}

/** What a mark sheet says of one student. */
export interface SheetRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly student: string;
  /** In the order of the columns; an empty cell says nothing. */
  readonly marks: readonly SheetMark[];
  readonly examination?: number;
  readonly grade?: string;
}

/** What is wrong with one cell, one row or one column of a sheet. */
export interface SheetFault {
  readonly code:
    | 'malformed-csv'
    | 'column-missing'
    | 'unknown-column'
    | 'column-twice'
    | 'too-many-columns'
    | 'too-many-rows'
    | 'no-rows'
    | 'row-empty'
    | 'row-of-other-length'
    | 'not-a-student'
    | 'student-twice'
    | 'not-a-mark'
    | 'not-a-grade';
  readonly row?: number;
  readonly column?: string;
  readonly problem: Text;
}

export type SheetRead =
  | { readonly rows: readonly SheetRow[]; readonly faults?: undefined }
  | { readonly rows?: undefined; readonly faults: readonly [SheetFault, ...SheetFault[]] };

/**
 * Reads the content of a mark sheet: CSV with a header of `student`, the pieces of assessed work by their codes,
 * `examination` and `grade`, of which only `student` has to be there, written in whatever case. Lines without any cell at
 * the end are none. Marks are decimals of at most two places; whether
 * one is allowed is for the rules. Says everything that is wrong, with row and column.
 */
export function readSheet(content: string): SheetRead {
  const table = tableOf(content);
  if ('code' in table) return { faults: [table] };
  const [header = [], ...lines] = table;
  const columns = header.map(columnOf);
  const body = lines.slice(0, lines.findLastIndex((cells) => !isBlank(cells)) + 1);
  const faults = [...faultsOfColumns(columns), ...faultsOfSize(body)];
  const rows: SheetRow[] = [];
  const seen = new Map<string, number>();
  if (faults.length === 0)
    for (const [index, cells] of body.entries()) {
      const row = index + 2;
      if (isBlank(cells)) faults.push(emptyRow(row));
      else if (cells.length !== columns.length) faults.push(otherLength(row, columns.length, cells.length));
      else rows.push(rowOf(row, columns, cells, seen, faults));
    }
  const [first, ...rest] = faults;
  return first ? { faults: [first, ...rest] } : { rows };
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** A column by its name, where it has one of its own, and otherwise as it is written. */
const columnOf = (written: string): string => {
  const column = written.trim();
  return [STUDENT, EXAMINATION, GRADE].find((name) => name === column.toLowerCase()) ?? column;
};

/** What a sheet says as its canonical content: rows of cells as CSV. */
export const contentOf = (table: readonly (readonly string[])[]): string =>
  table.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function tableOf(content: string): string[][] | SheetFault {
  try {
    return parse(content, { bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === 'number' ? error.lines : undefined;
    return fault('malformed-csv', text(`Not valid CSV (${error.code}).`, `並非有效的 CSV（${error.code}）。`), row);
  }
}

function faultsOfColumns(columns: readonly string[]): SheetFault[] {
  if (columns.length > SHEET_LIMITS.columns)
    return [
      fault(
        'too-many-columns',
        text(`At most ${SHEET_LIMITS.columns} columns.`, `最多 ${SHEET_LIMITS.columns} 欄。`),
        1,
      ),
    ];
  const faults: SheetFault[] = [];
  if (!columns.includes(STUDENT))
    faults.push(fault('column-missing', text('The column is missing.', '缺少此欄。'), 1, STUDENT));
  for (const [index, column] of columns.entries()) {
    if (!CODE.test(column))
      faults.push(
        fault(
          'unknown-column',
          text(
            'A column is student, examination, grade or a piece of work.',
            '欄名須為 student、examination、grade 或評核項目。',
          ),
          1,
          column,
        ),
      );
    else if (columns.findIndex((other) => other.toLowerCase() === column.toLowerCase()) !== index)
      faults.push(fault('column-twice', text('The column stands here twice.', '此欄重複。'), 1, column));
  }
  return faults;
}

function faultsOfSize(body: readonly unknown[]): SheetFault[] {
  if (body.length === 0) return [fault('no-rows', text('The sheet has no rows.', '分數表沒有資料行。'))];
  if (body.length <= SHEET_LIMITS.rows) return [];
  return [
    fault(
      'too-many-rows',
      text(`At most ${SHEET_LIMITS.rows} rows.`, `最多 ${SHEET_LIMITS.rows} 行。`),
      SHEET_LIMITS.rows + 2,
    ),
  ];
}

function rowOf(
  row: number,
  columns: readonly string[],
  cells: readonly string[],
  seen: Map<string, number>,
  faults: SheetFault[],
): SheetRow {
  let student = '';
  let examination: number | undefined;
  let grade: string | undefined;
  const marks: SheetMark[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = (cells[index] as string).trim();
    if (column === STUDENT) {
      student = cell;
      const before = seen.get(cell);
      if (!CODE.test(cell)) faults.push(notAStudent(row, cell));
      else if (before !== undefined) faults.push(studentTwice(row, cell, before));
      else seen.set(cell, row);
    } else if (cell === '') continue;
    else if (column === GRADE) {
      grade = cell;
      if (!LETTERS.test(cell)) faults.push(notAGrade(row, cell));
    } else {
      const mark = Number(cell);
      if (!MARK.test(cell)) faults.push(notAMark(row, column, cell));
      else if (column === EXAMINATION) examination = mark;
      else marks.push({ item: column, mark });
    }
  }
  return {
    row,
    student,
    marks,
    ...(examination === undefined ? {} : { examination }),
    ...(grade === undefined ? {} : { grade }),
  };
}

const fault = (code: SheetFault['code'], problem: Text, row?: number, column?: string): SheetFault => ({
  code,
  ...(row === undefined ? {} : { row }),
  ...(column === undefined ? {} : { column: column.slice(0, 100) }),
  problem,
});

const told = (cell: string): string => cell.slice(0, 40);

const emptyRow = (row: number): SheetFault => fault('row-empty', text('The row is empty.', '此行沒有內容。'), row);

const otherLength = (row: number, wanted: number, found: number): SheetFault =>
  fault(
    'row-of-other-length',
    text(`The row has ${found} cells and the header ${wanted}.`, `此行有 ${found} 格，標題行則有 ${wanted} 格。`),
    row,
  );

const notAStudent = (row: number, cell: string): SheetFault =>
  fault(
    'not-a-student',
    text(`"${told(cell)}" is not the number of a student.`, `「${told(cell)}」不是學生編號。`),
    row,
    STUDENT,
  );

const studentTwice = (row: number, cell: string, before: number): SheetFault =>
  fault(
    'student-twice',
    text(`${cell} stands in row ${before} already.`, `${cell} 已見於第 ${before} 行。`),
    row,
    STUDENT,
  );

const notAMark = (row: number, column: string, cell: string): SheetFault =>
  fault(
    'not-a-mark',
    text(`"${told(cell)}" is not a number with at most two decimals.`, `「${told(cell)}」不是最多兩位小數的數字。`),
    row,
    column,
  );

const notAGrade = (row: number, cell: string): SheetFault =>
  fault(
    'not-a-grade',
    text(`"${told(cell)}" is not written as a grade is.`, `「${told(cell)}」並非成績等級的寫法。`),
    row,
    GRADE,
  );
