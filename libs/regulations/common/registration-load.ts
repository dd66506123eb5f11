import { type CivilDate, type ClauseId, plusDays, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { EndRuling, LoadRequest } from '../rules/registration.ts';
import { type AcademicCalendar, isOptional, termNumber } from './academic-year.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import { type FullTimeLoad, prescribedLoad } from './enrolment-load.ts';
import { figure, type Rule } from './parameters.ts';
import { loadNeeded, loadTaken } from './smaller-load.ts';

export interface LoadFollowedLaw {
  readonly pack: string;
  readonly clause: ClauseId;
  readonly load: Dated<FullTimeLoad>;
  readonly calendar: Dated<AcademicCalendar>;
  /** Days of teaching until which courses are registered for. */
  readonly days: Dated<number>;
}

/**
 * Whether the University may deregister a full-time student who does not follow the load: courses of the term can be
 * taken no more, and those that were taken come to less than the term prescribes. A course that was left since counts
 * as taken, since it was left within the load or with the School. The decision is the University's, and a
 * smaller load that the School approved is followed by it. [5cu/tpg/3.6] [3cu/tpg/3.6]
 */
export const loadNotFollowed =
  ({ pack, clause, load, days, calendar }: LoadFollowedLaw): Rule<LoadRequest, EndRuling> =>
  (study, { term, approvals, today }) => {
    const { programme } = study.registration;
    const lastDay: CivilDate = plusDays(term.teaching[0], days.on(today).value);
    const { value: years } = calendar.on(today);
    const number = termNumber(term, years);
    const prescribed = loadNeeded(study, number, prescribedLoad(load, programme, today).term, years);
    const taken = loadTaken(study, number, years);
    const demands: Demand[] = [
      {
        clause,
        met: programme.mode === 'full-time',
        figures: { mode: programme.mode },
        note: text('Only full-time students follow a load.', '只有全日制學生須遵從規定學習量。'),
      },
      {
        clause,
        met: !isOptional(term, years),
        figures: { term: term.code },
        note: text('No load is prescribed for the third term of the year.', '學年的第三個學期並無規定學習量。'),
      },
      {
        clause,
        met: today > lastDay,
        figures: { today, term: term.code, lastDay },
        note: text(
          `Courses of ${term.code} can be taken until ${lastDay}.`,
          `${term.code} 學期可選修學科至 ${lastDay}。`,
        ),
        remedy: text(`The time is over on ${plusDays(lastDay, 1)}.`, `期限於 ${plusDays(lastDay, 1)} 屆滿。`),
      },
      {
        clause,
        met: !taken.atLeast(prescribed),
        figures: { term: term.code, taken: figure(taken), termLoad: figure(prescribed) },
        note: text('The load of the term is followed.', '學生已遵從該學期的規定學習量。'),
      },
      {
        clause,
        met: false,
        figures: {},
        approval: approvalBy(approvals, 'university'),
        note: text('It is for the University to decide.', '須由大學決定。'),
        remedy: text('A decision of the University, recorded with its reason.', '由大學決定並記錄理由。'),
      },
    ];
    return { ruling: ruleOn(pack, demands), clause, on: today, since: term.teaching[0] };
  };
