import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentOf, readSheet, SHEET_LIMITS } from './sheet-rows.ts';

describe('the content of a mark sheet', () => {
  it('names students, work, examination and grade in whatever order', () =>
    expect(readSheet('grade,A1,student,examination\nB+,70.25,S1,65\n,,S2,\n').rows).toEqual([
      { row: 2, student: 'S1', marks: [{ item: 'A1', mark: 70.25 }], examination: 65, grade: 'B+' },
      { row: 3, student: 'S2', marks: [] },
    ]));

  it('may begin with a byte order mark, end its lines as it likes, and quote', () =>
    expect(readSheet('\uFEFFstudent,A1\r\n"S1"," 70 "\r\n').rows).toEqual([
      { row: 2, student: 'S1', marks: [{ item: 'A1', mark: 70 }] },
    ]));

  it('takes a mark that no rule allows: the rules say so', () =>
    expect(readSheet('student,A1\nS1,-3\nS2,101\n').rows?.map(({ marks }) => marks[0]?.mark)).toEqual([-3, 101]));

  it('may end in lines without a cell, however many columns they have', () =>
    expect(readSheet('student,A1\r\nS1,70\r\n\r\n,\r\n , ,\r\n').rows).toHaveLength(1));

  it('names its columns in whatever case', () =>
    expect(readSheet('Student,A1,EXAMINATION,Grade\nS1,70,60,B\n').rows).toEqual([
      { row: 2, student: 'S1', marks: [{ item: 'A1', mark: 70 }], examination: 60, grade: 'B' },
    ]));

  const fault = (content: string) => {
    const [first] = readSheet(content).faults ?? [];
    return first && [first.code, first.row, first.column];
  };

  it.each([
    ['no rows', 'student,A1\n', ['no-rows', undefined, undefined]],
    ['no students', 'A1\n70\n', ['column-missing', 1, 'student']],
    ['a column twice', 'student,A1,A1\nS1,1,2\n', ['column-twice', 1, 'A1']],
    ['a column twice in another case', 'student,A1,a1\nS1,1,2\n', ['column-twice', 1, 'a1']],
    ['nothing but lines without a cell', 'student,A1\n\n,\n', ['no-rows', undefined, undefined]],
    ['a line without a cell between others', 'student,A1\nS1,1\n\nS2,2\n', ['row-empty', 3, undefined]],
    ['a column without a name', 'student,\nS1,2\n', ['unknown-column', 1, '']],
    ['a short row', 'student,A1\nS1\n', ['row-of-other-length', 2, undefined]],
    ['an empty row between others', 'student,A1\nS1,1\n,\nS2,2\n', ['row-empty', 3, undefined]],
    ['no student in a row', 'student,A1\n,70\n', ['not-a-student', 2, 'student']],
    ['a student twice', 'student,A1\nS1,70\nS2,1\nS1,71\n', ['student-twice', 4, 'student']],
    ['words for a mark', 'student,A1\nS1,seventy\n', ['not-a-mark', 2, 'A1']],
    ['three decimals', 'student,A1\nS1,70.125\n', ['not-a-mark', 2, 'A1']],
    ['an exponent', 'student,examination\nS1,7e1\n', ['not-a-mark', 2, 'examination']],
    ['a grade in small letters', 'student,grade\nS1,b+\n', ['not-a-grade', 2, 'grade']],
    ['an open quotation mark', 'student,A1\nS1,"70\n', ['malformed-csv', 2, undefined]],
  ])('is at fault with %s', (_what, content, expected) => expect(fault(content)).toEqual(expected));

  it('tells every fault', () =>
    expect(readSheet('student,A1,grade\nS 1,x,?\n').faults?.map(({ code }) => code)).toEqual([
      'not-a-student',
      'not-a-mark',
      'not-a-grade',
    ]));

  it(`has ${SHEET_LIMITS.rows} rows at most`, () => {
    const rows = (count: number) => `student\n${Array.from({ length: count }, (_, index) => `S${index}\n`).join('')}`;
    expect(readSheet(rows(SHEET_LIMITS.rows)).rows).toHaveLength(SHEET_LIMITS.rows);
    expect(fault(rows(SHEET_LIMITS.rows + 1))?.[0]).toBe('too-many-rows');
  });

  it(`has ${SHEET_LIMITS.columns} columns at most`, () => {
    const columns = (count: number) => `student${Array.from({ length: count - 1 }, (_, i) => `,A${i}`).join('')}`;
    const sheet = (count: number) => `${columns(count)}\nS1${','.repeat(count - 1)}\n`;
    expect(fault(sheet(SHEET_LIMITS.columns))).toBeUndefined();
    expect(fault(sheet(SHEET_LIMITS.columns + 1))?.[0]).toBe('too-many-columns');
  });

  it('never fails, whatever text it is', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(readSheet(text)).toBeDefined())));

  it('is written as it is read', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9999_99, max: 9999_99 }), { minLength: 1, maxLength: 20 }),
        (hundredths) => {
          const marks = hundredths.map((mark) => mark / 100);
          const table = [['student', 'A1'], ...marks.map((mark, index) => [`S${index}`, String(mark)])];
          expect(readSheet(contentOf(table)).rows?.map((row) => row.marks[0]?.mark)).toEqual(
            marks.map((mark) => mark + 0),
          );
        },
      ),
    ));
});
