import { type ClauseId, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { AwardKind, ByAward, Study } from '../facts.ts';
import type { AwardAudit, ConversionRequest } from '../pack.ts';
import { type Demand, ruleOn } from './demand.ts';

/** To which awards one is converted, each with the clause that lets it. */
export type Conversions = ByAward<ByAward<ClauseId>>;

export interface ConversionLaw {
  readonly pack: string;
  /** How it is applied for. */
  readonly application: ClauseId;
  /** It is to a higher award, and never to a lower one. */
  readonly upward: ClauseId;
  readonly conversions: Dated<Conversions>;
  /** The awards from the lowest to the highest; those of one rank stand together. */
  readonly ranks: readonly (readonly AwardKind[])[];
  readonly audit: (study: Study) => AwardAudit;
}

/**
 * Whether a student may apply to have an award converted to that of another programme: the first was conferred, what
 * the other asks is met, and the regulations let the one become the other, which is never a lower one. The lower
 * award is not surrendered. Undefined where the award is none that the law converts. [5cu/stack/1.4] [5cu/stack/3.3]
 * [5cu/stack/3.4] [5cu/stack/3.5] [5cu/stack/3.6]
 */
export const conversion =
  (law: ConversionLaw) =>
  (study: Study, { from, today }: ConversionRequest): Ruling | undefined => {
    const to = study.registration.programme.award;
    const known = law.conversions.on(today).value[from.award];
    if (!known) return undefined;
    const lets = known[to];
    const rank = (award: AwardKind): number => law.ranks.findIndex((rank) => rank.includes(award));
    const figures = { from: from.award, to };
    const conferred: Demand = {
      clause: law.application,
      met: from.conferredOn !== undefined,
      figures: { ...figures, conferredOn: from.conferredOn ?? null },
      note: text('The award that is to be converted has not been conferred.', '擬轉換的資格尚未頒授。'),
      remedy: text('Apply when it has been conferred.', '待頒授後再申請。'),
    };
    const higher: Demand = {
      clause: law.upward,
      met: rank(to) >= rank(from.award),
      figures,
      note: text('An award is not converted to a lower one.', '資格不可轉換為較低的資格。'),
    };
    const { met } = law.audit(study);
    const becomes: Demand = {
      clause: lets ?? law.application,
      met: lets !== undefined && met,
      figures: { ...figures, requirementsMet: met },
      note: lets
        ? text('What the higher award asks is not met.', '尚未符合較高資格的要求。')
        : text('The one award does not become the other.', '規例並無此項轉換。'),
    };
    return ruleOn(law.pack, [conferred, higher, becomes]);
  };
