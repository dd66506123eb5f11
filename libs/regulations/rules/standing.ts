import type { CivilDate, ClauseId, Ruling } from '#kernel';
import type { StageOfStudy, StandingDistance, StandingFigures, StandingState, Study, TermFacts } from '../facts.ts';

/** The stage, and a ruling on the last of the stages: it tells how many credits are missing from the next. */
export interface StageRuling extends StageOfStudy {
  readonly ruling: Ruling;
}

export interface StandingRequest {
  /** The term at whose end it is looked at. Nothing that fell into a later one is seen. */
  readonly term: TermFacts;
  /** Whether the academic year ends with it; told from the calendar of the regulations when absent. */
  readonly yearEnd?: boolean;
  readonly today: CivilDate;
}

/** What a standing is and rests on. The ruling allows where nothing stands against good standing. */
export interface StandingRuling extends Ruling {
  readonly standing: StandingState;
  /** As it was before the term ended. */
  readonly before: StandingState;
  /** Terms on probation in a row that are over, the one whose result began it not among them. */
  readonly probationTerms: number;
  /** Absent where the text places nobody in stages. */
  readonly stage?: StageOfStudy;
  readonly figures: StandingFigures;
  readonly distance?: StandingDistance;
  /** On which it rests, the deciding one first. */
  readonly clauses: readonly ClauseId[];
  /**
   * Whether the end of the term is looked at for this student: not where nothing was taken in it, study was deferred, or
   * no result is there. The standing is then that of the last term that was.
   */
  readonly counts: boolean;
}

export interface AdviceRequest {
  /** The term whose results led to it; the last that has any when absent. */
  readonly term?: string;
  readonly today: CivilDate;
}

export interface AdviceRuling {
  readonly ruling: Ruling;
  readonly clause: ClauseId;
  /** The term whose probation the advice is about. */
  readonly term?: string;
}

/** What a regime says of standing. */
export interface StandingRules {
  /** How a student stands at the end of a term: the only place where it is worked out. */
  decide(study: Study, request: StandingRequest): StandingRuling;
  /** Whether a student is on probation and so to be advised; undefined where nobody is. */
  advice(study: Study, request: AdviceRequest): AdviceRuling | undefined;
  /** What the stage of study rests on, and how far the next is; undefined where there are none. */
  stage(study: Study, today: CivilDate): StageRuling | undefined;
}
