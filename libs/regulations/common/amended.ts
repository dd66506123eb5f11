import { type CivilDate, type ClauseId, text } from '#kernel';
import type { Dated, Provision } from '../dated.ts';
import type { AmendableRule, ProgrammeFacts } from '../facts.ts';
import type { Demand } from './demand.ts';

/** What stands for a programme on a day: the Senate's own number for it from the day that it set, else the general one. [3cu/assess/1.3] */
export function inForce(
  general: Dated<number>,
  rule: AmendableRule,
  { amendments = [] }: ProgrammeFacts,
  day: CivilDate,
): Provision<number> {
  const own = amendments
    .filter((each) => each.rule === rule && each.from <= day)
    .reduce<number | undefined>((_earlier, { value }) => value, undefined);
  const provision = general.on(day);
  return own === undefined ? provision : { ...provision, value: own };
}

/** Who may amend the rules on assessment for a programme; nobody where no authority is named. */
export interface AmendmentLaw {
  readonly clause: ClauseId;
  readonly authority?: string;
}

/** Every amendment is the Senate's, and none of a rule contradicts another one from the same day. */
export const amendmentsOf = ({ clause, authority }: AmendmentLaw, { amendments = [] }: ProgrammeFacts): Demand[] =>
  amendments.map(({ rule, value, from, authority: by }) => ({
    clause,
    met: authority !== undefined && by === authority,
    figures: { rule, value, from, authority: by },
    note:
      authority === undefined
        ? text(
            'Only of programmes run with another institution may the rules on assessment differ.',
            '只有與其他院校合辦的課程方可另訂評核規定。',
          )
        : text(
            'Only the Senate amends the rules on assessment for a programme.',
            '只有教務會可為個別課程修訂評核規定。',
          ),
    remedy: authority === undefined ? undefined : text('A decision of the Senate.', '取得教務會的決定。'),
  }));
