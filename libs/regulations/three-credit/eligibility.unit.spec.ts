import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { course, graded, programme, study, taken, term } from '../common/figures.fixtures.ts';
import type { Attempt, StudyMode } from '../facts.ts';
import { threeCreditEligibility } from './eligibility.ts';

const result = (when: string, grade: string): Attempt => graded(course(`C-${when}`, 3, 2000), when, grade);
const asked = (mode: StudyMode, attempts: readonly Attempt[], next: string) =>
  threeCreditEligibility(study(programme('3cu', { mode }), attempts), term(next), term(next).registration[0]);

describe('three-credit eligibility in distance learning', () => {
  it('passes over the first GPA after admission', () =>
    expect(asked('distance-learning', [result('2022-AUT', 'D')], '2023-SPR').outcome).toBe('allowed'));
  it('is blocked by probation from the second on', () => {
    const ruling = asked('distance-learning', [result('2022-AUT', 'D'), result('2023-SPR', 'D')], '2023-AUT');
    expect(refusingClauses(ruling)).toEqual(['3cu/dl/4.2']);
    expect(ruling.remedies).toHaveLength(1);
  });
  it('comes back when the CGPA reaches 2.00', () =>
    expect(
      asked(
        'distance-learning',
        [result('2022-AUT', 'D'), result('2023-SPR', 'D'), result('2023-AUT', 'A')],
        '2024-SPR',
      ).outcome,
    ).toBe('allowed'));
  it('compares exactly: 1.996 is below 2.0 although it is shown as 2.00', () => {
    const many = Array.from({ length: 74 }, (_, index) => graded(course(`M${index}`, 3, 2000), '2022-AUT', 'C'));
    const just = [...many, graded(course('L', 3, 2000), '2023-SPR', 'C-')];
    expect(refusingClauses(asked('distance-learning', just, '2023-AUT'))).toEqual(['3cu/dl/4.2']);
  });
});

describe('three-credit eligibility in full-time study', () => {
  it('counts the first GPA too', () => {
    const ruling = asked('full-time', [result('2022-AUT', 'D')], '2023-SPR');
    expect(ruling.findings[0]).toMatchObject({ clause: '3cu/ug/11.1', figures: { cgpa: '1.00' } });
    expect(ruling.findings[0]?.note).toBeDefined();
  });
  it('is not blocked by probation from Autumn to Spring', () =>
    expect(asked('full-time', [result('2022-AUT', 'D')], '2023-SPR').outcome).toBe('allowed'));
  it('is blocked from Autumn by probation after Spring', () =>
    expect(
      refusingClauses(
        asked(
          'full-time',
          [result('2022-AUT', 'A'), result('2023-SPR', 'Fail'), result('2023-SUM', 'Fail')],
          '2023-AUT',
        ),
      ),
    ).toEqual(['3cu/ug/11.4']));
  it('stands in the Summer term of the same academic year', () =>
    expect(asked('full-time', [result('2023-SPR', 'Fail')], '2023-SUM').outcome).toBe('allowed'));

  const run = (grades: string) =>
    [...grades].map((grade, index) =>
      result(['2022-AUT', '2023-SPR', '2023-AUT', '2024-SPR', '2024-AUT'][index] as string, grade),
    );
  it('goes on after two probation terms', () =>
    expect(refusingClauses(asked('full-time', run('DDD'), '2024-SPR'))).toEqual([]));
  it('ends after three, the term that began it not counted', () =>
    expect(refusingClauses(asked('full-time', run('DDDD'), '2024-AUT'))).toEqual(['3cu/ug/11.5.1']));
  it('starts counting again after a term in good standing', () =>
    expect(refusingClauses(asked('full-time', run('DDADD'), '2025-SPR'))).toEqual([]));
  it('neither counts nor resets a deferred term', () => {
    const [first, second, , ...rest] = run('DDDDD') as [Attempt, Attempt, Attempt, Attempt, Attempt];
    const deferred = taken(course('X', 3, 2000), '2023-AUT', { status: 'deferred' });
    expect(refusingClauses(asked('full-time', [first, second, deferred, ...rest], '2025-SPR'))).toEqual([
      '3cu/ug/11.5.1',
    ]);
    expect(refusingClauses(asked('full-time', [first, second, deferred], '2024-SPR'))).toEqual(['3cu/ug/11.4']);
  });
  it('ends past N + 2 years', () => {
    const good = [result('2022-AUT', 'A')];
    expect(asked('full-time', good, '2028-SPR').outcome).toBe('allowed');
    expect(refusingClauses(asked('full-time', good, '2028-AUT'))).toEqual(['3cu/ug/7.3', '3cu/ug/11.5.2']);
  });
});
