import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { FILE_LIMITS, sheetContentOf } from './sheet-file.ts';
import { readSheet } from './sheet-rows.ts';
import { sheetXml, workbook } from './workbook.fixture.ts';

const codeOf = (bytes: Uint8Array, form: 'csv' | 'xlsx' = 'xlsx') =>
  sheetContentOf(bytes, form).then(
    () => 'read',
    (error) => error.code,
  );
const marks = [
  ['student', 'A1', 'examination', 'grade'],
  ['S1', 70.25, 65, 'B+'],
  ['S2', null, 40, null],
];

describe('a mark sheet as a file', () => {
  it('is CSV as it stands, without its byte order mark', async () =>
    expect(await sheetContentOf(Buffer.from('\uFEFFstudent,A1\nS1,70\n'), 'csv')).toBe('student,A1\nS1,70\n'));

  it('is the first sheet of a workbook', async () =>
    expect(await sheetContentOf(workbook(sheetXml(marks)), 'xlsx')).toBe(
      'student,A1,examination,grade\nS1,70.25,65,B+\nS2,,40,\n',
    ));

  it('may end in rows without a cell', async () => {
    const content = await sheetContentOf(workbook(sheetXml([...marks, [null, null], ['', null, '']])), 'xlsx');
    expect(readSheet(content).rows?.map(({ student }) => student)).toEqual(['S1', 'S2']);
  });

  it('has the marks that were typed, not the binary fractions that stand for them', async () => {
    const sheet = sheetXml(marks).replace('>70.25<', '>70.099999999999994<');
    expect(await sheetContentOf(workbook(sheet), 'xlsx')).toContain('\nS1,70.1,');
  });

  it('is not UTF-16, nor a file of something else, nor half a workbook', async () => {
    expect(await codeOf(Buffer.from([0xff, 0xfe, 0x73, 0x00]), 'csv')).toBe('not-utf-8');
    expect(await codeOf(Buffer.from('student,A1\nS1,70\n'))).toBe('not-a-workbook');
    expect(await codeOf(zipSync({ 'a.txt': strToU8('nothing') }))).toBe('not-a-workbook');
    expect(await codeOf(workbook(sheetXml(marks)).subarray(0, 400))).toBe('not-a-workbook');
    expect(await codeOf(new Uint8Array())).toBe('not-a-workbook');
  });

  it('has text and numbers in its cells', async () =>
    expect(
      await codeOf(
        workbook(
          sheetXml([
            ['student', 'A1'],
            ['S1', true],
          ]),
        ),
      ),
    ).toBe('not-a-plain-cell'));

  it(`has at most ${FILE_LIMITS.bytes} bytes`, async () => {
    expect(await codeOf(Buffer.alloc(FILE_LIMITS.bytes + 1, 'a'), 'csv')).toBe('file-too-large');
    expect(await codeOf(Buffer.alloc(FILE_LIMITS.bytes, 'a'), 'csv')).toBe('file-too-large');
    expect(await codeOf(Buffer.alloc(1000, 'a'), 'csv')).toBe('read');
  });

  it.each([
    ['a part that unpacks to much', workbook(sheetXml(marks), { 'xl/media/a.xml': new Uint8Array(9 * 2 ** 20) })],
    ['a cell far below', workbook(sheetXml(marks).replace('r="A2"', 'r="A1048576"'))],
    ['a cell far to the right', workbook(sheetXml(marks).replace('r="A2"', 'r="XFD2"'))],
    ['a row far below', workbook(sheetXml(marks).replace('<row r="2"', '<row r="1048576"'))],
    ['a hidden address', workbook(sheetXml(marks).replace('r="A2"', 'r="&#88;FD2"'))],
    ['an address behind a mark that ends nothing', workbook(sheetXml(marks).replace('r="A2"', 'x=">" r="XFD2"'))],
    [
      'many cells without an address',
      workbook(sheetXml(marks).replace('<row r="2">', `<row r="2">${'<c/>'.repeat(65)}`)),
    ],
    [
      'many rows without a number',
      workbook(sheetXml(marks).replace('</sheetData>', `${'<row/>'.repeat(5001)}</sheetData>`)),
    ],
  ])('is no workbook with %s', async (_what, bytes) => expect(await codeOf(bytes)).toBe('workbook-too-large'));
});
