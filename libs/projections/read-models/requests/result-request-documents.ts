import type { CivilDate } from '#kernel';
import {
  CIRCUMSTANCES,
  CIRCUMSTANCES_GROUNDS,
  type Circumstance,
  type CircumstancesGround,
  CONSIDERATIONS,
  type ConsiderationOutcome,
  DISCLOSURES,
  type DisclosureKind,
  RESULT_CHANNELS,
  type ResultChannel,
} from '#regulations';
import { Day, OneOf, Part, PartList, Percentage, WordList, Words } from '../field.ts';
import { ShownAsked, ShownDecision, ShownFee } from './asked.ts';

export class ShownCircumstances extends ShownAsked {
  @OneOf(CIRCUMSTANCES, 'What kind of event it is.')
  readonly kind!: Circumstance;

  @OneOf(CIRCUMSTANCES_GROUNDS, 'What it was reported as; any serious event when absent.', 'optional')
  readonly ground?: CircumstancesGround;

  @Words('What happened, and what it did to study.')
  readonly words!: string;

  @Day('The first day of the event.')
  readonly from!: CivilDate;

  @Day('Its last day; it went on when absent.', 'optional')
  readonly until?: CivilDate;

  @WordList('The papers that show it.')
  readonly documents!: readonly string[];

  @OneOf(['reported', ...CONSIDERATIONS], 'What came of it.')
  readonly outcome!: 'reported' | ConsiderationOutcome;

  @Words('How the panel weighed it.', 'optional')
  readonly considered?: string;

  @Day('The day on which the panel considered it.', 'optional')
  readonly consideredOn?: CivilDate;
}

export class ShownContact extends ShownAsked {
  @OneOf(['tutor', 'coordinator'], 'Who was told.')
  readonly to!: 'tutor' | 'coordinator';

  @Words('What keeps the student from the work.')
  readonly words!: string;

  @Day('The day on which the tutor could not be reached.', 'optional')
  readonly tutorTriedOn?: CivilDate;
}

/** An examination mark that was told. */
export class ShownMark {
  @Words('The examination.')
  readonly item!: string;

  @Percentage('The mark, of 100.')
  readonly mark!: number;
}

export class ShownAppeal extends ShownAsked {
  @Words('The result that is appealed against.')
  readonly grade!: string;

  @Words('What is wrong with it.')
  readonly words!: string;

  @Day('The last day on which an appeal could be made.')
  readonly lastDay!: CivilDate;

  @OneOf(
    ['open', 'stands', 'improved', 'overtaken'],
    'What came of it; overtaken where the result was put right before it was decided.',
  )
  readonly outcome!: 'open' | 'stands' | 'improved' | 'overtaken';

  @Words('The grade after it.', 'optional')
  readonly gradeAfter?: string;

  @Part(ShownDecision, 'Absent while it is open.', 'optional')
  readonly decision?: ShownDecision;

  @PartList(ShownMark, 'The examination marks that were told.', 'optional')
  readonly marks?: readonly ShownMark[];

  @Part(ShownFee, 'Its fee, given back when a better grade came of it.', 'optional')
  readonly fee?: ShownFee;
}

export class ShownDisclosure extends ShownAsked {
  @OneOf(DISCLOSURES, 'What was asked for.')
  readonly what!: DisclosureKind;

  @OneOf(RESULT_CHANNELS, 'How it is given.')
  readonly channel!: ResultChannel;

  @OneOf(['asked', 'issued'], 'What came of it.')
  readonly outcome!: 'asked' | 'issued';

  @Day('The day on which it was given.', 'optional')
  readonly issuedOn?: CivilDate;

  @Words('The certified result.', 'optional')
  readonly grade?: string;

  @PartList(ShownMark, 'The examination marks.', 'optional')
  readonly marks?: readonly ShownMark[];

  @Part(ShownFee, 'Its fee.', 'optional')
  readonly fee?: ShownFee;
}
