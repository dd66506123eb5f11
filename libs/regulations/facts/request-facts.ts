import type { Actor, CivilDate, ClauseId } from '#kernel';

/** What may be arranged otherwise for one candidate at an examination. */
export const ARRANGEMENT_KINDS = [
  'other-venue',
  'scribe',
  'typewriter',
  'braille',
  'audio',
  'extra-time',
  'religious-days',
  'overseas',
  'change-of-venue',
  'change-of-date',
] as const;
export type ArrangementKind = (typeof ARRANGEMENT_KINDS)[number];

/** What shows that an arrangement is needed. */
export const ARRANGEMENT_PAPERS = [
  'medical-certificate',
  'special-needs-assessment',
  'religious-body-letter',
  'other',
] as const;
export type ArrangementPaper = (typeof ARRANGEMENT_PAPERS)[number];

/** The examination days of the sitting that is meant: those of the enrolment, or of a resit or a deferred one. */
export interface ExaminationPeriod {
  readonly term: string;
  readonly examinations: readonly [CivilDate, CivilDate];
}

/** Whoever asked, reported or decided. */
interface Dealt {
  readonly on: CivilDate;
  readonly by: Actor;
  /** The clause that it rests on. */
  readonly clause: ClauseId;
}

interface Asked extends Dealt {
  /** What it is called within the record. */
  readonly id: string;
  readonly course: string;
  readonly term: string;
}

/** What was granted, as far as it is not what was asked. */
export interface ArrangementTerms {
  readonly place?: string;
  readonly date?: CivilDate;
  /** More minutes for the paper. */
  readonly minutes?: number;
  /** Appointed by the University. */
  readonly invigilator?: string;
  readonly noteTaker?: string;
  /** Whether the candidate knows the note-taker. */
  readonly noteTakerKnown?: boolean;
  /** Whom the Registrar asked. */
  readonly consulted?: 'teacher' | 'tutor';
  /** Whether the Registrar has assessed that the candidate cannot write by hand. */
  readonly assessed?: boolean;
  /** Whether it can be arranged. */
  readonly practicable?: boolean;
  /** The agency abroad that the University has chosen. */
  readonly host?: string;
  /** Whether the Registrar confirms that it takes place at the same time as in Hong Kong. */
  readonly sameTime?: boolean;
  /** Whether another paper has been set. */
  readonly otherPaper?: boolean;
}

export interface ArrangementDecision extends Dealt {
  readonly outcome: 'granted' | 'refused';
  readonly reason: string;
  readonly terms?: ArrangementTerms;
  /** The charge of what it costs. */
  readonly charge?: string;
}

export interface ExaminationArrangement extends Asked {
  readonly kind: ArrangementKind;
  readonly words: string;
  readonly sitting: ExaminationPeriod;
  readonly papers: readonly { readonly kind: ArrangementPaper; readonly words: string }[];
  readonly religiousBody?: string;
  readonly costsAgreed?: boolean;
  /** The charge of the fee for asking. */
  readonly charge?: string;
  readonly decision?: ArrangementDecision;
}

/** How an oral examination ended; `waived` where the panel let it fall. */
export const ORAL_OUTCOMES = ['satisfactory', 'unsatisfactory', 'absent', 'waived'] as const;
export type OralOutcome = (typeof ORAL_OUTCOMES)[number];

export interface OralExamination extends Asked {
  readonly reason: string;
  /** The day on which it is to be held, when it is known. */
  readonly day?: CivilDate;
  readonly result?: {
    readonly outcome: OralOutcome;
    readonly words: string;
    readonly on: CivilDate;
    readonly by: Actor;
  };
}

