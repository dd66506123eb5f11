import { unzipSync } from 'fflate';
import { readSheet as readFirstSheet } from 'read-excel-file/universal';
import { type Text, text } from '#kernel';
import { contentOf, SHEET_LIMITS } from './sheet-rows.ts';

/** The forms in which a mark sheet is brought as a file. */
export const SHEET_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type SheetForm = keyof typeof SHEET_TYPES;

/** The most bytes of a file, and of what a workbook holds when it is unpacked. */
export const FILE_LIMITS = { bytes: 1_048_576, unpacked: 8 * 1_048_576 } as const;

/** A file that is no mark sheet at all. Where its rows are at fault, reading its content says so. */
export class SheetFileError extends Error {
  override readonly name = 'SheetFileError';
  readonly code: 'file-too-large' | 'not-utf-8' | 'not-a-workbook' | 'workbook-too-large' | 'not-a-plain-cell';
  readonly text: Text;

  constructor(code: SheetFileError['code'], said: Text) {
    super(said.en);
    this.code = code;
    this.text = said;
  }
}

/** The content of a file as a mark sheet is proposed: CSV as it is, of a workbook the first sheet. */
export async function sheetContentOf(bytes: Uint8Array, form: SheetForm): Promise<string> {
  if (bytes.length > FILE_LIMITS.bytes)
    throw new SheetFileError(
      'file-too-large',
      text(`A file has at most ${FILE_LIMITS.bytes} bytes.`, `檔案最多為 ${FILE_LIMITS.bytes} 位元組。`),
    );
  const content = form === 'csv' ? csvOf(bytes) : contentOf(await tableOf(bytes));
  if (content.length > SHEET_LIMITS.characters)
    throw new SheetFileError(
      'file-too-large',
      text(
        `A sheet has at most ${SHEET_LIMITS.characters} characters.`,
        `分數表最多為 ${SHEET_LIMITS.characters} 個字元。`,
      ),
    );
  return content;
}

function csvOf(bytes: Uint8Array): string {
  try {
    // Without the byte order mark with which spreadsheets begin.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8();
  }
}

/** What is brought in another encoding, or says that it is. */
export const notUtf8 = (): SheetFileError =>
  new SheetFileError('not-utf-8', text('The file is not UTF-8.', '檔案並非 UTF-8 編碼。'));

async function tableOf(bytes: Uint8Array): Promise<string[][]> {
  requireModest(bytes);
  const { buffer, byteOffset, byteLength } = bytes;
  const copy = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const rows = await readFirstSheet(copy).catch(() => {
    throw notAWorkbook();
  });
  return rows.map((row, index) => row.map((cell, column) => cellOf(cell, index + 1, column + 1)));
}

/** A number is written as short as it can be: what was typed, and not the binary fraction that stands for it. */
function cellOf(cell: unknown, row: number, column: number): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string' || typeof cell === 'number') return String(cell);
  throw new SheetFileError(
    'not-a-plain-cell',
    text(`Row ${row}, column ${column}: neither text nor a number.`, `第 ${row} 行第 ${column} 欄：並非文字或數字。`),
  );
}

const CELLS = /<(?:[\w.-]+:)?(row|c)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const PLACE = /(?:^|\s)r\s*=\s*["']([^"']*)["']/;
const ADDRESS = /^([A-Z]{0,3})(\d{1,7})$/;

/**
 * Refuses what would fill the memory once it is unpacked: parts that say that they are large (none is unpacked beyond
 * what it says), and sheets of more rows or columns than a mark sheet has, or with a cell far out.
 */
function requireModest(bytes: Uint8Array): void {
  let unpacked = 0;
  let sheets: Record<string, Uint8Array>;
  try {
    sheets = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        return unpacked <= FILE_LIMITS.unpacked && /^xl\/worksheets\/.*\.xml$/i.test(name);
      },
    });
  } catch {
    throw notAWorkbook();
  }
  if (unpacked > FILE_LIMITS.unpacked) throw tooLarge();
  for (const sheet of Object.values(sheets)) requireFewCells(new TextDecoder().decode(sheet));
}

function requireFewCells(sheet: string): void {
  let rows = 0;
  let columns = 0;
  for (const [, tag, attributes = ''] of sheet.matchAll(CELLS)) {
    if (tag === 'row') {
      rows++;
      columns = 0;
    } else columns++;
    const place = PLACE.exec(attributes)?.[1];
    const [, letters = '', digits = '0'] = place === undefined ? [] : (ADDRESS.exec(place) ?? [place, 'ZZZ', '0']);
    const farOut = Number(digits) > SHEET_LIMITS.rows + 1 || columnOf(letters) > SHEET_LIMITS.columns;
    if (farOut || rows > SHEET_LIMITS.rows + 1 || columns > SHEET_LIMITS.columns) throw tooLarge();
  }
}

/** `A` is 1, `AA` is 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

const notAWorkbook = () =>
  new SheetFileError('not-a-workbook', text('The file is not an XLSX workbook.', '檔案並非 XLSX 試算表。'));

const tooLarge = () =>
  new SheetFileError(
    'workbook-too-large',
    text(
      `The workbook has more than ${SHEET_LIMITS.rows} rows or ${SHEET_LIMITS.columns} columns, or is too large.`,
      `試算表多於 ${SHEET_LIMITS.rows} 行或 ${SHEET_LIMITS.columns} 欄，或體積過大。`,
    ),
  );
