import type { CivilDate, ClauseId } from '#kernel';

/** An examination of the course itself, one that was put off, or one that is sat again. */
export const SITTING_KINDS = ['original', 'deferred', 'resit'] as const;
export type SittingKind = (typeof SITTING_KINDS)[number];

/** What became of an examination on its day. */
export interface Sitting {
  /** `course@term` */
  readonly attempt: string;
  readonly kind: SittingKind;
  /** The paper, where a course has several. */
  readonly examination?: string;
  readonly on: CivilDate;
  /** 0 to 100; of one that was sat, and kept from whoever is not to be told. */
  readonly mark?: number;
  /** The candidate did not come. */
  readonly absent?: true;
  /** Who let a sitting be that the count of sittings would not have allowed. */
  readonly exception?: { readonly authority: string; readonly reason: string; readonly on?: CivilDate };
  readonly recordedOn: CivilDate;
}

/** `resits`: that there are many examinations to sit. */
export const ABSENCE_GROUNDS = ['health', 'other', 'resits'] as const;
export type AbsenceGround = (typeof ABSENCE_GROUNDS)[number];

export const CERTIFICATE_ISSUERS = [
  'registered-doctor',
  'registered-chinese-medicine-practitioner',
  'other-practitioner',
] as const;
export type CertificateIssuer = (typeof CERTIFICATE_ISSUERS)[number];

/** A medical certificate as it was handed in. */
export interface AbsenceCertificate {
  readonly issuer: CertificateIssuer;
  /** The first and the last day of sick leave. */
  readonly leave: readonly [CivilDate, CivilDate];
  /** Whether it says that the candidate was unfit to sit. */
  readonly unfit: boolean;
  /** Whether it says that ill health kept the candidate from doing enough coursework. [5cu/assess/13.2] [3cu/assess/13.2] */
  readonly keptFromCoursework?: boolean;
}

/** Why somebody asks to be examined later. */
export interface Absence {
  readonly ground: AbsenceGround;
  /** The examination that is missed. */
  readonly kind: SittingKind;
  readonly examinationOn: CivilDate;
  /** The day on which the reason became known; the day of the examination when absent, or that of the application before. */
  readonly knownOn?: CivilDate;
  readonly certificate?: AbsenceCertificate;
  readonly explanation?: string;
  /** What shows the event, where there is something. */
  readonly evidence?: string;
}

export interface DeferredExamination extends Absence {
  readonly id: string;
  readonly attempt: string;
  readonly on: CivilDate;
  readonly decision?: DeferredExaminationDecision;
}

export interface DeferredExaminationDecision {
  readonly granted: boolean;
  readonly reason: string;
  /** The term in whose examination period it is taken, where it is a regular one. */
  readonly period?: string;
  /** The day that the University has set. */
  readonly examinationOn?: CivilDate;
  /** Of one that is granted: the last day on which it can be taken. */
  readonly latest?: CivilDate;
  readonly clause: ClauseId;
  readonly on: CivilDate;
}

/** What a tutor or teacher writes for an exemption. [5cu/assess/13.3] [3cu/assess/13.3] */
export interface TutorRecommendation {
  readonly by: 'tutor' | 'teacher';
  /** Performance and standard of the student. */
  readonly evaluation: string;
  /** Whether the course was properly studied to a reasonable standard; absent where nothing is said of it. */
  readonly studiedProperly?: boolean;
  /** Whether a pass of the whole course is expected; absent where nothing is said of it. */
  readonly passExpected?: boolean;
  /** Whether all assignments or projects come with it. */
  readonly workEnclosed: boolean;
}

export interface ExaminationExemption {
  readonly id: string;
  readonly attempt: string;
  readonly certificate: AbsenceCertificate;
  readonly examinationOn: CivilDate;
  readonly knownOn?: CivilDate;
  /** Why study cannot go on. */
  readonly cannotContinue: string;
  readonly recommendation: TutorRecommendation;
  readonly on: CivilDate;
  readonly decision?: {
    readonly granted: boolean;
    readonly reason: string;
    readonly clause: ClauseId;
    readonly on: CivilDate;
  };
}

/** When a failed examination is sat again. */
export interface Resit {
  readonly attempt: string;
  readonly period?: string;
  readonly examinationOn?: CivilDate;
  /** The last day on which it can be taken. */
  readonly latest: CivilDate;
  /** The charge of its fee; absent where none has been set. */
  readonly charge?: string;
  readonly clause: ClauseId;
  readonly arrangedOn: CivilDate;
  /** Of a resit that was put off: the term and day for which it had been arranged first. */
  readonly deferredFrom?: { readonly period?: string; readonly latest: CivilDate; readonly on: CivilDate };
}

/** Some of several resits of one term are asked to be put off. [5cu/assess/15.3] */
export interface ResitDeferral {
  readonly id: string;
  readonly term: string;
  readonly attempts: readonly string[];
  readonly reason: string;
  readonly on: CivilDate;
  readonly decision?: {
    readonly granted: boolean;
    readonly reason: string;
    readonly clause: ClauseId;
    readonly on: CivilDate;
  };
}

/** Everything about examinations that stands in a record, each in order. */
export interface ExaminationFile {
  readonly sittings: readonly Sitting[];
  readonly deferred: readonly DeferredExamination[];
  readonly exemptions: readonly ExaminationExemption[];
  readonly resits: readonly Resit[];
  readonly resitDeferrals: readonly ResitDeferral[];
}

export const emptyExaminationFile: ExaminationFile = {
  sittings: [],
  deferred: [],
  exemptions: [],
  resits: [],
  resitDeferrals: [],
};
