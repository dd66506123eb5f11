import { type CivilDate, type ClauseId, plusDays, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Study, TermFacts } from '../facts.ts';
import type { DeregistrationRequest, EndRuling } from '../rules/registration.ts';
import { type AcademicCalendar, isOptional, termNumber } from './academic-year.ts';
import { lastDayOfRegistering, type Registering } from './add-drop.ts';
import { termsOf } from './course-terms.ts';
import { lastsInto } from './deferral-periods.ts';
import { type Demand, ruleOn } from './demand.ts';
import { ownAttempts } from './figures.ts';
import { attemptName } from './parameters.ts';

export interface EveryTermLaw extends Registering {
  readonly pack: string;
  readonly calendar: Dated<AcademicCalendar>;
  /** Who does not register at entry has given up the place. */
  readonly entry: ClauseId;
  /** Who registers at entry by the day that was set is admitted. */
  readonly registered: ClauseId;
  /** Who does not register for a later term has ended study. */
  readonly later: ClauseId;
  readonly deferred: ClauseId;
}

/**
 * Whether a student has let the registration for a term pass: its last day of adding courses is over and no course of it
 * is on record, dropped ones aside; one of a later term is none of it. An approved deferral that still runs on the last day of adding courses counts as registration, a course over several terms for each
 * of them, and the third term of a year is not one in which anybody has to register; whoever has met the
 * requirements of the programme has nothing more to register for. [5cu/ug/2.3] [5cu/ug/3.1] [5cu/ug/3.4] [3cu/ug/2.3] [3cu/ug/3.1]
 * [3cu/ug/3.4] [5cu/tpg/3.1] [3cu/tpg/3.1]
 */
export const deregistration =
  (law: EveryTermLaw) =>
  (study: Study, request: DeregistrationRequest): EndRuling => {
    const { term, today } = request;
    const isEntry = term.code === study.registration.entryTerm.code;
    const clause = isEntry ? law.entry : law.later;
    const lastDay = lastDayOfRegistering(law, term);
    const on = plusDays(lastDay, 1);
    const demands = [
      owed(law, clause, study, request),
      inTime(clause, term, today, lastDay),
      registered(isEntry ? law.registered : clause, study, term, law.calendar.on(today).value),
    ];
    const off = deferredInto(law.deferred, study, { ...term, addDropEnds: lastDay });
    const all = [...demands, off];
    const last = all.every((demand) => demand.met) ? [notFinished(clause, request.met())] : [];
    return { ruling: ruleOn(law.pack, [...all, ...last]), clause, on, since: term.teaching[0] };
  };

/** The terms for which anybody has to register: from that of entry on, or from that of a return, but for the third of a year. */
function owed(law: EveryTermLaw, clause: ClauseId, study: Study, { term, today }: DeregistrationRequest): Demand {
  const { entryTerm } = study.registration;
  const back = study.moves?.findLast(({ to }) => to === 'reinstated');
  return {
    clause,
    met:
      term.teaching[0] >= entryTerm.teaching[0] &&
      !isOptional(term, law.calendar.on(today).value) &&
      !(
        back &&
        (back.on > lastDayOfRegistering(law, term) ||
          (back.studyFrom !== undefined && term.teaching[0] < back.studyFrom))
      ),
    figures: {
      term: term.code,
      entryTerm: entryTerm.code,
      reinstatedOn: back?.on ?? null,
      ...(back?.studyFrom ? { studyFrom: back.studyFrom } : {}),
    },
    note: text(`The student does not have to register for ${term.code}.`, `學生毋須就 ${term.code} 學期註冊。`),
  };
}

const inTime = (clause: ClauseId, { code }: TermFacts, today: CivilDate, lastDay: CivilDate): Demand => ({
  clause,
  met: today > lastDay,
  figures: { today, term: code, lastDay },
  note: text(`Courses of ${code} can be taken until ${lastDay}.`, `${code} 學期可選修學科至 ${lastDay}。`),
  remedy: text(`The time is over on ${plusDays(lastDay, 1)}.`, `期限於 ${plusDays(lastDay, 1)} 屆滿。`),
});

/** By a course of the term, whatever became of it unless it was dropped, or by an earlier one that lasts into it. */
function registered(clause: ClauseId, study: Study, term: TermFacts, calendar: AcademicCalendar): Demand {
  const number = termNumber(term, calendar);
  const found = ownAttempts(study).find((attempt) => termsOf(attempt.course, attempt.term, calendar).includes(number));
  return {
    clause,
    met: found === undefined,
    figures: { term: term.code, registered: found ? attemptName(found) : null },
    note: text('The student is registered.', '學生已註冊。'),
  };
}

/** That study is not deferred on the last day of adding courses. */
export function deferredInto(clause: ClauseId, study: Study, term: TermFacts): Demand {
  const { programme } = study.registration;
  const off = study.deferrals.find(
    (deferral) =>
      deferral.programme === programme.code && deferral.from <= term.addDropEnds && lastsInto(deferral, term),
  );
  return {
    clause,
    met: off === undefined,
    figures: { from: off?.from ?? null, until: off?.until ?? null },
    note: text('Study is deferred with approval, which counts as registration.', '已獲准延期修業，視作已註冊。'),
  };
}

export const notFinished = (clause: ClauseId, met: boolean): Demand => ({
  clause,
  met: !met,
  figures: { requirementsMet: met },
  note: text(
    'The requirements of the programme are met; nothing is left to register for.',
    '已符合課程要求，毋須再註冊。',
  ),
});
