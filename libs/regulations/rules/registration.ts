import type { CivilDate, ClauseId, Ruling } from '#kernel';
import type { Approval, Attempt, Credential, ProgrammeFacts, RegistrationStatus, Study, TermFacts } from '../facts.ts';

/** How a registration stands on a day, and from when. */
export interface StatusAt {
  /** The programme that it was a registration on: another one before a change of programme. */
  readonly programme: string;
  readonly status: RegistrationStatus;
  /** The day on which it came to stand so. */
  readonly since: CivilDate;
  /** Of a deferral: the first day on which study goes on. */
  readonly until?: CivilDate;
  /** The clause of the move. */
  readonly clause: ClauseId;
  readonly reason?: string;
}

export interface ProgrammeWithdrawalRequest {
  /** The examination days of courses over several terms, by `course@term`; without one, nobody has set them. */
  readonly examinations: ReadonlyMap<string, readonly [CivilDate, CivilDate]>;
  readonly today: CivilDate;
}

/** What leaving the programme does to a course under way. */
export interface CourseLeft {
  readonly attempt: Attempt;
  readonly effect: 'dropped' | 'withdrawn';
}

export interface ProgrammeWithdrawalRuling {
  readonly ruling: Ruling;
  readonly leaves: readonly CourseLeft[];
}

/** Whether a registration is at an end by lapse of time, and from which day. */
export interface EndRuling {
  readonly ruling: Ruling;
  /** The clause that ends it. */
  readonly clause: ClauseId;
  /** The first day on which it is at an end. */
  readonly on: CivilDate;
  /** Where it is counted from. */
  readonly since: CivilDate;
}

export interface PeriodRequest {
  /** Whether the requirements of the programme are met; asked only where it matters. */
  met(): boolean;
  readonly today: CivilDate;
}

export interface DeregistrationRequest extends PeriodRequest {
  readonly term: TermFacts;
}

/** Whether a student is deregistered who does not follow the load of a term. */
export interface LoadRequest {
  readonly term: TermFacts;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

/** The School lets less suffice than a term prescribes. */
export interface SmallerLoadRequest extends LoadRequest {
  readonly credits: number;
}

export interface SmallerLoadRuling {
  readonly ruling: Ruling;
  readonly clause: ClauseId;
  readonly grantedBy?: Approval;
}

/** Whether less is taken in a term than it prescribes. */
export interface ShortfallRequest extends PeriodRequest {
  readonly term: TermFacts;
}

export interface ReturnRequest {
  /** The term from which study is to go on; full-time. */
  readonly term?: TermFacts;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
  /** The day on which it was asked for, where that was earlier. */
  readonly appliedOn?: CivilDate;
}

export interface ReturnRuling {
  readonly ruling: Ruling;
  readonly clause: ClauseId;
}

/** The calendar and the catalogue as they stand, for the days that the record alone does not tell. */
export interface ComingRequest {
  readonly terms: readonly TermFacts[];
  readonly today: CivilDate;
  /** The ends of programmes that were announced, by code. */
  readonly closings?: ReadonlyMap<string, NonNullable<ProgrammeFacts['closing']>>;
  /** The examination days of courses over several terms, by `attemptName`, where they are set. */
  readonly examinations?: ReadonlyMap<string, readonly [CivilDate, CivilDate]>;
}

/** The last day of asking to come back. */
export interface LastReturn {
  readonly clause: ClauseId;
  /** The term from which study would go on. */
  readonly term: string;
  readonly day: CivilDate;
}

export interface ExtensionRequest {
  readonly years: number;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface ExtensionRuling {
  readonly ruling: Ruling;
  readonly clause: ClauseId;
  /** The approval that grants it. */
  readonly grantedBy?: Approval;
}

export interface ChangeRequest {
  readonly to: ProgrammeFacts;
  /** The term from which the other programme is to be studied. */
  readonly term: TermFacts;
  /** The application fee that stands for the other programme, in whole Hong Kong cents; 0 where none has been set. */
  readonly applicationCents: number;
  /** What is brought for the conditions of entry of the other programme. */
  readonly credentials: readonly Credential[];
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface ChangeRuling {
  readonly ruling: Ruling;
  readonly clause: ClauseId;
}

export interface CompletionRuling {
  readonly ruling: Ruling;
  readonly clause: ClauseId;
  /** The day of the last result, or of the last grant of credits. */
  readonly completedOn: CivilDate;
}

/** What a regime and its modes say of the life of a registration. What a mode does not know is undefined. */
export interface RegistrationRules {
  /** How it stands on a day, whatever was recorded later. */
  status(study: Study, day: CivilDate): StatusAt;
  /** Every move, in order of its day, deferrals among them. */
  history(study: Study): readonly StatusAt[];
  /** A ruling that refuses what takes a registration, once it is at an end. */
  ended(study: Study, today: CivilDate): Ruling;
  withdrawal(study: Study, request: ProgrammeWithdrawalRequest): ProgrammeWithdrawalRuling;
  /** After 24 months without registration; distance learning. */
  lapse(study: Study, today: CivilDate): EndRuling | undefined;
  /** After the longest period without the requirements being met; full-time. */
  discontinuation(study: Study, request: PeriodRequest): EndRuling | undefined;
  /** For a term that nobody registered for in time; full-time. */
  deregistration(study: Study, request: DeregistrationRequest): EndRuling | undefined;
  /**
   * The ruling of an end that has come about though nothing records it: a lapse, or a term known to the record that was let
   * pass. Undefined while there is none.
   */
  overdue(study: Study, request: PeriodRequest): Ruling | undefined;
  /** When tuition that was to be paid later has not arrived; undefined where no payment was deferred. */
  provisionalEnd(study: Study, today: CivilDate): EndRuling | undefined;
  /** For a term whose load is not followed; taught postgraduate. */
  loadNotFollowed(study: Study, request: LoadRequest): EndRuling | undefined;
  /** That less than the prescribed load suffices in a term; full-time. */
  smallerLoad(study: Study, request: SmallerLoadRequest): SmallerLoadRuling | undefined;
  /** When less than the prescribed load is taken in a term without the School; full-time. */
  loadShortfall(study: Study, request: ShortfallRequest): EndRuling | undefined;
  /** Whether a term is one of those for which full-time students have to register. */
  isMainTerm(term: TermFacts): boolean;
  reinstatement(study: Study, request: ReturnRequest): ReturnRuling;
  /** Until when who left may ask to come back; undefined where there is no such day, or the calendar does not have it yet. */
  lastReturn(study: Study, request: ComingRequest): LastReturn | undefined;
  extension(study: Study, request: ExtensionRequest): ExtensionRuling | undefined;
  change(study: Study, request: ChangeRequest): ChangeRuling;
  /** Whether everything is done, and, of a programme that has ended, in time. */
  completion(study: Study, of: { readonly closing?: ProgrammeFacts['closing'] }): CompletionRuling;
}
