import type { DomainEvent } from '#kernel';
import type {
  ArrangementDecision,
  CourseworkContact,
  Disclosure,
  ExaminationArrangement,
  ExaminationIncident,
  OralExamination,
  ResultAppeal,
  SpecialCircumstances,
} from '#regulations';

/** A decision on something that was asked, or what came of it; `id` says what. */
type On<Decision> = { id: string } & Decision;

type ArrangementRequested = DomainEvent<'ExaminationArrangementRequested', { arrangement: ExaminationArrangement }>;

type ArrangementDecided = DomainEvent<'ExaminationArrangementDecided', On<{ decision: ArrangementDecision }>>;

/** The award panel wants to hear the candidate before it decides on the result. */
type OralRequired = DomainEvent<'OralExaminationRequired', { oral: OralExamination }>;

type OralRecorded = DomainEvent<'OralExaminationRecorded', On<{ result: NonNullable<OralExamination['result']> }>>;

type IncidentReported = DomainEvent<'ExaminationIncidentReported', { incident: ExaminationIncident }>;

/** The University takes or refuses the script of a candidate who came late or could not be identified. */
type ScriptDecided = DomainEvent<
  'ExaminationScriptDecided',
  On<{ script: NonNullable<ExaminationIncident['script']> }>
>;

type CircumstancesReported = DomainEvent<'SpecialCircumstancesReported', { report: SpecialCircumstances }>;

type CircumstancesConsidered = DomainEvent<
  'SpecialCircumstancesConsidered',
  On<{ consideration: NonNullable<SpecialCircumstances['consideration']> }>
>;

type CourseworkTroubleTold = DomainEvent<'CourseworkTroubleTold', { contact: CourseworkContact }>;

type AppealMade = DomainEvent<'ResultAppealed', { appeal: ResultAppeal }>;

type AppealDecided = DomainEvent<'ResultAppealDecided', On<{ decision: NonNullable<ResultAppeal['decision']> }>>;

type DisclosureRequested = DomainEvent<'ResultDisclosureRequested', { disclosure: Disclosure }>;

type DisclosureIssued = DomainEvent<'ResultDisclosureIssued', On<{ issued: NonNullable<Disclosure['issued']> }>>;

/** What is asked about examinations and results, and what comes of it. */
export type RequestEvent =
  | ArrangementRequested
  | ArrangementDecided
  | OralRequired
  | OralRecorded
  | IncidentReported
  | ScriptDecided
  | CircumstancesReported
  | CircumstancesConsidered
  | CourseworkTroubleTold
  | AppealMade
  | AppealDecided
  | DisclosureRequested
  | DisclosureIssued;

/** The facts of one of these events. */
export type RequestEventOf<Type extends RequestEvent['type']> = Extract<RequestEvent, { readonly type: Type }>;
