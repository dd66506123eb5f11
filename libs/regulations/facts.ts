import type { CivilDate, Text } from '#kernel';
import type { AwardKind, StudyMode } from './chapter.ts';
import type {
  AssessmentScheme,
  CourseworkFile,
  EarlierMark,
  HandInMethod,
  ItemKind,
  LateDecision,
} from './coursework-facts.ts';
import type { Account, GraduateOf, Hold } from './dues-facts.ts';
import type { EntryPath, ProgrammeEntry } from './entry-facts.ts';
import type { ExaminationFile, SittingKind } from './examination-facts.ts';
import type { LoadFile } from './load-facts.ts';
import type { StudentRequests } from './request-facts.ts';
import type { ResearchAdmission, ResearchFile } from './research-facts.ts';
import type { ResultFile } from './result-facts.ts';
import type { AcademicAdvice, DecidedStanding } from './standing-facts.ts';

/** The two sets of regulations; a programme registration is under one of them for good. */
export type Regime = '5cu' | '3cu';

/** Five-credit levels by name, three-credit levels by number. [5cu/gloss/15] [3cu/gloss/19(a)] */
export type CourseLevel =
  | 'preparatory'
  | 'foundation'
  | 'middle'
  | 'higher'
  | 'postgraduate'
  | 1000
  | 2000
  | 3000
  | 4000
  | 8000
  | 9000;

/** A named group of courses that awards ask credits from. [3cu/bach/6.1.4.1] */
export type CourseCategory =
  | 'core-values'
  | 'social-responsibility'
  | 'communicator-team-player'
  | 'entrepreneurial-leadership'
  | 'university-english'
  | 'general-education';

/** A piece of assessed work with a date. */
export interface AssessmentItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** Per cent of its part (coursework or examination) of the result. */
  readonly weight: number;
  readonly due: CivilDate;
  /** Whether the course cannot be passed without it. */
  readonly compulsory: boolean;
  /** How it is handed in; through the Online Learning Environment when absent. */
  readonly handIn?: HandInMethod;
  /** Whether it goes through a check for plagiarism. */
  readonly plagiarismCheck?: boolean;
}

export interface CourseFacts {
  readonly code: string;
  readonly title: Text;
  readonly credits: number;
  readonly level: CourseLevel;
  /** The terms over which the course is taken. */
  readonly terms: number;
  /** The load in one term, when it is not credits divided by terms. */
  readonly registrationValue?: number;
  readonly school: string;
  readonly category?: CourseCategory;
  /** Has entry requirements, so that nobody enrols in it without the School. [portal/0.4] */
  readonly entryRequirements?: boolean;
  /** Graded Pass or Fail only, outside every average. */
  readonly passFail: boolean;
  readonly examination: boolean;
  /** Courses of the same content: recoded, or taught in the other mode. */
  readonly equivalents: readonly string[];
  /** Courses that may not count together with this one. */
  readonly exclusive: readonly string[];
  readonly prerequisites: readonly string[];
}

export interface TermFacts {
  readonly code: string;
  /** `2024/25` */
  readonly academicYear: string;
  readonly teaching: readonly [CivilDate, CivilDate];
  readonly examinations: readonly [CivilDate, CivilDate];
  /** The last day of adding and dropping courses. */
  readonly addDropEnds: CivilDate;
  /** The days of course registration, before late registration. */
  readonly registration: readonly [CivilDate, CivilDate];
  /** The day on which its results are published, where it was announced; else as the regulations reckon it. */
  readonly resultsOn?: CivilDate;
}

