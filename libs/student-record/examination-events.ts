import type { CivilDate, ClauseId, DomainEvent } from '#kernel';
import type {
  DeferredExamination,
  DeferredExaminationDecision,
  ExaminationExemption,
  Resit,
  ResitDeferral,
  Sitting,
  SittingCorrection,
} from '#regulations';

/** An examination was sat, or the candidate was absent. */
export type SittingRecorded = DomainEvent<'SittingRecorded', { sitting: Sitting }>;

/** The recorded result of a sitting put right; the earlier one stays in the log. */
export type SittingCorrected = DomainEvent<
  'SittingCorrected',
  { sitting: Sitting; from: number | null; reason: string }
>;

/** Somebody would put a sitting right on which a grade rests; it waits for another person to record the same. */
export type SittingCorrectionProposed = DomainEvent<'SittingCorrectionProposed', SittingCorrection>;

/** Somebody was absent, or will be, and asks to be examined later. */
export type DeferredExaminationRequested = DomainEvent<
  'DeferredExaminationRequested',
  { application: DeferredExamination }
>;

export type DeferredExaminationDecided = DomainEvent<
  'DeferredExaminationDecided',
  { application: string; decision: DeferredExaminationDecision }
>;

export type ExaminationExemptionRequested = DomainEvent<
  'ExaminationExemptionRequested',
  { application: ExaminationExemption }
>;

/** The Senate has exempted somebody from an examination, or has not; a Pass is recorded in the same breath. */
export type ExaminationExemptionDecided = DomainEvent<'ExaminationExemptionDecided', OfApplication>;

/** The University sets when a failed examination is sat again. */
export type ResitArranged = DomainEvent<'ResitArranged', { resit: Resit }>;

export type ResitDeferralRequested = DomainEvent<'ResitDeferralRequested', { application: ResitDeferral }>;

/** Some of several resits are put off, or not. */
export type ResitDeferralDecided = DomainEvent<'ResitDeferralDecided', OfApplication & { resits: readonly Resit[] }>;

interface OfApplication {
  application: string;
  granted: boolean;
  reason: string;
  clause: ClauseId;
  on: CivilDate;
}

/** Everything about examinations that can stand in a record. */
export type ExaminationEvent =
  | SittingRecorded
  | SittingCorrected
  | SittingCorrectionProposed
  | DeferredExaminationRequested
  | DeferredExaminationDecided
  | ExaminationExemptionRequested
  | ExaminationExemptionDecided
  | ResitArranged
  | ResitDeferralRequested
  | ResitDeferralDecided;
