import { type CivilDate, type ClauseId, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { AwardKind, ChargeKind, Hold, HoldKind, Registration, Study } from '../facts.ts';
import type { ChargeRequest, ClearanceRequest, ClearedAct, HoldRequest, PaymentDeferralRequest } from '../pack.ts';
import { accountOn, emptyAccount, hkd, paymentStanding } from './account.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { type ByMode, byMode, type Rule } from './parameters.ts';
import { creditedOnReturn, resumedWithoutFee } from './tuition.ts';

/** What a kind of hold rests on, and what it keeps the student from. */
export interface HoldProvision {
  /** The clauses of which one is named when it is placed. */
  readonly clauses: readonly ClauseId[];
  /** What it keeps the student from, by the clause that says so. */
  readonly blocks: Readonly<Partial<Record<ClearedAct, ClauseId>>>;
}

/** What the regulations of a mode say of money and holds. */
export interface DuesLaw {
  readonly pack: string;
  /** What may be charged, with the clause that asks for it. */
  readonly charges: Readonly<Partial<Record<ChargeKind, ClauseId>>>;
  readonly holds: Readonly<Partial<Record<HoldKind, HoldProvision>>>;
  /** What money owed keeps a student from. */
  readonly debts: Readonly<Record<Exclude<ClearedAct, 'award'>, ClauseId>> & {
    readonly award: Readonly<Record<AwardKind, ClauseId>>;
  };
  /** Payment later than on registration, and what registration is until then; absent where nothing provides for it. */
  readonly later?: { readonly asked: ClauseId; readonly provisional: ClauseId };
  /** What becomes of tuition paid for courses that are deferred. */
  readonly afterDeferral: ClauseId;
  /** The first day of teaching of the terms whose entrants pay a caution deposit. */
  readonly depositFrom?: Dated<CivilDate>;
}

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

/** The rules of a regime on money and holds, each for the mode of the programme. */
export const dues = (laws: ByMode<DuesLaw>) => {
  const of = <Request, Result>(rule: (law: DuesLaw) => Rule<Request, Result>) =>
    byMode({ 'distance-learning': rule(laws['distance-learning']), 'full-time': rule(laws['full-time']) });
  return {
    hold: of(holdRule),
    charge: of(chargeRule),
    clearance: of(clearance),
    paymentDeferral: of(paymentDeferral),
    recognition: of(recognition),
    tuition: byMode({
      'distance-learning': resumedWithoutFee(laws['distance-learning'].afterDeferral),
      'full-time': creditedOnReturn(laws['full-time'].afterDeferral),
    }),
    chargeClause: (mode: keyof typeof laws, kind: ChargeKind) => laws[mode].charges[kind],
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
 * Whether a student may be charged for something: the regulations of the mode ask a fee for it, and a caution deposit
 * only of those who entered since it was introduced. [5cu/ug/3.3] [3cu/ug/3.3]
 */
const chargeRule =
  (law: DuesLaw): Rule<ChargeRequest, Ruling> =>
  (study, { kind, cents, due }) => {
    const clause = law.charges[kind];
    const { mode } = study.registration.programme;
    if (!clause) {
      const asked = Object.keys(law.charges).join(' ');
      return ruleOn(law.pack, [
        {
          clause: law.debts.enrolment,
          met: false,
          figures: { kind, mode, charges: asked },
          note: text('These regulations ask no such charge.', '有關規例並無此項收費。'),
          remedy: text(`What may be charged: ${asked}.`, `可收取的費用：${asked}。`),
        },
      ]);
    }
    const figures = { kind, cents, due };
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

function provisional(
  law: DuesLaw,
  { account = emptyAccount, registration }: Study,
  { act, approvals, today }: ClearanceRequest,
): (Demand | Remark)[] {
  if (act !== 'enrolment' || !law.later || account.deferrals.length === 0) return [];
  const { status, deferral, outstanding } = paymentStanding(account, registrationOf(registration), today);
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

const registrationOf = ({ programme, admittedOn }: Registration) => ({ programme: programme.code, since: admittedOn });

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

/**
 * Whether the tuition of a term may be paid later: the mode provides for it, the Registrar has approved, and the new
 * day lies ahead. Until all has arrived registration is provisional. [5cu/ug/3.5] [5cu/ug/3.6] [3cu/ug/3.5] [3cu/ug/3.6]
 */
const paymentDeferral =
  (law: DuesLaw): Rule<PaymentDeferralRequest, Ruling> =>
  ({ account = emptyAccount, registration }, { term, until, approvals, today }) => {
    if (!law.later) {
      const note = text('Distance-learning tuition cannot be paid later.', '遙距課程的學費不設延期繳付。');
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
    return ruleOn(law.pack, [
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
 * tuition. Says nothing of a term whose tuition was never deferred. [5cu/ug/3.6] [3cu/ug/3.6]
 */
const recognition =
  (law: DuesLaw): Rule<{ readonly term: string; readonly today: CivilDate }, Ruling> =>
  ({ account = emptyAccount, registration }, { term, today }) => {
    if (!law.later || account.deferrals.length === 0) return ruleOn(law.pack, []);
    const { status, deferral, outstanding } = paymentStanding(
      account,
      { ...registrationOf(registration), term },
      today,
    );
    if (!deferral) return ruleOn(law.pack, []);
    const { until } = deferral;
    return ruleOn(law.pack, [
      {
        clause: law.later.provisional,
        met: status !== 'ended',
        figures: { status, term, until, outstandingCents: outstanding },
        note: text(
          `The student was never formally registered in ${term}: its tuition had not arrived by ${until}.`,
          `學生於 ${term} 學期未有正式註冊：學費於 ${until} 仍未繳清，該學期的學業不予承認。`,
        ),
      },
    ]);
  };