export interface ProgrammeRequirements {
  /** Courses that must be passed. */
  readonly courses: readonly string[];
  /** The courses that the programme names, from which it wants credits (five-credit degrees); all of them when empty. */
  readonly named: readonly string[];
  /** The courses of the major of an honours degree; all are to be passed. [3cu/gloss/21] */
  readonly major?: readonly string[];
  /** The courses of a minor that goes with it. [3cu/gloss/23] */
  readonly minor?: readonly string[];
  /** Credits of General Education that the programme prescribes (face-to-face). */
  readonly generalEducation: number;
  /** Weights of the two groups of the weighted average for honours (five-credit). */
  readonly classification: { readonly groupA: number; readonly groupB: number };
  /** Years of study at most, where the programme sets fewer than the six of the regulations. [5cu/tpg/7.1] [5cu/pgd/5.1] [5cu/pgdeg/5.1] */
  readonly longestYears?: number;
  /** Programme-specific load when it is not the general one (credits a term). */
  readonly creditsPerTerm?: number;
  /** General credits that may be used, when it is not the general number (General Studies). [5cu/ct/7.3] [3cu/ct/7.3] */
  readonly generalCreditsCap?: number;
  /** Credits from which the second stage of study and each later one begin, when not the general ones. [5cu/ug/10.3] [3cu/ug/10.3] */
  readonly stageCredits?: readonly number[];
  /** Years after which credits stop counting, of which entrants were given notice. [3cu/bach/3.6] [5cu/bach/3.5] */
  readonly creditYears?: number;
  /** Credits to be taken at the University, when it is not the general number (named dual programmes). [5cu/ct/5.1.2(e)] [3cu/ct/5.1.2(e)] */
  readonly residenceCredits?: number;
  /** A top-up degree, which has no limit on transferred credits. [5cu/ct/5.2.2] [3cu/ct/5.2.2] */
  readonly topUp?: boolean;
  /** On the list of programmes to which transferred credits do not apply. [5cu/ct/6.2.2] [3cu/ct/6.2.2] */
  readonly closedToCreditTransfer?: boolean;
  /** Has entry requirements, so that a change to it takes the application fee. [5cu/dl/7.2] [3cu/dl/8.2] */
  readonly entryRequirements?: boolean;
}

/** Numbers of the rules on assessment that the Senate may set for one programme. [3cu/assess/1.3] */
export const AMENDABLE_RULES = ['deferred-examination-score', 'examination-sittings', 'absence-days'] as const;
export type AmendableRule = (typeof AMENDABLE_RULES)[number];

/** The Senate's own version of a rule on assessment for a programme. */
export interface AssessmentAmendment {
  readonly rule: AmendableRule;
  /** Marks of 100, sittings, or days after the examination. */
  readonly value: number;
  readonly from: CivilDate;
  readonly authority: string;
  readonly reason: string;
}

export interface ProgrammeFacts {
  readonly code: string;
  readonly title: Text;
  readonly award: AwardKind;
  readonly regime: Regime;
  readonly mode: StudyMode;
  readonly school: string;
  /** The prescribed study period N, in years. */
  readonly years: number;
  /** The credits that the award takes. */
  readonly credits: number;
  readonly requirements: ProgrammeRequirements;
  /** Once the University has announced that it will end: the day that the Senate set. */
  readonly closing?: { readonly endsOn: CivilDate; readonly announcedOn: CivilDate };
  /** How it is entered; nothing is asked when absent. */
  readonly entry?: ProgrammeEntry;
  /** Of a face-to-face programme: the one in whose place it stands, and who approved what it asks. [5cu/bach/5.3] [5cu/bach/9.3] */
  readonly equivalent?: { readonly of: string; readonly approval?: Approval };
  /** Rules on assessment that the Senate amended for it, in order of their days. */
  readonly amendments?: readonly AssessmentAmendment[];
}

/** A person on a programme. */
export interface Registration {
  readonly programme: ProgrammeFacts;
  readonly entryTerm: TermFacts;
  readonly admittedOn: CivilDate;
  /** The route and what was brought for the conditions of entry; absent where neither was asked. */
  readonly entry?: EntryPath;
  /** Of a research degree: what was fixed on admission. */
  readonly research?: ResearchAdmission;
}

export interface Submission {
  readonly assignment: string;
  readonly submittedOn: CivilDate;
  readonly due: CivilDate;
  readonly late: boolean;
  /** Carried over from an earlier presentation of the course, not handed in again. */
  readonly banked: boolean;
  /** Of an examination whose sitting is on record: which it was. */
  readonly sat?: SittingKind;
  /** 0 to 100, before anything is taken off for lateness: `countedMark` says what it comes to. */
  readonly mark?: number;
  readonly markedOn?: CivilDate;
  /** The day on which the tutor sent the marked work back; that of the mark when absent. */
  readonly dispatchedOn?: CivilDate;
  /** What the check for plagiarism is filed under. */
  readonly plagiarismCheck?: string;
  /** It came late, and nobody has decided on it. */
  readonly pending?: true;
  readonly lateDecision?: LateDecision;
  /** Marks that stood before, in order. */
  readonly earlierMarks?: readonly EarlierMark[];
}

export type AttemptStatus = 'enrolled' | 'deferred' | 'withdrawn' | 'completed';

