import { type CivilDate, type ClauseId, type Ruling, text } from '#kernel';
import type { ResearchAward, Study } from '../facts.ts';
import type {
  ElsewhereRequest,
  FulfilmentRequest,
  ResearchAdmissionRequest,
  ResearchRules,
} from '../rules/research.ts';
import { termOfYear } from './academic-year.ts';
import { accountOn, hkd } from './account.ts';
import { applicationFeeDue } from './application-fee.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { approvedBy, COMMITTEE, fileOf, passedOn, type ResearchLaw, SUPERVISOR } from './research-law.ts';

const TERM_NAMES = [text('Autumn', '秋季'), text('Spring', '春季'), text('Summer', '夏季')];

/**
 * Whether the Research Degrees Committee admits: it approves, the entry conditions are met, the language suffices, no
 * other research degree is read without its express permission, all fees are paid, and study begins in a term that comes
 * after. [5cu/rpg/2.1] [5cu/rpg/3.1] [5cu/rpg/3.2] [5cu/rpg/3.3] [5cu/rpg/4.2] [3cu/rpg/2.1] [3cu/rpg/3.3] [3cu/rpg/4.2]
 */
export const researchAdmission =
  (law: ResearchLaw) =>
  (request: ResearchAdmissionRequest): Ruling => {
    const { conditions, approvals } = request;
    return ruleOn(law.pack, [
      approvedBy(law.committee, approvals, COMMITTEE),
      {
        clause: law.entryConditions,
        met: request.entryConditionsMet,
        figures: { programme: request.programme.code, met: request.entryConditionsMet },
        note: text('The entry conditions of the programme are not met.', '未符合課程的入學條件。'),
        remedy: text('Meet the entry conditions, and apply again.', '符合入學條件後再行申請。'),
      },
      {
        clause: law.language,
        met: request.languageShown,
        figures: { thesisLanguage: request.thesisLanguage, shown: request.languageShown },
        note: text(
          'The Committee is not satisfied with the command of the language.',
          '研究學位委員會未信納申請人的語文能力。',
        ),
        remedy: text('Show the command of the language.', '證明具備所需語文能力。'),
      },
      ...otherDegree(law, request),
      { clause: law.conditions, figures: { conditions: conditions.map(({ id }) => id).join(' ') || null } },
      ...start(law, request),
    ]);
  };

/** By the clause on admission, and for somebody who is on a research degree here by that on study as well. */
function otherDegree(law: ResearchLaw, { here, elsewhere, permits, approvals }: ResearchAdmissionRequest): Demand[] {
  const read = here.map(({ code }) => code).join(' ');
  const demand: Demand = {
    clause: law.onlyDegree,
    met: here.length === 0 && elsewhere === undefined,
    figures: { here: read === '' ? null : read, elsewhere: elsewhere ?? null },
    approval: permits.otherDegree ? approvalBy(approvals, COMMITTEE) : undefined,
    note: text('Another research degree is being read.', '申請人正攻讀另一研究學位。'),
    remedy: text('The express permission of the Research Degrees Committee.', '取得研究學位委員會明確許可。'),
  };
  return here.length === 0 ? [demand] : [demand, { ...demand, clause: law.noOther }];
}

function start(law: ResearchLaw, request: ResearchAdmissionRequest): (Demand | Remark)[] {
  const { programme, term, startsOn, conditions, permits, approvals, today } = request;
  const { clause, value } = law.start.on(startsOn);
  const { terms, withCoursesOnly } = value[programme.award as ResearchAward];
  const approval = permits.otherStart ? approvalBy(approvals, COMMITTEE) : undefined;
  const number = termOfYear(term, law.calendar.on(startsOn).value);
  const bound = !withCoursesOnly || conditions.some(({ kind }) => kind === 'course');
  const names = terms.map((each) => TERM_NAMES[each] ?? text(`term ${each + 1}`, `第 ${each + 1} 學期`));
  const english = names.map(({ en }) => en).join(' or ');
  const chinese = names.map((name) => name['zh-Hant']).join('或');
  const [first, last] = [term.teaching[0], term.examinations[1]];
  return [
    {
      clause,
      met: !bound || terms.includes(number),
      figures: { term: term.code, termOfYear: number + 1, courses: conditions.some(({ kind }) => kind === 'course') },
      approval,
      note: text(`Study normally begins in ${english}.`, `一般於${chinese}學期開課。`),
      remedy: text(
        `Begin in ${english}, or as the Research Degrees Committee fixes it.`,
        `於${chinese}學期開課，或由研究學位委員會另訂。`,
      ),
    },
    {
      clause,
      met: first <= startsOn && startsOn <= last,
      figures: { term: term.code, startsOn, first, last },
      note: text(
        `The day of the start is not one of ${term.code}, from ${first} to ${last}.`,
        `開學日期不在 ${term.code} 學期（${first} 至 ${last}）之內。`,
      ),
      remedy: text('Fix a day of the term.', '於該學期內另訂日期。'),
    },
    feesPaid(clause, request),
    {
      clause,
      met: today <= startsOn,
      figures: { admittedOn: today, startsOn },
      approval,
      note: text('Study normally begins after admission.', '一般於批准入學之後開課。'),
      remedy: text(
        `Begin on ${today} or later, or as the Research Degrees Committee fixes it.`,
        `於 ${today} 或之後開課，或由研究學位委員會另訂。`,
      ),
    },
  ];
}

