import type { CivilDate, Text } from '#kernel';
import { type AssessmentScheme, HAND_IN_METHODS, type HandInMethod, ITEM_KINDS, type ItemKind } from '#regulations';
import { Count, Day, Flag, OneOf, Part, PartList, Percentage, WordList, Words } from '../field.ts';
import { BilingualText } from '../shown.ts';

/** One piece of assessed work as students are told of it. */
export class ToldItem {
  @Words('Its code within the course.')
  readonly id!: string;

  @OneOf(ITEM_KINDS, 'What it is.')
  readonly kind!: ItemKind;

  @Percentage('Per cent of its part (coursework or examination) of the result.')
  readonly weight!: number;

  @Day('The day it is due, or takes place.')
  readonly due!: CivilDate;

  @Flag('Whether the course cannot be passed without it.')
  readonly compulsory!: boolean;

  @OneOf(HAND_IN_METHODS, 'How it is handed in: through the Online Learning Environment unless told.', 'optional')
  readonly handIn?: HandInMethod;

  @Flag('Whether it is handed in with a check for plagiarism.', 'optional')
  readonly plagiarismCheck?: boolean;
}

/** What students are told of how a course is assessed in a term. */
export class AssessmentSchemeDocument {
  @Words('The code of the course.')
  readonly course!: string;

  @Part(BilingualText, 'Its title.')
  readonly title!: Text;

  @Words('The code of the term.')
  readonly term!: string;

  @Day('The first day of teaching, before which it is told.')
  readonly teachingBegins!: CivilDate;

  @Count('Assignments that are set.')
  readonly assignmentsSet!: number;

  @Count('Assignments to be completed.')
  readonly assignmentsToComplete!: number;

  @Count('Assignments that count: those with the best marks.')
  readonly assignmentsCounting!: number;

  @OneOf(['all-weighted', 'best-weighted'], 'How their marks combine, each by its weight.')
  readonly combination!: AssessmentScheme['combination'];

  @Percentage('Per cent of the result that the coursework weighs; absent where it was not told.', 'optional')
  readonly courseworkWeight?: number;

  @Percentage('Per cent of the result that the examination weighs; absent where it was not told.', 'optional')
  readonly examinationWeight?: number;

  @Percentage('The mark at which the coursework has to be passed; absent where that is not asked.', 'optional')
  readonly courseworkPass?: number;

  @Percentage('The mark at which the examination has to be passed; absent where that is not asked.', 'optional')
  readonly examinationPass?: number;

  @Percentage('Per cent of the sessions that the course asks, beside its mode of study.', 'optional')
  readonly minimumAttendance?: number;

  @PartList(ToldItem, 'Assignments, other activities and examinations.')
  readonly items!: readonly ToldItem[];

  @WordList('The clauses by which it is told.')
  readonly clauses!: readonly string[];
}
