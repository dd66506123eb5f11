import type { CivilDate, ClauseId, Ruling } from '#kernel';
import type {
  AnnualRegistration,
  Leave,
  MissedRegistration,
  OtherResearchDegree,
  ResearchCondition,
  ResearchPlan,
  StudyElsewhere,
  Thesis,
  ThesisLanguage,
  ThesisOutcome,
} from '../facts/research-facts.ts';
import type { Account, Approval, ProgrammeFacts, Study, TermFacts } from '../facts.ts';
import type { EndRuling } from './registration.ts';

interface Asked {
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface ResearchAdmissionRequest extends Asked {
  readonly programme: ProgrammeFacts;
  readonly term: TermFacts;
  readonly startsOn: CivilDate;
  readonly entryConditionsMet: boolean;
  /** Whether the Committee is satisfied with the command of the language. */
  readonly languageShown: boolean;
  readonly thesisLanguage: ThesisLanguage;
  readonly conditions: readonly ResearchCondition[];
  /** What was charged and paid, by a student as by an applicant. */
  readonly account: Account;
  /** The fee of the application that stands, and from when a charge of it counts. */
  readonly application: { readonly cents: number; readonly since?: CivilDate };
  /** Research degrees that are being read here. */
  readonly here: readonly ProgrammeFacts[];
  /** One that is being read at another institution, as declared. */
  readonly elsewhere?: string;
  /** What the Committee expressly permits beside the admission. */
  readonly permits: { readonly otherDegree: boolean; readonly otherStart: boolean };
}

export interface YearRequest extends Asked {
  /** A term of the academic year that is registered for. */
  readonly term: TermFacts;
}

/** Registration for a year, and whether it is late. */
export interface YearRuling {
  readonly ruling: Ruling;
  readonly late: boolean;
}

export interface MissedYearRequest {
  readonly term: TermFacts;
  readonly today: CivilDate;
}

export interface LeaveRequest extends Asked {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** An interruption that is to end before its time. */
export interface ResumptionRequest extends Asked {
  readonly leave: Leave;
  /** The first day on which study is to go on. */
  readonly on: CivilDate;
}

export interface TerminationRequest extends Asked {
  readonly ground: 'performance' | 'registration';
}

export interface FulfilmentRequest extends Asked {
  readonly condition: ResearchCondition;
}

export interface ThesisSubmissionRequest extends Asked {
  readonly language: ThesisLanguage;
  /** Whether it is in the form that the University prescribes. */
  readonly inForm: boolean;
}

export interface ThesisSubmissionRuling {
  readonly ruling: Ruling;
  /** Why the Committee let it come outside the window; absent within. */
  readonly outsideWindow?: string;
}

export interface ThesisExaminationRequest {
  /** The day of the oral examination; absent when there was none. */
  readonly oralOn?: CivilDate;
  readonly outcome: ThesisOutcome;
  readonly today: CivilDate;
}

export interface ElsewhereRequest extends Asked {
  readonly place: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** Whether the principal supervisor can control and guide the work there. */
  readonly supervised: boolean;
}

/** The longest period of study of one student. */
export interface ResearchPeriod {
  readonly clause: ClauseId;
  /** The first day of study. */
  readonly from: CivilDate;
  /** Those of the award and the mode, with what was granted beyond. */
  readonly years: number;
  readonly extended: number;
  readonly lastDay: CivilDate;
}

/** The days between which a thesis is handed in, both included. */
export interface ThesisWindow {
  readonly clause: ClauseId;
  /** The first registration for the thesis. */
  readonly from: CivilDate;
  readonly opens: CivilDate;
  readonly closes: CivilDate;
}

/** How far research has come by a day. */
export interface ResearchStanding {
  readonly thesisLanguage: ThesisLanguage;
  readonly startsOn: CivilDate;
  readonly period: ResearchPeriod & { readonly daysLeft: number };
  readonly plan: ResearchPlan;
  readonly conditions: readonly ResearchCondition[];
  readonly years: readonly AnnualRegistration[];
  /** Not registered for in time, and not since. */
  readonly missed: readonly MissedRegistration[];
  readonly leaves: readonly Leave[];
  readonly elsewhere: readonly StudyElsewhere[];
  readonly otherDegrees: readonly OtherResearchDegree[];
  readonly thesis?: Thesis & { readonly window: ThesisWindow; readonly completedOn?: CivilDate };
}

/** What a regime says of research degrees. Every function takes a study of one; of any other it is not asked. */
export interface ResearchRules {
  /** Beside the general rules of admission. */
  admission(request: ResearchAdmissionRequest): Ruling;
  year(study: Study, request: YearRequest): YearRuling;
  /** Whether the year of a term has passed its last day of registration without one. */
  missedYear(study: Study, request: MissedYearRequest): EndRuling;
  /** Whether registration for a year is reckoned by this term: the first of the academic year. */
  isFirstTerm(term: TermFacts): boolean;
  condition(study: Study, request: Asked): Ruling;
  fulfilment(study: Study, request: FulfilmentRequest): Ruling;
  plan(study: Study, request: Asked): Ruling;
  leave(study: Study, request: LeaveRequest): Ruling;
  resumption(study: Study, request: ResumptionRequest): Ruling;
  termination(study: Study, request: TerminationRequest): { readonly ruling: Ruling; readonly clause: ClauseId };
  otherDegree(study: Study, request: Asked): Ruling;
  elsewhere(study: Study, request: ElsewhereRequest): Ruling;
  thesisRegistration(study: Study, today: CivilDate): Ruling;
  thesisNotice(study: Study, today: CivilDate): Ruling;
  thesisSubmission(study: Study, request: ThesisSubmissionRequest): ThesisSubmissionRuling;
  thesisExamination(study: Study, request: ThesisExaminationRequest): Ruling;
  /** Whether the amendments that the examiners asked for have been accepted by them. */
  thesisAmendment(study: Study, today: CivilDate): Ruling;
  standing(study: Study, day: CivilDate): ResearchStanding;
}
