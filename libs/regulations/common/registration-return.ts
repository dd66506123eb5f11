import { type CivilDate, type ClauseId, plusDays, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Account, RegistrationStatus, Study, TermFacts } from '../facts.ts';
import type { ComingRequest, LastReturn, ReturnRequest, ReturnRuling } from '../rules/registration.ts';
import { type AcademicCalendar, termNumber, termNumberOn } from './academic-year.ts';
import { accountOn, emptyAccount, hkd } from './account.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import { ownAttempts } from './figures.ts';
import type { Rule } from './parameters.ts';
import type { StatusLaw } from './registration-status.ts';
import { statusOn } from './registration-status.ts';

/** Whoever ended otherwise does not come back this way. */
function endedSo(
  status: RegistrationStatus,
  ways: readonly RegistrationStatus[],
  clause: ClauseId,
  otherwise: ClauseId,
): Demand {
  const met = ways.includes(status);
  return {
    clause: met ? clause : otherwise,
    met,
    figures: { status },
    note: text(`A registration that is ${status} is not reinstated.`, '此學籍的狀況不可申請恢復。'),
    remedy: text('Apply for admission anew.', '重新申請入學。'),
  };
}

export interface ReinstatementLaw {
  readonly status: StatusLaw;
  readonly clause: ClauseId;
  /** What those have to do whose registration did not lapse but was given up. */
  readonly anew: ClauseId;
}

/** A lapsed registration for distance learning is reinstated by the Registrar. [5cu/dl/6.1] [3cu/dl/7.1] */
export const reinstatement =
  (law: ReinstatementLaw): Rule<ReturnRequest, ReturnRuling> =>
  (study, { approvals, today }) => {
    const { status } = statusOn(law.status)(study, today);
    const demands = [endedSo(status, ['lapsed'], law.clause, law.anew), approvedBy(law.clause, approvals)];
    return { ruling: ruleOn(law.status.pack, demands), clause: law.clause };
  };

/** The approval itself: without it nothing comes back. */
const approvedBy = (clause: ClauseId, approvals: ReturnRequest['approvals']): Demand => ({
  clause,
  met: false,
  figures: {},
  approval: approvalBy(approvals, 'registrar', 'university'),
  note: text('Reinstatement is for the University to approve.', '恢復學籍須經大學批准。'),
  remedy: text('Obtain the approval of the Registrar.', '取得教務長批准。'),
});

export interface ReturnLaw {
  readonly status: StatusLaw;
  readonly clause: ClauseId;
  readonly calendar: Dated<AcademicCalendar>;
  /** The academic years that may be missed, and the days of teaching within which it is asked for. */
  readonly limits: Dated<{ readonly years: number; readonly days: number }>;
}

/** Who comes back this way. */
const RETURNING: readonly RegistrationStatus[] = ['withdrawn', 'deregistered'];

const lastAttended = (study: Study, today: CivilDate): TermFacts =>
  [
    study.registration.entryTerm,
    ...ownAttempts(study)
      .map(({ term }) => term)
      .filter(({ teaching }) => teaching[0] <= today),
  ].reduce((later, one) => (one.teaching[0] > later.teaching[0] ? one : later));

/** The number of the last term that was not missed: the last attended, or the one before that in which the registration ended. */
const lastNotMissed = (last: TermFacts, endedOn: CivilDate, calendar: AcademicCalendar): number =>
  Math.max(termNumber(last, calendar), termNumberOn(endedOn, calendar) - 1);

/**
 * Coming back to face-to-face study after withdrawal or deregistration: at most one academic year of three terms after the
 * last term attended, or after that before the one in which the registration ended where this is later, asked for within two weeks of teaching and with nothing owed, as the University sees fit. Later
 * than that is a new application for admission. [5cu/ug/5.2] [5cu/tpg/5.2] [3cu/ug/5.2] [3cu/tpg/5.2]
 */
export const returning =
  (law: ReturnLaw): Rule<ReturnRequest, ReturnRuling> =>
  (study, { term, approvals, today, appliedOn = today }) => {
    const { status, since } = statusOn(law.status)(study, today);
    const { clause } = law;
    const { days } = law.limits.on(today).value;
    const last = lastAttended(study, today);
    const demands = [
      endedSo(status, RETURNING, clause, clause),
      ...placeGivenUp(clause, study, status),
      ...(term ? inTime(clause, term, days, appliedOn) : [noTerm(clause)]),
      ...(term ? soonEnough(law, { last, endedOn: since, term, today }) : []),
      cleared(clause, study.account, today),
      approvedBy(clause, approvals),
    ];
    return { ruling: ruleOn(law.status.pack, demands), clause };
  };

