import { describe, expect, it } from '@jest/globals';
import { aCourse, anAttempt, anItem, autumn } from '../testing/index.ts';
import { isOff, joined, reachesInto } from './deferral-periods.ts';

/** Teaching from 2 September to 30 November 2024, examinations from 9 to 20 December, add/drop until 16 September. */
const term = autumn;

describe('a course within the time of a deferral', () => {
  const taken = anAttempt('C1');

  it('is one whose teaching has begun before study goes on', () => {
    expect(reachesInto(taken, { from: '2024-06-01', until: '2024-09-03' })).toBe(true);
    expect(reachesInto(taken, { from: '2024-06-01', until: '2024-09-02' })).toBe(false);
  });

  it('is one whose examinations are not over when the deferral begins', () => {
    expect(reachesInto(taken, { from: '2024-12-20', until: '2025-06-01' })).toBe(true);
    expect(reachesInto(taken, { from: '2024-12-21', until: '2025-06-01' })).toBe(false);
  });

  it('ends with the last piece of its work, where that is due after the examinations of the term', () => {
    const longer = anAttempt('C1', { items: [anItem('A1', '2024-10-01'), anItem('A2', '2025-01-05')] });
    expect(reachesInto(longer, { from: '2025-01-05', until: '2025-06-01' })).toBe(true);
    expect(reachesInto(longer, { from: '2025-01-06', until: '2025-06-01' })).toBe(false);
  });

  it('over several terms ends with its examination, and has no known end without one', () => {
    const course = aCourse('C1', { terms: 2 });
    const examined = anAttempt(course, { items: [anItem('EX', '2025-05-02', { kind: 'examination' })] });
    expect(reachesInto(examined, { from: '2025-05-02', until: '2025-09-01' })).toBe(true);
    expect(reachesInto(examined, { from: '2025-05-03', until: '2025-09-01' })).toBe(false);
    expect(reachesInto(anAttempt(course), { from: '2025-05-03', until: '2025-09-01' })).toBe(true);
  });
});

describe('a term for which study is put off', () => {
  const off = (from: string, until: string, today = '2024-09-01') => isOff({ from, until }, term, today);

  it('is one whose teaching has not ended when the deferral begins', () => {
    expect(off('2024-11-30', '2025-06-01')).toBe(true);
    expect(off('2024-12-01', '2025-06-01')).toBe(false);
  });

  it('is one in which no course can be added any more when study goes on', () => {
    expect(off('2024-06-01', '2024-09-17')).toBe(true);
    expect(off('2024-06-01', '2024-09-16')).toBe(false);
  });

  it('is none once study has gone on', () => {
    expect(off('2024-06-01', '2024-09-20', '2024-09-19')).toBe(true);
    expect(off('2024-06-01', '2024-09-20', '2024-09-20')).toBe(false);
  });
});

describe('periods', () => {
  const year = { from: '2024-10-01', until: '2025-10-01' };

  it('are one where they overlap or adjoin, whichever comes first', () => {
    const next = { from: '2025-10-01', until: '2026-01-01' };
    const both = { from: '2024-10-01', until: '2026-01-01' };
    expect([joined([year, next]), joined([next, year])]).toEqual([[both], [both]]);
    expect(joined([year, { from: '2025-01-01', until: '2025-02-01' }])).toEqual([year]);
  });

  it('are two where a day lies between, in order', () => {
    const later = { from: '2025-10-02', until: '2026-01-01' };
    expect([joined([year, later]), joined([later, year])]).toEqual([
      [year, later],
      [year, later],
    ]);
  });
});
