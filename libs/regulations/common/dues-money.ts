import { type CivilDate, type ClauseId, type Ruling, text } from '#kernel';
import { chapterOf, hasEntryConditions, type ProgrammeFacts } from '../facts.ts';
import type { Applicant, ChargeRequest, PaymentDeferralRequest } from '../pack.ts';
import { accountOn, emptyAccount, hkd } from './account.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import { type DuesLaw, exemptBy } from './dues-law.ts';
import type { Rule } from './parameters.ts';
import { paymentOf } from './provisional.ts';

/**
 * Whether a student may be charged for something: the regulations of the chapter ask a fee for it, and a caution deposit
 * only of those who entered since it was introduced; the application fee of no graduate of the University or of the
 * LiPACE higher diploma, and in distance learning only for a programme that has conditions of entry. [5cu/ug/3.3]
 * [3cu/ug/3.3] [5cu/dl/2.6] [5cu/ug/2.4] [5cu/tpg/2.4] [3cu/dl/2.6] [3cu/ug/2.4] [3cu/tpg/2.4]
 */
export const chargeRule =
  (law: DuesLaw): Rule<ChargeRequest, Ruling> =>
  (study, { kind, cents, due }) => {
    const { programme, admittedOn: on } = study.registration;
    const clause = law.charges[kind];
    if (!clause) return noSuchCharge(law, kind, programme);
    const figures = { kind, cents, due };
    if (kind === 'application') return applicationCharge(law)({ programme, graduateOf: study.graduateOf, on }, figures);
    if (kind !== 'caution-deposit' || !law.depositFrom) return ruleOn(law.pack, [{ clause, figures }]);
    const entry = study.registration.entryTerm.teaching[0];
    const { value: from } = law.depositFrom.on(entry);
    return ruleOn(law.pack, [
      {
        clause,
        met: entry >= from,
        figures: { ...figures, entry, from },
        note: text(`Only entrants of terms from ${from} pay a deposit.`, `只有 ${from} 起的學期入學的學生須繳保證金。`),
      },
    ]);
  };

function noSuchCharge(law: DuesLaw, kind: ChargeRequest['kind'], programme: ProgrammeFacts): Ruling {
  const asked = Object.keys(law.charges).join(' ');
  return ruleOn(law.pack, [
    {
      clause: law.debts.enrolment,
      met: false,
      figures: { kind, study: chapterOf(programme), charges: asked },
      note: text('These regulations ask no such charge.', '有關規例並無此項收費。'),
      remedy: text(`What may be charged: ${asked}.`, `可收取的費用：${asked}。`),
    },
  ]);
}

/** Whether somebody who applies to a programme, on it already or not, may be charged for applying. */
export const applicationCharge =
  (law: DuesLaw) =>
  (applicant: Applicant, request: ChargeRequest): Ruling => {
    const clause = law.charges.application;
    if (!clause) return noSuchCharge(law, 'application', applicant.programme);
    if (!law.applicants) return ruleOn(law.pack, [{ clause, figures: { ...request } }]);
    return ruleOn(law.pack, application(law.applicants, clause, applicant, request));
  };

function application(
  applicants: NonNullable<DuesLaw['applicants']>,
  clause: ClauseId,
  { programme, graduateOf: of, on }: Applicant,
  figures: ChargeRequest,
): Demand[] {
  const graduateOf = exemptBy(applicants.exempt, { graduateOf: of }, on);
  const asks = hasEntryConditions(programme);
  const ofGraduate: Demand = {
    clause,
    met: graduateOf === undefined,
    figures: { ...figures, graduateOf: graduateOf ?? null },
    note: text(
      'Graduates of the University and of the LiPACE higher diploma pay no application fee.',
      '本大學畢業生及李嘉誠專業進修學院高級文憑畢業生毋須繳付報名費。',
    ),
  };
  if (applicants.who === 'all') return [ofGraduate];
  const forConditions: Demand = {
    clause,
    met: asks,
    figures: { ...figures, programme: programme.code, entryConditions: asks },
    note: text(
      `${programme.code} has no conditions of entry; there is no fee for applying.`,
      `${programme.code} 不設入學條件，毋須繳付報名費。`,
    ),
  };
  return [forConditions, ofGraduate];
}

/**
 * Whether the tuition of a term may be paid later: the chapter provides for it, the Registrar has approved, and the new
 * day lies ahead and within the term, by its last day of examinations, unless the University approves a later one. Until all has arrived registration is provisional. [5cu/ug/3.5] [5cu/ug/3.6] [3cu/ug/3.5] [3cu/ug/3.6]
 */
