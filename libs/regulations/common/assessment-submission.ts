import { type CivilDate, type ClauseId, daysBetween, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { type AssessmentItem, isWritten } from '../facts.ts';
import type { SubmissionRequest, SubmissionRuling } from '../pack.ts';
import { dueOf, inDays, isLastAssignment, itemOf } from './coursework-due.ts';
import type { ExtensionTier } from './coursework-law.ts';
import { anyOf } from './deciding-on-work.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';

/** What is asked of work that is handed in late. */
export type LateWork = (late: Lateness, request: SubmissionRequest) => readonly (Demand | Remark | Pending)[];

/** Work that is kept as it came, late, and has no mark before somebody has decided on it. */
interface Pending extends Remark {
  readonly pending: true;
}

export interface Lateness {
  readonly item: AssessmentItem;
  readonly last: boolean;
  /** Whether nothing of it is on record yet: what came late takes the place of nothing unasked. */
  readonly first: boolean;
  /** The day that holds for the student, which an extension may have moved. */
  readonly due: CivilDate;
  /** Days after the notified day. */
  readonly days: number;
}

export interface SubmissionLaw {
  readonly pack: string;
  /** Work is due on the notified day. */
  readonly due: ClauseId;
  readonly late: LateWork;
  /** Work may not be handed in again for a better mark. */
  readonly once: ClauseId;
  readonly sitting: ClauseId;
  /** What a course may be assessed by. */
  readonly components: ClauseId;
  /** Quizzes, tests, laboratory work and the like are part of the assessment. */
  readonly activity: ClauseId;
  /** Work goes through the Online Learning Environment unless the course says otherwise. */
  readonly channel: ClauseId;
  /** Work is handed in as prescribed, with a check for plagiarism where that is asked. */
  readonly method: ClauseId;
  /** Grades that only hold the place of a result: work is still to come. */
  readonly open: readonly string[];
  /** Work is handed in for a course that is being taken: not after leaving it, nor after its result. */
  readonly left: Readonly<Record<'withdrawn' | 'deferred' | 'completed', ClauseId>>;
  /** A failed examination may be sat once more, in the regime that knows resits. */
  readonly resit?: { readonly clause: ClauseId; readonly grade: string };
  readonly banked: {
    readonly clause: ClauseId;
    /** Who may waive handing it in again; nobody where absent. */
    readonly authority?: string;
  };
}

/**
 * Whether work of a course may be handed in, when it was due and whether it is late. Work that has a mark is
 * not taken again. Before it is marked and in time a second version takes the place of the first: no mark
 * is raised by it. Banked work, done for an earlier presentation, has no due date of its own.
 */
export const submission =
  (law: SubmissionLaw): Rule<SubmissionRequest, SubmissionRuling> =>
  (study, request) => {
    const item = itemOf(request.attempt, request.assignment);
    const due = dueOf(request.attempt, item);
    const looked: (Demand | Remark | Pending)[] = [...underWay(law, request), once(law, request)];
    const late = isWritten(item) && !request.banked && request.today > due;
    if (request.banked) {
      const deferred = study.deferrals.length > 0;
      looked.push(banked(law, request, deferred));
    } else if (item.kind === 'examination') {
      looked.push({ clause: law.sitting, figures: { satOn: request.today, examination: item.id } });
    } else if (!isWritten(item)) {
      looked.push(
        { clause: law.components, figures: { component: item.kind } },
        { clause: law.activity, figures: { activity: item.kind, doneOn: request.today } },
      );
    } else if (late) {
      const days = daysBetween(item.due, request.today);
      const first = request.attempt.submissions.every(({ assignment }) => assignment !== item.id);
      looked.push(...law.late({ item, last: isLastAssignment(request.attempt, item), first, due, days }, request));
    } else {
      looked.push({ clause: law.due, figures: { submittedOn: request.today, due } });
    }
    if (isWritten(item) && !request.banked) looked.push(...asPrescribed(law, item, request));
    const pending = looked.some((each) => 'pending' in each);
    return { ...ruleOn(law.pack, looked), due, late, pending };
  };

/** Whether work comes in the way that the course prescribes; nothing is said where nothing is prescribed or told. */
function asPrescribed(law: SubmissionLaw, item: AssessmentItem, request: SubmissionRequest): Demand[] {
  const { handIn = 'ole' } = item;
  const channel: Demand = {
    clause: law.channel,
    met: (request.handIn ?? handIn) === handIn,
    figures: { item: item.id, prescribed: handIn, handedIn: request.handIn ?? handIn },
    note:
      handIn === 'ole'
        ? text(
            `${item.id} is handed in through the Online Learning Environment.`,
            `${item.id} 須經網上學習系統（OLE）遞交。`,
          )
        : text(`${item.id} is handed in on paper.`, `${item.id} 須以書面形式遞交。`),
  };
  const check: Demand = {
    clause: law.method,
    met: request.plagiarismCheck !== undefined,
    figures: { item: item.id, check: request.plagiarismCheck ?? null },
    note: text(`${item.id} comes with a check for plagiarism.`, `${item.id} 須附抄襲檢查紀錄。`),
    remedy: text(
      'Have it checked, and give what the check is filed under (plagiarismCheck).',
      '先作抄襲檢查，並提供檢查編號（plagiarismCheck）。',
    ),
  };
  return [
    ...(item.handIn || request.handIn ? [channel] : []),
    ...(item.plagiarismCheck || request.plagiarismCheck !== undefined ? [check] : []),
  ];
}

function underWay(law: SubmissionLaw, { attempt, today }: SubmissionRequest): Demand[] {
  const { status, grade } = attempt;
  if (status === 'enrolled' || (status === 'completed' && law.open.includes(grade ?? ''))) return [];
  const since = attempt.leftOn ?? attempt.gradedOn ?? null;
  return [
    {
      clause: law.left[status],
      met: false,
      figures: { status, since, submittedOn: today },
      note: text('The course is not being taken any more.', '學生已不再修讀該學科。'),
    },
  ];
}

function once(law: SubmissionLaw, { attempt, assignment }: SubmissionRequest): Demand | Remark {
  const marked = attempt.submissions.findLast((one) => one.assignment === assignment && one.mark !== undefined);
  const refused = attempt.submissions.findLast(
    (one) => one.assignment === assignment && one.lateDecision?.decision === 'refused',
  );
  const examination = itemOf(attempt, assignment).kind === 'examination';
  if (marked && examination && law.resit && attempt.grade === law.resit.grade)
    return { clause: law.resit.clause, figures: { standingGrade: attempt.grade } };
  return {
    clause: law.once,
    met: !marked && !refused,
    figures: {
      item: assignment,
      markedOn: marked?.markedOn ?? null,
      ...(refused?.lateDecision ? { refusedOn: refused.lateDecision.on } : {}),
    },
    note: marked
      ? text(
          `${assignment} has been marked and may not be handed in again for a better mark.`,
          `${assignment} 已評分，不得為提高分數而重新遞交。`,
        )
      : text(
          `${assignment} was refused, scores zero and may not be handed in again for a better mark.`,
          `${assignment} 已被拒收，以零分計，不得為提高分數而重新遞交。`,
        ),
  };
}

function banked(law: SubmissionLaw, { assignment, approvals }: SubmissionRequest, deferred: boolean): Demand {
  const { clause, authority } = law.banked;
  const figures = { item: assignment, banked: true, studyDeferredBefore: deferred };
  if (!authority)
    return {
      clause,
      met: false,
      figures,
      note: text(
        'Work of an earlier presentation does not count; all work of the course has to be handed in.',
        '以往修讀時遞交的作業不獲計算；學生須遞交該學科的所有作業。',
      ),
      remedy: text(`Hand in ${assignment} for this presentation.`, `為本次修讀遞交 ${assignment}。`),
    };
  return {
    clause,
    met: false,
    figures,
    approval: approvalBy(approvals, authority),
    note: text(
      'Work of an earlier presentation counts only when the School waives handing it in again.',
      '以往遞交的作業，須經學院豁免重新遞交方可計算。',
    ),
    remedy: text('A waiver of the School.', '取得學院豁免。'),
  };
}

/**
 * Late work in distance learning: of the last assignment it is kept that it came, and no mark; otherwise with an extension of the authority for
 * so many days, given before the due date, or when the course coordinator takes it all the same. An extension that
 * does not say when it was given is of the day of the request, and so too late. A higher authority may give what a
 * lower could. [5cu/dl/8.7.1] [5cu/dl/8.7.2] [5cu/dl/8.7.3] [3cu/dl/9.8.1] [3cu/dl/9.8.2] [3cu/dl/9.8.3]
 */
export const lateByTier =
  (law: {
    readonly due: ClauseId;
    readonly tiers: Dated<readonly ExtensionTier[]>;
    readonly last: ClauseId;
  }): LateWork =>
  ({ item, last, first, due, days }, { approvals, today }) => {
    const figures = { submittedOn: today, due, daysLate: daysBetween(due, today) };
    if (last && first && approvals.length === 0)
      return [
        {
          clause: law.last,
          figures: { ...figures, lastAssignment: item.id, mark: null },
          remark: text(
            `${item.id} is the last assignment; it is kept as handed in after ${item.due}, and no mark is recorded for it.`,
            `${item.id} 為最後一份作業；逾 ${item.due} 遞交者只記錄其遞交，分數一概不予記錄。`,
          ),
          pending: true,
        },
      ];
    if (last)
      return [
        {
          clause: law.last,
          met: false,
          figures: { ...figures, lastAssignment: item.id },
          note: text(
            `${item.id} is the last assignment; after ${item.due} no mark is recorded for it.`,
            `${item.id} 為最後一份作業；逾 ${item.due} 遞交者，其分數一概不予記錄。`,
          ),
          remedy: text(`The last day was ${item.due}.`, `最後日期為 ${item.due}。`),
        },
      ];
    const tiers = law.tiers.on(today).value;
    const needed = tiers.findIndex((tier) => tier.upTo === null || days <= tier.upTo);
    const tier = tiers[needed] as ExtensionTier;
    const extended = approvals.filter(
      (approval) => tiers.some((one) => one.authority === approval.authority) && (approval.on ?? today) <= item.due,
    );
    const extension = approvalBy(extended, ...tiers.slice(needed).map((one) => one.authority));
    const coordinator = approvalBy(approvals, 'course-coordinator');
    return [
      {
        clause: law.due,
        met: false,
        figures,
        approval: coordinator ?? extension,
        note: text(
          `${item.id} is ${inDays(figures.daysLate)} late; it was due on ${due}.`,
          `${item.id} 遲交 ${figures.daysLate} 日；遞交限期為 ${due}。`,
        ),
        remedy: text('Acceptance by the course coordinator.', '由學科統籌接納。'),
      },
      {
        clause: tier.clause,
        met: false,
        figures: { daysLate: days, authority: tier.authority },
        approval: extension ?? coordinator,
        note: text(
          `No extension for ${inDays(days)} by the right authority was given before the due date.`,
          `在遞交限期前，未獲有關人員批准延期 ${days} 日。`,
        ),
        remedy: text(
          `State the day on which the extension was given, on or before ${item.due}.`,
          `註明於 ${item.due} 或之前批准延期的日期。`,
        ),
      },
    ];
  };

/**
 * Late work in full-time study: the teacher takes it or not, or another whom the regulations name. What nobody has taken
 * yet waits for that decision; it does not take the place of what was handed in before. [5cu/ug/9.5] [5cu/tpg/9.3] [3cu/ug/9.7] [3cu/tpg/9.7]
 */
export const lateByTeacher =
  (clause: ClauseId, authorities: readonly string[] = ['teacher']): LateWork =>
  ({ item, first, due, days }, { approvals, today }) => {
    const who = anyOf(authorities);
    const figures = { submittedOn: today, due, daysLate: days };
    const note = text(
      `${item.id} is ${inDays(days)} late; it was due on ${due}.`,
      `${item.id} 遲交 ${days} 日；遞交限期為 ${due}。`,
    );
    const approval = approvalBy(approvals, ...authorities);
    if (first && approvals.length === 0)
      return [
        {
          clause,
          figures,
          remark: text(
            `${note.en} It waits for the decision of the ${who.en}.`,
            `${note['zh-Hant']}有待${who['zh-Hant']}決定是否接納。`,
          ),
          pending: true,
        },
      ];
    const remedy = text(`Acceptance by the ${who.en}.`, `由${who['zh-Hant']}接納。`);
    return [{ clause, met: false, figures, approval, note, remedy }];
  };
