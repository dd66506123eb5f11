import type { CivilDate, DomainEvent } from '#kernel';
import type {
  AnnualRegistration,
  AssessmentItem,
  AssessmentScheme,
  Charge,
  Conferment,
  Conversion,
  CourseFacts,
  Deferral,
  DepositSettlement,
  Extension,
  Graduation,
  Hold,
  Intention,
  Leave,
  MissedRegistration,
  OtherResearchDegree,
  Payment,
  PaymentDeferral,
  Person,
  ProgrammeChange,
  ProgrammeElsewhere,
  Registration,
  ResearchCondition,
  ResearchPlan,
  ScholarshipAward,
  ScholarshipNomination,
  StudyElsewhere,
  TermFacts,
  ThesisExamination,
  ThesisSubmission,
  Transfer,
  Waiver,
} from '#regulations';
import type { StudyApplicationEvent } from './application-events.ts';
import type { CourseworkEvent } from './coursework-events.ts';
import type { ExaminationEvent } from './examination-events.ts';
import type { LoadEvent } from './load-events.ts';
import type { RequestEvent } from './request-events.ts';
import type { ResultEvent } from './result-events.ts';
import type { StandingEvent } from './standing-events.ts';

/** A person is on a programme. */
export type StudentAdmitted = DomainEvent<'StudentAdmitted', { student: string; registration: Registration }>;

/** A course is taken in a term; the course and the term travel with the event as they were. */
export type CourseEnrolled = DomainEvent<
  'CourseEnrolled',
  {
    programme: string;
    course: CourseFacts;
    term: TermFacts;
    items: readonly AssessmentItem[];
    /** What students are told of the assessment; absent where the course says nothing of it. */
    scheme?: AssessmentScheme;
    on: CivilDate;
  }
>;

interface OfAttempt {
  course: string;
  term: string;
  on: CivilDate;
}

/** A course given up within the add/drop period: it leaves the record. */
export type CourseDropped = DomainEvent<'CourseDropped', OfAttempt & { reason: string }>;

/** A course given up later: it stays on the record with a W. */
export type CourseWithdrawn = DomainEvent<'CourseWithdrawn', OfAttempt & { reason: string }>;

/** Study is put off with the University's approval. */
export type StudiesDeferred = DomainEvent<'StudiesDeferred', { deferral: Deferral }>;

export type AssignmentSubmitted = DomainEvent<
  'AssignmentSubmitted',
  OfAttempt & {
    assignment: string;
    due: CivilDate;
    late: boolean;
    banked: boolean;
    plagiarismCheck?: string;
    pending?: true;
  }
>;

/** A mark; one that takes the place of another says which and why. */
export type AssignmentMarked = DomainEvent<
  'AssignmentMarked',
  OfAttempt & { assignment: string; mark: number; dispatchedOn?: CivilDate; from?: number; reason?: string }
>;

/** The result of a course. */
export type GradeRecorded = DomainEvent<
  'GradeRecorded',
  OfAttempt & {
    grade: string;
    gradedTerm: string;
    /** What was awarded, where a lower grade is recorded: a course repeated after readmission. */
    awarded?: string;
    /** The award panel's recommendation that was approved, where it went that way. */
    recommendation?: string;
  }
>;

/** A recorded result put right; the earlier one stays in the log. */
export type GradeCorrected = DomainEvent<
  'GradeCorrected',
  OfAttempt & {
    grade: string;
    gradedTerm: string;
    awarded?: string;
    from: string;
    reason: string;
    /** The proposal that was confirmed, and by whom, where it went that way. */
    amendment?: string;
    by?: Person;
  }
>;

export type CreditTransferGranted = DomainEvent<'CreditTransferGranted', { transfer: Transfer }>;

/** Something keeps the student from what the regulations name. */
export type HoldPlaced = DomainEvent<'HoldPlaced', { hold: Hold }>;

export type HoldReleased = DomainEvent<
  'HoldReleased',
  { hold: string; on: CivilDate; authority: string; reason: string }
