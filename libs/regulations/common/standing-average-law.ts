import type { ClauseId, Rational } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Study, TermFacts } from '../facts.ts';
import type { Figures } from '../pack.ts';
import type { AcademicCalendar } from './academic-year.ts';
import type { Scale } from './grades.ts';
import type { StageLaw } from './stage.ts';

/** What a chapter says of probation by the cumulative average. */
export interface AverageLaw {
  readonly pack: string;
  readonly scale: Scale;
  readonly figures: (study: Study) => Figures;
  /** The average that good standing takes, and the terms on probation in a row that end study. */
  readonly line: Dated<{ readonly cgpa: Rational; readonly probationTerms: number }>;
  /** Below the line. */
  readonly low: ClauseId;
  /** Back at the line. */
  readonly lifted: ClauseId;
  readonly advised: ClauseId;
  /** Study that ends after so many terms, and the clause that says that it does; absent where none does. */
  readonly ended?: { readonly after: ClauseId; readonly terminated: ClauseId };
  /** Whether the first GPA after admission is passed over. */
  readonly firstGpaExempt: boolean;
  /** Credits of the load of one term, over which the average that lifts probation is told. */
  readonly load: Dated<number>;
  readonly stage?: StageLaw;
  readonly isMainTerm: (term: TermFacts) => boolean;
  readonly calendar: Dated<AcademicCalendar>;
}
