import { describe, expect, it } from '@jest/globals';
import { recordOf } from '../../testing/record-of.ts';
import { admitted, course, enrolled, graded, marked, programme, submitted, withdrawn } from '../../testing/records.ts';
import { assessmentResults, assessmentResultsOf } from './assessment-results.ts';

const X = course('X', 10);
const P5 = programme('P5', '5cu');
const begun = [admitted('S1', P5), enrolled(X, '2023-AUT')];
const worked = [
  ...begun,
  submitted(X, '2023-AUT', 'A1'),
  marked(X, '2023-AUT', 'A1', 70),
  submitted(X, '2023-AUT', 'EX'),
  marked(X, '2023-AUT', 'EX', 65.5),
];
type Events = Parameters<typeof recordOf>[0];
const only = (events: Events) => assessmentResultsOf(recordOf(events))[0];
const cells = (events: Events) => assessmentResults.rowsOf(recordOf(events)).map((row) => row.slice(6));

describe('assessment results', () => {
  it('show each mark with its weight, the total with missing work as zero, and the examination', () =>
    expect(only(worked)).toMatchObject({
      student: 'S1',
      programme: 'P5',
      code: 'X',
      term: '2023-AUT',
      result: null,
      coursework: { items: [{ id: 'A1', weight: 40, mark: 70 }, { id: 'A2', weight: 60 }, { id: 'EX' }], total: null },
      standing: { toComplete: 2, counting: 2, total: { exact: '28/1', display: '28.00' }, complete: false },
      examination: { exact: '131/2', display: '65.50' },
    }));

  it('have no examination mark before there is one', () => expect(only(begun)?.examination).toBeNull());

  it('are one for each taking; of a course taken up again in the same term the last', () => {
    const again = [...worked, withdrawn(X, '2023-AUT'), enrolled(X, '2023-AUT'), enrolled(X, '2024-SPR')];
    expect(assessmentResultsOf(recordOf(again)).map(({ term, status }) => [term, status])).toEqual([
      ['2023-AUT', 'enrolled'],
      ['2024-SPR', 'enrolled'],
    ]);
  });

  it.each([
    ['B+', 'passed'],
    ['Pass', 'passed'],
    ['Pass Four', 'passed'],
    ['L', 'passed'],
    ['Complete', 'passed'],
    ['Fail', 'failed'],
    ['Fail-Resit', 'pending'],
    ['I', 'pending'],
    ['Incomplete', 'pending'],
  ])('of %s are counted as %s', (grade, outcome) =>
    expect(cells([...worked, graded(X, '2023-AUT', grade)])).toEqual([
      ['X', '2023-AUT', '2023-09-04', '5cu', 'completed', grade, outcome, '28/1', '131/2'],
    ]),
  );

  it('of a course that was left are counted as withdrawn', () =>
    expect(cells([...begun, withdrawn(X, '2023-AUT')])).toEqual([
      ['X', '2023-AUT', '2023-09-04', '5cu', 'withdrawn', '', 'withdrawn', '0/1', ''],
    ]));

  it('of a course that goes on are none', () => expect(cells(begun)[0]?.[6]).toBe('none'));

  it('are nothing for a student without a course', () =>
    expect(assessmentResultsOf(recordOf([admitted('S1', P5)]))).toEqual([]));
});
