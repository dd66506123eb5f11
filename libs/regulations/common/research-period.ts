import { type CivilDate, daysBetween, plusDays, plusYears, text } from '#kernel';
import type { Study, TermFacts } from '../facts.ts';
import type { EndRuling, ExtensionRequest, ExtensionRuling } from '../rules/registration.ts';
import type {
  MissedYearRequest,
  ResearchPeriod,
  TerminationRequest,
  YearRequest,
  YearRuling,
} from '../rules/research.ts';
import { academicYearOn, firstDayOf, firstYearOf, termOfYear } from './academic-year.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import {
  approvedBy,
  COMMITTEE,
  fileOf,
  noneOutstanding,
  type ResearchLaw,
  researchAwardOf,
  researchModeOf,
  SCHOOL_COMMITTEE,
  startOf,
} from './research-law.ts';
import { awaited, completedOn } from './research-thesis-state.ts';

/**
 * The longest period from the first day of study to the successful completion of the thesis, leave and suspension
 * included, with what was granted beyond. [5cu/rpg/5.1] [3cu/rpg/5.1]
 */
export function periodOf(law: ResearchLaw, study: Study): ResearchPeriod {
  const from = startOf(study);
  const { clause, value } = law.period.on(from);
  const { years } = value[researchAwardOf(study)][researchModeOf(study)];
  const extended = (study.extensions ?? []).reduce((sum, extension) => sum + extension.years, 0);
  return { clause, from, years, extended, lastDay: plusDays(plusYears(from, years + extended), -1) };
}

/** A demand of the period, under its own clause and under those of the award that say the same. */
function byPeriod(law: ResearchLaw, study: Study, of: (period: ResearchPeriod) => Omit<Demand, 'clause'>): Demand[] {
  const period = periodOf(law, study);
  const { also = [] } = law.period.on(period.from).value[researchAwardOf(study)][researchModeOf(study)];
  const demand = of(period);
  return [period.clause, ...also].map((clause) => ({ ...demand, clause }));
}

/** That a day is still within the longest period. */
export const withinPeriod = (law: ResearchLaw, study: Study, day: CivilDate): Demand[] =>
  byPeriod(law, study, ({ from, years, extended, lastDay }) => ({
    met: day <= lastDay,
    figures: { day, from, years, extended, lastDay },
    note: text(`The longest period of study lasts until ${lastDay}.`, `最長修業期限至 ${lastDay} 止。`),
    remedy: text('A decision of the Senate to extend it.', '由教務會決定延長。'),
  }));

/**
 * Whether the longest period is over without the thesis having been completed. A thesis that was handed in within it,
 * and of which the outcome is open, is waited for. [5cu/rpg/5.1] [3cu/rpg/5.1]
 */
export const researchDiscontinuation =
  (law: ResearchLaw) =>
  (study: Study, today: CivilDate): EndRuling => {
    const { clause, from, lastDay } = periodOf(law, study);
    const on = plusDays(lastDay, 1);
    const over = byPeriod(law, study, ({ years, extended }) => ({
      met: today >= on,
      figures: { today, from, years, extended, lastDay },
      note: text(`The longest period of study lasts until ${lastDay}.`, `最長修業期限至 ${lastDay} 止。`),
      remedy: text(`The period is over on ${on}.`, `修業期限於 ${on} 屆滿。`),
    }));
    const done = completedOn(study);
    const waiting = awaited(study);
    const unfinished: Demand = {
      clause,
      met: done === undefined && !(waiting && waiting.on <= lastDay),
      figures: { completedOn: done ?? null, handedInOn: waiting?.on ?? null },
      note: done
        ? text('The thesis has been completed.', '論文已順利完成。')
        : text('The outcome of the thesis is still open.', '論文的考試結果尚未確定。'),
      ...(done ? {} : { remedy: text('The outcome is recorded first.', '先記錄考試結果。') }),
    };
    return { ruling: ruleOn(law.pack, [...over, unfinished]), clause, on, since: from };
  };

