import type { CivilDate, Rational, Ruling } from '#kernel';
import type { ScholarshipRules } from './facts/scholarship-facts.ts';
import type {
  ApplicationLaw,
  Attempt,
  Chapter,
  ChargeKind,
  CourseFacts,
  EntryPath,
  HeldEnrolment,
  ProgrammeFacts,
  Regime,
  RegistrationStatus,
  Study,
  StudyApplicationKind,
  TermFacts,
} from './facts.ts';
import type {
  GradingRequest,
  MarkingRequest,
  SubmissionRequest,
  SubmissionRuling,
} from './rules/assessment-requests.ts';
import type { AwardAudit } from './rules/audit.ts';
import type {
  CourseChangeRequest,
  DeferralRequest,
  EnrolmentRequest,
  TermRequest,
  TermRuling,
  WithdrawalRequest,
  WithdrawalRuling,
} from './rules/course-requests.ts';
import type { CourseworkRules } from './rules/coursework.ts';
import type { Deadline } from './rules/deadline.ts';
import type {
  Applicant,
  ChargeRequest,
  ClearanceRequest,
  DepositRuling,
  HoldRequest,
  PaymentDeferralRequest,
  TuitionRequest,
  TuitionRuling,
} from './rules/dues-requests.ts';
import type { ExaminationRules } from './rules/examination.ts';
import type { Figures, GradeRule } from './rules/figures.ts';
import type { NameRequest, ParticularsRequest } from './rules/particulars.ts';
import type {
  AdmissionRequest,
  ConcurrentRequest,
  ConfermentRequest,
  ConversionRequest,
  TransferRequest,
} from './rules/programme-requests.ts';
import type { ComingRequest, RegistrationRules } from './rules/registration.ts';
import type { RequestRules } from './rules/request-rules.ts';
import type { ResearchRules } from './rules/research.ts';
import type { ResultRules } from './rules/result-rules.ts';
import type { StandingRules } from './rules/standing.ts';

export type * from './rules/assessment-requests.ts';
export type * from './rules/audit.ts';
export type * from './rules/course-requests.ts';
export type * from './rules/deadline.ts';
export type * from './rules/dues-requests.ts';
export type * from './rules/figures.ts';
export type * from './rules/programme-requests.ts';

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
