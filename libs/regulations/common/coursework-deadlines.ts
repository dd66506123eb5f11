import { type CivilDate, text } from '#kernel';
import { isWritten, type Study } from '../facts.ts';
import type { Deadline } from '../pack.ts';
import type { CourseworkRules } from '../rules/coursework.ts';
import { inOrder } from './deadlines.ts';
import { ownAttempts } from './figures.ts';
import type { Rule } from './parameters.ts';

type Deadlines = Rule<{ readonly today: CivilDate }, readonly Deadline[]>;

/** The days of study with the last ones of doubting a mark. [5cu/dl/8.8.1] [5cu/dl/8.8.3] [5cu/dl/8.8.4] [3cu/dl/9.9.1] [3cu/dl/9.9.3] [3cu/dl/9.9.4] */
export const withMarkQueries =
  ({ queryWindow }: Pick<CourseworkRules, 'queryWindow'>, ofStudy: Deadlines): Deadlines =>
  (study, request) => {
    const days = ofStudy(study, request);
    const queries = queriesOf(queryWindow, study, request.today);
    return queries.length === 0 ? days : inOrder([...days, ...queries], request.today);
  };

const queriesOf = (queryWindow: CourseworkRules['queryWindow'], study: Study, today: CivilDate): Deadline[] =>
  ownAttempts(study).flatMap((attempt) =>
    attempt.items.filter(isWritten).flatMap(({ id }): Deadline[] => {
      const window = queryWindow(study, { attempt, assignment: id, today });
      if (!window || window.lastDay < today) return [];
      const { course, term } = attempt;
      const title =
        window.to === 'tutor'
          ? text(`Last day to query the mark of ${id}, ${course.code}`, `${course.code} 作業 ${id} 查詢分數截止日`)
          : text(
              `Last day to go to the course coordinator about ${id}, ${course.code}`,
              `${course.code} 作業 ${id} 向學科統籌提出查詢截止日`,
            );
      const { clause, lastDay: day } = window;
      return [{ kind: 'mark-query', day, term: term.code, course: course.code, item: id, clause, title }];
    }),
  );
