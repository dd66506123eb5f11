import type { CivilDate } from '#kernel';
import type { DecisionToSettle, Person, Settlement } from '#regulations';
import { Day, OneOf, Part, Words } from '../field.ts';
import { ChangedDecision } from '../results/amendment-document.ts';
import { ShownPerson } from '../results/results-document.ts';

/** How a decision was settled. */
export class ShownSettlement implements Settlement {
  @OneOf(
    ['upheld', 'revised', 'derived', 'listed-anew'],
    'It stands; another took its place; it comes out as it is on record; or a later amendment has listed it anew.',
  )
  readonly as!: Settlement['as'];

  @Day('The day.')
  readonly on!: CivilDate;

  @Part(ShownPerson, 'Who settled it; absent where it follows from the record.', 'optional')
  readonly by?: Person;

  @Words('Why.', 'optional')
  readonly reason?: string;

  @Words('The id of the decision that took its place.', 'optional')
  readonly revision?: string;
}

/** A decision that rested on a grade which was put right since. [5cu/assess/18.2.1] [3cu/assess/17.2.1] */
export class DecisionToSettleDocument extends ChangedDecision implements DecisionToSettle {
  @Words('The number of the student.')
  readonly student!: string;

  @Words('The amendment or the appeal that put the grade right.')
  readonly cause!: string;

  @Words('The result that it put right, as `course@term`.')
  readonly attempt!: string;

  @Day('The day on which it was put right.')
  readonly listedOn!: CivilDate;

  @Part(ShownSettlement, 'Absent while it is to be settled.', 'optional')
  readonly settled?: Settlement;
}
