import type { CivilDate } from '#kernel';
import type { AssessmentItem, Attempt, Study } from '../facts.ts';
import { emptyAccount } from './account.ts';
import { arrangementState } from './requests-arrangements.ts';

const papersOf = ({ items }: Attempt): readonly AssessmentItem[] => items.filter(({ kind }) => kind === 'examination');

/**
 * The days of its own that were granted to a candidate for the examination of an attempt, as they stand on a day; one that
 * was not paid for in time has lapsed. [5cu/assess/6.1] [5cu/assess/17.1] [3cu/assess/6.1] [3cu/assess/16.1]
 */
const movedTo = ({ requests, account = emptyAccount }: Study, { course, term }: Attempt, today: CivilDate) =>
  (requests?.arrangements ?? [])
    .filter((one) => one.course === course.code && one.term === term.code && one.sitting.term === term.code)
    .filter((one) => arrangementState(one, account, today) === 'granted')
    .flatMap(({ decision }) => decision?.terms?.date ?? []);

/** The day on which a paper is sat: its own, unless it is the only one and another day was granted last. */
export function dayOfPaper(study: Study, attempt: Attempt, paper: AssessmentItem, today: CivilDate): CivilDate {
  const moved = movedTo(study, attempt, today).at(-1);
  return moved !== undefined && papersOf(attempt).length === 1 ? moved : paper.due;
}

/**
 * The days on which an attempt is examined: of its examinations where they have days, else the first and the last of its
 * term; another day that was granted takes their place, and is one more where there are several papers, as nobody says
 * which one it is of.
 */
export function examinationDaysOf(study: Study, attempt: Attempt, today: CivilDate): readonly CivilDate[] {
  const moved = movedTo(study, attempt, today);
  const papers = papersOf(attempt);
  const [last] = moved.slice(-1);
  if (last !== undefined && papers.length <= 1) return [last];
  const days = papers.map(({ due }) => due);
  return days.length > 0 ? [...new Set([...days, ...moved])].sort() : attempt.term.examinations;
}

/** Whether somebody may be examined in an attempt on a day: on one of its days, or within those of its term. */
export function isExaminedOn(study: Study, attempt: Attempt, day: CivilDate, today: CivilDate): boolean {
  const days = examinationDaysOf(study, attempt, today);
  const [first = day, last = first] = days;
  return papersOf(attempt).length > 0 || days.length === 1 ? days.includes(day) : day >= first && day <= last;
}
