import { IsDay, IsOneOf, IsQuantity, IsReason } from '#commands';
import { type Refusal, refuse, text } from '#kernel';
import { AMENDABLE_RULES, type AmendableRule, type AssessmentAmendment } from '#regulations';

/** A rule on assessment in the Senate's own version for one programme. [3cu/assess/1.3] */
export class AmendmentPart {
  @IsOneOf(AMENDABLE_RULES, { description: 'The rule whose number is another one for the programme.' })
  readonly rule!: AmendableRule;

  @IsQuantity(0, 100, {
    description: 'Marks of 100, sittings, or days after the examination, as the rule has them.',
    example: 40,
  })
  readonly value!: number;

  @IsDay({ description: 'The first day on which it stands.' })
  readonly from!: string;

  @IsOneOf(['senate', 'school', 'university'], { description: 'Who decided it; the Senate may.' })
  readonly authority!: string;

  @IsReason()
  readonly reason!: string;
}

/** Amendments as facts, in order of their days. */
export const amendmentsOf = (parts: readonly AmendmentPart[]): readonly AssessmentAmendment[] =>
  [...parts].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** Refused: two amendments of one rule from one day, which contradict each other. */
export const amendedTwice = (parts: readonly AmendmentPart[]): Refusal | undefined =>
  new Set(parts.map(({ rule, from }) => `${rule} ${from}`)).size < parts.length ? contradiction : undefined;

const contradiction = refuse(
  'amended-twice',
  text('One rule is amended twice from the same day.', '同一規則於同日起有兩項修訂。'),
);
