import type { Study } from '../facts.ts';
import type { CourseLeft, EndOfCoursesRequest } from '../rules/registration.ts';
import { ownAttempts } from './figures.ts';
import { coursesUnderWay } from './programme-withdrawal.ts';

/**
 * The courses that go with a registration which ends otherwise than by a withdrawal of the student: what is under way or
 * put off on the day on which it ends. A course whose teaching has not begun by then leaves no trace, any other stays on
 * record as withdrawn from. One whose examinations are over keeps its result, unless the work of its term is not
 * recognised. [5cu/ug/3.4] [5cu/ug/3.6] [5cu/ug/7.3] [5cu/tpg/3.6] [3cu/ug/3.4] [3cu/ug/3.6] [3cu/ug/7.3] [3cu/tpg/3.6]
 */
export function coursesAtEnd(study: Study, { on, examinations, unrecognised }: EndOfCoursesRequest): CourseLeft[] {
  const own = ownAttempts(study);
  const underWay = new Set(coursesUnderWay(own, { examinations, today: on }));
  return own
    .filter((attempt) => underWay.has(attempt) || (attempt.status === 'enrolled' && attempt.term.code === unrecognised))
    .map((attempt) => ({ attempt, effect: on < attempt.term.teaching[0] ? 'dropped' : 'withdrawn' }));
}
