import type { CivilDate, ClauseId, Rational } from '#kernel';
import type { AwardKind, CourseCategory, CourseLevel } from '../facts.ts';
import type { LongestPeriod } from './eligibility.ts';
import type { ByChapter } from './parameters.ts';

/** At most so many credits of these courses count; what is beyond is passed over, and disqualifies nobody. */
export interface Ceiling {
  readonly clause: ClauseId;
  readonly levels?: readonly CourseLevel[];
  readonly category?: CourseCategory;
  readonly maximum: number;
  /** A course that the programme requires counts all the same. */
  readonly exceptRequired?: boolean;
  /** Only for those admitted on or after the day. */
  readonly admittedFrom?: CivilDate;
}

/** At least so many credits at these levels. */
export interface LevelFloor {
  readonly clause: ClauseId;
  readonly levels: readonly CourseLevel[];
  readonly minimum: number;
  /** Of the courses that the programme names, when it names any. */
  readonly ofNamed?: boolean;
}

export interface CategoryFloor {
  readonly clause: ClauseId;
  readonly category: CourseCategory;
  readonly minimum: number;
}

export interface CreditFloor {
  readonly clause: ClauseId;
  readonly minimum: number;
}

/** What an award asks for. Every number is the regulations' own; a programme may ask for more credits. */
export interface AwardRules {
  readonly credits: CreditFloor;
  /** The clause by which the programme's own required courses bind. */
  readonly programme: ClauseId;
  readonly ceilings: readonly Ceiling[];
  readonly floors: readonly LevelFloor[];
  readonly categories: readonly CategoryFloor[];
  /** General Education as the programme prescribes it. */
  readonly generalEducation?: ClauseId;
  /** Credits from the courses that the programme names, when it names any. */
  readonly named?: CreditFloor;
  /** Only courses that the programme names count, when it names any. */
  readonly onlyNamed?: ClauseId;
  /** The courses of the major, and of the minor, are passed. */
  readonly major?: ClauseId;
  readonly minor?: ClauseId;
  /** Credits may stop counting after so many years. */
  readonly expiry?: ClauseId;
  /** The credits of a course count in one programme only. */
  readonly once?: ClauseId;
  /** Every condition of entry was met, where the programme has any. */
  readonly entry?: ClauseId;
  readonly cgpa?: { readonly clause: ClauseId; readonly minimum: Rational };
  readonly maximumPeriod?: { readonly clause: ClauseId; readonly longest: LongestPeriod };
  /** Of mutually exclusive courses only one counts. */
  readonly exclusive: ClauseId;
  /** Block credits count once every course left to be taken is passed. */
  readonly remaining: ClauseId;
}

/** The awards that each chapter leads to; research degrees are audited by rules of their own. */
export type AwardTable = Omit<ByChapter<Readonly<Partial<Record<AwardKind, AwardRules>>>>, 'research'>;

export interface ClassificationBand<Class> {
  readonly class: Class;
  /** The lowest average of the class, to two decimals. */
  readonly from: Rational;
}
