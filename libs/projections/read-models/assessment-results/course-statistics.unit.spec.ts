import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AssessmentRow } from './assessment-results.ts';
import { courseStatisticsOf } from './course-statistics.ts';

const row = (says: Partial<AssessmentRow> = {}): AssessmentRow => ({
  term: '2024-AUT',
  begins: '2024-09-02',
  regime: '3cu',
  status: 'completed',
  grade: '',
  outcome: 'none',
  coursework: '',
  examination: '',
  ...says,
});
const graded = (grade: string, outcome: string, says: Partial<AssessmentRow> = {}) => row({ grade, outcome, ...says });
const of = (...rows: AssessmentRow[]) => courseStatisticsOf('C1', '2024-AUT', rows);
const coursework = (...marks: string[]) => of(...marks.map((mark) => row({ coursework: mark })))?.coursework;

describe('statistics of a course', () => {
  it('count grades from the best to the worst, and what passed of what passed or failed', () =>
    expect(
      of(
        graded('Fail', 'failed'),
        graded('B+', 'passed'),
        graded('A', 'passed'),
        graded('B+', 'passed'),
        row({ status: 'withdrawn', outcome: 'withdrawn' }),
        row({ status: 'enrolled' }),
        row({ status: 'deferred' }),
        graded('I', 'pending'),
      ),
    ).toMatchObject({
      students: 8,
      withdrawn: 1,
      deferred: 1,
      passed: 3,
      failed: 1,
      pending: 1,
      passRate: { exact: '75/1', display: '75.00' },
      grades: [
        { grade: 'A', students: 1, share: { exact: '20/1' } },
        { grade: 'B+', students: 2, share: { exact: '40/1' } },
        { grade: 'Fail', students: 1, share: { exact: '20/1' } },
        { grade: 'I', students: 1, share: { exact: '20/1' } },
      ],
    }));

  it('have exact means, where binary fractions go wrong: (0.1 + 0.2 + 0.3) / 3', () =>
    expect(coursework('1/10', '1/5', '3/10')).toEqual({
      students: 3,
      mean: { exact: '1/5', display: '0.20' },
      median: { exact: '1/5', display: '0.20' },
      deviation: { variance: '1/150', display: '0.08' },
    }));

  it('take the mean of the two in the middle for a median', () => {
    expect(coursework('10/1', '70/1', '30/1', '20/1')?.median?.exact).toBe('25/1');
    expect(coursework('10/1', '9/1', '100/1')?.median?.exact).toBe('10/1');
  });

  it('leave out who left or put off the course, and say nothing of no marks', () => {
    const left = [row({ coursework: '50/1', status: 'withdrawn' }), row({ coursework: '50/1', status: 'deferred' })];
    expect(of(...left)?.coursework).toEqual({ students: 0, mean: null, median: null, deviation: null });
    expect(of(...left)?.passRate).toBeNull();
  });

  it('round the deviation half up, exactly', () => {
    // The root of 0.000025 is 0.005 exactly; of a little less it is below.
    expect(coursework('0/1', '1/100')?.deviation).toEqual({ variance: '1/40000', display: '0.01' });
    expect(coursework('0/1', '999/100000')?.deviation?.display).toBe('0.00');
    expect(coursework('0/1', '100/1')?.deviation).toEqual({ variance: '2500/1', display: '50.00' });
  });

  it('have a deviation within half a hundredth of the root', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 }), (hundredths) => {
        const marks = hundredths.map((mark) => mark / 100);
        const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
        const root = Math.sqrt(marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / marks.length);
        const shown = Number(coursework(...hundredths.map((mark) => `${mark}/100`))?.deviation?.display);
        expect(Math.abs(shown - root)).toBeLessThan(0.005 + 1e-9);
      }),
    ));

  it('stand beside the earlier terms of the course, the latest first', () => {
    const in2023 = { term: '2023-AUT', begins: '2023-09-04' };
    const in2022 = { term: '2022-AUT', begins: '2022-09-05' };
    const in2025 = { term: '2025-AUT', begins: '2025-09-01' };
    const statistics = of(
      graded('B', 'passed', { coursework: '60/1' }),
      graded('B', 'passed', { ...in2022, coursework: '50/1', examination: '40/1' }),
      graded('B', 'passed', { ...in2023, coursework: '70/1' }),
      graded('Fail', 'failed', { ...in2023, coursework: '71/1' }),
      graded('B', 'passed', in2025),
    );
    expect(statistics?.earlier.map(({ term }) => term)).toEqual(['2023-AUT', '2022-AUT']);
    expect(statistics?.comparison).toEqual([
      {
        term: '2023-AUT',
        passRate: { exact: '50/1', display: '50.00' },
        coursework: { exact: '-21/2', display: '-10.50' },
        examination: null,
      },
      {
        term: '2022-AUT',
        passRate: { exact: '0/1', display: '0.00' },
        coursework: { exact: '10/1', display: '10.00' },
        examination: null,
      },
    ]);
  });

  it('are not there of a term in which nobody took it', () =>
    expect(courseStatisticsOf('C1', '2020-AUT', [row()])).toBeUndefined());
});
