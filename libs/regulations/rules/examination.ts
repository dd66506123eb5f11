import type { CivilDate, ClauseId, Ruling } from '#kernel';
import type {
  Absence,
  AbsenceCertificate,
  AbsenceGround,
  Approval,
  Attempt,
  DeferredExamination,
  ExaminationExemption,
  SittingKind,
  Study,
  TermFacts,
  TutorRecommendation,
} from '../facts.ts';

export interface SittingRequest {
  readonly attempt: Attempt;
  readonly kind: SittingKind;
  readonly examination?: string;
  readonly on: CivilDate;
  readonly mark?: number;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

/** Of a sitting that is allowed in spite of the count: by whom. */
export interface SittingRuling extends Ruling {
  readonly exception?: Approval;
}

export interface AbsenceRequest extends Absence {
  readonly attempt: Attempt;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

/** When an examination is to be taken later, as far as the office says. */
export interface LaterExamination {
  /** The term in whose examination period it falls, with the days on which the course is examined in it. */
  readonly period?: Pick<TermFacts, 'code' | 'examinations'>;
  readonly examinationOn?: CivilDate;
  /** The terms in which the course is known to be examined. */
  readonly examinedIn?: readonly Pick<TermFacts, 'code' | 'examinations'>[];
}

export interface DeferredDecisionRequest extends LaterExamination {
  readonly attempt: Attempt;
  readonly application: DeferredExamination;
  readonly reason: string;
  readonly today: CivilDate;
}

/** A ruling with the last day on which what it grants can be taken. */
export interface LaterRuling extends Ruling {
  readonly latest: CivilDate;
  readonly clause: ClauseId;
}

export interface ExemptionRequest {
  readonly attempt: Attempt;
  readonly certificate: AbsenceCertificate;
  readonly examinationOn: CivilDate;
  /** When the reason became known; absent where the application does not say. */
  readonly knownOn?: CivilDate;
  readonly cannotContinue: string;
  readonly recommendation: TutorRecommendation;
  readonly today: CivilDate;
}

export interface ExemptionDecisionRequest {
  readonly attempt: Attempt;
  readonly application: ExaminationExemption;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface ResitRequest extends LaterExamination {
  readonly attempt: Attempt;
  readonly today: CivilDate;
}

export interface ResitDeferralRequest {
  readonly term: string;
  readonly attempts: readonly Attempt[];
  /** Of the decision: when they are taken instead. */
  readonly later?: LaterExamination;
  readonly today: CivilDate;
}

/** How often the examination of an attempt was sat, and what follows. */
export interface SittingCount {
  /** Those with a result that the regime counts. */
  readonly counted: number;
  /** Those of them that are known to have failed. */
  readonly failed: number;
  readonly most: number;
  /** The clauses by which the course has to be taken again before it earns credit; none while it need not. */
  readonly retake: readonly ClauseId[];
}

/** What a regime says of examinations. */
export interface ExaminationRules {
  /** Whether an examination may be sat, and its result recorded. */
  sitting(study: Study, request: SittingRequest): SittingRuling;
  count(study: Study, attempt: Attempt): SittingCount;
  /** Whether somebody who was absent, or will be, may ask for a deferred examination. */
  absence(study: Study, request: AbsenceRequest): Ruling;
  /** Whether a deferred examination may be granted, and until when it has to be taken. */
  deferral(study: Study, request: DeferredDecisionRequest): LaterRuling;
  /** Whether an exemption from the examination may be asked for. */
  exemption(study: Study, request: ExemptionRequest): Ruling;
  /** Whether the Senate may exempt from it. */
  exemptionDecision(study: Study, request: ExemptionDecisionRequest): Ruling;
  /** Whether a resit may be arranged, and until when it has to be taken. */
  resit(study: Study, request: ResitRequest): LaterRuling;
  /** Whether some of the resits of a term may be put off. */
  resitDeferral(study: Study, request: ResitDeferralRequest): LaterRuling;
  /** The clauses on which sittings, applications, exemptions and resits rest in the chapter. */
  clauses(study: Study): ExaminationClauses;
}

export interface ExaminationClauses {
  readonly sitting: ClauseId;
  /** The sittings that are counted. */
  readonly counts: readonly SittingKind[];
  readonly absence: Readonly<Record<AbsenceGround, ClauseId>>;
  readonly exemption: ClauseId;
  /** The result that an exemption leaves. */
  readonly exemptionGrade: string;
  /** Absent where nobody sits an examination again. */
  readonly resit?: ClauseId;
}
