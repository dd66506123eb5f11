import { Count, Flag, Part, Words } from '../field.ts';
import { Shown } from '../shown.ts';
import { TermEnrolment } from '../term-summary/term-summary-document.ts';

/** What the assignments of a taking of a course come to. */
export class CourseworkStanding {
  @Count('Assignments to be handed in. [5cu/assess/2.3(a)] [3cu/assess/2.3(a)]')
  readonly toComplete!: number;

  @Count('Pieces of coursework that count in the total as it stands. [5cu/assess/2.3(b)] [3cu/assess/2.3(b)]')
  readonly counting!: number;

  @Part(
    Shown,
    'The weighted mark, 0 to 100, with work that is missing as zero; null where no assignment weighs anything.',
    'nullable',
  )
  readonly total!: Shown | null;

  @Flag('Whether nothing is still to come: every piece that is asked has its mark.')
  readonly complete!: boolean;
}

/** One student's results in one taking of a course: every mark, the totals and the grade. [portal/E.1] */
export class AssessmentResultDocument extends TermEnrolment {
  @Words('The number of the student.')
  readonly student!: string;

  @Words('The code of the programme it is taken for.')
  readonly programme!: string;

  @Words('The code of the term of enrolment.')
  readonly term!: string;

  @Part(CourseworkStanding, 'What the marks of the assignments come to so far.')
  readonly standing!: CourseworkStanding;

  @Part(Shown, 'The mark of the examination, 0 to 100; null while there is none.', 'nullable')
  readonly examination!: Shown | null;
}
