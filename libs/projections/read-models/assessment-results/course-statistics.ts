import { Rational } from '#kernel';
import { packFor, type Regime } from '#regulations';
import { type Shown, shown } from '../shown.ts';
import type { AssessmentRow } from './assessment-results.ts';
import type {
  CourseStatisticsDocument,
  Deviation,
  GradeCount,
  Spread,
  StatisticsOfTerm,
  TermComparison,
} from './course-statistics-document.ts';

const HUNDRED = Rational.of(100);

/** The statistics of a course in a term among the rows of all its terms; undefined where it has none of that term. Pure and exact. */
export function courseStatisticsOf(
  course: string,
  term: string,
  rows: readonly AssessmentRow[],
): CourseStatisticsDocument | undefined {
  const byTerm = Map.groupBy(rows, (row) => row.term);
  const own = byTerm.get(term);
  if (!own) return undefined;
  const statistics = ofTerm(term, own);
  const earlier = [...byTerm]
    .map(([code, of]) => ofTerm(code, of))
    .filter(({ begins }) => begins < statistics.begins)
    .sort((a, b) => (a.begins < b.begins ? 1 : a.begins > b.begins ? -1 : a.term < b.term ? -1 : 1));
  return { course, ...statistics, earlier, comparison: earlier.map((other) => compared(statistics, other)) };
}

function ofTerm(term: string, rows: readonly AssessmentRow[]): StatisticsOfTerm {
  const count = (test: (row: AssessmentRow) => boolean) => rows.filter(test).length;
  const passed = count(({ outcome }) => outcome === 'passed');
  const failed = count(({ outcome }) => outcome === 'failed');
  const staying = rows.filter(({ status }) => status !== 'withdrawn' && status !== 'deferred');
  return {
    term,
    begins: rows[0]?.begins ?? '',
    students: rows.length,
    withdrawn: count(({ status }) => status === 'withdrawn'),
    deferred: count(({ status }) => status === 'deferred'),
    passed,
    failed,
    pending: count(({ outcome }) => outcome === 'pending'),
    grades: distribution(rows),
    passRate: passed + failed === 0 ? null : shown(percent(passed, passed + failed)),
    coursework: spreadOf(staying.map(({ coursework }) => coursework)),
    examination: spreadOf(staying.map(({ examination }) => examination)),
  };
}

const percent = (part: number, whole: number): Rational => Rational.of(part, whole).times(HUNDRED);

function distribution(rows: readonly AssessmentRow[]): GradeCount[] {
  const graded = rows.filter(({ grade }) => grade !== '');
  const order = new Map<string, number>();
  for (const { grade, regime } of graded) {
    const place = packFor(regime as Regime).grades.findIndex((rule) => rule.grade === grade);
    order.set(grade, place < 0 ? Number.POSITIVE_INFINITY : place);
  }
  return [...Map.groupBy(graded, ({ grade }) => grade)]
    .map(([grade, of]) => ({ grade, students: of.length, share: shown(percent(of.length, graded.length)) }))
    .sort((a, b) => (order.get(a.grade) ?? 0) - (order.get(b.grade) ?? 0) || (a.grade < b.grade ? -1 : 1));
}

function spreadOf(stored: readonly string[]): Spread {
  const marks = stored.filter((mark) => mark !== '').map(Rational.parse);
  const students = marks.length;
  if (students === 0) return { students, mean: null, median: null, deviation: null };
  const mean = meanOf(marks);
  const variance = meanOf(marks.map((mark) => mark.minus(mean)).map((off) => off.times(off)));
  return { students, mean: shown(mean), median: shown(medianOf(marks)), deviation: deviationOf(variance) };
}

const meanOf = (values: readonly Rational[]): Rational =>
  values.reduce((sum, value) => sum.plus(value), Rational.of(0)).dividedBy(Rational.of(values.length));

function medianOf(values: readonly Rational[]): Rational {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const upper = sorted[sorted.length >> 1] as Rational;
  const lower = sorted[(sorted.length - 1) >> 1] as Rational;
  return meanOf([lower, upper]);
}

/** The root is not a fraction, so that it is rounded where it is drawn: half up to two decimals, without binary fractions. */
function deviationOf(variance: Rational): Deviation {
  const { numerator, denominator } = variance;
  // Hundredths are the largest whole k with (2k - 1)/200 not above the root.
  const doubled = wholeRoot((40_000n * numerator) / denominator);
  return { variance: variance.toString(), display: Rational.of((doubled + 1n) / 2n, 100).toFixed(2) };
}

/** The largest whole number whose square is not above this one. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

const compared = (one: StatisticsOfTerm, other: StatisticsOfTerm): TermComparison => ({
  term: other.term,
  passRate: less(one.passRate, other.passRate),
  coursework: less(one.coursework.mean, other.coursework.mean),
  examination: less(one.examination.mean, other.examination.mean),
});

const less = (one: Shown | null, other: Shown | null): Shown | null =>
  one && other ? shown(Rational.parse(one.exact).minus(Rational.parse(other.exact))) : null;
