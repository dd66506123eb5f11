import { describe, expect, it } from '@jest/globals';
import { fails, rule, text } from '#kernel';
import { recordOf } from '../../testing/record-of.ts';
import { admitted, course, dropped, enrolled, graded, programme, withdrawn } from '../../testing/records.ts';
import { termSummariesOf } from './term-summary.ts';

const X = course('X', 10);
const Y = course('Y', 20);
const P5 = programme('P5', '5cu');
const taken = [
  admitted('S1', P5),
  enrolled(X, '2024-SPR'),
  enrolled(X, '2023-AUT'),
  enrolled(Y, '2023-AUT'),
  graded(X, '2023-AUT', 'Fail'),
  graded(Y, '2023-AUT', 'A-'),
  withdrawn(X, '2024-SPR'),
];
const termOf = (code: string, events = taken) =>
  termSummariesOf(recordOf(events)).find(({ term }) => term.code === code)?.programmes[0];

describe('a term summary', () => {
  it('is made for every term of the record, in order of teaching', () =>
    expect(termSummariesOf(recordOf(taken)).map(({ term }) => term.code)).toEqual(['2023-AUT', '2024-SPR']));

  it('is made for the term of entry before any course is taken', () =>
    expect(termSummariesOf(recordOf([admitted('S1', P5)])).map(({ term }) => term.code)).toEqual(['2023-AUT']));

  it('goes with the last course of the term when that is dropped', () =>
    expect(
      termSummariesOf(recordOf([admitted('S1', P5), enrolled(X, '2024-SPR'), dropped(X, '2024-SPR')])).map(
        ({ term }) => term.code,
      ),
    ).toEqual(['2023-AUT']));

  it('counts the results of the term', () =>
    expect(termOf('2023-AUT')?.statistics).toEqual({
      completed: 2,
      passed: 1,
      failed: 1,
      withdrawn: 0,
      creditsEarned: 20,
      gpa: { exact: '37/15', display: '2.47' },
    }));

  it('counts a withdrawal', () => expect(termOf('2024-SPR')?.statistics).toMatchObject({ completed: 0, withdrawn: 1 }));

  it('shows each result with its points', () =>
    expect(termOf('2023-AUT')?.enrolments.map(({ code, result }) => [code, result?.grade, result?.points])).toEqual([
      ['X', 'Fail', { exact: '0/1', display: '0.00' }],
      ['Y', 'A-', { exact: '37/10', display: '3.70' }],
    ]));

  it('has no result for a course that is going on', () =>
    expect(termOf('2023-AUT', [admitted('S1', P5), enrolled(X, '2023-AUT')])?.enrolments[0]?.result).toBeNull());

  it('asks whether the student may enrol on the first day of teaching', () => {
    const asked: string[] = [];
    const note = text('on probation', '試讀');
    const [summary] = termSummariesOf(
      recordOf([admitted('S1', P5)], {
        eligibility: (_study, _term, today) => {
          asked.push(today);
          return rule('spec', [fails('5cu/ug/11.1', note)]);
        },
      }),
    );
    expect(asked).toEqual(['2023-09-04']);
    expect(summary?.programmes[0]?.eligibility).toEqual({
      eligible: false,
      on: '2023-09-04',
      findings: [{ clause: '5cu/ug/11.1', holds: false, note }],
    });
  });
});
