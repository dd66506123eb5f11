import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { type Text, text } from '#kernel';

/** Where in a data set something is: the header of a file is line 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
}

/** The files are not what they have to be. Says where and what, in both languages; its stack is of no use to a reader. */
export class DatasetError extends Error {
  readonly place: Place;
  /** The place and the fault in one sentence. */
  readonly text: Text;

  constructor(place: Place, fault: Text) {
    const { file, line, column } = place;
    const en = `${file}${line ? `, line ${line}` : ''}${column ? `, column ${column}` : ''}: ${fault.en}`;
    const zhHant = `${file}${line ? `第 ${line} 行` : ''}${column ? `「${column}」欄` : ''}：${fault['zh-Hant']}`;
    super(en);
    this.name = 'DatasetError';
    this.place = place;
    this.text = text(en, zhHant);
  }
}

/** One line of a file. The same object stands for line after line; what is kept of it has to be taken out. */
export class Row<Column extends string> {
  line = 1;
  #fields: readonly string[] = [];
  readonly #file: string;
  readonly #index: ReadonlyMap<string, number>;

  constructor(file: string, header: readonly string[]) {
    this.#file = file;
    this.#index = new Map(header.map((column, index) => [column, index]));
  }

  moveTo(line: number, fields: readonly string[]): void {
    this.line = line;
    this.#fields = fields;
  }

  text(column: Column): string {
    return this.#fields[this.#index.get(column) ?? -1]?.trim() ?? '';
  }

  /** Whether the data set has no value: an empty field, or the question mark that it also uses. */
  isNone(column: Column): boolean {
    return ['', '?'].includes(this.text(column));
  }

  wholeOrNone(column: Column): number | null {
    return this.isNone(column) ? null : this.whole(column);
  }

  whole(column: Column): number {
    const value = this.text(column);
    if (!/^-?\d{1,7}$/.test(value))
      throw this.wrong(column, text(`"${value}" is not a whole number.`, `「${value}」不是整數。`));
    return Number(value);
  }

  quantity(column: Column): number {
    const value = this.text(column);
    if (!/^\d{1,3}(\.\d{1,2})?$/.test(value) || Number(value) > 100)
      throw this.wrong(
        column,
        text(`"${value}" is not a number from 0 to 100.`, `「${value}」不是 0 至 100 之間的數字。`),
      );
    return Number(value);
  }

  oneOf<const Value extends string>(column: Column, values: readonly Value[]): Value {
    const value = this.text(column);
    const known = values.find((candidate) => candidate === value);
    if (known === undefined)
      throw this.wrong(
        column,
        text(`"${value}" is not one of ${values.join(', ')}.`, `「${value}」不屬於：${values.join('、')}。`),
      );
    return known;
  }

  wrong(column: Column, fault: Text): DatasetError {
    return new DatasetError({ file: this.#file, line: this.line, column }, fault);
  }
}

/** Reads a file line by line. Refuses a missing file or column, and lines that are not those of one table. */
export function readTable<const Column extends string>(
  directory: string,
  file: string,
  columns: readonly Column[],
  visit: (row: Row<Column>) => void,
): void {
  let row: Row<Column> | undefined;
  const onRecord = (fields: string[], { lines }: { readonly lines: number }): undefined => {
    if (!row) {
      row = new Row<Column>(file, headerOf(file, columns, fields));
      return;
    }
    row.moveTo(lines, fields);
    visit(row);
  };
  try {
    parse(contentOf(directory, file), {
      bom: true,
      record_delimiter: ['\r\n', '\n'],
      skip_empty_lines: true,
      on_record: onRecord,
    });
  } catch (error) {
    throw error instanceof CsvError ? malformed(file, error) : error;
  }
  if (!row) throw new DatasetError({ file, line: 1 }, text('The file is empty.', '檔案沒有內容。'));
}

function contentOf(directory: string, file: string): Buffer {
  try {
    return readFileSync(join(directory, file));
  } catch {
    throw new DatasetError(
      { file },
      text(`The file cannot be read in ${directory}.`, `未能在 ${directory} 讀取此檔案。`),
    );
  }
}

function headerOf(file: string, columns: readonly string[], header: readonly string[]): string[] {
  const found = header.map((column) => column.trim());
  const missing = columns.find((column) => !found.includes(column));
  if (missing) throw new DatasetError({ file, line: 1, column: missing }, text('The column is missing.', '缺少此欄。'));
  return found;
}

const malformed = (file: string, error: CsvError): DatasetError => {
  const line = typeof error.lines === 'number' ? error.lines : undefined;
  return new DatasetError(
    { file, line },
    error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
      ? text('The line has more or fewer fields than the header.', '此行的欄數與標題行不符。')
      : text(`The line is not valid CSV (${error.code}).`, `此行並非有效的 CSV（${error.code}）。`),
  );
};
