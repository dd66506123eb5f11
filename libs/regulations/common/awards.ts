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
  /** A course that the programme names counts all the same. */
  readonly exceptNamed?: boolean;
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

/** An average over the courses at these levels. */
export interface LevelAverage {
  readonly clause: ClauseId;
  readonly levels: readonly CourseLevel[];
  readonly minimum: Rational;
}

/** Routes of entry that an award numbers, each with credits that are all it asks; 1 is the normal one. [5cu/dual/5.1(c)] */
export interface NumberedRoutes {
  readonly clause: ClauseId;
  readonly of: Readonly<Record<number, CreditFloor>>;
}

/** What an award says of how its credits come about, besides how many they are. */
export interface CreditClauses {
  /** Whoever has the credits, and the averages, is considered for the award. */
  readonly considered: ClauseId;
  /** Transferred credits count. */
  readonly transferred: ClauseId;
  /** A course that is exempted is completed. */
  readonly exempted: ClauseId;
}

/** An award of which a part is an honours degree. */
export interface HonoursPart {
  readonly classified: ClauseId;
  /** The other part has no class. */
  readonly unclassified: ClauseId;
  /** The levels of its courses; every level when absent. */
  readonly levels?: readonly CourseLevel[];
  /** How many of the credits of the award are those of the other part. */
  readonly without: number;
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
  readonly averages?: readonly LevelAverage[];
  /** The categories together, where they are parts of one requirement. */
  readonly core?: { readonly clause: ClauseId; readonly parts: readonly CategoryFloor[] };
  /** Credits that the programme asks beyond those of the award. */
  readonly beyond?: ClauseId;
  readonly routes?: NumberedRoutes;
  readonly reckoning?: CreditClauses;
  readonly honours?: HonoursPart;
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
