import { type ClauseId, type Ruling, text } from '#kernel';
import type { MarkingRequest } from '../pack.ts';
import { isLastAssignment, itemOf } from './coursework-due.ts';
import { type Demand, ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';

export interface MarkingLaw {
  readonly pack: string;
  /** Work and its weight in the result; marks are out of 100. */
  readonly scheme: ClauseId;
  /** Work that is not handed in scores nothing. */
  readonly handedIn: ClauseId;
  /** The last assignment has no mark when late, where that is the rule. */
  readonly lastLate?: ClauseId;
  /** How a mark that stands is questioned. */
  readonly review: ClauseId;
  /** Late work that was refused scores nothing. */
  readonly refused: ClauseId;
}

/**
 * Whether a mark may be recorded: from 0 to 100, for work that was handed in, once, and never for a late last
 * assignment in distance learning, even if it was let through. [5cu/dl/8.7.3] [3cu/dl/9.8.3]
 */
export const marking =
  (law: MarkingLaw): Rule<MarkingRequest, Ruling> =>
  (_study, { attempt, assignment, mark }) => {
    const item = itemOf(attempt, assignment);
    const work = attempt.submissions.findLast((one) => one.assignment === assignment);
    const looked: Demand[] = [
      {
        clause: law.scheme,
        met: mark >= 0 && mark <= 100,
        figures: { mark, lowest: 0, highest: 100 },
        note: text('A mark is from 0 to 100.', '分數須介乎 0 至 100。'),
      },
      {
        clause: law.handedIn,
        met: work !== undefined,
        figures: { item: assignment, submittedOn: work?.submittedOn ?? null },
        note: text(`${assignment} has not been handed in.`, `尚未遞交 ${assignment}。`),
        remedy: text('Record that it was handed in first.', '先記錄遞交作業。'),
      },
    ];
    if (work?.lateDecision?.decision === 'refused')
      looked.push({
        clause: law.refused,
        met: false,
        figures: { item: assignment, refusedOn: work.lateDecision.on, mark: 0 },
        note: text(`${assignment} was refused and scores zero.`, `${assignment} 已被拒收，以零分計。`),
      });
    const lastLate = law.lastLate && isLastAssignment(attempt, item) ? law.lastLate : undefined;
    if (work?.pending && !lastLate)
      looked.push({
        clause: law.refused,
        met: false,
        figures: { item: assignment, submittedOn: work.submittedOn, due: work.due },
        note: text(`${assignment} came late and waits for a decision.`, `${assignment} 逾期遞交，有待決定是否接納。`),
        remedy: text('Decide on the late work first.', '先就逾期作業作出決定。'),
      });
    if (work?.mark !== undefined)
      looked.push({
        clause: law.review,
        met: false,
        figures: { mark: work.mark, markedOn: work.markedOn ?? null },
        note: text(`A mark of ${work.mark} stands already.`, `已有分數 ${work.mark}。`),
        remedy: text('The mark stands until a review changes it.', '除非經覆核更改，原有分數維持有效。'),
      });
    if (lastLate)
      looked.push({
        clause: lastLate,
        met: !work?.late,
        figures: { lastAssignment: assignment, due: item.due, submittedOn: work?.submittedOn ?? null },
        note: text(
          `${assignment} is the last assignment and was late; no mark is recorded for it.`,
          `${assignment} 為最後一份作業並已逾期，分數一概不予記錄。`,
        ),
      });
    return ruleOn(law.pack, looked);
  };
