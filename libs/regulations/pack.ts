import type { CivilDate, Rational, Ruling, Text } from '#kernel';
import type { CourseworkRules } from './coursework.ts';
import type {
  Applicant,
  ChargeRequest,
  ClearanceRequest,
  DepositRuling,
  HoldRequest,
  PaymentDeferralRequest,
  TuitionRequest,
  TuitionRuling,
} from './dues-requests.ts';
import type { ExaminationRules } from './examination.ts';
import type {
  ApplicationLaw,
  Approval,
  Attempt,
  Chapter,
  ChargeKind,
  CourseFacts,
  Credential,
  DeferralGround,
  EntryPath,
  EntryRoute,
  HandInMethod,
  HeldEnrolment,
  ProgrammeFacts,
  Regime,
  RegistrationStatus,
  Study,
  StudyApplicationKind,
  TermFacts,
  Transfer,
} from './facts.ts';
import type { NameRequest, ParticularsRequest } from './particulars.ts';
import type { ComingRequest, RegistrationRules } from './registration.ts';
import type { RequestRules } from './request-rules.ts';
import type { ResearchRules } from './research.ts';
import type { ResultRules } from './result-rules.ts';
import type { ScholarshipRules } from './scholarship-facts.ts';
import type { StandingRules } from './standing.ts';

export type * from './dues-requests.ts';

export interface AdmissionRequest {
  readonly programme: ProgrammeFacts;
  readonly term: TermFacts;
  /** Absent when it was not given; the age rule is then not looked at. */
  readonly born?: CivilDate;
  /** Programmes on which the person is registered already. */
  readonly current: readonly ProgrammeFacts[];
  /** Programmes on which the person was registered before, and is no longer. */
  readonly former?: readonly ProgrammeFacts[];
  /** The University's permission to read two programmes at once. */
  readonly approval?: Approval;
  /** The route that is taken, and what is brought for the conditions of entry. */
  readonly entry?: { readonly route?: EntryRoute; readonly credentials: readonly Credential[] };
  readonly today: CivilDate;
}

export interface ConfermentRequest {
  /** The day on which the Council conferred it. */
  readonly on: CivilDate;
  readonly today: CivilDate;
}

/** An award is to become that of another programme. */
export interface ConversionRequest {
  readonly from: { readonly award: ProgrammeFacts['award']; readonly conferredOn?: CivilDate };
  readonly today: CivilDate;
}

