import { type ClauseId, type Figure, type Finding, fails, holds, type Ruling, resting, rule, type Text } from '#kernel';
import type { Approval } from '../facts.ts';

/** What a clause asks of a request, and whether the facts meet it. */
export interface Demand {
  readonly clause: ClauseId;
  readonly met: boolean;
  readonly figures?: Readonly<Record<string, Figure>>;
  /** The clauses by which the figures were reckoned. */
  readonly restsOn?: readonly ClauseId[];
  /** Why it is not met. */
  readonly note: Text;
  /** What would turn it round. */
  readonly remedy?: Text;
  /** The approval that lifts the demand, when it was given. */
  readonly approval?: Approval;
}

/** Something a clause says of a request that holds nothing up. */
export interface Remark {
  readonly clause: ClauseId;
  readonly figures?: Readonly<Record<string, Figure>>;
  readonly remark?: Text;
}

/** The ruling on a request: every clause that was looked at, and a remedy for each that stands in the way. */
export function ruleOn(pack: string, looked: readonly (Demand | Remark)[]): Ruling {
  const remedies = new Map<string, Text>();
  for (const demand of looked) {
    if ('met' in demand && !demand.met && !demand.approval && demand.remedy)
      remedies.set(demand.remedy.en, demand.remedy);
  }
  return rule(pack, looked.map(findingOf), [...remedies.values()]);
}

/** The approval of one of the authorities, if there is one. */
export const approvalBy = (approvals: readonly Approval[], ...authorities: readonly string[]): Approval | undefined =>
  approvals.find((approval) => authorities.includes(approval.authority));

function findingOf(looked: Demand | Remark): Finding {
  const finding = foundOf(looked);
  return 'met' in looked && looked.restsOn ? resting(finding, looked.restsOn) : finding;
}

function foundOf(looked: Demand | Remark): Finding {
  const { clause, figures } = looked;
  if (!('met' in looked))
    return looked.remark ? { ...holds(clause, figures), note: looked.remark } : holds(clause, figures);
  if (looked.met) return holds(clause, figures);
  const { approval } = looked;
  if (!approval) return fails(clause, looked.note, figures);
  return {
    ...holds(clause, { ...figures, approvedBy: approval.authority, approvalReason: approval.reason }),
    note: looked.note,
  };
}