/** More years, on the authority of somebody who may set the longest period aside. */
export const researchExtension =
  (law: ResearchLaw) =>
  (study: Study, { years, approvals }: ExtensionRequest): ExtensionRuling => {
    const { clause, years: most, extended, lastDay } = periodOf(law, study);
    const grantedBy = approvalBy(approvals, ...law.extendedBy);
    const demand: Demand = {
      clause,
      met: false,
      figures: { years: most + extended, extendedTo: most + extended + years, lastDay },
      approval: grantedBy,
      note: text(`The longest period of study lasts until ${lastDay}.`, `最長修業期限至 ${lastDay} 止。`),
      remedy: text('A decision of the Senate to extend it.', '由教務會決定延長。'),
    };
    return { ruling: ruleOn(law.pack, [demand]), clause, grantedBy };
  };

/** Whether a term is the first of its academic year, by whose days registration for the year is reckoned. */
export const isFirstTerm = (law: ResearchLaw, term: TermFacts): boolean =>
  termOfYear(term, law.calendar.on(term.teaching[0]).value) === 0;

/** The year of entry is registered for by the admission itself. */
export function isRegisteredFor(study: Study, academicYear: string): boolean {
  return (
    academicYear === study.registration.entryTerm.academicYear ||
    fileOf(study).years.some((year) => year.academicYear === academicYear)
  );
}

/** That the academic year of a day has been registered for. */
export function registeredOn(law: ResearchLaw, study: Study, day: CivilDate): Demand {
  const first = academicYearOn(day, law.calendar.on(day).value);
  const entered = firstYearOf(study.registration.entryTerm.academicYear);
  const met = first <= entered || fileOf(study).years.some(({ academicYear }) => firstYearOf(academicYear) === first);
  return {
    clause: law.everyYear,
    met,
    figures: { academicYearFrom: first, registered: met },
    note: text(
      `The academic year that began in ${first} has not been registered for.`,
      `尚未註冊 ${first} 年開始的學年。`,
    ),
    remedy: text('Register for the year.', '先辦理該學年的註冊。'),
  };
}

/**
 * Registration for an academic year: with the approval of the School Research Degrees Committee, from the first day of
 * registration of its first term to its last day of adding courses, later as the Registrar lets pass; while the longest
 * period has not run out, and with the conditions fulfilled that came before study. [5cu/rpg/4.3] [3cu/rpg/4.3]
 */
export const yearRegistration =
  (law: ResearchLaw) =>
  (study: Study, { term, approvals, today }: YearRequest): YearRuling => {
    const [opens] = term.registration;
    const late = !isFirstTerm(law, term) || today > term.addDropEnds;
    const begins = firstDayOf(firstYearOf(term.academicYear), law.calendar.on(today).value);
    const entered = study.registration.entryTerm.academicYear;
    const year = { academicYear: term.academicYear };
    const ruling = ruleOn(law.pack, [
      approvedBy(law.everyYear, approvals, SCHOOL_COMMITTEE, year),
      {
        clause: law.everyYear,
        met: firstYearOf(term.academicYear) > firstYearOf(entered),
        figures: { ...year, entered },
        note: text('The year lies before that of entry.', '該學年在入學學年之前。'),
      },
      {
        clause: law.everyYear,
        met: today >= opens,
        figures: { ...year, today, opens },
        note: text(`Registration for the year opens on ${opens}.`, `該學年的註冊於 ${opens} 開始。`),
        remedy: text(`Register on ${opens} or later.`, `於 ${opens} 或之後註冊。`),
      },
      {
        clause: law.everyYear,
        met: !late,
        figures: { ...year, today, lastDay: term.addDropEnds, firstTerm: isFirstTerm(law, term) },
        approval: approvalBy(approvals, 'registrar'),
        note: text('The last day of registration for the year is over.', '該學年的註冊期限已過。'),
        remedy: text('A decision of the Registrar to register late.', '由教務長批准逾期註冊。'),
      },
      ...withinPeriod(law, study, today > begins ? today : begins),
      noneOutstanding(law, study, 'before', approvals),
    ]);
    return { ruling, late };
  };

