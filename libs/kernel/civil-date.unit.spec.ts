import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ageOn,
  civilDateOf,
  daysBetween,
  instantOn,
  isCivilDate,
  plusDays,
  plusMonths,
  plusYears,
} from './civil-date.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

describe('days in Hong Kong', () => {
  it('begin sixteen hours before the end of the day in UTC', () => {
    expect(civilDateOf(new Date('2024-11-25T15:59:59.999Z'))).toBe('2024-11-25');
    expect(civilDateOf(new Date('2024-11-25T16:00:00.000Z'))).toBe('2024-11-26');
  });

  it.each(['2023-02-29', '2024-2-29', '2024-13-01', '2024-02-30', '20240229', '', null, 20240229])(
    'do not include %j',
    (value) => expect(isCivilDate(value)).toBe(false),
  );

  it('include the 29th of February of a leap year', () => expect(isCivilDate('2024-02-29')).toBe(true));

  it('are counted across the end of a year', () => {
    expect(daysBetween('2024-12-25', '2025-01-08')).toBe(14);
    expect(plusDays('2024-12-09', -14)).toBe('2024-11-25');
  });

  it('a month or a year on stay in the month', () => {
    expect(plusMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(plusYears('2024-02-29', 1)).toBe('2025-02-28');
  });

  it('make somebody seventeen on the birthday', () => {
    expect(ageOn('2007-09-02', '2024-09-01')).toBe(16);
    expect(ageOn('2007-09-02', '2024-09-02')).toBe(17);
  });

  it('are the same day again at any minute of it', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 1_400 }),
        (date, minute) => civilDateOf(instantOn(date, minute)) === date,
      ),
    );
  });

  it('are as far apart as the days added', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -9_999, max: 9_999 }),
        (date, days) => daysBetween(date, plusDays(date, days)) === days,
      ),
    );
  });
});
