import type { CivilDate, Text } from '#kernel';
import { Day, Part, Words } from '../field.ts';
import { Amount, BilingualText } from '../shown.ts';

/** What is said of everything that was asked. */
export abstract class ShownAsked {
  @Words('What it is called within the record.')
  readonly request!: string;

  @Words('The code of the course.')
  readonly course!: string;

  @Part(BilingualText, 'The title of the course.')
  readonly title!: Text;

  @Words('The code of the term.')
  readonly term!: string;

  @Day('The day on which it was asked or reported.')
  readonly on!: CivilDate;

  @Words('The role that asked or reported.')
  readonly by!: string;

  @Words('The clause that it rests on.')
  readonly clause!: string;
}

/** A charge that goes with a request. */
export class ShownFee {
  @Words('What the charge is called within the record.')
  readonly charge!: string;

  @Part(Amount, 'What it came to.')
  readonly amount!: Amount;

  @Part(Amount, 'What of it is still to be paid.')
  readonly outstanding!: Amount;

  @Part(Amount, 'What of it need not be paid, or was given back.')
  readonly waived!: Amount;

  @Day('The last day on which it may be paid.')
  readonly payBy!: CivilDate;
}

/** What was decided, and why. */
export class ShownDecision {
  @Day('The day of the decision.')
  readonly on!: CivilDate;

  @Words('The role that decided.')
  readonly by!: string;

  @Words('Why.')
  readonly reason!: string;

  @Words('The clause that it rests on.')
  readonly clause!: string;
}
