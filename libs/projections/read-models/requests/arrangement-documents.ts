import type { CivilDate } from '#kernel';
import { ARRANGEMENT_KINDS, ARRANGEMENT_PAPERS, type ArrangementKind, type ArrangementPaper } from '#regulations';
import { Count, Day, DayRange, Flag, OneOf, Part, PartList, Words } from '../field.ts';
import { ShownAsked, ShownDecision, ShownFee } from './asked.ts';

/** What is arranged. */
export class ShownTerms {
  @Words('The place.', 'optional')
  readonly place?: string;

  @Day('The other day.', 'optional')
  readonly date?: CivilDate;

  @Count('More minutes for the paper.', 'optional')
  readonly minutes?: number;

  @Words('The invigilator.', 'optional')
  readonly invigilator?: string;

  @Words('The note-taker.', 'optional')
  readonly noteTaker?: string;

  @Flag('Whether the candidate knows the note-taker.', 'optional')
  readonly noteTakerKnown?: boolean;

  @OneOf(['teacher', 'tutor'], 'Whom the Registrar consulted.', 'optional')
  readonly consulted?: 'teacher' | 'tutor';

  @Flag('Whether the candidate cannot write by hand.', 'optional')
  readonly assessed?: boolean;

  @Flag('Whether it can be arranged.', 'optional')
  readonly practicable?: boolean;

  @Words('The agency abroad.', 'optional')
  readonly host?: string;

  @Flag('Whether it takes place at the same time as in Hong Kong.', 'optional')
  readonly sameTime?: boolean;

  @Flag('Whether another paper has been set.', 'optional')
  readonly otherPaper?: boolean;
}

/** A paper that came with a request. */
export class ShownPaper {
  @OneOf(ARRANGEMENT_PAPERS, 'What kind of paper it is.')
  readonly kind!: ArrangementPaper;

  @Words('Of whom, of which day.')
  readonly words!: string;
}

export class ShownArrangement extends ShownAsked {
  @OneOf(ARRANGEMENT_KINDS, 'What was to be arranged.')
  readonly kind!: ArrangementKind;

  @Words('What was asked, and why.')
  readonly words!: string;

  @Words('The term of the sitting.')
  readonly sittingTerm!: string;

  @DayRange('The examination days of the sitting.')
  readonly examinations!: readonly [string, string];

  @PartList(ShownPaper, 'The papers that came with it.')
  readonly papers!: readonly ShownPaper[];

  @Words('The religious body through which it was asked.', 'optional')
  readonly religiousBody?: string;

  @OneOf(
    ['asked', 'granted', 'refused', 'lapsed'],
    'What came of it; `lapsed` where its costs were not paid before the examination.',
  )
  readonly outcome!: 'asked' | 'granted' | 'refused' | 'lapsed';

  @Part(ShownDecision, 'Absent while nothing has been decided.', 'optional')
  readonly decision?: ShownDecision;

  @Part(ShownTerms, 'Of a grant: what is arranged.', 'optional')
  readonly terms?: ShownTerms;

  @Part(ShownFee, 'The fee for asking.', 'optional')
  readonly fee?: ShownFee;

  @Part(ShownFee, 'What the arrangement costs.', 'optional')
  readonly costs?: ShownFee;
}
