import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { course, graded, programme, study, taken } from '../common/figures.fixtures.ts';
import { threeCreditFigures } from './figures.ts';
import { threeCreditGrades } from './grades.ts';

const degree = programme('3cu');
const named = (code: string) => course(code, 3, 2000);
const withdrawn = (code: string, when: string) =>
  taken(named(code), when, { status: 'withdrawn', leftOn: '2022-10-20' });

describe('three-credit figures', () => {
  const attempts = [
    graded(named('A'), '2022-AUT', 'A'),
    graded(named('B'), '2022-AUT', 'B+'),
    graded(named('C'), '2022-AUT', 'Fail'),
    graded(named('D'), '2022-AUT', 'Pass'),
    withdrawn('E', '2022-AUT'),
  ];
  const figures = threeCreditFigures(study(degree, attempts));
  const autumn = figures.terms.get('2022-AUT');

  it('give the term average 21.9 over 9 credits', () => expect(autumn?.gpa.value?.toString()).toBe('73/30'));
  it('show it as 2.43', () => expect(autumn?.gpa.value?.toFixed(2)).toBe('2.43'));
  it('earn three credits by Pass and none by W', () => expect(figures.creditsEarned).toBe(9));
  it('count results and withdrawals', () =>
    expect(autumn).toMatchObject({ completed: 4, passed: 3, failed: 1, withdrawn: 1 }));
  it('leave a withdrawn course out of the load', () => expect(autumn?.creditsTaken).toBe(12));

  it('leave the earlier grade standing when the repeat is withdrawn from', () => {
    const repeated = threeCreditFigures(study(degree, [...attempts, withdrawn('C', '2023-SPR')]));
    expect(repeated.cgpa.value?.toString()).toBe('73/30');
    expect(repeated.attempts[2]?.superseded).toBe(false);
  });

  it('take the last attempt even when it is worse, and keep the credits once earned', () => {
    const repeated = threeCreditFigures(study(degree, [...attempts, graded(named('A'), '2023-SPR', 'D')]));
    expect(repeated.cgpa.value?.toString()).toBe('43/30');
    expect(repeated.creditsEarned).toBe(9);
    expect(repeated.terms.get('2022-AUT')?.gpa.value?.toString()).toBe('73/30');
  });

  it('earn the credits of a course in the term of its first pass, however much better it is passed again', () => {
    const again = (code: string, more = {}) => graded(course(code, 3, 2000, more), '2023-SPR', 'A+');
    for (const repeat of [again('B'), again('B2', { equivalents: ['B'] })]) {
      const repeated = threeCreditFigures(study(degree, [...attempts, repeat]));
      expect(repeated.attempts.map(({ creditsEarned }) => creditsEarned)).toEqual([3, 3, 0, 3, 0, 0]);
      expect(repeated.attempts.map(({ superseded }) => superseded)).toEqual([false, true, false, false, false, false]);
      expect(repeated.terms.get('2022-AUT')?.creditsEarned).toBe(9);
      expect(repeated.terms.get('2023-SPR')).toMatchObject({ creditsEarned: 0, passed: 1, gpa: { credits: 3 } });
    }
  });

  it('earn them with the pass after a fail', () => {
    const repeated = threeCreditFigures(study(degree, [...attempts, graded(named('C'), '2023-SPR', 'D')]));
    expect(repeated.terms.get('2022-AUT')?.creditsEarned).toBe(9);
    expect(repeated.terms.get('2023-SPR')?.creditsEarned).toBe(3);
  });

  it('keep a deferred attempt out of everything', () => {
    const deferred = threeCreditFigures(study(degree, [taken(named('A'), '2022-AUT', { status: 'deferred' })]));
    expect(deferred.terms.get('2022-AUT')).toMatchObject({ completed: 0, withdrawn: 0, creditsTaken: 0 });
  });

  it('have no average without credits', () => expect(threeCreditFigures(study(degree, [])).cgpa.value).toBeNull());

  it('lie, whatever the record, between the lowest and the highest grade, and add up over the terms', () => {
    const attempt = fc
      .record({
        code: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
        when: fc.constantFrom('2022-AUT', '2023-SPR', '2023-AUT'),
        grade: fc.constantFrom(...threeCreditGrades.map((rule) => rule.grade)),
      })
      .map(({ code, when, grade }) => graded(named(code), when, grade));
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 20 }), (drawn) => {
        const of = threeCreditFigures(study(degree, drawn));
        const points = drawn.flatMap(({ grade }) =>
          threeCreditGrades
            .filter((rule) => rule.grade === grade && rule.inGpa)
            .map((rule) => Number(rule.points?.toFixed(1))),
        );
        const value = of.cgpa.value;
        const average = value === null ? null : Number(value.numerator) / Number(value.denominator);
        const inTerms = [...of.terms.values()].reduce((sum, each) => sum + each.creditsEarned, 0);
        return (
          inTerms === of.creditsEarned &&
          of.cgpa.credits <= 18 &&
          (average === null || (average >= Math.min(...points) && average <= Math.max(...points)))
        );
      }),
    );
  });
});