export const paymentDeferral =
  (law: DuesLaw): Rule<PaymentDeferralRequest, Ruling> =>
  ({ account = emptyAccount, registration, attempts }, { term, until, approvals, today }) => {
    if (!law.later) {
      const note = text('The tuition of this programme cannot be paid later.', '此課程的學費不設延期繳付。');
      return ruleOn(law.pack, [{ clause: law.debts.enrolment, met: false, figures: { term, until }, note }]);
    }
    const approval = approvalBy(approvals, 'registrar', 'university');
    const tuition = accountOn(account, today).charges.filter(
      (charge) => charge.kind === 'tuition' && charge.programme === registration.programme.code && charge.term === term,
    );
    const outstanding = tuition.reduce((sum, charge) => sum + charge.outstanding, 0);
    const lastDay =
      tuition
        .map(({ payBy }) => payBy)
        .sort()
        .at(-1) ?? null;
    const ends = [registration.entryTerm, ...attempts.map((attempt) => attempt.term)].find(({ code }) => code === term)
      ?.examinations[1];
    return ruleOn(law.pack, [
      {
        clause: law.later.asked,
        met: ends === undefined || until <= ends,
        figures: { term, until, termEnds: ends ?? null },
        approval: approvalBy(approvals, 'university'),
        note: text(
          `The tuition of a term is paid within it; ${term} ends on ${ends}.`,
          `學費須於該學期內繳清；${term} 學期於 ${ends} 完結。`,
        ),
        remedy: text(
          `Name a day until ${ends}, or obtain the approval of the University.`,
          `註明 ${ends} 或之前的日期，或取得大學批准。`,
        ),
      },
      {
        clause: law.later.asked,
        met: approval !== undefined,
        figures: { term, outstandingCents: outstanding },
        note: text('The Registrar has not approved later payment.', '教務長尚未批准延期繳付學費。'),
        remedy: text('Approval of the Registrar, with very good reasons.', '以充分理由取得教務長批准。'),
      },
      {
        clause: law.later.asked,
        met: lastDay !== null && today <= lastDay && outstanding > 0,
        figures: { term, today, lastDay, outstandingCents: outstanding },
        note: text(
          'No tuition of the term is still to be paid, or its day has passed.',
          '該學期沒有尚待繳付的學費，或繳費限期已過。',
        ),
        remedy: lastDay === null ? undefined : text(`The last day was ${lastDay}.`, `最後日期為 ${lastDay}。`),
      },
      {
        clause: law.later.provisional,
        met: until > today && (lastDay === null || until > lastDay),
        figures: { until, today, lastDay },
        note: text('The new day lies after the one on which tuition is due.', '新限期須在原定繳費限期之後。'),
      },
    ]);
  };

/**
 * Whether the work of a term is recognised: not of one in which registration was provisional and ended for want of
 * tuition, and not while it is provisional, as it may end so. Says nothing of a term whose tuition was never deferred.
 * [5cu/ug/3.6] [3cu/ug/3.6]
 */
export const recognition =
  (law: DuesLaw): Rule<{ readonly term: string; readonly today: CivilDate }, Ruling> =>
  (study, { term, today }) => {
    if (!law.later || (study.account ?? emptyAccount).deferrals.length === 0) return ruleOn(law.pack, []);
    const { status, deferral, outstanding } = paymentOf(study, today, term);
    if (!deferral) return ruleOn(law.pack, []);
    const { until } = deferral;
    return ruleOn(law.pack, [
      {
        clause: law.later.provisional,
        met: false,
        figures: { status, term, until, outstandingCents: outstanding },
        ...(status === 'ended'
          ? {
              note: text(
                `The student was never formally registered in ${term}: its tuition had not arrived by ${until}.`,
                `學生於 ${term} 學期未有正式註冊：學費於 ${until} 仍未繳清，該學期的學業不予承認。`,
              ),
            }
          : {
              note: text(
                `Registration in ${term} is provisional until ${until}: a result waits for the tuition.`,
                `${term} 學期的註冊屬臨時註冊，至 ${until} 為止；學費繳清後方可記錄成績。`,
              ),
              remedy: text(
                `Once ${hkd(outstanding)} has arrived the result is recorded.`,
                `繳清 ${hkd(outstanding)} 後即可記錄成績。`,
              ),
            }),
      },
    ]);
  };
