import { type CivilDate, daysBetween, plusDays } from '#kernel';
import type { Assessment, Presentation, Registration, Submission } from './tables.ts';

/** Days are counted from here, so that days of different presentations compare as numbers. */
const EPOCH: CivilDate = '2000-01-01';

/** The first day of teaching, which the data set does not give: it says February and October. */
const TEACHING_BEGINS: Readonly<Record<string, string>> = { B: '02-01', J: '10-01' };

/** Results come three weeks after the examinations. [5cu/assess/19.1] */
const RESULTS_AFTER = 21;

/** Registration closes on the day before teaching. [5cu/dl/3.5] */
export const LAST_DAY_OF_REGISTRATION = -1;

const starts = new Map<string, number>();

/** The first day of teaching of a term (`2013J`), as a number. */
export function startOf(term: string): number {
  const known = starts.get(term);
  if (known !== undefined) return known;
  const start = daysBetween(EPOCH, `${term.slice(0, 4)}-${TEACHING_BEGINS[term.slice(4)]}`);
  starts.set(term, start);
  return start;
}

export const civilDate = (day: number): CivilDate => plusDays(EPOCH, day);

const on = (presentation: Presentation, day: number): number => startOf(presentation.code) + day;

export const endOf = (presentation: Presentation): number => on(presentation, presentation.length);

/** An examination without a date is at the end of its presentation. */
export const dueDay = ({ day, presentation }: Assessment): number => day ?? presentation.length;

/** The examinations of a presentation begin with the first that has a date, and last until its end. */
export function examinationsOf(presentation: Presentation): readonly [number, number] {
  const days = presentation.assessments.filter(({ type }) => type === 'Exam').map(dueDay);
  return [on(presentation, Math.min(presentation.length, ...days)), endOf(presentation)];
}

/** A registration without a date came in time: on the last ordinary day, or when it was given up if that was earlier. */
export const enrolledOn = ({ presentation, registeredOn, unregisteredOn }: Registration): number =>
  on(presentation, registeredOn ?? Math.min(LAST_DAY_OF_REGISTRATION, unregisteredOn ?? LAST_DAY_OF_REGISTRATION));

/** A withdrawal without a date is known from the result only, so it is put at the end. */
export const withdrawnOn = ({ presentation, unregisteredOn }: Registration): number =>
  on(presentation, unregisteredOn ?? presentation.length);

export const gradedOn = ({ presentation }: Registration): number => endOf(presentation) + RESULTS_AFTER;

/**
 * Banked work was not handed in on any day (the data set has -1 for all of it): it is carried over on that
 * day, or with the registration if that came later.
 */
export function submittedOn({ registration, day, banked }: Submission): number {
  const submitted = on(registration.presentation, day);
  return banked ? Math.max(submitted, enrolledOn(registration)) : submitted;
}