>;

export type ChargeRecorded = DomainEvent<'ChargeRecorded', { charge: Charge }>;

export type PaymentRecorded = DomainEvent<'PaymentRecorded', { payment: Payment }>;

/** A charge, or a part of it, need not be paid: waived, or freed because what it was for fell away. */
export type ChargeWaived = DomainEvent<'ChargeWaived', { waiver: Waiver }>;

/** The tuition of a term may be paid later; until then registration is provisional. */
export type PaymentDeferred = DomainEvent<'PaymentDeferred', { deferral: PaymentDeferral }>;

interface OfProgramme {
  programme: string;
  /** The day on which it takes effect. */
  on: CivilDate;
  recordedOn: CivilDate;
  clause: string;
}

/** The whole programme is left; the courses under way are left by events of their own, in the same breath. */
export type ProgrammeWithdrawn = DomainEvent<'ProgrammeWithdrawn', OfProgramme & { reason: string }>;

/** A distance learner has not been registered for so long that the registration is at an end. */
export type RegistrationLapsed = DomainEvent<'RegistrationLapsed', OfProgramme & { since: CivilDate }>;

/** The longest period of study is over and the requirements are not met. */
export type RegistrationDiscontinued = DomainEvent<'RegistrationDiscontinued', OfProgramme & { years: number }>;

/** A full-time student has not registered for a term, and is taken to have ended study. */
export type StudentDeregistered = DomainEvent<'StudentDeregistered', OfProgramme & { term: string }>;

/** A registration that was at an end goes on. */
export type RegistrationReinstated = DomainEvent<
  'RegistrationReinstated',
  OfProgramme & { term?: string; studyFrom?: CivilDate; reason: string }
>;

/** More years than the longest period, on somebody's authority. */
export type StudyPeriodExtended = DomainEvent<'StudyPeriodExtended', { extension: Extension }>;

/** From a day on another programme is studied; courses go along, transferred credits stay where they were granted. */
export type ProgrammeChanged = DomainEvent<'ProgrammeChanged', { change: ProgrammeChange }>;

/** Every requirement of the programme is met. */
export type ProgrammeCompleted = DomainEvent<'ProgrammeCompleted', OfProgramme>;

/** The University lets a programme elsewhere be read at the same time. */
export type ProgrammeElsewhereApproved = DomainEvent<'ProgrammeElsewhereApproved', { elsewhere: ProgrammeElsewhere }>;

/** The Council has conferred an award. */
export type AwardConferred = DomainEvent<'AwardConferred', { conferment: Conferment }>;

/** What became of a caution deposit when its payer had left. */
export type DepositSettled = DomainEvent<'DepositSettled', { settlement: DepositSettlement }>;

/** A School or a committee puts the student forward for a scholarship. */
export type ScholarshipNominated = DomainEvent<'ScholarshipNominated', { nomination: ScholarshipNomination }>;

export type ScholarshipAwarded = DomainEvent<'ScholarshipAwarded', { award: ScholarshipAward }>;

/** A year of research is registered for. */
export type ResearchYearRegistered = DomainEvent<
  'ResearchYearRegistered',
  { programme: string; year: AnnualRegistration }
>;

/** A year of research had not been registered for when its day was over; it ends nothing by itself. */
export type ResearchYearMissed = DomainEvent<'ResearchYearMissed', { programme: string; missed: MissedRegistration }>;

/** The Research Degrees Committee asks one thing more of a student. */
export type ResearchConditionImposed = DomainEvent<
  'ResearchConditionImposed',
  { programme: string; condition: ResearchCondition }
>;

export type ResearchConditionFulfilled = DomainEvent<
  'ResearchConditionFulfilled',
  { programme: string; condition: string; on: CivilDate; reason: string }
>;

/** Another field of research, or another plan. */
export type ResearchPlanApproved = DomainEvent<'ResearchPlanApproved', { programme: string; plan: ResearchPlan }>;

