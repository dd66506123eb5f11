import { describe, expect, it } from '@jest/globals';
import { course, graded, programme, study, transfer } from '../common/figures.fixtures.ts';
import { fiveCreditFigures } from './figures.ts';

const degree = programme('5cu');
const x = course('X', 10, 'middle');
const y = course('Y', 20, 'middle');
const z = course('Z', 5, 'middle', { passFail: true });

describe('five-credit figures', () => {
  const first = [graded(x, '2022-AUT', 'Fail'), graded(y, '2022-AUT', 'A-')];
  const second = [graded(x, '2023-SPR', 'C+'), graded(z, '2023-SPR', 'Pass')];
  const figures = fiveCreditFigures(study(degree, [...first, ...second], { transfers: [transfer(20, 'foundation')] }));

  it('weigh the points of a term by credits, a Fail included', () =>
    expect(figures.terms.get('2022-AUT')?.gpa).toMatchObject({ credits: 30 }));
  it('leave the average of an earlier term as it was', () =>
    expect(figures.terms.get('2022-AUT')?.gpa.value?.toFixed(2)).toBe('2.47'));
  it('keep Pass out of the average of its term', () =>
    expect(figures.terms.get('2023-SPR')?.gpa.value?.toFixed(2)).toBe('2.30'));
  it('count only the last attempt in the CGPA, without Pass and transferred credits', () =>
    expect(figures.cgpa.value?.toString()).toBe('97/30'));
  it('show that CGPA as 3.23', () => expect(figures.cgpa.value?.toFixed(2)).toBe('3.23'));
  it('mark the attempt that was replaced', () =>
    expect(figures.attempts.map((standing) => standing.superseded)).toEqual([true, false, false, false]));
  it('earn the credits of a passed course, Pass among them', () => expect(figures.creditsEarned).toBe(35));
  it('keep transferred credits apart', () => expect(figures.creditsTransferred).toBe(20));
  it('cite the clause on transferred credits only when there are any', () => {
    expect(figures.restsOn.transfers).toEqual(['5cu/ct/6.1']);
    expect(fiveCreditFigures(study(degree, first)).restsOn.transfers).toBeUndefined();
  });

  it('hold a pending resit outside every count', () => {
    const pending = fiveCreditFigures(study(degree, [graded(x, '2022-AUT', 'Fail-Resit')]));
    expect(pending.cgpa).toEqual({ value: null, credits: 0 });
    expect(pending.terms.get('2022-AUT')?.completed).toBe(0);
  });

  it('let an earlier result stand while the resit of a later attempt is pending', () => {
    const pending = fiveCreditFigures(
      study(degree, [graded(x, '2022-AUT', 'Fail'), graded(x, '2023-SPR', 'Fail-Resit')]),
    );
    expect(pending.cgpa.credits).toBe(10);
  });

  it('take a recoded course for the same course, whichever declares it', () => {
    const recoded = course('X2', 10, 'middle', { equivalents: ['X'] });
    const forward = fiveCreditFigures(study(degree, [graded(x, '2022-AUT', 'Fail'), graded(recoded, '2023-SPR', 'A')]));
    const backward = fiveCreditFigures(study(degree, [graded(recoded, '2022-AUT', 'A'), graded(x, '2023-SPR', 'C')]));
    expect(forward.cgpa.value?.toFixed(1)).toBe('4.0');
    expect(backward.cgpa.value?.toFixed(1)).toBe('2.0');
    expect(backward.creditsEarned).toBe(10);
  });

  it('give a course of two terms to the term of its grade', () => {
    const long = course('L', 10, 'middle', { terms: 2 });
    const figuresOfLong = fiveCreditFigures(study(degree, [graded(long, '2022-AUT', 'B', { gradedTerm: '2023-SPR' })]));
    expect(figuresOfLong.terms.get('2022-AUT')?.gpa.credits).toBe(0);
    expect(figuresOfLong.terms.get('2022-AUT')?.creditsTaken).toBe(10);
    expect(figuresOfLong.terms.get('2023-SPR')?.gpa.credits).toBe(10);
  });

  it('order the terms by teaching, not by the order of the record', () =>
    expect([...fiveCreditFigures(study(degree, [...second, ...first])).terms.keys()]).toEqual([
      '2022-AUT',
      '2023-SPR',
    ]));

  it('look only at the programme of the registration', () => {
    const elsewhere = graded(y, '2022-AUT', 'A', { programme: 'Q' });
    expect(fiveCreditFigures(study(degree, [elsewhere, ...first])).attempts).toHaveLength(2);
  });
});
