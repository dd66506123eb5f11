import { describe, expect, it } from '@jest/globals';
import type { Attempt } from '#regulations';
import { foldRecord, type RecordEvent } from '#student-record';
import { course, enrolled, marked, submitted } from '../../testing/records.ts';
import { courseworkOf } from './coursework.ts';

const X = course('X', 10);
const attemptAfter = (...events: RecordEvent[]): Attempt =>
  foldRecord([enrolled(X, '2023-AUT'), ...events]).attempts[0] as Attempt;
const submit = (id: string) => submitted(X, '2023-AUT', id);
const mark = (id: string, of: number) => marked(X, '2023-AUT', id, of);

describe('coursework', () => {
  it('counts assignments handed in and marked, examinations left out', () =>
    expect(courseworkOf(attemptAfter(submit('A1'), mark('A1', 70), submit('EX')))).toMatchObject({
      assignments: 2,
      submitted: 1,
      marked: 1,
      total: null,
    }));

  it('has a total once all assignments are marked: 70 x 40% + 65.5 x 60% = 67.30', () =>
    expect(courseworkOf(attemptAfter(submit('A1'), submit('A2'), mark('A1', 70), mark('A2', 65.5))).total).toEqual({
      exact: '673/10',
      display: '67.30',
    }));

  it('takes a mark of 0 for a mark', () =>
    expect(courseworkOf(attemptAfter(submit('A1'), submit('A2'), mark('A1', 0), mark('A2', 0))).total?.display).toBe(
      '0.00',
    ));

  it('has no total when no assignment carries weight', () => {
    const attempt = attemptAfter(submit('A1'), submit('A2'), mark('A1', 50), mark('A2', 50));
    const weightless = { ...attempt, items: attempt.items.map((item) => ({ ...item, weight: 0 })) };
    expect(courseworkOf(weightless).total).toBeNull();
  });

  it('shows the day that held for the student', () => {
    const extended = submit('A1');
    const work = { ...extended.data, due: '2023-12-08' };
    const { items } = courseworkOf(attemptAfter({ type: 'AssignmentSubmitted', data: work } as RecordEvent));
    expect(items.map(({ id, due }) => [id, due])).toEqual([
      ['A1', '2023-12-08'],
      ['A2', '2023-12-01'],
      ['EX', '2023-12-09'],
    ]);
  });
});
