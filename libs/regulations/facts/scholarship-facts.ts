import type { CivilDate, ClauseId, Ruling, Text } from '#kernel';
import type { Approval, Regime, Study, StudyMode } from '../facts.ts';

/** What a scholarship honours. */
export const SCHOLARSHIP_KINDS = [
  'academic',
  'sport',
  'personal-development',
  'community-service',
  'entrance',
] as const;
export type ScholarshipKind = (typeof SCHOLARSHIP_KINDS)[number];

/** What the student is given. */
export const SCHOLARSHIP_FORMS = ['cash', 'tuition-fee', 'in-kind'] as const;
export type ScholarshipForm = (typeof SCHOLARSHIP_FORMS)[number];

/** Who recommends. [5cu/schol/4.1] [3cu/schol/4.1] */
export const RECOMMENDERS = ['school', 'scholarship-committee'] as const;
export type Recommender = (typeof RECOMMENDERS)[number];

/** What a recommendation weighs. */
export const GROUNDS = ['academic-results', 'service', 'leadership', 'other-achievement', 'financial-need'] as const;
export type ScholarshipGround = (typeof GROUNDS)[number];

/**
 * What a donor asks: certain programmes, a place in the selection, that need counts or does not, to choose alone, to
 * leave out the credits that the regulations ask, or something in words.
 */
export const DONOR_CONDITIONS = [
  'programmes',
  'representative',
  'financial-need',
  'sole-selection',
  'without-credits',
  'other',
] as const;
export type DonorConditionKind = (typeof DONOR_CONDITIONS)[number];

export interface DonorCondition {
  readonly kind: DonorConditionKind;
  /** The mode of study to whose students it applies; to all when absent. */
  readonly mode?: StudyMode;
  /** Of the kind `programmes`: their codes. */
  readonly programmes?: readonly string[];
  /** Of the kind `financial-need`: whether it counts. */
  readonly considered?: boolean;
  /** Of the kind `other`. */
  readonly words?: string;
}

/** Something that a scholarship asks besides the regulations; whoever recommends says whether it is met. */
export interface ScholarshipCriterion {
  readonly id: string;
  readonly requirement: string;
}

export interface ScholarshipFacts {
  readonly code: string;
  readonly title: Text;
  readonly kind: ScholarshipKind;
  readonly regime: Regime;
  /** The only mode of study that it is for; both when absent. */
  readonly mode?: StudyMode;
  /** In whole Hong Kong cents. */
  readonly cents: number;
  readonly form: ScholarshipForm;
  readonly conditions: readonly DonorCondition[];
  readonly criteria: readonly ScholarshipCriterion[];
  /** The first and the last day of nominations; there is no last one when absent. */
  readonly from: CivilDate;
  readonly until?: CivilDate;
}

export interface Recommendation {
  readonly recommendedBy: Recommender;
  readonly grounds: readonly { readonly ground: ScholarshipGround; readonly words: string }[];
  /** The criteria of the scholarship that are met, by id. */
  readonly criteriaMet: readonly string[];
}

/** A student is put forward for a scholarship, which is judged as it was on that day. */
export interface ScholarshipNomination extends Recommendation {
  readonly scholarship: ScholarshipFacts;
  readonly programme: string;
  /** The academic year that is assessed, `2024/25`. */
  readonly academicYear: string;
  readonly on: CivilDate;
}

export interface ScholarshipAward {
  readonly scholarship: string;
  readonly title: Text;
  readonly programme: string;
  readonly academicYear: string;
  readonly form: ScholarshipForm;
  /** In whole Hong Kong cents. */
  readonly cents: number;
  /** The representative of the donor who took part in the selection. */
  readonly representative?: string;
  readonly on: CivilDate;
}

export interface ScholarshipRequest {
  readonly scholarship: ScholarshipFacts;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface NominationRequest extends ScholarshipRequest, Recommendation {
  readonly academicYear: string;
}

export interface ScholarshipAwardRequest {
  /** The nomination that has not led to an award yet; absent when there is none. */
  readonly nomination?: ScholarshipNomination;
  readonly scholarship: ScholarshipFacts;
  /** All scholarships of the student, whatever the programme. */
  readonly awards: readonly ScholarshipAward[];
  readonly representative?: string;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

/** What a regime says of scholarships. */
export interface ScholarshipRules {
  /** Whether a scholarship may be offered with the conditions of its donor. */
  definition(request: ScholarshipRequest): Ruling;
  /** Whether a student may be nominated. */
  nomination(study: Study, request: NominationRequest): Ruling;
  /** Whether a nominated student may be given it. */
  award(study: Study, request: ScholarshipAwardRequest): Ruling;
  /** On which a nomination and the award that follows it rest. */
  readonly clause: ClauseId;
  /** The clause that lets a donor ask a thing. */
  conditionClause(kind: DonorConditionKind): ClauseId;
}
