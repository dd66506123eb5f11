import type { CivilDate, Ruling } from '#kernel';
import type { PublicationDay, ResultRecommendation } from '../facts/result-facts.ts';
import type { Approval, Attempt, Study, TermFacts } from '../facts.ts';

export interface RecommendationRequest {
  readonly attempt: Attempt;
  readonly grade: string;
  readonly today: CivilDate;
}

export interface ApprovalRequest {
  readonly attempt: Attempt;
  /** The grade that is approved. */
  readonly grade: string;
  readonly recommendation: ResultRecommendation;
  /** The School that approves. */
  readonly school: string;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

/** From the award panel's word to the published result. */
export interface ResultRules {
  /** Whether the award panel may recommend a grade: what may not be recorded is not recommended either. */
  recommendation(study: Study, request: RecommendationRequest): Ruling;
  /** Whether a recommended result is approved by those who may: the School, and the Senate where the text says so. */
  approval(study: Study, request: ApprovalRequest): Ruling;
  /** Three weeks after the examinations of the term, unless the University has announced another day. [5cu/assess/19.1] [3cu/assess/18.1] */
  publication(term: Pick<TermFacts, 'examinations' | 'resultsOn'>): PublicationDay;
  /** Whether the results of a term may be published on a day. */
  publicationOn(term: TermFacts, request: { readonly on: CivilDate; readonly today: CivilDate }): Ruling;
}