/** Study is interrupted with the Registrar's permission. */
export type StudyInterrupted = DomainEvent<'StudyInterrupted', { programme: string; leave: Leave }>;

/** A registration was ended: by the Senate on the recommendation of the Research Degrees Committee, or for standing. */
export type RegistrationTerminated = DomainEvent<
  'RegistrationTerminated',
  OfProgramme & { ground: 'performance' | 'registration' | 'standing'; reason: string }
>;

/** Another research degree is read elsewhere at the same time, as permitted. */
export type OtherResearchDegreePermitted = DomainEvent<
  'OtherResearchDegreePermitted',
  { programme: string; degree: OtherResearchDegree }
>;

export type StudyElsewhereApproved = DomainEvent<
  'StudyElsewhereApproved',
  { programme: string; elsewhere: StudyElsewhere }
>;

/** An interruption of study is ended before its time, or called off: the one that begins on a day. */
export type StudyResumed = DomainEvent<
  'StudyResumed',
  { programme: string; from: CivilDate; on: CivilDate; recordedOn: CivilDate; reason: string }
>;

/** The Registry has seen that the student graduated before. */
export type GraduationRecorded = DomainEvent<'GraduationRecorded', { graduation: Graduation }>;

/** The first registration for the thesis. */
export type ThesisRegistered = DomainEvent<'ThesisRegistered', { programme: string; title: string; on: CivilDate }>;

export type ThesisNoticeGiven = DomainEvent<'ThesisNoticeGiven', { programme: string; on: CivilDate }>;

/** The thesis is handed in and belongs to the University. */
export type ThesisSubmitted = DomainEvent<'ThesisSubmitted', { programme: string; submission: ThesisSubmission }>;

export type ThesisExamined = DomainEvent<'ThesisExamined', { programme: string; examination: ThesisExamination }>;

/** The minor amendments that the examiners asked for have been made. */
export type ThesisAmended = DomainEvent<'ThesisAmended', { programme: string; on: CivilDate }>;

/** The student has told which award is intended. */
export type IntentionDeclared = DomainEvent<'IntentionDeclared', { intention: Intention }>;

/** An award is to be converted to a higher one. */
export type ConversionRequested = DomainEvent<'ConversionRequested', { conversion: Conversion }>;

/** Everything that can stand in `record-<student>`. */
export type RecordEvent =
  | StudentAdmitted
  | CourseEnrolled
  | CourseDropped
  | CourseWithdrawn
  | StudiesDeferred
  | AssignmentSubmitted
  | AssignmentMarked
  | GradeRecorded
  | GradeCorrected
  | CreditTransferGranted
  | HoldPlaced
  | HoldReleased
  | ChargeRecorded
  | PaymentRecorded
  | ChargeWaived
  | PaymentDeferred
  | ProgrammeWithdrawn
  | RegistrationLapsed
  | RegistrationDiscontinued
  | StudentDeregistered
  | RegistrationReinstated
  | StudyPeriodExtended
  | ProgrammeChanged
  | ProgrammeCompleted
  | ProgrammeElsewhereApproved
  | DepositSettled
  | AwardConferred
  | ScholarshipNominated
  | ScholarshipAwarded
  | ResearchYearRegistered
  | ResearchYearMissed
  | ResearchConditionImposed
  | ResearchConditionFulfilled
  | ResearchPlanApproved
  | StudyInterrupted
  | RegistrationTerminated
  | OtherResearchDegreePermitted
  | StudyElsewhereApproved
  | ThesisRegistered
  | ThesisNoticeGiven
  | ThesisSubmitted
  | ThesisExamined
  | ThesisAmended
  | IntentionDeclared
  | ConversionRequested
  | ResultEvent
  | ExaminationEvent
  | StandingEvent
  | StudyResumed
  | GraduationRecorded
  | CourseworkEvent
  | RequestEvent
  | StudyApplicationEvent
  | LoadEvent;
