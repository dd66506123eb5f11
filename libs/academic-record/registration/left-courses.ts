import { presentationId, presentations } from '#catalogue';
import type { FactReader } from '#commands';
import type { CivilDate } from '#kernel';
import type { Attempt, CourseLeft } from '#regulations';
import { attemptKey, type CourseDropped, type CourseWithdrawn } from '#student-record';
import { records } from '../record-use-case.ts';

export type Examinations = ReadonlyMap<string, readonly [CivilDate, CivilDate]>;

/** The examination days of the courses over several terms that a student is taking, as the catalogue has them now. */
export const examinationsOf = async (reader: FactReader, student: string): Promise<Examinations> =>
  longExaminations(reader, (await reader.read(records, student)).attempts);

/** Those of the courses over several terms among some that are taken. */
export async function longExaminations(reader: FactReader, attempts: readonly Attempt[]): Promise<Examinations> {
  const long = attempts.filter(({ status, course }) => status === 'enrolled' && course.terms > 1);
  const found = new Map<string, readonly [CivilDate, CivilDate]>();
  for (const { course, term } of long) {
    const presentation = await reader.read(presentations, presentationId(course.code, term.code));
    if (presentation?.examinations) found.set(attemptKey(course.code, term.code), presentation.examinations);
  }
  return found;
}

/** The events of courses that are left together with their programme, or with its end. */
export const coursesLeft = (
  leaves: readonly CourseLeft[],
  on: CivilDate,
  reason: string,
): (CourseDropped | CourseWithdrawn)[] =>
  leaves.map(({ attempt, effect }) => {
    const data = { course: attempt.course.code, term: attempt.term.code, on, reason };
    return effect === 'dropped' ? { type: 'CourseDropped', data } : { type: 'CourseWithdrawn', data };
  });
