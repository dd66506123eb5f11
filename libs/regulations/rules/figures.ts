import type { ClauseId, Rational, Text } from '#kernel';
import type { Attempt } from '../facts.ts';

/** What a grade makes of the attempt: a result for or against, one still to come, or a course that was left. */
export type GradeEffect = 'passed' | 'failed' | 'pending' | 'left';

/** A grade of the scale: points in exact tenths or none, and what it does. */
export interface GradeRule {
  readonly grade: string;
  readonly points: Rational | null;
  readonly earnsCredit: boolean;
  readonly inGpa: boolean;
  readonly effect: GradeEffect;
  readonly standard: Text;
}

/** How one attempt enters the figures. */
export interface Standing {
  readonly attempt: Attempt;
  /** A later attempt at the same course has taken its place in the CGPA. */
  readonly superseded: boolean;
  readonly creditsEarned: number;
  readonly points: Rational | null;
}

export interface Average {
  /** Null while no credits count. */
  readonly value: Rational | null;
  /** Credits that the average is over. */
  readonly credits: number;
}

/** Every count and average of a record. The only place where they are computed. */
export interface Figures {
  /** In the order of `Study.attempts`. */
  readonly attempts: readonly Standing[];
  /** By term code, in order of teaching. */
  readonly terms: ReadonlyMap<string, TermFigures>;
  readonly cgpa: Average;
  readonly creditsEarned: number;
  readonly creditsTransferred: number;
  readonly restsOn: FiguresRestOn;
}

/** The clauses that figures rest on. */
export interface FiguresRestOn {
  /** The grades there are. */
  readonly grades: readonly ClauseId[];
  /** By which grade credits are earned. */
  readonly credits: readonly ClauseId[];
  /** How averages are made, and what stays outside them. */
  readonly averages: readonly ClauseId[];
  /** That transferred credits stay outside; of those who have some. */
  readonly transfers?: readonly ClauseId[];
}

export interface TermFigures {
  readonly gpa: Average;
  readonly creditsEarned: number;
  /** Courses with a final result. */
  readonly completed: number;
  readonly passed: number;
  readonly failed: number;
  readonly withdrawn: number;
  /** Credits of the courses begun in the term and not left. */
  readonly creditsTaken: number;
}
