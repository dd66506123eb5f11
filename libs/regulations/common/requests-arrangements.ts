import { type CivilDate, plusDays, plusMonths, type Ruling, type Text, text } from '#kernel';
import type { ArrangementTerms, ExaminationArrangement, ExaminationPeriod } from '../facts/request-facts.ts';
import { type Account, chapterOf, type Study } from '../facts.ts';
import type { ArrangementDecisionRequest, ArrangementRequest } from '../rules/request-rules.ts';
import { emptyAccount, outstandingOf } from './account.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import { attemptName } from './parameters.ts';
import type { ArrangementProvision, Notice, RequestsLaw } from './requests-law.ts';

/** The last day of asking so long before the first day of examinations. */
export const lastDayBefore = (
  { examinations: [first] }: Pick<ExaminationPeriod, 'examinations'>,
  notice: Notice,
): CivilDate => ('months' in notice ? plusMonths(first, -notice.months) : plusDays(first, -notice.days));

/**
 * Whether a candidate may ask for something to be arranged otherwise: in time, with the papers that the clause asks,
 * through the religious body where it is for a religious day, and ready to pay what it costs. Whether it is done is
 * decided afterwards.
 */
export function arrangement(law: RequestsLaw, study: Study, request: ArrangementRequest): Ruling {
  const provision = law.arrangements.kinds[request.kind];
  const chapter = chapterOf(study.registration.programme);
  const { attempt, kind } = request;
  if (provision.only !== undefined && provision.only !== chapter)
    return ruleOn(law.pack, [
      {
        clause: law.arrangements.venue,
        met: false,
        figures: { kind, study: chapter },
        note: text(
          'In this mode of study examinations are held at the venues of the University only.',
          '此修讀模式的考試只在大學指定的試場舉行。',
        ),
        remedy: text('Ask for another venue of the University.', '申請更改至大學其他試場。'),
      },
    ]);
  return ruleOn(law.pack, [
    { clause: provision.clause, figures: { kind, attempt: attemptName(attempt) } },
    ...papers(provision, request),
    ...inTime(provision, request),
    ...throughBody(provision, request),
    ...costs(provision, request),
  ]);
}

function papers(
  { clause, also = [], papers: asked }: ArrangementProvision,
  { papers: brought }: ArrangementRequest,
): Demand[] {
  if (!asked) return [];
  const names = asked.join(', ');
  return [clause, ...also].map((each) => ({
    clause: each,
    met: brought.some(({ kind }) => asked.includes(kind)),
    figures: { asked: asked.join(' '), brought: brought.map(({ kind }) => kind).join(' ') || null },
    note: text('Nothing came with it that shows the need.', '申請未附可證明需要的文件。'),
    remedy: text(`Hand in one of: ${names}.`, `提交以下其中一項文件：${names}。`),
  }));
}

function inTime(
  { clause, notice, timetable }: ArrangementProvision,
  { sitting, approvals, today }: ArrangementRequest,
): Demand[] {
  const provided = notice?.before.on(today);
  const lastDay = provided ? lastDayBefore(sitting, provided.value) : sitting.examinations[1];
  const figures = { today, lastDay, examinations: sitting.examinations[0], sitting: sitting.term };
  const tooLate = text(`It could be asked for until ${lastDay}.`, `申請截止日期為 ${lastDay}。`);
  const late: Text = text(`The last day was ${lastDay}.`, `最後日期為 ${lastDay}。`);
  if (timetable)
    return [
      {
        clause: timetable.clause,
        met: !timetable.emergencyOnly && today <= lastDay,
        figures,
        approval: approvalBy(approvals, 'registrar'),
        note: timetable.emergencyOnly
          ? text('Examinations are held on the published days.', '考試按公布的日期舉行。')
          : tooLate,
        remedy: text('The approval of the Registrar in an emergency.', '如屬緊急情況，可取得教務長批准。'),
      },
    ];
  return [
    {
      clause: provided?.clause ?? clause,
      met: today <= lastDay,
      figures,
      approval: notice?.acceptedLateBy ? approvalBy(approvals, notice.acceptedLateBy) : undefined,
      note: tooLate,
      remedy: late,
    },
  ];
}

function throughBody({ through }: ArrangementProvision, { religiousBody, papers }: ArrangementRequest): Demand[] {
  if (!through) return [];
  const inWriting = papers.some(({ kind }) => kind === 'religious-body-letter');
  return [
    {
      clause: through,
      met: religiousBody !== undefined && inWriting,
      figures: { religiousBody: religiousBody ?? null, inWriting },
      note: text('It is asked for in writing through the religious body.', '申請須由所屬宗教團體以書面提出。'),
      remedy: text('Hand in a letter of the religious body.', '提交所屬宗教團體的信件。'),
    },
  ];
}

function costs({ costs: provided }: ArrangementProvision, { costsAgreed = false }: ArrangementRequest): Demand[] {
  if (!provided?.agreed) return [];
  return [
    {
      clause: provided.clause,
      met: costsAgreed,
      figures: { costsAgreed },
      note: text(
        'The candidate has not agreed to pay what it costs before the examination.',
        '考生尚未同意於考試前支付所需費用。',
      ),
      remedy: text('Agree to pay what it costs.', '同意支付所需費用。'),
    },
  ];
}

/**
 * Whether somebody may decide so on a request: it is theirs to decide, the fee for asking has been paid, and a grant says
 * all that the clause asks. A refusal needs nothing but whoever decides.
 */