/** All that has been charged is settled, and so is the fee of the application. */
function feesPaid(clause: ClauseId, { programme, account, application, today }: ResearchAdmissionRequest): Demand {
  const { charge, outstandingCents } = applicationFeeDue(account, { ...application, programme: programme.code }, today);
  const { owed } = accountOn(account, today);
  const unpaid = charge === null ? owed + outstandingCents : owed;
  return {
    clause,
    met: unpaid === 0,
    figures: { application: charge, applicationCents: outstandingCents, owedCents: owed },
    note: text(
      `Study begins when all fees have been paid; ${hkd(unpaid)} is still to be paid.`,
      `須繳清所有費用後方可開課；尚欠 ${hkd(unpaid)}。`,
    ),
    remedy: text(`Charge what is to be paid, and pay it: ${hkd(unpaid)}.`, `記入並繳清應繳款項 ${hkd(unpaid)}。`),
  };
}

/** Conditions, plan, another degree and study elsewhere: what the Committee decides of a student who is on the programme. */
export const researchTerms = (
  law: ResearchLaw,
): Pick<ResearchRules, 'condition' | 'fulfilment' | 'plan' | 'otherDegree' | 'elsewhere'> => ({
  /** A condition more. [5cu/rpg/4.1] [3cu/rpg/4.1] */
  condition: (_study, { approvals }) => ruleOn(law.pack, [approvedBy(law.conditions, approvals, COMMITTEE)]),
  fulfilment: (study, request) => ruleOn(law.pack, [fulfilled(law, study, request)]),
  /** Another field or plan. [5cu/rpg/4.4] [3cu/rpg/4.4] */
  plan: (study, { approvals }) =>
    ruleOn(law.pack, [approvedBy(law.plan, approvals, COMMITTEE, { area: fileOf(study).plans.at(-1)?.area ?? null })]),
  /** A research degree taken up elsewhere beside this one. [5cu/rpg/4.5] [3cu/rpg/4.5] */
  otherDegree: (study, { approvals }) =>
    ruleOn(law.pack, [
      {
        ...approvedBy(law.noOther, approvals, COMMITTEE, { programme: study.registration.programme.code }),
        note: text(
          'No other research degree may be taken up while this one is being read.',
          '在讀期間不得註冊或報讀其他研究學位。',
        ),
        remedy: text('The express permission of the Research Degrees Committee.', '取得研究學位委員會明確許可。'),
      },
    ]),
  elsewhere: (study, request) => ruleOn(law.pack, away(law, study, request)),
});

/** By the pass on the record, or by the word of the Committee. */
function fulfilled(law: ResearchLaw, study: Study, { condition, approvals }: FulfilmentRequest): Demand {
  const passed = passedOn(law, study, condition);
  return {
    ...approvedBy(law.conditions, approvals, COMMITTEE),
    met: passed !== undefined,
    figures: { condition: condition.id, course: condition.course ?? null, passedOn: passed ?? null },
    note: text(
      'The record does not show the condition fulfilled; it is for the Research Degrees Committee to say so.',
      '紀錄未顯示已符合該條件，須由研究學位委員會確認。',
    ),
  };
}

/**
 * All or part of study or research away: the principal supervisor recommends it, the Committee finds the place suitable,
 * and the supervisor can guide and control the work there. [5cu/rpg/7.1] [5cu/rpg/7.1.1] [5cu/rpg/7.1.2] [3cu/rpg/7.1]
 */
function away(
  { elsewhere }: ResearchLaw,
  study: Study,
  { place, from, until, supervised, approvals }: ElsewhereRequest,
): Demand[] {
  const figures: Record<string, CivilDate> = { place, from, until };
  const recommended = approvedBy(elsewhere.recommended, approvals, SUPERVISOR, figures);
  const suitable = approvedBy(elsewhere.place, approvals, COMMITTEE, { place });
  return [
    {
      ...recommended,
      note: text(
        'Study elsewhere takes the recommendation of the principal supervisor.',
        '在大學以外學習或研究須經首席研究主任推薦。',
      ),
      remedy: text('The recommendation of the principal supervisor.', '取得首席研究主任推薦。'),
    },
    {
      ...suitable,
      note: text('The Research Degrees Committee has not found the place suitable.', '研究學位委員會未認可該地點。'),
    },
    {
      clause: elsewhere.supervision,
      met: supervised,
      figures: { programme: study.registration.programme.code, supervised },
      note: text(
        'The principal supervisor could not control and guide the work properly.',
        '首席研究主任未能對學習及研究作適當的控制及指引。',
      ),
      remedy: text('Arrange for supervision at the place.', '就該地點作出指導安排。'),
    },
  ];
}