/**
 * Whether a student has let the registration for a year pass: the last day of adding courses of its first term is over,
 * the year lies after that of entry, and the thesis has not been completed. It ends nothing by itself: that is for the
 * Senate. [5cu/rpg/4.3] [5cu/rpg/4.6] [3cu/rpg/4.3] [3cu/rpg/4.6]
 */
export const missedYear =
  (law: ResearchLaw) =>
  (study: Study, { term, today }: MissedYearRequest): EndRuling => {
    const { academicYear, addDropEnds } = term;
    const on = plusDays(addDropEnds, 1);
    const file = fileOf(study);
    const entered = study.registration.entryTerm.academicYear;
    const known = file.missed.some((missed) => missed.academicYear === academicYear);
    const done = completedOn(study);
    const { lastDay } = periodOf(law, study);
    const demands: Demand[] = [
      {
        clause: law.everyYear,
        met:
          isFirstTerm(law, term) &&
          firstYearOf(academicYear) > firstYearOf(entered) &&
          done === undefined &&
          addDropEnds <= lastDay,
        figures: { academicYear, entered, completedOn: done ?? null, lastDay },
        note: text('The year does not have to be registered for.', '該學年毋須註冊。'),
      },
      {
        clause: law.everyYear,
        met: today >= on,
        figures: { today, academicYear, lastDay: addDropEnds },
        note: text(`The year can be registered for until ${addDropEnds}.`, `該學年可註冊至 ${addDropEnds}。`),
        remedy: text(`The time is over on ${on}.`, `期限於 ${on} 屆滿。`),
      },
      {
        clause: law.everyYear,
        met: !isRegisteredFor(study, academicYear) && !known,
        figures: { academicYear, registered: isRegisteredFor(study, academicYear), recordedBefore: known },
        note: text('The year is registered for, or is on record as missed.', '該學年已註冊，或已記錄為未註冊。'),
      },
    ];
    return { ruling: ruleOn(law.pack, demands), clause: law.everyYear, on, since: term.teaching[0] };
  };

/** Years on record as missed that have not been registered for since. */
export const stillMissed = (study: Study) =>
  fileOf(study).missed.filter(({ academicYear }) => !isRegisteredFor(study, academicYear));

/**
 * Registration ended by the Senate on the recommendation of the Research Degrees Committee: for poor performance, or for
 * a year that was not registered for. [5cu/rpg/4.6] [3cu/rpg/4.6]
 */
export const termination =
  (law: ResearchLaw) =>
  (study: Study, { ground, approvals }: TerminationRequest) => {
    const clause = law.termination;
    const missed = stillMissed(study).map(({ academicYear }) => academicYear);
    const recommended = approvedBy(clause, approvals, COMMITTEE, { ground });
    const demands: Demand[] = [
      approvedBy(clause, approvals, 'senate', { ground }),
      {
        ...recommended,
        note: text(
          'The Senate acts on the recommendation of the Research Degrees Committee.',
          '教務會按研究學位委員會的建議終止註冊。',
        ),
        remedy: text('The recommendation of the Research Degrees Committee.', '取得研究學位委員會建議。'),
      },
    ];
    if (ground === 'registration')
      demands.push({
        clause,
        met: missed.length > 0,
        figures: { ground, missed: missed.join(' ') || null },
        note: text('Every year has been registered for.', '各學年均已註冊。'),
        remedy: text('A year that was not registered for is recorded first.', '先記錄未註冊的學年。'),
      });
    return { ruling: ruleOn(law.pack, demands), clause };
  };

/** Days from a day to the last one of the period; none when it is over. */
export const daysLeft = ({ lastDay }: ResearchPeriod, day: CivilDate): number => Math.max(0, daysBetween(day, lastDay));