/**
 * The last day of asking to come back: so many days of teaching of the last term that is soon enough. It is known once
 * the calendar has that term, or one that is too late. [5cu/ug/5.2] [5cu/tpg/5.2] [3cu/ug/5.2] [3cu/tpg/5.2]
 */
export const lastReturn =
  (law: ReturnLaw): Rule<ComingRequest, LastReturn | undefined> =>
  (study, { terms, today }) => {
    const { status, since } = statusOn(law.status)(study, today);
    if (!RETURNING.includes(status) || neverStudied(study, status)) return undefined;
    const { years, days } = law.limits.on(today).value;
    const { value: calendar } = law.calendar.on(today);
    const latest = lastNotMissed(lastAttended(study, today), since, calendar) + years * calendar.terms + 1;
    const known = terms.map((term) => ({ term, number: termNumber(term, calendar) }));
    if (!known.some(({ number }) => number >= latest)) return undefined;
    const last = known.filter(({ number }) => number <= latest).sort((a, b) => b.number - a.number)[0]?.term;
    return last && { clause: law.clause, term: last.code, day: plusDays(last.teaching[0], days) };
  };

/** Whether study never began: deregistered without ever having taken a course of the programme. */
const neverStudied = (study: Study, status: RegistrationStatus): boolean =>
  status === 'deregistered' && ownAttempts(study).length === 0;

/** Who did not take up the place of an offer has given it up, and there is nothing to come back to. */
function placeGivenUp(clause: ClauseId, study: Study, status: RegistrationStatus): Demand[] {
  if (!neverStudied(study, status)) return [];
  return [
    {
      clause,
      met: false,
      figures: { status, coursesTaken: 0 },
      note: text('The place was given up at entry; study never began.', '入學時已放棄學額，從未修讀。'),
      remedy: text('Apply for admission anew.', '重新申請入學。'),
    },
  ];
}

const noTerm = (clause: ClauseId): Demand => ({
  clause,
  met: false,
  figures: { term: null },
  note: text('The term of the return is not given.', '未註明復學的學期。'),
  remedy: text('Name the term from which study is to go on.', '註明復學的學期。'),
});

/** Who owes anything pays it before coming back. */
function cleared(clause: ClauseId, account: Account = emptyAccount, today: CivilDate): Demand {
  const { owed } = accountOn(account, today);
  return {
    clause,
    met: owed === 0,
    figures: { owedCents: owed },
    note: text(`${hkd(owed)} is owed to the University.`, `尚欠大學 ${hkd(owed)}。`),
    remedy: text(`Pay ${hkd(owed)} first.`, `先繳清 ${hkd(owed)}。`),
  };
}

function inTime(clause: ClauseId, term: TermFacts, days: number, today: string): Demand[] {
  const lastDay = plusDays(term.teaching[0], days);
  const [, registrationEnds] = term.registration;
  return [
    {
      clause,
      met: today <= lastDay,
      figures: { today, term: term.code, lastDay, days, late: today > registrationEnds },
      note: text(
        `A return in ${term.code} had to be asked for by ${lastDay}.`,
        `於 ${term.code} 學期復學須在 ${lastDay} 或之前申請。`,
      ),
      remedy: text('Return in a later term, if that is soon enough.', '如仍在期限之內，可於其後的學期復學。'),
    },
  ];
}

/** By the clause of the return, and by that which says how many terms an academic year has. */
function soonEnough(
  { clause, calendar, limits }: ReturnLaw,
  {
    last,
    endedOn,
    term,
    today,
  }: {
    readonly last: TermFacts;
    readonly endedOn: CivilDate;
    readonly term: TermFacts;
    readonly today: CivilDate;
  },
): Demand[] {
  const { clause: ofYear, value } = calendar.on(today);
  const missed = termNumber(term, value) - lastNotMissed(last, endedOn, value) - 1;
  const most = limits.on(today).value.years * value.terms;
  const demand: Demand = {
    clause,
    met: missed <= most,
    figures: { lastTerm: last.code, endedOn, term: term.code, termsMissed: missed, termsAtMost: most },
    note: text(
      `${missed} terms would be missed before ${term.code}, more than an academic year of ${most}.`,
      `${term.code} 之前共中斷 ${missed} 個學期，長於一個學年（${most} 個學期）。`,
    ),
    remedy: text('Apply for admission anew.', '重新申請入學。'),
  };
  return [demand, { ...demand, clause: ofYear }];
}
