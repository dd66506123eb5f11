import type { Text } from '#kernel';
import { Count, Day, Flag, OneOf, Part, PartList, Percentage, WordList, Words } from '../field.ts';
import { BilingualText, Shown } from '../shown.ts';

export class SheetPerson {
  @Words('The role.')
  readonly role!: string;

  @Words('The person, where the role has many.', 'optional')
  readonly id?: string;
}

export class SheetPreviewed {
  @Count('The number that a confirmation names.')
  readonly preview!: number;

  @Words('SHA-256 of what every row would do.')
  readonly effects!: string;

  @Flag('Whether it is of the rows that the sheet has now.')
  readonly current!: boolean;

  @Count('Rows that change a record.')
  readonly changes!: number;

  @Count('Rows that say what stands there already.')
  readonly unchanged!: number;

  @Count('Rows that are refused.')
  readonly refused!: number;

  @Part(SheetPerson, 'Who saw it.')
  readonly by!: SheetPerson;

  @Day('When.')
  readonly on!: string;
}

export class SheetConfirmation {
  @Part(SheetPerson, 'The second person.')
  readonly by!: SheetPerson;

  @Day('When.')
  readonly on!: string;
}

export class SettledException {
  @Part(SheetPerson, 'Who saw to it.')
  readonly by!: SheetPerson;

  @Day('When.')
  readonly on!: string;

  @Words('What was done about it.')
  readonly reason!: string;
}

export class UnappliedRow {
  @Count('The row, as a spreadsheet counts.')
  readonly row!: number;

  @Words('The number of the student.')
  readonly student!: string;

  @Words('Why not.')
  readonly code!: string;

  @Part(SettledException, 'Absent while nobody has seen to it.', 'optional')
  readonly settled?: SettledException;
}

export class SheetApplied {
  @Count('Rows that the sheet recorded.')
  readonly applied!: number;

  @Count('Rows that said, when they were confirmed, what stood there already.')
  readonly unchanged!: number;

  @PartList(UnappliedRow, 'Rows whose record had changed since the confirmation, so that they could not be applied.')
  readonly refused!: readonly UnappliedRow[];
}

/** A mark sheet: who brought it, who confirmed it, and what came of it. */
export class MarkSheetDocument {
  @Words('The code of the course.')
  readonly course!: string;

  @Words('The code of the term.')
  readonly term!: string;

  @Words('What the sheet is called.')
  readonly sheet!: string;

  @OneOf(
    ['proposed', 'confirmed', 'applied-with-exceptions', 'applied'],
    'How far it has come; with exceptions while a row that could not be applied is not settled.',
  )
  readonly state!: 'proposed' | 'confirmed' | 'applied-with-exceptions' | 'applied';

  @Words('SHA-256 of the content.')
  readonly contents!: string;

  @Count('Its rows.')
  readonly rows!: number;

  @Words('The term in which the results are awarded, where it was said.', 'optional')
  readonly gradedTerm?: string;

  @Part(SheetPerson, 'Who proposed the rows.')
  readonly proposedBy!: SheetPerson;

  @Day('When.')
  readonly proposedOn!: string;

  @Part(SheetPreviewed, 'The last preview.', 'optional')
  readonly previewed?: SheetPreviewed;

  @Part(SheetConfirmation, 'Absent before.', 'optional')
  readonly confirmed?: SheetConfirmation;

  @Part(SheetApplied, 'Absent before every row was applied.', 'optional')
  readonly applied?: SheetApplied;
}

export class MarkChange {
  @Words('The piece of assessed work.')
  readonly item!: string;

  @Percentage('The mark on record; null where there is none.', 'nullable')
  readonly before!: number | null;

  @Percentage('The mark once the row is applied.', 'nullable')
  readonly after!: number | null;
}

export class TotalChange {
  @Part(Shown, 'As the record stands.', 'nullable')
  readonly before!: Shown | null;

  @Part(Shown, 'Once the row is applied.', 'nullable')
  readonly after!: Shown | null;
}

export class GradeChange {
  @Words('As the record stands.', 'nullable')
  readonly before!: string | null;

  @Words('Once the row is applied.', 'nullable')
  readonly after!: string | null;
}

export class ShownRowRefusal {
  @Words('The code of the refusal.')
  readonly code!: string;

  @WordList('The clauses that refuse it; none where the row does not fit the record.')
  readonly clauses!: readonly string[];

  @Part(BilingualText, 'Why.')
  readonly message!: Text;
}

export class ShownRowEffect {
  @Count('The row, as a spreadsheet counts: the header is row 1.')
  readonly row!: number;

  @Words('The number of the student.')
  readonly student!: string;

  @OneOf(['changes', 'unchanged', 'refused'], 'What comes of it.')
  readonly outcome!: 'changes' | 'unchanged' | 'refused';

  @PartList(MarkChange, 'Every mark that the row names.')
  readonly marks!: readonly MarkChange[];

  @Part(TotalChange, 'The coursework total, with work that is missing as zero.')
  readonly coursework!: TotalChange;

  @Part(TotalChange, 'The examination mark.')
  readonly examination!: TotalChange;

  @Part(GradeChange, 'The grade.')
  readonly grade!: GradeChange;

  @PartList(ShownRowRefusal, 'Why it is refused; none where it is not.')
  readonly refusals!: readonly ShownRowRefusal[];
}

/** What every row of a mark sheet would do to the records as they stand now. */
export class MarkSheetPreviewDocument {
  @Words('The code of the course.')
  readonly course!: string;

  @Words('The code of the term.')
  readonly term!: string;

  @Words('What the sheet is called.')
  readonly sheet!: string;

  @Words('SHA-256 of the content.')
  readonly contents!: string;

  @Words('SHA-256 of what every row would do.')
  readonly effects!: string;

  @Flag('Whether the last preview that was recorded is of these rows and these effects, so that it may be confirmed.')
  readonly recorded!: boolean;

  @Count('Rows that change a record.')
  readonly changes!: number;

  @Count('Rows that say what stands there already.')
  readonly unchanged!: number;

  @Count('Rows that are refused.')
  readonly refused!: number;

  @PartList(ShownRowEffect, 'Every row.')
  readonly rows!: readonly ShownRowEffect[];
}