/** What a chief invigilator reports. The first four are those that the regulations list. */
export const INCIDENT_KINDS = [
  'unauthorised-material',
  'help',
  'improper-approach',
  'integrity-breach',
  'instructions-not-followed',
  'no-identification',
  'late-arrival',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** What a candidate shows to come in. */
export const IDENTIFICATION = ['student-card', 'identity-card', 'allocation-notice'] as const;
export type Identification = (typeof IDENTIFICATION)[number];

export interface LateArrival {
  /** On the clock, `09:45`. */
  readonly time: string;
  readonly minutesLate: number;
  readonly reason: string;
  readonly anyoneHadLeft: boolean;
}

export const SCRIPT_DECISIONS = ['accepted', 'refused', 'not-marked'] as const;
export type ScriptDecision = (typeof SCRIPT_DECISIONS)[number];

export interface IncidentReport {
  readonly kind: IncidentKind;
  /** The day on which it happened. */
  readonly day: CivilDate;
  readonly account: string;
  /** The written statement of the candidate. */
  readonly statement?: string;
  /** Whether the candidate would give none. */
  readonly statementRefused?: boolean;
  readonly exhibits: readonly string[];
  /** Whether the examination of the candidate was ended, and why. */
  readonly ended?: { readonly reason: string; readonly serious: boolean; readonly orderedOut: boolean };
  readonly arrival?: LateArrival;
  readonly missing?: readonly Identification[];
}

export interface ExaminationIncident extends Asked, IncidentReport {
  /** Whether it goes to the discipline of students. */
  readonly referred: boolean;
  readonly script?: Dealt & { readonly decision: ScriptDecision; readonly reason: string };
}

/** What may keep a student from doing as well as otherwise. */
export const CIRCUMSTANCES = [
  'university-failure',
  'long-illness',
  'private-life',
  'illness',
  'bereavement',
  'other',
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** As what an event may be reported, beside any serious one: that it lasted long, or fell shortly before the examinations. */
export const CIRCUMSTANCES_GROUNDS = ['prolonged', 'near-examinations'] as const;
export type CircumstancesGround = (typeof CIRCUMSTANCES_GROUNDS)[number];

export const CONSIDERATIONS = ['taken-into-account', 'no-effect'] as const;
export type ConsiderationOutcome = (typeof CONSIDERATIONS)[number];

export interface CircumstancesReport {
  readonly kind: Circumstance;
  /** What the student reports it as; any serious event where absent. */
  readonly ground?: CircumstancesGround;
  readonly words: string;
  readonly from: CivilDate;
  /** The last day; it goes on where absent. */
  readonly until?: CivilDate;
  /** The papers that came with it. */
  readonly documents: readonly string[];
}

export interface SpecialCircumstances extends Asked, CircumstancesReport {
  readonly consideration?: {
    readonly outcome: ConsiderationOutcome;
    readonly words: string;
    readonly on: CivilDate;
    readonly by: Actor;
  };
}

/** Trouble with coursework, told to the tutor, or to the coordinator where the tutor could not be reached. */
export interface CourseworkContact extends Asked {
  readonly to: 'tutor' | 'coordinator';
  readonly words: string;
  /** The day on which the tutor could not be reached. */
  readonly tutorTriedOn?: CivilDate;
}

/** What of an examination somebody may wish to be told. */
export const TOLD_OF_EXAMINATION = ['examination-mark', 'script', 'comments', 'marks-by-question'] as const;
export type ToldOfExamination = (typeof TOLD_OF_EXAMINATION)[number];

export interface ExaminationMark {
  readonly item: string;
  /** 0 to 100. */
  readonly mark: number;
}

export interface ResultAppeal extends Asked {
  /** The result that is appealed against. */
  readonly grade: string;
  readonly words: string;
  /** The last day on which it could be made. */
  readonly lastDay: CivilDate;
  readonly charge?: string;
  readonly decision?: Dealt & {
    readonly outcome: 'stands' | 'improved' | 'overtaken';
    readonly grade: string;
    readonly reason: string;
    /** The examination marks that were disclosed. */
    readonly marks?: readonly ExaminationMark[];
  };
}

/** What of results may be asked for; some of it is never given. */
export const DISCLOSURES = ['examination-mark', 'certified-results', 'script', 'performance'] as const;
export type DisclosureKind = (typeof DISCLOSURES)[number];

export const RESULT_CHANNELS = ['in-person', 'post', 'email', 'portal', 'telephone'] as const;
export type ResultChannel = (typeof RESULT_CHANNELS)[number];

export interface Disclosure extends Asked {
  readonly what: DisclosureKind;
  readonly channel: ResultChannel;
  readonly charge?: string;
  readonly issued?: {
    readonly on: CivilDate;
    readonly by: Actor;
    readonly channel: ResultChannel;
    readonly grade?: string;
    readonly marks?: readonly ExaminationMark[];
  };
}

/** Everything that was asked about examinations and results of one student, in order of record. */
export interface StudentRequests {
  readonly arrangements: readonly ExaminationArrangement[];
  readonly orals: readonly OralExamination[];
  readonly incidents: readonly ExaminationIncident[];
  readonly circumstances: readonly SpecialCircumstances[];
  readonly contacts: readonly CourseworkContact[];
  readonly appeals: readonly ResultAppeal[];
  readonly disclosures: readonly Disclosure[];
}