export function arrangementDecision(law: RequestsLaw, study: Study, request: ArrangementDecisionRequest): Ruling {
  const { arrangement: asked, outcome, decidedBy } = request;
  const provision = law.arrangements.kinds[asked.kind];
  const { clause, decidedBy: deciders } = provision;
  const theirs: Demand = {
    clause,
    met: deciders.includes(decidedBy),
    figures: { kind: asked.kind, outcome, decidedBy, deciders: deciders.join(' ') },
    note: text('It is for others to decide.', '應由其他人員決定。'),
    remedy: text(`Decided by: ${deciders.join(', ')}.`, `應由 ${deciders.join('、')} 決定。`),
  };
  if (outcome === 'refused')
    return ruleOn(law.pack, [
      theirs,
      ...(provision.otherwiseNextSitting
        ? [
            {
              clause,
              figures: { refused: true },
              remark: text('The candidate sits the next examination in Hong Kong.', '考生須在香港參加下一次考試。'),
            },
          ]
        : []),
    ]);
  return ruleOn(law.pack, [
    theirs,
    ...feePaid(provision, study, request),
    ...provision.needs.map((need) => said(provision, need, request.terms)),
    ...supervised(provision, request.terms),
    ...charges(provision, request),
  ]);
}

function feePaid(
  { fee }: ArrangementProvision,
  { account = emptyAccount }: Study,
  { arrangement: { charge }, today }: ArrangementDecisionRequest,
): Demand[] {
  if (!fee || charge === undefined) return [];
  const outstanding = outstandingOf(account, charge, today);
  return [
    {
      clause: fee.clause,
      met: outstanding === 0,
      figures: { charge, outstandingCents: outstanding },
      note: text('The fee for asking has not been paid.', '申請手續費尚未繳付。'),
      remedy: text(`Pay the charge ${charge}.`, `繳付款項 ${charge}。`),
    },
  ];
}

/** The candidate pays for what a clause says, before the examination, and for nothing else. */
function charges(
  { clause, costs: provided }: ArrangementProvision,
  { arrangement: { kind, sitting }, costs: cents, today }: ArrangementDecisionRequest,
): Demand[] {
  if (cents === undefined) return [];
  const [first] = sitting.examinations;
  return [
    {
      clause: provided?.clause ?? clause,
      met: provided !== undefined && today < first,
      figures: { kind, cents, today, examinations: first },
      note: provided
        ? text('It is paid for before the examination, which has begun.', '費用須於考試前繳付，而考試已開始。')
        : text('Candidates pay nothing for an arrangement of this kind.', '此類安排不向考生收費。'),
      remedy: provided ? undefined : text('Leave out the costs.', '刪除費用。'),
    },
  ];
}

const NEEDS: Readonly<Record<keyof ArrangementTerms, Text>> = {
  place: text('the place', '考試地點'),
  date: text('the other day', '另定的日期'),
  minutes: text('the extra minutes', '額外時間的分鐘數'),
  invigilator: text('the invigilator whom the University appointed', '大學委任的監考員'),
  noteTaker: text('the approved note-taker', '獲批准的筆錄員'),
  noteTakerKnown: text('whether the candidate knows the note-taker', '考生是否認識筆錄員'),
  consulted: text('whether teacher or tutor was consulted', '已諮詢的教師或導師'),
  assessed: text('the assessment that the candidate cannot write by hand', '考生不能書寫的評估'),
  practicable: text('that it can be arranged', '可作出有關安排'),
  host: text('the agency abroad', '海外代辦機構'),
  sameTime: text('that it takes place at the same time as in Hong Kong', '與香港同時舉行'),
  otherPaper: text('that another paper has been set', '已另備試卷'),
};

function said({ clause }: ArrangementProvision, need: keyof ArrangementTerms, terms: ArrangementTerms): Demand {
  const value = terms[need];
  const { en, 'zh-Hant': zh } = NEEDS[need];
  return {
    clause,
    // Whether the candidate knows the note-taker is said either way; everything else has to be so.
    met: need === 'noteTakerKnown' ? value !== undefined : value !== undefined && value !== false,
    figures: { [need]: value ?? null },
    note: text(`A grant has to say ${en}.`, `批准時須註明${zh}。`),
    remedy: text(`Say ${en}.`, `請註明${zh}。`),
  };
}

/** A note-taker whom the candidate knows does not watch over the examination as well. */
function supervised({ clause }: ArrangementProvision, terms: ArrangementTerms): Demand[] {
  const { noteTaker, noteTakerKnown, invigilator } = terms;
  if (!noteTaker || !noteTakerKnown) return [];
  return [
    {
      clause,
      met: invigilator !== undefined && invigilator !== noteTaker,
      figures: { noteTaker, invigilator: invigilator ?? null },
      note: text(
        'The candidate knows the note-taker, so somebody else has to be the invigilator.',
        '考生認識筆錄員，故須另派監考員。',
      ),
      remedy: text('Appoint another invigilator.', '另行委任監考員。'),
    },
  ];
}

/** How an arrangement stands on a day: what was to be paid for it before the examination and was not makes it lapse. */
export function arrangementState(
  { decision, sitting }: ExaminationArrangement,
  account: Account,
  day: CivilDate,
): 'asked' | 'granted' | 'refused' | 'lapsed' {
  if (!decision || decision.on > day) return 'asked';
  const [first] = sitting.examinations;
  if (decision.outcome === 'refused' || decision.charge === undefined || day < first) return decision.outcome;
  return outstandingOf(account, decision.charge, plusDays(first, -1)) === 0 ? 'granted' : 'lapsed';
}
