import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');

/** What the import rules cannot see, because nothing is imported: the clock, chance and the surroundings. */
const OUTSIDE =
  /\b(?:Date|performance|process|globalThis|console|fetch|setTimeout|setInterval|setImmediate|Temporal|Intl|localStorage)\b(?!')|\bMath\.random\b|\bimport\(|\bawait\b|\blet [A-Za-z]+\b[^;\n]*;(?=\n(?:export|const|function))/g;

/** Numbers that are no law: those of counting, of exact tenths, of how money and days are written. */
const ARITHMETIC = new Set(['0', '1']);

/** Numbers in shared rules that are not limits, with the reason. Whatever else is a number belongs into a pack, with its day and clause. */
const NO_LAW: Readonly<Record<string, readonly string[]>> = {
  // Months of a year, and the digits of a day.
  'academic-year.ts': ['2', '4', '5', '7', '12', '100'],
  // Cents of a dollar, and the digits of an amount.
  'account.ts': ['2', '100'],
  // The scale of marks.
  'assessment-marking.ts': ['100'],
  // Per cent.
  'coursework-total.ts': ['100'],
  // Decimals that are shown.
  'awards-checks.ts': ['2'],
  'awards-averages.ts': ['2'],
  'research-audit.ts': ['2'],
  'standing-average.ts': ['2'],
  'standing-distance.ts': ['2', '100'],
  'attendance.ts': ['2'],
  'coursework-grading.ts': ['2'],
  'examination-deferred.ts': ['2'],
  'result.ts': ['2'],
  // Decimals that classes are compared with: the policy on rounding.
  'honours.ts': ['2'],
  // Names of levels, and how a level stands in the code of a course; months of a year.
  'course.ts': ['1000'],
  'awards-countable.ts': ['1000', '12'],
  'awards-counted.ts': ['1000', '2000', '3000', '4000', '8000', '9000'],
  'awards-texts.ts': ['1000', '2000', '3000', '4000', '8000', '9000'],
  // Points are kept in tenths.
  'figures.ts': ['10'],
  'grades.ts': ['10'],
  // More than one term.
  'figures-terms.ts': ['2'],
};

/** A file without its comments, its words and its patterns: what it computes. */
function codeOf(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<!:)\/\/.*$/gm, '')
    .replace(/\$\{([^{}]*)\}/g, '` + $1 + `')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/`[^`]*`/g, "''")
    .replace(/(?<=[(,=] ?)\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, "''");
}

const surroundings = (source: string): string[] => codeOf(source).match(OUTSIDE) ?? [];
const numbers = (source: string): string[] => codeOf(source).match(/(?<![\w.$])\d[\d_.]*\b/g) ?? [];

const isRule = (name: string): boolean =>
  name.endsWith('.ts') && !/\.spec\.ts$|\.fixtures\.ts$|(?:^|\/)testing\//.test(name);
const rulesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(isRule)
    .map((name) => join(folder, name));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('a rule', () => {
  it.each([
    ['const today = new Date().toISOString();', ['Date']],
    ['if (Math.random() > 0) return;', ['Math.random']],
    ['const limit = Number(process.env.LIMIT);', ['process']],
    ['const { value } = await load();', ['await']],
    ['let seen = 0;\nexport const count = () => (seen += 1);', ['let seen = 0;']],
    ['const day: CivilDate = request.today; // not Date', []],
    ['/** The Date of it. */ const kind = text("Date");'.replaceAll('"', "'"), []],
  ])('is seen to look about: %s', (source, found) => expect(surroundings(source)).toEqual(found));

  it.each([
    ['const most = 30;', ['30']],
    ['const note = text(`$' + '{days} days, not 14`);', []],
    ['const half = value.times(Rational.of(1, 2));', ['1', '2']],
    ["const clause = '5cu/ug/6.5'; // 14 days", []],
    ['const words = `$' + '{left(limit, 14)} is left`;', ['14']],
  ])('is seen to bring a number: %s', (source, found) => expect(numbers(source)).toEqual(found));

  it.each([...rulesIn('libs/regulations'), ...rulesIn('libs/student-record')])(
    'reads no clock, no chance and no surroundings, and remembers nothing: %s',
    (file) => expect(surroundings(read(file))).toEqual([]),
  );

  it.each(rulesIn('libs/regulations/common'))('has its limits from its pack: %s', (file) => {
    const allowed = NO_LAW[file.slice(file.lastIndexOf('/') + 1)] ?? [];
    const source = read(file);
    expect(numbers(source).filter((number) => !ARITHMETIC.has(number) && !allowed.includes(number))).toEqual([]);
    expect(codeOf(source)).not.toMatch(/\bdated\(/);
  });
});
