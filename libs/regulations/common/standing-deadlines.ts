import { type CivilDate, text } from '#kernel';
import type { HeldEnrolment } from '../facts.ts';
import type { Deadline } from '../pack.ts';
import { inOrder } from './deadlines.ts';
import type { Rule } from './parameters.ts';

type Days = Rule<{ readonly today: CivilDate }, readonly Deadline[]>;

/** The days that concern a student, with that of taking advice where courses that were enrolled in wait for it. [3cu/ug/11.4] [3cu/tpg/10.4] [3cu/dl/4.2] */
export const withAdvice =
  (held: Rule<CivilDate, readonly HeldEnrolment[]>, days: Days): Days =>
  (study, request) => {
    const waiting = held(study, request.today);
    return waiting.length === 0
      ? days(study, request)
      : inOrder([...days(study, request), ...waiting.map(adviceDay)], request.today);
  };

const adviceDay = ({ course, term, clause, begins }: HeldEnrolment): Deadline => ({
  kind: 'academic-advice',
  day: begins,
  term,
  course,
  clause,
  title: text(
    `${course} is held until the School has given academic advice: teaching begins`,
    `${course} 在接受學院的學業輔導前不得修讀：開課日`,
  ),
});
