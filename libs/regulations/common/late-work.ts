import { daysBetween, text } from '#kernel';
import type { LateWorkRequest, LateWorkRuling } from '../rules/coursework.ts';
import { dueOf, isLastAssignment, itemOf } from './coursework-due.ts';
import { beingTaken, type CourseworkLaw } from './coursework-law.ts';
import { anyOf } from './deciding-on-work.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';

/**
 * Whether late work may be refused, or taken, or taken with marks off: by whom the mode of study says, and only work
 * that came after the day that held for the student. In distance learning nothing is taken off, and the last assignment
 * is refused. [5cu/dl/8.7.1] [5cu/dl/8.7.3] [5cu/ug/9.5] [5cu/tpg/9.3] [5cu/assess/3.3] [3cu/dl/9.8.1] [3cu/dl/9.8.3] [3cu/ug/9.7] [3cu/tpg/9.7] [3cu/assess/3.3]
 */
export const lateWork =
  (law: CourseworkLaw): Rule<LateWorkRequest, LateWorkRuling> =>
  (_study, request) => {
    const { clause, general } = law.late;
    const looked: (Demand | Remark)[] = [
      ...beingTaken(law, request.attempt),
      byWhom(law, request),
      ...late(law, request),
      ...deducted(law, request),
      ...neverLast(law, request),
      {
        clause: general,
        figures: { decision: request.decision, refusedMark: request.decision === 'refused' ? 0 : null },
      },
    ];
    return { ruling: ruleOn(law.pack, looked), clause };
  };

function byWhom({ late: { clause, authorities } }: CourseworkLaw, { authority: decidedBy }: LateWorkRequest): Demand {
  const who = anyOf(authorities);
  return {
    clause,
    met: authorities.includes(decidedBy),
    figures: { authorities: authorities.join(' '), decidedBy },
    note: text(`The ${who.en} decides on late work.`, `逾期作業由${who['zh-Hant']}決定。`),
    remedy: text(`A decision of the ${who.en}.`, `由${who['zh-Hant']}作出決定。`),
  };
}

function late({ late: { clause } }: CourseworkLaw, { attempt, assignment, handedInOn }: LateWorkRequest): Demand[] {
  const due = dueOf(attempt, itemOf(attempt, assignment));
  return [
    {
      clause,
      met: handedInOn > due,
      figures: { due, handedInOn, daysLate: daysBetween(due, handedInOn) },
      note: text(
        `${assignment} came on ${handedInOn}, in time for ${due}; it is neither refused nor marked down.`,
        `${assignment} 於 ${handedInOn} 遞交，未逾限期 ${due}；不得拒收或扣分。`,
      ),
    },
  ];
}

function deducted({ late: { clause, deduction } }: CourseworkLaw, request: LateWorkRequest): Demand[] {
  if (request.deduction === undefined) return [];
  return [
    {
      clause,
      met: deduction,
      figures: { deduction: request.deduction },
      note: text(
        'Late work is refused or taken as it is; nothing is taken off its mark.',
        '逾期作業只可拒收或接納，不設扣分。',
      ),
      remedy: text('Take it without a deduction, or refuse it.', '不扣分接納，或拒收。'),
    },
  ];
}

function neverLast({ late: { last } }: CourseworkLaw, { attempt, assignment, decision }: LateWorkRequest): Demand[] {
  const item = itemOf(attempt, assignment);
  if (!last || !isLastAssignment(attempt, item)) return [];
  return [
    {
      clause: last,
      met: decision === 'refused',
      figures: { lastAssignment: assignment, due: item.due },
      note: text(
        `${assignment} is the last assignment; late, no mark is recorded for it.`,
        `${assignment} 為最後一份作業；逾期遞交者，其分數一概不予記錄。`,
      ),
    },
  ];
}
