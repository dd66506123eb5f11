import type { CivilDate, ClauseId } from '#kernel';

/**
 * How somebody stands at the end of a term. Probation is for the time that follows; terminated is whose study ends for
 * standing; the rules do not apply where the text has none for the chapter, or none for those who entered so early.
 */
export const STANDINGS = ['good', 'probation', 'terminated', 'not-applicable'] as const;
export type StandingState = (typeof STANDINGS)[number];

/** What a standing was told from. Fractions are exact, `97/30`. */
export interface StandingFigures {
  /** The average over all terms until then; null while no credits count. */
  readonly cgpa: string | null;
  /** Of the term alone. */
  readonly gpa: string | null;
  readonly creditsEarned: number;
  readonly creditsTransferred: number;
  /** Courses begun by then whose result is still to come. */
  readonly resultsToCome: number;
  /** Until the end of the term a single one had brought a GPA. */
  readonly firstGpa?: boolean;
  /** The last academic year of study whose end was looked at, its minimum of credits, and what was earned by then. */
  readonly year?: number;
  readonly minimum?: number;
  readonly earned?: number;
}

/**
 * How far it is to the line between probation and good standing. Of an average: the points (grade points times
 * credits) that are missing from the line, negative where it is passed by so many; and the average that makes up for them over
 * the next credits. Of credits: those that are missing.
 */
export type StandingDistance =
  | {
      readonly measure: 'average';
      readonly value: string;
      readonly line: string;
      /** Credits that the average is over. */
      readonly credits: number;
      readonly points: string;
      /** Credits of one term's load, or as few more as reach the line with the highest grade; and the average over them that does. */
      readonly next: { readonly credits: number; readonly average: string };
    }
  | {
      readonly measure: 'credits';
      /** The year of study at whose end the minimum is looked at next, or was looked at last. */
      readonly year: number;
      readonly minimum: number;
      readonly earned: number;
      readonly missing: number;
    };

/** The stage of study by credits accumulated. [5cu/ug/10.1] [3cu/ug/10.1] */
export interface StageOfStudy {
  readonly stage: number;
  readonly credits: number;
  /** The next stage, from how many credits on, and how many are missing; absent in the last. */
  readonly next?: { readonly stage: number; readonly from: number; readonly missing: number };
}

/** The term of a published standing, as the calendar had it then. */
export interface DecidedTerm {
  readonly code: string;
  readonly academicYear: string;
  readonly teaching: readonly [CivilDate, CivilDate];
  readonly examinations: readonly [CivilDate, CivilDate];
  readonly addDropEnds: CivilDate;
  readonly registration: readonly [CivilDate, CivilDate];
}

/** A standing as it was published. */
export interface StandingDecision {
  readonly programme: string;
  readonly term: DecidedTerm;
  readonly yearEnd: boolean;
  readonly standing: StandingState;
  readonly probationTerms: number;
  readonly stage: number | null;
  readonly figures: StandingFigures;
  readonly distance?: StandingDistance;
  readonly clauses: readonly ClauseId[];
  /** The run that published it, `2025-SPR-1`; absent for one that was entered by itself. */
  readonly run?: string;
  /** The day of publication. */
  readonly on: CivilDate;
}

/** A published standing was put right, because what it rests on was. */
export interface StandingRevision {
  /** As it stood until then. */
  readonly from: Omit<StandingDecision, 'term' | 'programme'>;
  readonly on: CivilDate;
  readonly reason: string;
  /** The id of what led to it, such as the proposal of an amended grade. */
  readonly cause?: string;
}

/** The standing of a term as it is now, with what it was before. At most one for a programme and a term. */
export interface DecidedStanding extends StandingDecision {
  readonly revisions: readonly StandingRevision[];
}

/** A student on probation was advised by the School. [3cu/ug/11.2] [3cu/tpg/10.2] [3cu/dl/4.2] */
export interface AcademicAdvice {
  readonly programme: string;
  /** The code of the term whose results led to it. */
  readonly term: string;
  readonly notes: string;
  /** Credits of a term that the School allows at most while probation lasts; no fewer than usual when absent. */
  readonly creditsAtMost?: number;
  readonly clause: ClauseId;
  readonly on: CivilDate;
}

/** A course that was enrolled in before the block of probation, and is not to be taken until advice. [3cu/ug/11.4] [3cu/tpg/10.4] [3cu/dl/4.2] */
export interface HeldEnrolment {
  readonly course: string;
  readonly term: string;
  readonly clause: ClauseId;
  /** The day on which the results that led to it were on record. */
  readonly since: CivilDate;
  /** The first day of teaching: until then advice leaves nothing missed. */
  readonly begins: CivilDate;
}
