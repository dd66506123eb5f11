import { Count, Day, Part, PartList, Words } from '../field.ts';
import { Shown } from '../shown.ts';

export class GradeCount {
  @Words('The grade.')
  readonly grade!: string;

  @Count('Students with it.')
  readonly students!: number;

  @Part(Shown, 'Per cent of the students who have a grade.')
  readonly share!: Shown;
}

/** How far marks lie from their mean. */
export class Deviation {
  @Words('The variance over all students, a fraction in lowest terms.')
  readonly variance!: string;

  @Words('Its root, half up to two decimals.')
  readonly display!: string;
}

/** Marks of many students, 0 to 100. */
export class Spread {
  @Count('Students with such a mark.')
  readonly students!: number;

  @Part(Shown, 'The mean; null where nobody has a mark.', 'nullable')
  readonly mean!: Shown | null;

  @Part(Shown, 'The mark in the middle; of two, their mean.', 'nullable')
  readonly median!: Shown | null;

  @Part(Deviation, 'The standard deviation over all students, not a sample of them.', 'nullable')
  readonly deviation!: Deviation | null;
}

/** What became of those who took a course in one term. */
export class StatisticsOfTerm {
  @Words('The code of the term.')
  readonly term!: string;

  @Day('The first day of teaching.')
  readonly begins!: string;

  @Count('Students who took the course, those who left it among them.')
  readonly students!: number;

  @Count('Students who left with a W.')
  readonly withdrawn!: number;

  @Count('Students whose course is put off.')
  readonly deferred!: number;

  @Count('Students who passed.')
  readonly passed!: number;

  @Count('Students who failed.')
  readonly failed!: number;

  @Count('Students with a grade that only holds the place of a result.')
  readonly pending!: number;

  @PartList(GradeCount, 'Every grade that was given, the best first.')
  readonly grades!: readonly GradeCount[];

  @Part(Shown, 'Per cent passed of those who passed or failed; null while there are none.', 'nullable')
  readonly passRate!: Shown | null;

  @Part(Spread, 'Coursework totals of those who did not leave, with work that is missing as zero.')
  readonly coursework!: Spread;

  @Part(Spread, 'Examination marks of those who have one.')
  readonly examination!: Spread;
}

/** This term beside an earlier one: what was added since, below zero where it is less. */
export class TermComparison {
  @Words('The code of the earlier term.')
  readonly term!: string;

  @Part(Shown, 'In percentage points.', 'nullable')
  readonly passRate!: Shown | null;

  @Part(Shown, 'In the mean of the coursework totals.', 'nullable')
  readonly coursework!: Shown | null;

  @Part(Shown, 'In the mean of the examination marks.', 'nullable')
  readonly examination!: Shown | null;
}

/** A course in a term for its award panel, beside the earlier terms of the same course. [5cu/gloss/6] [3cu/gloss/6] */
export class CourseStatisticsDocument extends StatisticsOfTerm {
  @Words('The code of the course.')
  readonly course!: string;

  @PartList(StatisticsOfTerm, 'Earlier terms of the course, the latest first.')
  readonly earlier!: readonly StatisticsOfTerm[];

  @PartList(TermComparison, 'This term beside each of them, in the same order.')
  readonly comparison!: readonly TermComparison[];
}
