import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Submission } from '../facts.ts';
import { fiveCreditMarking } from '../five-credit/assessment.ts';
import { anAttempt, anItem, aProgramme, aStudy, handedIn, saysWhy } from '../testing/index.ts';
import { threeCreditMarking } from '../three-credit/assessment.ts';

const rules = { '3cu': threeCreditMarking, '5cu': fiveCreditMarking };
const items = [
  anItem('A1', '2024-10-01'),
  anItem('A2', '2024-11-01'),
  anItem('EX', '2024-12-10', { kind: 'examination' }),
];

const marking = (
  regime: '3cu' | '5cu',
  mode: 'distance-learning' | 'full-time',
  submissions: readonly Submission[],
  mark = 60,
  assignment = 'A1',
) => {
  const attempt = anAttempt('COMP2010', { items, submissions });
  return rules[regime](aStudy(aProgramme(regime, mode), { attempts: [attempt] }), {
    attempt,
    assignment,
    mark,
    today: '2024-11-10',
  });
};

describe.each(['3cu', '5cu'] as const)('marking work, %s', (regime) => {
  it.each([
    [0, 'allowed'],
    [100, 'allowed'],
    [62.5, 'allowed'],
    [-0.5, 'refused'],
    [100.5, 'refused'],
  ])('with %d is %s', (mark, outcome) =>
    expect(marking(regime, 'distance-learning', [handedIn('A1')], mark).outcome).toBe(outcome),
  );

  it('that was not handed in is refused', () => {
    const ruling = marking(regime, 'full-time', []);
    expect(refusingClauses(ruling)).toEqual([`${regime}/assess/3.1`]);
    expect(saysWhy(ruling)).toBe(true);
  });

  it('that has a mark is refused', () => {
    const marked = [handedIn('A1', { mark: 55, markedOn: '2024-10-10' })];
    const review = { '3cu': '3cu/dl/9.9.1', '5cu': '5cu/dl/8.8.1' }[regime];
    const ruling = marking(regime, 'distance-learning', marked);
    expect(refusingClauses(ruling)).toEqual([review]);
    expect(ruling.remedies?.[0]?.en).toContain('review');
  });

  it('is for the version handed in last, so that a resit has its own mark', () =>
    expect(marking(regime, 'full-time', [handedIn('EX', { mark: 38 }), handedIn('EX')], 50, 'EX').outcome).toBe(
      'allowed',
    ));

  it('is never recorded for a late last assignment of distance learning', () => {
    const late = [handedIn('A1', { late: true }), handedIn('A2', { late: true })];
    const last = { '3cu': '3cu/dl/9.8.3', '5cu': '5cu/dl/8.7.3' }[regime];
    expect(refusingClauses(marking(regime, 'distance-learning', late, 60, 'A2'))).toEqual([last]);
    expect(marking(regime, 'distance-learning', late, 60, 'A1').outcome).toBe('allowed');
    expect(marking(regime, 'distance-learning', [handedIn('A2')], 60, 'A2').outcome).toBe('allowed');
    expect(marking(regime, 'full-time', late, 60, 'A2').outcome).toBe('allowed');
  });
});
