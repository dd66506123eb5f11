import { type ClauseId, daysBetween, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { AssessmentItem, Attempt } from '../facts.ts';
import type { SubmissionRequest, SubmissionRuling } from '../pack.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';

/** What is asked of work that is handed in late. */
export type LateWork = (late: Lateness, request: SubmissionRequest) => readonly (Demand | Remark)[];

export interface Lateness {
  readonly item: AssessmentItem;
  readonly last: boolean;
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
    const { due } = item;
    const looked: (Demand | Remark)[] = [...underWay(law, request), once(law, request)];
    const late = item.kind === 'assignment' && !request.banked && request.today > due;
    if (request.banked) {
      const deferred = study.deferrals.length > 0;
      looked.push(banked(law, request, deferred));
    } else if (item.kind === 'examination') {
      looked.push({ clause: law.sitting, figures: { satOn: request.today, examination: item.id } });
    } else if (late) {
      const days = daysBetween(due, request.today);
      looked.push(...law.late({ item, last: isLastAssignment(request.attempt, item), days }, request));
    } else {
      looked.push({ clause: law.due, figures: { submittedOn: request.today, due } });
    }
    return { ...ruleOn(law.pack, looked), due, late };
  };

/** The item of that name; that there is one is a matter of the facts and not of the rules. */
export function itemOf(attempt: Attempt, id: string): AssessmentItem {
  const item = attempt.items.find((one) => one.id === id);
  if (!item) throw new RangeError(`${attempt.course.code} has no assessed item ${id}`);
  return item;
}

/** Whether no assignment of the course is due after this one; of several on the last day each is the last. */
export const isLastAssignment = (attempt: Attempt, item: AssessmentItem): boolean =>
  item.kind === 'assignment' && attempt.items.every((other) => other.kind !== 'assignment' || other.due <= item.due);

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
  const examination = itemOf(attempt, assignment).kind === 'examination';
  if (marked && examination && law.resit && attempt.grade === law.resit.grade)
    return { clause: law.resit.clause, figures: { standingGrade: attempt.grade } };
  return {
    clause: law.once,
    met: !marked,
    figures: { item: assignment, markedOn: marked?.markedOn ?? null },
    note: text(
      `${assignment} has been marked and may not be handed in again for a better mark.`,
      `${assignment} 已評分，不得為提高分數而重新遞交。`,
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

export interface ExtensionTier {
  readonly clause: ClauseId;
  /** Days after the due date; null for any number. */
  readonly upTo: number | null;
  readonly authority: string;
}

/**
 * Late work in distance learning: never the last assignment; otherwise with an extension of the authority for
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
  ({ item, last, days }, { approvals, today }) => {
    const figures = { submittedOn: today, due: item.due, daysLate: days };
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
          `${item.id} is ${days} days late; it was due on ${item.due}.`,
          `${item.id} 遲交 ${days} 日；遞交限期為 ${item.due}。`,
        ),
        remedy: text('Acceptance by the course coordinator.', '由學科統籌接納。'),
      },
      {
        clause: tier.clause,
        met: false,
        figures: { daysLate: days, authority: tier.authority },
        approval: extension ?? coordinator,
        note: text(
          `No extension for ${days} days by the right authority was given before the due date.`,
          `在遞交限期前，未獲有關人員批准延期 ${days} 日。`,
        ),
        remedy: text(
          `State the day on which the extension was given, on or before ${item.due}.`,
          `註明於 ${item.due} 或之前批准延期的日期。`,
        ),
      },
    ];
  };

/** Late work in full-time study: the teacher takes it or not. [5cu/ug/9.5] [3cu/ug/9.7] */
export const lateByTeacher =
  (clause: ClauseId): LateWork =>
  ({ item, days }, { approvals, today }) => [
    {
      clause,
      met: false,
      figures: { submittedOn: today, due: item.due, daysLate: days },
      approval: approvalBy(approvals, 'teacher'),
      note: text(
        `${item.id} is ${days} days late; it was due on ${item.due}.`,
        `${item.id} 遲交 ${days} 日；遞交限期為 ${item.due}。`,
      ),
      remedy: text('Acceptance by the teacher.', '由任教老師接納。'),
    },
  ];
