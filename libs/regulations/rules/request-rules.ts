import type { CivilDate, ClauseId, Ruling } from '#kernel';
import type {
  ArrangementKind,
  ArrangementPaper,
  ArrangementTerms,
  CircumstancesReport,
  Disclosure,
  DisclosureKind,
  ExaminationArrangement,
  ExaminationIncident,
  ExaminationPeriod,
  IncidentReport,
  OralExamination,
  OralOutcome,
  ResultAppeal,
  ResultChannel,
  ScriptDecision,
  SpecialCircumstances,
  ToldOfExamination,
} from '../facts/request-facts.ts';
import type { Approval, Attempt, ChargeKind, Study } from '../facts.ts';

interface OnAttempt {
  readonly attempt: Attempt;
  readonly today: CivilDate;
}

export interface ArrangementRequest extends OnAttempt {
  readonly kind: ArrangementKind;
  readonly sitting: ExaminationPeriod;
  readonly papers: readonly { readonly kind: ArrangementPaper }[];
  readonly religiousBody?: string;
  readonly costsAgreed?: boolean;
  readonly approvals: readonly Approval[];
}

export interface ArrangementDecisionRequest {
  readonly arrangement: ExaminationArrangement;
  readonly outcome: 'granted' | 'refused';
  readonly terms: ArrangementTerms;
  /** What the candidate is to pay for it, in whole Hong Kong cents. */
  readonly costs?: number;
  /** The role that decides. */
  readonly decidedBy: string;
  readonly today: CivilDate;
}

export interface OralResultRequest extends OnAttempt {
  readonly oral: OralExamination;
  readonly outcome: OralOutcome;
}

export interface IncidentRequest extends OnAttempt {
  readonly report: IncidentReport;
}

export interface ScriptRequest {
  readonly incident: ExaminationIncident;
  readonly decision: ScriptDecision;
}

export interface CircumstancesRequest extends OnAttempt {
  readonly report: CircumstancesReport;
  readonly sitting: ExaminationPeriod;
}

export interface ContactRequest extends OnAttempt {
  readonly to: 'tutor' | 'coordinator';
  readonly tutorTriedOn?: CivilDate;
}

export interface AppealRuling extends Ruling {
  /** The last day on which it may be made. */
  readonly lastDay: CivilDate;
}

export interface AppealRequest extends OnAttempt {
  /** The day on which the results of its term are published; absent where nobody knows. */
  readonly publishedOn?: CivilDate;
}

export interface AppealDecisionRequest extends OnAttempt {
  readonly appeal: ResultAppeal;
  /** The better grade; absent where the result stands. */
  readonly grade?: string;
  readonly reason: string;
  readonly told: readonly ToldOfExamination[];
  /** The decision of the Senate, where it has one to make. */
  readonly approvals?: readonly Approval[];
  /** The result was put right before the appeal was decided. */
  readonly overtaken: boolean;
}

/** Whether the fee is given back: a better result stands than the one that was appealed against. */
export interface AppealDecisionRuling extends Ruling {
  readonly refund: boolean;
}

export interface DisclosureRequest extends OnAttempt {
  /** The day on which the results of its term are published; absent where nobody knows. */
  readonly publishedOn?: CivilDate;
  readonly what: DisclosureKind;
  readonly channel: ResultChannel;
}

export interface IssueRequest extends OnAttempt {
  readonly disclosure: Disclosure;
  readonly channel: ResultChannel;
  readonly approvals: readonly Approval[];
}

/** A kind of request in the words of the clauses. */
export interface RequestClauses {
  readonly arrangement: (kind: ArrangementKind) => ClauseId;
  readonly incident: (kind: ExaminationIncident['kind']) => ClauseId;
  readonly oral: ClauseId;
  readonly circumstances: ClauseId;
  readonly contact: ClauseId;
  readonly appeal: ClauseId;
  readonly refund: ClauseId;
  readonly disclosure: ClauseId;
}

/** What a regime says of requests about examinations and results, and of what is decided on them. */
export interface RequestRules {
  readonly clauses: RequestClauses;
  /** The fees that go with asking for an arrangement and with arranging it; absent where none is asked. */
  arrangementFees(kind: ArrangementKind): {
    readonly asking?: ChargeKind;
    readonly costs?: { readonly clause: ClauseId; readonly charge: ChargeKind };
  };
  arrangement(study: Study, request: ArrangementRequest): Ruling;
  arrangementDecision(study: Study, request: ArrangementDecisionRequest): Ruling;
  /** Whether the award panel may require an oral examination. [5cu/assess/16.1] [3cu/assess/15.1] */
  oral(study: Study, request: OnAttempt): Ruling;
  /** Whether the outcome of one that was required may be recorded. */
  oralResult(study: Study, request: OralResultRequest): Ruling;
  incident(study: Study, request: IncidentRequest): Ruling;
  /** Whether an incident of the kind goes to the discipline of students. */
  isReferred(kind: ExaminationIncident['kind']): boolean;
  script(study: Study, request: ScriptRequest): Ruling;
  circumstances(study: Study, request: CircumstancesRequest): Ruling;
  consideration(study: Study, request: OnAttempt & { readonly report: SpecialCircumstances }): Ruling;
  contact(study: Study, request: ContactRequest): Ruling;
  appeal(study: Study, request: AppealRequest): AppealRuling;
  appealDecision(study: Study, request: AppealDecisionRequest): AppealDecisionRuling;
  disclosure(study: Study, request: DisclosureRequest): Ruling;
  issue(study: Study, request: IssueRequest): Ruling;
}
