import { type CivilDate, plusDays, type Ruling, text } from '#kernel';
import type { Leave, Study } from '../facts.ts';
import type { LeaveRequest, ResumptionRequest } from '../rules/research.ts';
import { type Demand, ruleOn } from './demand.ts';
import { approvedBy, fileOf, type ResearchLaw } from './research-law.ts';
import { withinPeriod } from './research-period.ts';

/** Times without study that were not called off before they began. */
export const leavesTaken = (leaves: readonly Leave[]): readonly Leave[] =>
  leaves.filter(({ from, until }) => from < until);

/**
 * Study interrupted: granted by the Registrar where there is a proper reason. The time counts, so it does not reach
 * beyond the longest period. [5cu/rpg/4.7] [5cu/rpg/5.1] [3cu/rpg/4.7] [3cu/rpg/5.1]
 */
export const interruption =
  (law: ResearchLaw) =>
  (study: Study, { from, until, approvals }: LeaveRequest): Ruling =>
    ruleOn(law.pack, [
      approvedBy(law.interruption, approvals, 'registrar', { from, until }),
      ...withinPeriod(law, study, plusDays(until, -1)),
    ]);

/** That study is not interrupted on a day. */
export function notOnLeave(law: ResearchLaw, study: Study, day: CivilDate): Demand {
  const leave = fileOf(study).leaves.find(({ from, until }) => from <= day && day < until);
  return {
    clause: law.interruption,
    met: leave === undefined,
    figures: { from: leave?.from ?? null, until: leave?.until ?? null },
    note: text(
      `Study is interrupted from ${leave?.from} to ${leave?.until}.`,
      `學生由 ${leave?.from} 起停學，至 ${leave?.until} 恢復。`,
    ),
    remedy: text(`Study goes on from ${leave?.until}.`, `於 ${leave?.until} 恢復學習。`),
  };
}

/**
 * An interruption ended before its time, or called off before it begins: it is the Registrar who granted it and lets
 * study go on. The days that are won count as all others do. [5cu/rpg/4.7] [3cu/rpg/4.7]
 */
export const resumption =
  (law: ResearchLaw) =>
  (_study: Study, { leave, on, approvals }: ResumptionRequest): Ruling =>
    ruleOn(law.pack, [
      approvedBy(law.interruption, approvals, 'registrar', { from: leave.from, until: leave.until, on }),
    ]);
