import { type CivilDate, daysBetween, plusDays, type Refusal, refuse, text } from '#kernel';
import type { TermFacts } from '#regulations';

/**
 * How far the dates of one term may lie apart. The texts leave the calendar to the University; beyond these a date is
 * a slip of the pen. An academic year holds three terms, and a course that lasts longer than a term is presented over
 * several. [5cu/gloss/2] [3cu/gloss/38]
 */
export const TERM_LIMITS = {
  /** Days from the first day of teaching to the end of teaching and examinations; a course has so many for each term. */
  longest: 366,
  /** Days before the first day of teaching at which registration may open. */
  registrationBefore: 366,
} as const;

/** Academic years run from this month, September. */
const FIRST_MONTH = 9;

const digits = (year: number, length: number): string => String(year).padStart(length, '0');

const yearFrom = (first: number): string => `${digits(first, 4)}/${digits((first + 1) % 100, 2)}`;

/** The academic year in which a day falls: `2024/25`. */
export function academicYearOf(day: CivilDate): string {
  const year = Number(day.slice(0, 4));
  return yearFrom(Number(day.slice(5, 7)) >= FIRST_MONTH ? year : year - 1);
}

/** The academic year of a term: that in which the middle of its teaching lies, so that an Autumn term may begin in August. */
export const academicYearTaught = ([first, last]: TermFacts['teaching']): string =>
  academicYearOf(plusDays(first, Math.floor(daysBetween(first, last) / 2)));

/** Whether the second year follows the first: `2024/25` does, `2024/99` does not. */
export const isAcademicYear = (year: string): boolean => year === yearFrom(Number(year.slice(0, 4)));

export const notAcademicYear = (year: string): Refusal =>
  refuse(
    'not-an-academic-year',
    text(`${year} is not one academic year and the next.`, `${year} 並非相連的兩個年份。`),
  );

/** Why the dates of a term cannot belong together; undefined when they do. */
export function unfitTerm({
  academicYear,
  teaching,
  examinations,
  registration,
  resultsOn,
}: TermFacts): Refusal | undefined {
  if (examinations[0] < teaching[0]) return examinedTooEarly;
  const ends = [teaching[1], examinations[1]];
  if (ends.some((end) => daysBetween(teaching[0], end) > TERM_LIMITS.longest)) return tooLong;
  if (registration[1] > teaching[1]) return registeredTooLate;
  if (registration[0] < plusDays(teaching[0], -TERM_LIMITS.registrationBefore)) return registeredTooEarly;
  if (resultsOn !== undefined && resultsOn < examinations[1]) return resultsTooEarly;
  return unfitYear(academicYear, teaching);
}

/**
 * Why the examination days of a course that begins in a term cannot be meant. A course over several terms is not
 * examined before the courses of its first term are, and every course before its terms, however long, are over.
 */
export function unfitExaminations(
  [first, last]: TermFacts['examinations'],
  { teaching, examinations }: TermFacts,
  courseTerms: number,
): Refusal | undefined {
  if (first < teaching[0]) return examinedTooEarly;
  if (courseTerms > 1 && first < examinations[0]) return examinedInFirstTerm;
  return daysBetween(teaching[0], last) > courseTerms * TERM_LIMITS.longest ? examinedTooLate(courseTerms) : undefined;
}

/** A term that begins in the last days of one academic year may be of the next, in which its teaching ends. */
function unfitYear(year: string, [first, last]: TermFacts['teaching']): Refusal | undefined {
  if (!isAcademicYear(year)) return notAcademicYear(year);
  const taught = [...new Set([academicYearOf(first), academicYearOf(last)])];
  if (taught.includes(year)) return undefined;
  return refuse(
    'academic-year-of-other-dates',
    text(
      `The term is taught in ${taught.join(' and ')}, not in ${year}.`,
      `該學期的授課屬 ${taught.join(' 及 ')} 學年，並非 ${year} 學年。`,
    ),
  );
}

const resultsTooEarly = refuse(
  'results-before-examinations',
  text('The results of a term come after its examinations.', '學期成績須於考試期結束後公布。'),
);

const examinedTooEarly = refuse(
  'examinations-before-teaching',
  text('Examinations cannot begin before the teaching of the term.', '考試不可早於學期授課開始。'),
);

const examinedInFirstTerm = refuse(
  'examinations-before-those-of-term',
  text(
    'A course over several terms is not examined before the examinations of its first term begin.',
    '跨學期學科的考試不可早於開課學期的考試期開始。',
  ),
);

const examinedTooLate = (courseTerms: number): Refusal => {
  const days = courseTerms * TERM_LIMITS.longest;
  return refuse(
    'examinations-too-late',
    text(
      `The examinations of this course end ${days} days after its first day of teaching at the latest.`,
      `此學科的考試最遲須於授課首日起計 ${days} 日內結束。`,
    ),
  );
};

const tooLong = refuse(
  'term-too-long',
  text(
    `A term lasts ${TERM_LIMITS.longest} days at most, examinations included.`,
    `學期連同考試最長為 ${TERM_LIMITS.longest} 日。`,
  ),
);

export const addDropOutside = refuse(
  'add-drop-outside-term',
  text('The add/drop period ends while the term lasts.', '加退選期須於學期之內結束。'),
);

const registeredTooLate = refuse(
  'registration-after-term',
  text('Registration for a term ends with its teaching at the latest.', '學科註冊最遲須於學期授課結束當日截止。'),
);

const registeredTooEarly = refuse(
  'registration-too-early',
  text(
    `Registration opens ${TERM_LIMITS.registrationBefore} days before teaching at the earliest.`,
    `學科註冊最早可於授課開始前 ${TERM_LIMITS.registrationBefore} 日開始。`,
  ),
);