/** One taking of one course. A dropped course leaves none. */
export interface Attempt {
  readonly programme: string;
  readonly course: CourseFacts;
  readonly term: TermFacts;
  readonly items: readonly AssessmentItem[];
  /** What the student was told of the assessment; absent where the course said nothing of it. */
  readonly scheme?: AssessmentScheme;
  readonly enrolledOn: CivilDate;
  /** How it stands; as of a day, where the record is looked at on one: a deferral takes effect on its first day. */
  readonly status: AttemptStatus;
  /** The times for which it is put off, in order, none of them adjoining: it is taken until the first begins, unless it ends before. */
  readonly deferrals?: readonly Period[];
  readonly submissions: readonly Submission[];
  /** Extensions, queries, attendance and allegations; absent while there are none. */
  readonly coursework?: CourseworkFile;
  readonly grade?: string;
  /** The grade that was awarded, where a lower one is recorded and counts: a course repeated after readmission. [5cu/ug/2.5] */
  readonly awarded?: string;
  readonly gradedOn?: CivilDate;
  /** The term in whose average the grade counts; that of the enrolment unless the course runs over several. */
  readonly gradedTerm?: string;
  /** The day of withdrawal or deferral. */
  readonly leftOn?: CivilDate;
}

/** [5cu/ct/3.1] [3cu/ct/3.1]: general, specific and block for distance learning; the full-time kinds for face-to-face study. */
export type TransferKind =
  | 'general'
  | 'specific'
  | 'block'
  | 'full-time-specific'
  | 'full-time-exemption'
  | 'full-time-block';

export interface Transfer {
  readonly programme: string;
  readonly kind: TransferKind;
  /** 0 for an exemption, which leaves a replacement course to be taken. */
  readonly credits: number;
  readonly level: CourseLevel;
  /** The course it stands for, for the specific kinds and exemptions. */
  readonly course?: CourseFacts;
  /** What full-time block credits stand for: University English or General Education. [5cu/ct/11.1] [3cu/ct/11.1] */
  readonly category?: CourseCategory;
  readonly qualification: Qualification;
  /** Courses still to be taken at the University before block credits count. */
  readonly remainingCourses: readonly string[];
  readonly grantedOn: CivilDate;
}

/** What was studied elsewhere. */
export interface Qualification {
  readonly institution: string;
  readonly title: string;
  /** Level in the Hong Kong Qualifications Framework, 1 to 7. */
  readonly qfLevel: number;
  readonly obtainedOn?: CivilDate;
  /** Earned at this University. */
  readonly own: boolean;
  /** Met the entry requirement of the programme. */
  readonly usedForEntry: boolean;
  /** By coursework at a recognised tertiary institution. */
  readonly recognised: boolean;
}

/** `resits`: two or more examinations to be sat again in one term. [5cu/tpg/4.2(unnumbered)] */
export type DeferralGround = 'illness' | 'compassionate' | 'resits';

/** Time without study. */
export interface Period {
  /** The first day without study. */
  readonly from: CivilDate;
  /** The first day on which study goes on. */
  readonly until: CivilDate;
}

export interface Deferral extends Period {
  readonly programme: string;
  readonly ground: DeferralGround;
  /** The attempts it covers, as `course@term`. */
  readonly covers: readonly string[];
  readonly approvedOn: CivilDate;
  /** The day of the request; that of the approval where it is absent. */
  readonly recordedOn?: CivilDate;
}

/** Somebody with the power to do so lets through what the rule would hold up. */
export interface Approval {
  /** `school`, `offering-school`, `course-coordinator`, `teacher`, `tutor`, `internal-examiner`, `dean`, `registrar`, `university`, `adviser`, `award-panel`, `senate`, `research-degrees-committee`, `school-research-degrees-committee`, `principal-supervisor`, `vice-president`. */
  readonly authority: string;
  readonly reason: string;
  /** The day it was given, where that matters: an extension is given before the due date. That of the request when absent. */
  readonly on?: CivilDate;
}

