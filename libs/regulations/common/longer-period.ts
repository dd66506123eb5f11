import { text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { ExtensionRequest, ExtensionRuling } from '../rules/registration.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import { type LongestPeriod, longestPeriod } from './eligibility.ts';
import type { Rule } from './parameters.ts';

export interface ExtensionLaw {
  readonly pack: string;
  readonly longest: Dated<LongestPeriod>;
  /** Who may set the longest period aside. */
  readonly authorities: readonly string[];
}

/** More years than the longest period, on the authority of somebody who may set the rule aside. [5cu/ug/7.2] [3cu/ug/7.2] */
export const extension =
  (law: ExtensionLaw): Rule<ExtensionRequest, ExtensionRuling> =>
  (study, { years, approvals, today }) => {
    const { clause, value: longest } = law.longest.on(today);
    const grantedBy = approvalBy(approvals, ...law.authorities);
    const most = longestPeriod(study, longest);
    const demand: Demand = {
      clause,
      met: false,
      figures: { years: most, extendedTo: most + years },
      approval: grantedBy,
      note: text(`The longest period of study is ${most} years.`, `最長修業期為 ${most} 年。`),
      remedy: text('A decision of the Senate to extend it.', '由教務會決定延長。'),
    };
    return { ruling: ruleOn(law.pack, [demand]), clause, grantedBy };
  };
