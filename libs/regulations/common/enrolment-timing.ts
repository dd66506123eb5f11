import { type CivilDate, type ClauseId, plusDays, type Refusal, refuse, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Approval, Study, TermFacts } from '../facts.ts';
import type { EnrolmentRequest } from '../pack.ts';
import { addDropOf } from './add-drop.ts';
import { approvalBy, type Demand, type Remark } from './demand.ts';

/** Whether a course may still be chosen on the day. */
export type Timing = (request: Pick<EnrolmentRequest, 'term' | 'today' | 'approvals'>) => readonly (Demand | Remark)[];

/**
 * Why nobody can enrol yet: registration for the term has not opened. The clauses leave its days to the University and
 * say only what comes after the last; so before the first a request does not fit the calendar, in either mode, and no
 * clause refuses it. [5cu/dl/3.5] [5cu/ug/6.1] [3cu/dl/3.5] [3cu/ug/6.1]
 */
export function registrationNotOpen({ registration: [opens] }: TermFacts, today: CivilDate): Refusal | undefined {
  if (today >= opens) return undefined;
  return refuse(
    'registration-not-open',
    text(`Registration for the term opens on ${opens}.`, `該學期的學科註冊於 ${opens} 開始。`),
  );
}

/** Before the end of registration, later only by a late registration that the Registrar approves, until the examinations of the term are over. [5cu/dl/3.5] [3cu/dl/3.5] */
export const lateRegistration =
  (clause: ClauseId): Timing =>
  ({ term, today, approvals }) => {
    const last = term.registration[1];
    return [
      {
        clause,
        met: today <= last,
        figures: { today, registrationEnds: last },
        approval: approvalBy(approvals, 'registrar'),
        note: text(`Registration for the term ended on ${last}.`, `該學期的學科註冊已於 ${last} 截止。`),
        remedy: text(
          'Apply for late registration; the Registrar has to approve it.',
          '申請逾期註冊，並須獲教務長批准。',
        ),
      },
      ...termGoesOn(clause, term, today),
    ];
  };

/** Nobody takes a course of a term that is over, whoever approves: once its examinations are over nothing is left of it. */
function termGoesOn(clause: ClauseId, { examinations: [, lastDay] }: TermFacts, today: CivilDate): Demand[] {
  if (today <= lastDay) return [];
  return [
    {
      clause,
      met: false,
      figures: { today, termEnds: lastDay },
      note: text(`The examinations of the term were over on ${lastDay}.`, `該學期的考試已於 ${lastDay} 結束。`),
      remedy: text('Take the course in a later term.', '於其後的學期修讀該學科。'),
    },
  ];
}

/**
 * Before the end of registration; later by a late registration that the Registrar accepts, until so many days of
 * teaching unless the University takes it later, and never after the examinations of the term. [5cu/tpg/6.1] [3cu/tpg/6.1]
 */
export const lateWithin =
  (days: Dated<number>): Timing =>
  ({ term, today, approvals }) => {
    const [, registrationEnds] = term.registration;
    const { clause, value } = days.on(today);
    const lastDay = plusDays(term.teaching[0], value);
    const late: Demand[] = [
      {
        clause,
        met: today <= registrationEnds,
        figures: { today, registrationEnds, lastDay, days: value },
        approval: approvalBy(approvals, 'registrar', 'university'),
        note: text(
          `Registration for the term ended on ${registrationEnds}.`,
          `該學期的學科註冊已於 ${registrationEnds} 截止。`,
        ),
        remedy: text(
          'Apply for late registration, with its fee; the Registrar accepts it.',
          '申請逾期註冊並繳付費用，由教務長接納。',
        ),
      },
      {
        clause,
        met: today <= lastDay,
        figures: { today, lastDay, days: value },
        approval: approvalBy(approvals, 'university'),
        note: text(
          `Late registration is accepted until ${lastDay}, ${value} days after teaching begins.`,
          `逾期註冊最遲於 ${lastDay}（開課後 ${value} 日）接納。`,
        ),
        remedy: text('A decision of the University to accept it later.', '由大學決定較遲接納。'),
      },
    ];
    return [...late, ...termGoesOn(clause, term, today)];
  };

/** Before the term, and in the add/drop period after that; not later. [5cu/ug/6.1] [5cu/ug/6.4] [3cu/ug/6.1] [3cu/ug/6.4] */
export const addDrop =
  (law: { readonly registration: ClauseId; readonly addDrop: Dated<number> }): Timing =>
  ({ term, today }) => {
    const [, registrationEnds] = term.registration;
    if (today <= registrationEnds) return [{ clause: law.registration, figures: { today, registrationEnds } }];
    const { clause, addDropEnds } = addDropOf(law.addDrop, term);
    const figures = { today, registrationEnds, addDropEnds };
    const addDrop: Demand = {
      clause,
      met: today <= addDropEnds,
      figures,
      note: text(
        `The add/drop period of the term ended on ${addDropEnds}.`,
        `該學期的加退選期已於 ${addDropEnds} 結束。`,
      ),
      remedy: text(`The last day was ${addDropEnds}.`, `最後日期為 ${addDropEnds}。`),
    };
    if (addDrop.met) return [addDrop];
    const registered: Demand = {
      clause: law.registration,
      met: false,
      figures,
      note: text(
        `Courses are registered for before the term; registration ended on ${registrationEnds}.`,
        `學科須於開課前註冊；該學期的學科註冊已於 ${registrationEnds} 截止。`,
      ),
    };
    return [registered, addDrop];
  };

/** Nobody takes courses on a programme before the term for which he or she was admitted to it, unless the University lets study begin earlier. [5cu/dl/3.1] [5cu/ug/3.1] [5cu/tpg/3.1] [3cu/dl/3.1] [3cu/ug/3.1] [3cu/tpg/3.1] */
export function fromEntry(
  clause: ClauseId | undefined,
  { registration: { entryTerm } }: Study,
  term: TermFacts,
  approvals: readonly Approval[] = [],
): Demand[] {
  if (!clause) return [];
  const demand: Demand = {
    clause,
    met: term.teaching[0] >= entryTerm.teaching[0],
    figures: { term: term.code, entryTerm: entryTerm.code, entry: entryTerm.teaching[0] },
    approval: approvalBy(approvals, 'university', 'registrar'),
    note: text(
      `The admission is for ${entryTerm.code}; ${term.code} begins before it.`,
      `入學學期為 ${entryTerm.code}；${term.code} 學期在此之前開始。`,
    ),
    remedy: text(
      `Take courses of ${entryTerm.code} or a later term, or obtain the approval of the University.`,
      `選修 ${entryTerm.code} 或其後學期的學科，或取得大學批准。`,
    ),
  };
  return [demand];
}
