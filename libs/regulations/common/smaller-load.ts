import { type CivilDate, type ClauseId, plusDays, Rational, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Study, TermFacts } from '../facts.ts';
import type { EndRuling, ShortfallRequest, SmallerLoadRequest, SmallerLoadRuling } from '../rules/registration.ts';
import { type AcademicCalendar, firstYearOf, isOptional, termNumber } from './academic-year.ts';
import { lastDayOfRegistering, type Registering } from './add-drop.ts';
import { creditsInYear, termsOf } from './course-terms.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { type FullTimeLoad, prescribedLoad } from './enrolment-load.ts';
import { ownAttempts } from './figures.ts';
import { figure, type Rule, registrationValueOf, sum } from './parameters.ts';
import { deferredInto, notFinished } from './registration-every-term.ts';

/** What a chapter says of the load of full-time students. */
export interface TermLoadLaw extends Registering {
  readonly pack: string;
  readonly calendar: Dated<AcademicCalendar>;
  readonly load: Dated<FullTimeLoad>;
  readonly deferred: ClauseId;
}

/**
 * What a student takes, or took, in a term by its number. A course that was left since counts, since it was left within
 * the load or with the School.
 */
export const loadTaken = (study: Study, number: number, calendar: AcademicCalendar): Rational =>
  sum(
    ownAttempts(study)
      .filter(({ course, term }) => termsOf(course, term, calendar).includes(number))
      .map(({ course }) => registrationValueOf(course)),
  );

/** The load that suffices in a term: the prescribed one, or the smaller that the School approved last. */
export function loadNeeded(study: Study, number: number, prescribed: Rational, calendar: AcademicCalendar): Rational {
  const { code } = study.registration.programme;
  const approved = study.loads?.approved.findLast(
    ({ programme, term }) => programme === code && termNumber(term, calendar) === number,
  );
  return approved ? Rational.of(approved.credits) : prescribed;
}

const fullTime = (clause: ClauseId, { registration: { programme } }: Study): Demand => ({
  clause,
  met: programme.mode === 'full-time',
  figures: { mode: programme.mode },
  note: text('Only full-time students have a prescribed load.', '只有全日制學生設有規定學習量。'),
});

/** The School lets less suffice than a term prescribes. [5cu/ug/6.2] [5cu/tpg/6.2] [3cu/ug/6.2] [3cu/tpg/6.2] */
export const smallerLoad =
  ({ pack, load }: TermLoadLaw): Rule<SmallerLoadRequest, SmallerLoadRuling> =>
  (study, { credits, approvals, today }) => {
    const { clause, term: prescribed } = prescribedLoad(load, study.registration.programme, today);
    const grantedBy = approvalBy(approvals, 'school');
    const demands: Demand[] = [
      fullTime(clause, study),
      {
        clause,
        met: !Rational.of(credits).atLeast(prescribed),
        figures: { credits, termLoad: figure(prescribed) },
        note: text(
          `The load of a term is ${figure(prescribed)} credits; less is needed for this.`,
          `每學期的規定學習量為 ${figure(prescribed)} 學分，批准的學分須少於此數。`,
        ),
      },
      {
        clause,
        met: false,
        figures: { credits },
        approval: grantedBy,
        note: text('A smaller load is for the School to approve.', '修讀較少學分須經學院批准。'),
        remedy: text('Obtain the approval of the School.', '取得學院批准。'),
      },
    ];
    return { ruling: ruleOn(pack, demands), clause, grantedBy };
  };

/**
 * Whether a full-time student takes less in a term than it prescribes, or the School let suffice, when no more courses
 * can be added. It is no shortfall where the academic year comes to what it prescribes, and nobody's who took nothing,
 * which is not having registered. [5cu/ug/6.2] [5cu/tpg/6.2] [3cu/ug/6.2] [3cu/tpg/6.2]
 */
export const loadShortfall =
  (law: TermLoadLaw): Rule<ShortfallRequest, EndRuling> =>
  (study, { term, met, today }) => {
    const { clause } = law.load.on(today);
    const lastDay = lastDayOfRegistering(law, term);
    const on = plusDays(lastDay, 1);
    const looked = [
      fullTime(clause, study),
      mainTerm(law, clause, study, term, today),
      {
        clause,
        met: today > lastDay,
        figures: { today, term: term.code, lastDay },
        note: text(
          `Courses of ${term.code} can be added until ${lastDay}.`,
          `${term.code} 學期可加選學科至 ${lastDay}。`,
        ),
        remedy: text(`The time is over on ${on}.`, `期限於 ${on} 屆滿。`),
      },
      ...below(law, study, term, today),
      deferredInto(law.deferred, study, { ...term, addDropEnds: lastDay }),
      {
        clause,
        met: !(study.loads?.shortfalls ?? []).some((found) => found.term === term.code),
        figures: { term: term.code },
        note: text('It has been recorded.', '已作記錄。'),
      },
    ];
    const last = looked.every((demand) => !('met' in demand) || demand.met) ? [notFinished(clause, met())] : [];
    return { ruling: ruleOn(law.pack, [...looked, ...last]), clause, on, since: term.teaching[0] };
  };

const mainTerm = (law: TermLoadLaw, clause: ClauseId, study: Study, term: TermFacts, today: CivilDate): Demand => ({
  clause,
  met: !isOptional(term, law.calendar.on(today).value) && term.teaching[0] >= study.registration.entryTerm.teaching[0],
  figures: { term: term.code, entryTerm: study.registration.entryTerm.code },
  note: text(`No load is prescribed in ${term.code}.`, `${term.code} 學期並無規定學習量。`),
});

function below(law: TermLoadLaw, study: Study, term: TermFacts, today: CivilDate): (Demand | Remark)[] {
  const { value: calendar } = law.calendar.on(today);
  const { clause, ...prescribed } = prescribedLoad(law.load, study.registration.programme, today);
  const number = termNumber(term, calendar);
  const taken = loadTaken(study, number, calendar);
  const needed = loadNeeded(study, number, prescribed.term, calendar);
  const year = firstYearOf(term.academicYear);
  const ofYear = sum(
    ownAttempts(study).map(({ course, term: begins }) => creditsInYear(course, begins, year, calendar)),
  );
  const figures = {
    term: term.code,
    taken: figure(taken),
    termLoad: figure(prescribed.term),
    suffices: figure(needed),
    takenInYear: figure(ofYear),
    yearLoad: figure(prescribed.year),
  };
  const short = !taken.atLeast(needed);
  return [
    {
      clause,
      met: taken.atLeast(Rational.parse('0.01')),
      figures: { term: term.code, taken: figure(taken) },
      note: text(
        'No course of the term was taken, which is not having registered.',
        '學生於該學期並無修讀學科，即未有註冊。',
      ),
    },
    {
      clause,
      met: short && !ofYear.atLeast(prescribed.year),
      figures,
      note: text(
        'The load of the term or of the year is reached, or the School approved a smaller.',
        '已達該學期或該學年的規定學習量，或學院已批准修讀較少學分。',
      ),
    },
    ...(short
      ? [
          {
            clause,
            figures: { lacking: figure(needed.minus(taken)) },
            remark: text(
              `${figure(needed.minus(taken))} credits are lacking; the School may approve the smaller load (ApproveSmallerLoad).`,
              `尚欠 ${figure(needed.minus(taken))} 學分；學院可批准修讀較少學分（ApproveSmallerLoad）。`,
            ),
          },
        ]
      : []),
  ];
}
