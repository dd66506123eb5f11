import { Temporal } from 'temporal-polyfill';

/** The time zone in which every deadline of the university ends. */
export const UNIVERSITY_TIME_ZONE = 'Asia/Hong_Kong';

/** A day of the calendar in Hong Kong, written `YYYY-MM-DD`; such strings sort as the days do. */
export type CivilDate = string & { readonly __civilDate?: never };

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text names a day that exists: `2024-02-29` does, `2023-02-29` does not. */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string' || !ISO_DAY.test(value)) return false;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value;
  } catch {
    return false;
  }
}

/** How many sums are kept; then the keeping begins anew. */
const SUMS_KEPT = 10_000;

/** The rules of all students ask the same few sums of the calendar again and again: what was reckoned is kept. */
function kept(unit: 'days' | 'months' | 'years'): (date: CivilDate, count: number) => CivilDate {
  const sums = new Map<string, CivilDate>();
  return (date, count) => {
    const key = `${date} ${count}`;
    const known = sums.get(key);
    if (known !== undefined) return known;
    const sum = Temporal.PlainDate.from(date)
      .add({ [unit]: count })
      .toString();
    if (sums.size >= SUMS_KEPT) sums.clear();
    sums.set(key, sum);
    return sum;
  };
}

export const plusDays = kept('days');
export const plusMonths = kept('months');
export const plusYears = kept('years');

/** Whole days from one date to another; negative when `to` is the earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** Completed years of age on a day. */
export const ageOn = (born: CivilDate, on: CivilDate): number =>
  Temporal.PlainDate.from(born).until(Temporal.PlainDate.from(on), { largestUnit: 'years' }).years;

/** The day in Hong Kong at an instant. */
export const civilDateOf = (instant: Date): CivilDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(UNIVERSITY_TIME_ZONE)
    .toPlainDate()
    .toString();

/** The instant at which a day begins in Hong Kong, moved on by some minutes of that day. */
export const instantOn = (date: CivilDate, minutesAfterMidnight = 12 * 60): Date =>
  new Date(
    Temporal.PlainDate.from(date).toZonedDateTime(UNIVERSITY_TIME_ZONE).add({ minutes: minutesAfterMidnight })
      .epochMilliseconds,
  );
