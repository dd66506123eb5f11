import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { course, graded, programme, study, term, transfer } from '../common/figures.fixtures.ts';
import type { ProgrammeFacts } from '../facts.ts';
import { fiveCreditEligibility, minimumCreditsAfter } from './eligibility.ts';

/** Credits earned in each academic year of study, from 2016/17 on. */
const earning = (years: readonly number[], of: ProgrammeFacts = programme('5cu')) =>
  study(
    of,
    years.map((credits, index) => graded(course(`C${index}`, credits, 'middle'), `${2016 + index}-AUT`, 'B')),
    { entry: '2016-AUT' },
  );
const asked = (years: readonly number[], of?: ProgrammeFacts) => {
  const next = term(`${2016 + years.length}-AUT`);
  return fiveCreditEligibility(earning(years, of), next, next.registration[0]);
};
const probation = (years: readonly number[]) =>
  asked(years).findings.some(({ clause, note }) => clause === '5cu/ug/11.1' && note !== undefined);

describe('the minimum of credits in full-time study', () => {
  it.each([
    [1, null],
    [2, 20],
    [3, 40],
    [4, 60],
    [5, 60],
    [6, null],
  ])('after year %i of 160 credits in four years is %p', (year, minimum) =>
    expect(minimumCreditsAfter(year, 160, 4, '2016-09-01')).toBe(minimum),
  );
  it.each([
    [2, 15],
    [3, 30],
    [4, 45],
  ])('after year %i of 130 credits in four years is %i', (year, minimum) =>
    expect(minimumCreditsAfter(year, 130, 4, '2016-09-01')).toBe(minimum),
  );
});

describe('five-credit eligibility to enrol', () => {
  it('puts on probation with 18 credits after year 2, and lets study go on', () => {
    expect(probation([9, 9])).toBe(true);
    expect(asked([9, 9]).outcome).toBe('allowed');
  });
  it('is clear with 20', () => expect(probation([10, 10])).toBe(false));
  it('keeps on probation with 38 after year 3', () => {
    expect(probation([9, 9, 20])).toBe(true);
    expect(asked([9, 9, 20]).outcome).toBe('allowed');
  });
  it('ends study with 55 after year 4 when there was probation before', () =>
    expect(refusingClauses(asked([9, 9, 20, 17]))).toEqual(['5cu/ug/11.3']));
  it('only puts on probation with 58 after year 4 when there was none', () => {
    expect(probation([20, 20, 10, 8])).toBe(true);
    expect(asked([20, 20, 10, 8]).outcome).toBe('allowed');
  });
  it('ends study with 58 still after year N + 1', () =>
    expect(refusingClauses(asked([20, 20, 10, 8, 0]))).toEqual(['5cu/ug/11.3']));
  it('does not end sub-degree study for credits', () => {
    expect(asked([9, 9, 20, 17], programme('5cu', { award: 'higher-diploma' })).outcome).toBe('allowed');
    expect(asked([9, 9, 20, 17], programme('5cu', { award: 'professional-diploma' })).outcome).toBe('allowed');
  });
  it('ends study for a dual award as for a degree', () =>
    expect(refusingClauses(asked([9, 9, 20, 17], programme('5cu', { award: 'dual', credits: 190 })))).toEqual([
      '5cu/ug/11.3',
    ]));
  it('tests nobody admitted before 2016/17', () => {
    const earlier = { ...earning([9, 9]) };
    const admitted = { ...earlier, registration: { ...earlier.registration, entryTerm: term('2015-AUT') } };
    const next = term('2018-AUT');
    expect(fiveCreditEligibility(admitted, next, '2018-08-01').findings[0]?.clause).toBe('5cu/ug/11.4');
  });
  it('halves what is left after transferred credits', () => {
    const senior = { ...earning([5, 5], programme('5cu', { years: 2 })), transfers: [transfer(120, 'middle')] };
    expect(fiveCreditEligibility(senior, term('2018-AUT'), '2018-08-01').findings[0]?.figures).toMatchObject({
      minimum: 10,
    });
  });
  it('is given in year N + 2 and refused in the next', () => {
    expect(asked([40, 40, 40, 30, 5]).outcome).toBe('allowed');
    expect(refusingClauses(asked([40, 40, 40, 30, 5, 0]))).toEqual(['5cu/ug/7.3']);
  });
  it('is refused for a term of deferred study', () => {
    const deferral = {
      programme: 'P',
      ground: 'illness' as const,
      from: '2017-09-01',
      until: '2018-01-08',
      covers: [],
      approvedOn: '2017-08-20',
    };
    const deferred = { ...earning([40]), deferrals: [deferral] };
    expect(refusingClauses(fiveCreditEligibility(deferred, term('2017-AUT'), '2017-09-01'))).toEqual(['5cu/ug/4.1']);
    expect(fiveCreditEligibility(deferred, term('2018-SPR'), '2017-12-20').outcome).toBe('allowed');
  });
});