/** All of a student's record that the rules look at, and the day they look. */
export interface Study {
  readonly registration: Registration;
  readonly attempts: readonly Attempt[];
  readonly transfers: readonly Transfer[];
  readonly deferrals: readonly Deferral[];
  /** Holds on the student, whatever the programme. */
  readonly holds?: readonly Hold[];
  /** What the student was charged and paid, whatever the programme. */
  readonly account?: Account;
  /** What became of the registration since admission, in the order in which it was recorded; nothing when absent. */
  readonly moves?: readonly Move[];
  /** Years that were granted beyond the longest period. */
  readonly extensions?: readonly Extension[];
  /** Programmes elsewhere that the University has approved. */
  readonly elsewhere?: readonly ProgrammeElsewhere[];
  /** Of what the student is a graduate, of this record or before it; of nothing when absent. */
  readonly graduateOf?: readonly GraduateOf[];
  /** Of a research degree. */
  readonly research?: ResearchFile;
  /** That the award of the programme is intended. */
  readonly intentions?: readonly Intention[];
  /** Recommended and approved results and amendments of grades. */
  readonly results?: ResultFile;
  /** Sittings, absences, resits and exemptions, whatever the programme. */
  readonly examinations?: ExaminationFile;
  /** Published standings on the programme, in order of publication; none when absent. */
  readonly standings?: readonly DecidedStanding[];
  /** What the School advised while on probation. */
  readonly advice?: readonly AcademicAdvice[];
  /** What was asked about examinations and results, whatever the programme; nothing when absent. */
  readonly requests?: StudentRequests;
  /** Smaller loads that were approved and those that were found, on the programme; none when absent. */
  readonly loads?: LoadFile;
}

/** How a registration on a programme stands. Those from `withdrawn` on have ended it. */
export type RegistrationStatus =
  | 'admitted'
  | 'registered'
  | 'provisional'
  | 'deferred'
  | 'on-leave'
  | 'reinstated'
  | 'withdrawn'
  | 'lapsed'
  | 'discontinued'
  | 'deregistered'
  | 'changed'
  | 'completed';

/** The statuses of a registration that is at an end. */
export type EndedStatus = Extract<
  RegistrationStatus,
  'withdrawn' | 'lapsed' | 'discontinued' | 'deregistered' | 'changed' | 'completed'
>;

/** One move of a registration from what it was to something else. */
export interface Move {
  readonly programme: string;
  readonly to: RegistrationStatus;
  /** The day on which it takes effect: before that of its record for what happens by lapse of time, after it for a change. */
  readonly on: CivilDate;
  readonly recordedOn: CivilDate;
  /** Of a return to face-to-face study: the first day of teaching of the term from which it goes on. */
  readonly studyFrom?: CivilDate;
  /** What it rests on; absent for admission and registration, of which the mode of study tells. */
  readonly clause?: string;
  readonly reason?: string;
}

/** More time than the longest period of study, on the authority of somebody who may grant it. */
export interface Extension {
  readonly programme: string;
  readonly years: number;
  readonly authority: string;
  readonly clause: string;
  readonly reason: string;
  readonly on: CivilDate;
}

/** The Council conferred the award of a programme. */
export interface Conferment {
  readonly programme: string;
  readonly on: CivilDate;
  readonly recordedOn: CivilDate;
  readonly clause: string;
}

/** An application to have an award converted to that of another programme. [5cu/stack/3.6] */
export interface Conversion {
  readonly from: string;
  readonly to: string;
  readonly on: CivilDate;
  readonly clause: string;
}

/** A student has told which award is intended. [5cu/bach/5.1(a)] [5cu/dual/5.1(b)] [3cu/dual/6.1.1] */
export interface Intention {
  readonly programme: string;
  readonly award: AwardKind;
  readonly on: CivilDate;
}

/** A programme of another institution, read with the University's approval. [5cu/ug/3.8] [3cu/ug/3.8] */
export interface ProgrammeElsewhere {
  readonly programme: string;
  readonly institution: string;
  readonly title: string;
  readonly from: CivilDate;
  readonly until?: CivilDate;
  readonly approvedOn: CivilDate;
  readonly on: CivilDate;
}

/** Another programme in place of one, from a day on. */
export interface ProgrammeChange {
  readonly from: string;
  readonly to: ProgrammeFacts;
  /** The term from which the other programme is studied. */
  readonly term: string;
  readonly approvedOn: CivilDate;
  /** The first day of that term. */
  readonly effectiveOn: CivilDate;
  /** What was brought for the conditions of entry of the other programme; absent where it has none. */
  readonly entry?: EntryPath;
  readonly clause: string;
}

export * from './application-facts.ts';
export * from './chapter.ts';
export * from './coursework-facts.ts';
export * from './dues-facts.ts';
export * from './entry-facts.ts';
export * from './examination-facts.ts';
export * from './load-facts.ts';
export * from './request-facts.ts';
export * from './research-facts.ts';
export * from './result-facts.ts';
export * from './standing-facts.ts';
