import type { CivilDate, Text } from '#kernel';
import type { AwardKind, StudyMode } from '../chapter.ts';
import type { Approval } from './approval.ts';
import type { HandInMethod, ItemKind } from './coursework-facts.ts';
import type { ProgrammeEntry } from './entry-facts.ts';

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