/** A programme of another institution that is read beside that of the University. */
export interface ConcurrentRequest {
  readonly institution: string;
  readonly title: string;
  /** The first day on which both are read. */
  readonly from: CivilDate;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface EnrolmentRequest {
  readonly course: CourseFacts;
  readonly term: TermFacts;
  /** Whether the student asks in person. */
  readonly byStudent?: boolean;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface WithdrawalRequest {
  readonly attempt: Attempt;
  /**
   * The examination days of a course that runs over several terms, which are not those of the term in which it
   * began; absent where nobody has set them. Not looked at for a course of one term, which brings its own.
   */
  readonly examinations?: readonly [CivilDate, CivilDate];
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

/** A drop leaves no trace, a withdrawal a W. */
export interface WithdrawalRuling extends Ruling {
  readonly effect: 'dropped' | 'withdrawn';
}

export interface DeferralRequest {
  readonly ground: DeferralGround;
  /** A registered medical practitioner's certificate. */
  readonly certificate: boolean;
  readonly covers: readonly Attempt[];
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** The day of the University's approval: until then study goes on. */
  readonly approvedOn: CivilDate;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface SubmissionRequest {
  readonly attempt: Attempt;
  readonly assignment: string;
  readonly banked: boolean;
  /** How it was handed in, where that was told. */
  readonly handIn?: HandInMethod;
  /** What the check for plagiarism is filed under. */
  readonly plagiarismCheck?: string;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface SubmissionRuling extends Ruling {
  readonly due: CivilDate;
  readonly late: boolean;
  /** Late, and without a mark before somebody has decided on it. */
  readonly pending: boolean;
}

export interface MarkingRequest {
  readonly attempt: Attempt;
  readonly assignment: string;
  /** 0 to 100. */
  readonly mark: number;
  readonly today: CivilDate;
}

export interface GradingRequest {
  readonly attempt: Attempt;
  readonly grade: string;
  /** Present when a recorded grade is put right. */
  readonly correction?: { readonly reason: string };
  /** A pass without the examination. */
  readonly exemption?: true;
  /** Taken over from the records of another system, with the grades of its time. */
  readonly migrated?: boolean;
  /** Proposed by the award panel; what the Senate decides is still to come. */
  readonly recommended?: true;
  /** An exception from taking a course again that was not passed in its examinations; the decision of the Senate after a resit. */
  readonly approvals?: readonly Approval[];
  readonly today: CivilDate;
}

export interface TransferRequest {
  readonly transfer: Omit<Transfer, 'grantedOn'>;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

/** A grade of the scale: points in exact tenths or none, and what it does. */
export interface GradeRule {
  readonly grade: string;
  readonly points: Rational | null;
  readonly earnsCredit: boolean;
  readonly inGpa: boolean;
  readonly standard: Text;
}

/** How one attempt enters the figures. */
export interface Standing {
  readonly attempt: Attempt;
  /** A later attempt at the same course has taken its place in the CGPA. */
  readonly superseded: boolean;
  readonly creditsEarned: number;
  readonly points: Rational | null;
}

export interface Average {
  /** Null while no credits count. */
  readonly value: Rational | null;
  /** Credits that the average is over. */
  readonly credits: number;
}

/** Every count and average of a record. The only place where they are computed. */
export interface Figures {
  /** In the order of `Study.attempts`. */
  readonly attempts: readonly Standing[];
  /** By term code, in order of teaching. */
  readonly terms: ReadonlyMap<string, TermFigures>;
  readonly cgpa: Average;
  readonly creditsEarned: number;
  readonly creditsTransferred: number;
  /** The clauses that the figures rest on. */
  readonly clauses: readonly string[];
}

export interface TermFigures {
  readonly gpa: Average;
  readonly creditsEarned: number;
  /** Courses with a final result. */
  readonly completed: number;
  readonly passed: number;
  readonly failed: number;
  readonly withdrawn: number;
  /** Credits of the courses begun in the term and not left. */
  readonly creditsTaken: number;
}

/** One requirement of an award. */
export interface RequirementCheck {
  readonly clause: string;
  readonly requirement: Text;
  readonly met: boolean;
  readonly needed: string;
  readonly have: string;
  /** What is still to be done; absent when met. */
  readonly outstanding?: Text;
}

export type HonoursClass = 'first' | 'second-upper' | 'second-lower' | 'third' | 'pass';

export interface AwardAudit {
  readonly award: ProgrammeFacts['award'];
  /** Whether every requirement is met. */
  readonly met: boolean;
  readonly requirements: readonly RequirementCheck[];
  /** Only for honours, and only when the requirements are met. */
  readonly classification?: {
    /** aGPA (three-credit) or weighted GPA (five-credit), exact. */
    readonly average: Rational | null;
    /** The same rounded half up to two decimals, as compared with the bands. */
    readonly rounded: string | null;
    /** Null: no class is defined for the average, or the credits for a class are wanting; for the award panel and the Senate. */
    readonly class: HonoursClass | null;
    readonly clause: string;
    /** Why there is no class. */
    readonly note?: Text;
    /** The courses that were averaged, with the credits used of each. */
    readonly used: readonly {
      readonly course: string;
      readonly term: string;
      readonly credits: number;
      readonly group?: 'A' | 'B';
    }[];
  };
  readonly ruling: Ruling;
}

export interface CourseChangeRequest extends EnrolmentRequest {
  /** The attempt that is given up for the other course. */
  readonly from: Attempt;
}

export interface TermRequest {
  readonly term: TermFacts;
  readonly today: CivilDate;
}

/** What is left of one limit of load. */
export interface LoadLeft {
  readonly measure: 'registration-value' | 'first-registration-value' | 'term-credits' | 'year-credits';
  readonly clause: string;
  readonly limit: Rational;
  readonly taken: Rational;
  readonly left: Rational;
  /** Who may approve more; absent where nobody may. */
  readonly liftedBy?: string;
}

export interface TermRuling extends Ruling {
  readonly loads: readonly LoadLeft[];
}

/** A day by which, or on which, a student has something to do. */
export interface Deadline {
  readonly kind:
    | 'registration'
    | 'add-drop'
    | 'course-change'
    | 'withdrawal'
    | 'assignment'
    | 'examination'
    | 'end-of-deferral'
    | 'payment'
    | 'thesis-opens'
    | 'thesis-closes'
    | 'end-of-leave'
    | 'end-of-study-period'
    | 'lapse'
    | 'examination-application'
    | 'deferred-examination'
    | 'resit'
    | 'term-registration'
    | 'year-registration'
    | 'return'
    | 'activity'
    | 'mark-query'
    | 'examination-arrangement'
    | 'special-circumstances'
    | 'result-appeal'
    | 'academic-advice';
  readonly day: CivilDate;
  readonly term?: string;
  readonly course?: string;
  /** The piece of work, the charge, or the first day of the deferral. */
  readonly item?: string;
  readonly clause?: string;
  readonly title: Text;
}

/** One regime at one date. Every function is pure and answers for a whole request at once. */
export interface RegulationPack {
  /** `five-credit@2022-09` */
  readonly id: string;
  readonly regime: Regime;
  readonly grades: readonly GradeRule[];
  /** Whether a programme may be opened as it is described. */
  programme(programme: ProgrammeFacts, today: CivilDate): Ruling;
  admission(request: AdmissionRequest): Ruling;
  enrolment(study: Study, request: EnrolmentRequest): Ruling;
  withdrawal(study: Study, request: WithdrawalRequest): WithdrawalRuling;
  deferral(study: Study, request: DeferralRequest): Ruling;
  submission(study: Study, request: SubmissionRequest): SubmissionRuling;
  marking(study: Study, request: MarkingRequest): Ruling;
  grading(study: Study, request: GradingRequest): Ruling;
  /** The grade that is recorded and counts, of the one that is awarded. */
  recordedGrade(study: Study, awarded: { readonly attempt: Attempt; readonly grade: string }): string;
  creditTransfer(study: Study, request: TransferRequest): Ruling;
  figures(study: Study): Figures;
  /** Whether the student may enrol in courses of a term, and what stands in the way (probation without advice, ended study). */
  eligibility(study: Study, term: TermFacts, today: CivilDate): Ruling;
  /** The courses enrolled in that are not to be taken until academic advice is given, because probation came after. [3cu/ug/11.4] [3cu/dl/4.2] */
  heldEnrolments(study: Study, today: CivilDate): readonly HeldEnrolment[];
  audit(study: Study): AwardAudit;
  /** Whether a hold may be placed: the kind is known and rests on the clause that is named. */
  hold(study: Study, request: HoldRequest): Ruling;
  /** Whether the regulations of the chapter ask such a charge. */
  charge(study: Study, request: ChargeRequest): Ruling;
  /** Whether somebody who applies to a programme may be charged for applying. */
  applicationCharge(applicant: Applicant, request: ChargeRequest): Ruling;
  /** The clause that asks a charge in a chapter; absent where none does. */
  chargeClause(chapter: Chapter, kind: ChargeKind): string | undefined;
  /** Whether money owed or a hold keeps the student from enrolment, results, documents or the award. */
  clearance(study: Study, request: ClearanceRequest): Ruling;
  /** Whether the student may enrol in courses of a term, before one is named, and the load that is left. */
  enrolmentTerm(study: Study, request: TermRequest): TermRuling;
  /** The days from a day on that concern the student, in order. */
  deadlines(study: Study, request: { readonly today: CivilDate }): readonly Deadline[];
  /** The days from a day on that the calendar sets: of registering for the next term or year, and of coming back. */
  comingDeadlines(study: Study, request: ComingRequest): readonly Deadline[];
  /** What is due for a course, considering what was paid before a deferral. */
  tuition(study: Study, request: TuitionRequest): TuitionRuling;
  /** Whether the work of a term is recognised: not where provisional registration ended for want of tuition. */
  recognition(study: Study, request: { readonly term: string; readonly today: CivilDate }): Ruling;
  /** Whether the tuition of a term may be paid later, registration being provisional until then. */
  paymentDeferral(study: Study, request: PaymentDeferralRequest): Ruling;
  /** Whether a course is exchanged for another of the same term, one for one. */
  courseChange(study: Study, request: CourseChangeRequest): Ruling;
  /** Whether such an exchange costs the fee for it. */
  courseChangeFee(study: Study, request: TermRequest): boolean;
  /** The registration values of the courses of the programme that last in a term and were not left, in credits. */
  termLoad(study: Study, term: TermFacts): Rational;
  /** From admission to the end of a registration: its status on a day, and whether it may be ended, resumed, extended or changed. */
  readonly registration: RegistrationRules;
  /** By which clause something about study is applied for, and who decides; undefined where the chapter knows nothing of it. */
  application(programme: ProgrammeFacts, kind: StudyApplicationKind): ApplicationLaw | undefined;
  /** How somebody came in by a route, or with what the programme asks of direct entry; undefined where nothing is asked. */
  entryPath(programme: ProgrammeFacts, asked: NonNullable<AdmissionRequest['entry']>): EntryPath | undefined;
  /** Whether somebody may be registered on a programme under a name. */
  name(programme: ProgrammeFacts, request: NameRequest): Ruling;
  /** Whether a change of particulars is reported as it has to be. */
  particulars(programme: ProgrammeFacts, request: ParticularsRequest): Ruling;
  /** Whether a programme may be read elsewhere at the same time; undefined where nobody asks. */
  elsewhere(study: Study, request: ConcurrentRequest): Ruling | undefined;
  /** Whether an award may be converted to that of the programme studied; undefined where no clause here converts it. */
  conversion(study: Study, request: ConversionRequest): Ruling | undefined;
  /** Whether the student may be ordered to withdraw for a programme read elsewhere; undefined where nobody may. */
  breach(study: Study, request: ConcurrentRequest): Ruling | undefined;
  /** What becomes of the caution deposit of somebody whose registration has come to stand so. */
  depositSettlement(
    study: Study,
    request: { readonly status: RegistrationStatus; readonly today: CivilDate },
  ): DepositRuling;
  /** Which scholarships may be offered, and who may be nominated for them and given them. [5cu/schol/3.1] [3cu/schol/3.1] */
  readonly scholarship: ScholarshipRules;
  /** The award panel's recommendation, the approval of a result and the day of its publication. */
  readonly result: ResultRules;
  /** Requests about examinations and results: arrangements, incidents, special circumstances, appeals, disclosure. */
  readonly requests: RequestRules;
  /** Research degrees: their admission, years, interruption, thesis and end. */
  readonly research: ResearchRules;
  /** Who sits an examination, absence from it, exemption and resits. */
  readonly examination: ExaminationRules;
  /** Stage of study, probation, its end and that of study for it, academic advice. [5cu/ug/10.1] [5cu/ug/11.1] [3cu/ug/11.1] [3cu/tpg/10.1] [3cu/dl/4.1] */
  readonly standing: StandingRules;
  /** What the regulations say of a course as it is put into the catalogue. */
  course(course: Pick<CourseFacts, 'code' | 'level' | 'category' | 'credits'>, today: CivilDate): Ruling;
  /** Whether the award bears the day on which it is said to have been conferred. */
  conferment(study: Study, request: ConfermentRequest): Ruling;
  /** Schemes of assessment, extensions, late work, queries of marks, attendance and plagiarism. */
  readonly coursework: CourseworkRules;
}
