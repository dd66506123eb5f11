import type { Finding, Text } from '#kernel';
import { Day, Flag, OneOf, Part, PartList, Words } from '../field.ts';
import { BilingualText, ProgrammeName, Shown, ShownFinding } from '../shown.ts';
import { TermDates } from '../term-summary/term-summary-document.ts';

const MEASURES = ['registration-value', 'first-registration-value', 'term-credits', 'year-credits'] as const;

export class ShownLoad {
  @OneOf(MEASURES, 'What is measured: registration value of the term, or credits of the term or the academic year.')
  readonly measure!: (typeof MEASURES)[number];

  @Words('The clause that sets the limit.')
  readonly clause!: string;

  @Part(Shown, 'The limit.')
  readonly limit!: Shown;

  @Part(Shown, 'What has been enrolled in.')
  readonly taken!: Shown;

  @Part(Shown, 'What is left.')
  readonly left!: Shown;

  @Words('Who may approve more; absent where nobody may.', 'optional')
  readonly liftedBy?: string;
}

/** Whether one student may enrol in courses of one term on a day, and why not. [5cu/dl/3.5] [5cu/ug/6.1] [3cu/dl/3.5] [3cu/ug/6.1] */
export class EnrolmentEligibilityDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @Part(ProgrammeName, 'The programme.')
  readonly programme!: ProgrammeName;

  @Part(TermDates, 'The term.')
  readonly term!: TermDates;

  @Day('The day of which this is said.')
  readonly on!: string;

  @Flag('Whether courses may be enrolled in on the day.')
  readonly mayEnrol!: boolean;

  @Day('The first day of registration for the term.')
  readonly opens!: string;

  @Day('The last day of registration for the term.')
  readonly closes!: string;

  @PartList(ShownFinding, 'What the clauses say of it.')
  readonly findings!: readonly Finding[];

  @PartList(BilingualText, 'What would turn it round.', 'optional')
  readonly remedies?: readonly Text[];

  @PartList(ShownLoad, 'The load that is left.')
  readonly load!: readonly ShownLoad[];
}
