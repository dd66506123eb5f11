import { type CivilDate, type Ruling, text } from '#kernel';
import { type Chapter, type ChargeKind, chapterOf, type Hold, type Study } from '../facts.ts';
import type { Applicant, ChargeRequest, ClearanceRequest, ClearedAct, HoldRequest } from '../pack.ts';
import { accountOn, emptyAccount, hkd } from './account.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { depositSettlement } from './deposit.ts';
import type { DuesLaw } from './dues-law.ts';
import { applicationCharge, chargeRule, paymentDeferral, recognition } from './dues-money.ts';
import { type ByChapter, byChapter, eachChapter, type Rule } from './parameters.ts';
import { paymentOf } from './provisional.ts';
import { tuition } from './tuition.ts';

/**
 * Who may let pass what money owed would hold up; of an award nobody may. The Registrar approves late registration, and
 * such an approval lets no debt pass.
 */
const LETS_PASS: Readonly<Record<ClearedAct, readonly string[]>> = {
  enrolment: ['university'],
  results: ['university'],
  documents: ['university'],
  award: [],
};

/** The rules of a regime on money and holds, each for the chapter of the programme. */
export const dues = (laws: ByChapter<DuesLaw>) => {
  const of = <Request, Result>(rule: (law: DuesLaw) => Rule<Request, Result>) => byChapter(eachChapter(laws, rule));
  return {
    hold: of(holdRule),
    charge: of(chargeRule),
    applicationCharge: (applicant: Applicant, request: ChargeRequest) =>
      applicationCharge(laws[chapterOf(applicant.programme)])(applicant, request),
    clearance: of(clearance),
    depositSettlement: of(depositSettlement),
    paymentDeferral: of(paymentDeferral),
    recognition: of(recognition),
    tuition: of(tuition),
    chargeClause: (chapter: Chapter, kind: ChargeKind) => laws[chapter]?.charges[kind],
  };
};

/** Whether a hold may be placed: the regulations know its kind, and it names a clause on which that kind rests. */
const holdRule =
  (law: DuesLaw): Rule<HoldRequest, Ruling> =>
  (_study, { kind, clause }) => {
    const rests = law.holds[kind]?.clauses ?? [];
    const known = rests.join(' ');
    return ruleOn(law.pack, [
      {
        clause,
        met: rests.includes(clause),
        figures: { kind, clauses: known || null },
        note: text('A hold of this kind does not rest on that clause.', '此類限制不能以該條文為依據。'),
        remedy:
          rests.length > 0
            ? text(`Name a clause on which it rests: ${known}.`, `請引用所依據的條文：${known}。`)
            : text('These regulations know no hold of this kind.', '有關規例並無此類限制。'),
      },
    ]);
  };

/**
 * Whether money owed or a hold keeps a student from something: enrolment, results, documents, an award. Enrolment and
 * documents wait for what is overdue and go on when the University lets them; an award is for nobody who owes anything.
 * A student without charges and holds has no finding.
 */
const clearance =
  (law: DuesLaw): Rule<ClearanceRequest, Ruling> =>
  (study, request) =>
    ruleOn(law.pack, [
      ...debts(law, study, request),
      ...provisional(law, study, request),
      ...held(law, study, request),
    ]);

const debts = (law: DuesLaw, study: Study, request: ClearanceRequest): Demand[] => {
  const { act, approvals, today } = request;
  const { account = emptyAccount, registration } = study;
  if (account.charges.length === 0) return [];
  const { owed, overdue } = accountOn(account, today);
  const clause = act === 'award' ? law.debts.award[registration.programme.award] : law.debts[act];
  if (clause === undefined) return [];
  const inTheWay = act === 'award' ? owed : overdue;
  const amount = hkd(inTheWay);
  return [
    {
      clause,
      met: inTheWay === 0,
      figures: { owedCents: owed, overdueCents: overdue, today },
      approval: approvalBy(approvals, ...LETS_PASS[act]),
      note:
        act === 'award'
          ? text(`${amount} is owed to the University.`, `尚欠大學 ${amount}。`)
          : text(`${amount} is overdue.`, `有逾期未繳款項 ${amount}。`),
      remedy: text(`Pay ${amount}.`, `繳付 ${amount}。`),
    },
  ];
};

function provisional(law: DuesLaw, study: Study, { act, approvals, today }: ClearanceRequest): (Demand | Remark)[] {
  if (act !== 'enrolment' || !law.later) return [];
  const { status, deferral, outstanding } = paymentOf(study, today);
  if (!deferral) return [];
  const { term, until } = deferral;
  const figures = { status, term, until, outstandingCents: outstanding };
  const clause = law.later.provisional;
  if (status === 'provisional') return [{ clause, figures }];
  return [
    {
      clause,
      met: false,
      figures,
      note: text(
        `Provisional registration ended: the tuition of ${term} had not arrived by ${until}.`,
        `臨時註冊已告終止：${term} 學期的學費於 ${until} 仍未繳清。`,
      ),
      // Whoever returns has cleared what is owed. [5cu/ug/5.2] [3cu/ug/5.2]
      approval: outstanding === 0 ? approvalBy(approvals, 'university') : undefined,
      remedy: text(
        `The last day was ${until}; clear what is owed (${hkd(outstanding)}) and apply for reinstatement.`,
        `最後日期為 ${until}；請先清繳欠款（${hkd(outstanding)}），再申請恢復學籍。`,
      ),
    },
  ];
}

/** Holds that stand on a day. */
export const holdsOn = (holds: readonly Hold[], day: CivilDate): Hold[] =>
  holds.filter(({ placedOn, released }) => placedOn <= day && (!released || released.on > day));

function held(law: DuesLaw, { holds = [] }: Study, { act, approvals, today }: ClearanceRequest): Demand[] {
  return holdsOn(holds, today).flatMap(({ id, kind, authority, reason, clause: rests, placedOn }) => {
    const clause = law.holds[kind]?.blocks[act];
    if (!clause) return [];
    return [
      {
        clause,
        met: false,
        figures: { hold: id, kind, authority, reason, rests, since: placedOn },
        approval: kind === 'probation-advice' ? approvalBy(approvals, 'adviser') : undefined,
        note: text(`A hold stands since ${placedOn}: ${reason}`, `自 ${placedOn} 起受限制：${reason}`),
        remedy: text(
          `Release of the hold ${id} by its authority (${authority}).`,
          `由有關當局（${authority}）解除限制 ${id}。`,
        ),
      },
    ];
  });
}
