import type { CivilDate } from '#kernel';
import type { TermFacts } from '../facts.ts';

/** How the University divides its years. [5cu/gloss/2] [3cu/gloss/38] */
export interface AcademicCalendar {
  /** The month in which an academic year begins, 1 to 12. */
  readonly firstMonth: number;
  /** The terms of an academic year, of equal length; the last is one that nobody has to take. */
  readonly terms: number;
}

const MONTHS = 12;

/** What places a term in its academic year. */
type TermInYear = Pick<TermFacts, 'academicYear' | 'teaching'>;

/** The year in which an academic year begins: 2024 of `2024/25`. */
export const firstYearOf = (academicYear: string): number => Number(academicYear.slice(0, 4));

const monthsFrom = (year: number, { firstMonth }: AcademicCalendar, day: CivilDate): number =>
  (Number(day.slice(0, 4)) - year) * MONTHS + Number(day.slice(5, 7)) - firstMonth;

/** The year in which the academic year of a day begins. */
export const academicYearOn = (day: CivilDate, calendar: AcademicCalendar): number =>
  Number(day.slice(0, 4)) + (monthsFrom(Number(day.slice(0, 4)), calendar, day) < 0 ? -1 : 0);

/** The first day of the academic year that begins in a year. */
export const firstDayOf = (year: number, { firstMonth }: AcademicCalendar): CivilDate =>
  `${year}-${String(firstMonth).padStart(2, '0')}-01`;

/** Which of the terms of its academic year a term is, counted from 0, by the month in which its teaching begins. */
export function termOfYear({ academicYear, teaching }: TermInYear, calendar: AcademicCalendar): number {
  const months = monthsFrom(firstYearOf(academicYear), calendar, teaching[0]);
  return Math.min(Math.max(Math.floor((months * calendar.terms) / MONTHS), 0), calendar.terms - 1);
}

/** Terms counted on from year to year, so that their differences are numbers of terms. */
export const termNumber = (term: TermInYear, calendar: AcademicCalendar): number =>
  firstYearOf(term.academicYear) * calendar.terms + termOfYear(term, calendar);

/** The number of the term in whose part of the academic year a day lies. */
export function termNumberOn(day: CivilDate, calendar: AcademicCalendar): number {
  const year = academicYearOn(day, calendar);
  return year * calendar.terms + Math.floor((monthsFrom(year, calendar, day) * calendar.terms) / MONTHS);
}

/** Whether nobody has to register for a term, nor carry a load in it: the last of the year, beside two main ones. */
export const isOptional = (term: TermFacts, calendar: AcademicCalendar): boolean =>
  isOptionalNumber(termOfYear(term, calendar), calendar);

/** The same of a term by its number. */
export const isOptionalNumber = (number: number, { terms }: AcademicCalendar): boolean => number % terms === terms - 1;

/** The academic year that begins in a year: `2024/25`. */
export const yearName = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
