import type { ClauseId } from '#kernel';
import type { Dated } from '../dated.ts';
import type {
  ArrangementKind,
  ArrangementPaper,
  ArrangementTerms,
  Circumstance,
  DisclosureKind,
  IncidentKind,
  ToldOfExamination,
} from '../facts/request-facts.ts';
import type { Chapter, ChargeKind } from '../facts.ts';
import type { Scale } from './grades.ts';

/** How long before the first day of examinations something has to be asked for. */
export type Notice = { readonly days: number } | { readonly months: number };

/** What one kind of arrangement takes, and who decides on it. */
export interface ArrangementProvision {
  readonly clause: ClauseId;
  /** The only chapter whose students may ask for it; all where absent. */
  readonly only?: Chapter;
  /** The papers of which one has to come with it. */
  readonly papers?: readonly ArrangementPaper[];
  /** The last day of asking for it, and who may accept it later; until the examinations are over where absent. */
  readonly notice?: { readonly before: Dated<Notice>; readonly acceptedLateBy?: string };
  /** The published timetable, from which an emergency alone departs with the approval of the Registrar. */
  readonly timetable?: { readonly clause: ClauseId; readonly emergencyOnly: boolean };
  /** Asked for in writing through the religious body. */
  readonly through?: ClauseId;
  /** The candidate agrees to pay all that it costs, before the examination. */
  readonly costs?: { readonly clause: ClauseId; readonly charge: ChargeKind; readonly agreed: boolean };
  /** A fee for asking, which is not given back. */
  readonly fee?: { readonly clause: ClauseId; readonly charge: ChargeKind };
  /** Clauses that allow it to nobody who does not bring them. */
  readonly also?: readonly ClauseId[];
  /** The roles that decide. */
  readonly decidedBy: readonly string[];
  /** What a grant has to say. */
  readonly needs: readonly (keyof ArrangementTerms)[];
  /** Who is refused sits the next examination in Hong Kong. */
  readonly otherwiseNextSitting?: boolean;
}

/** What the regulations of a regime say of requests about examinations and results. */
export interface RequestsLaw {
  readonly pack: string;
  readonly scale: Scale;
  /** The result that grants a resit; it is one, though another takes its place. */
  readonly resit?: string;
  readonly arrangements: {
    /** Where examinations are held unless the University arranges otherwise. */
    readonly venue: ClauseId;
    readonly kinds: Readonly<Record<ArrangementKind, ArrangementProvision>>;
  };
  readonly oral: ClauseId;
  readonly incidents: {
    /** What is listed, which is not all that there is. */
    readonly listed: ClauseId;
    readonly kinds: Readonly<Record<IncidentKind, ClauseId>>;
    /** The kinds that go to the discipline of students. */
    readonly breaches: ReadonlySet<IncidentKind>;
    /** Of those, the kinds of which something is handed in with the report. */
    readonly withExhibits: ReadonlySet<IncidentKind>;
    readonly ending: ClauseId;
    readonly report: ClauseId;
    readonly discipline: ClauseId;
    /** Minutes within which a candidate comes in without explanation. */
    readonly lateMinutes: Dated<number>;
  };
  readonly circumstances: {
    readonly report: ClauseId;
    /** Days that an event has to last at least. */
    readonly lasting: Dated<number>;
    readonly types: Readonly<Partial<Record<Circumstance, ClauseId>>>;
    /** Days before the examinations from which on an event counts, whatever it lasts. */
    readonly shortlyBefore: Dated<number>;
    readonly documents: ClauseId;
    /** What special circumstances normally are. */
    readonly usual: ReadonlySet<Circumstance>;
    /** Days after the last day of examinations within which it is reported. */
    readonly within: Dated<number>;
    readonly tutor: ClauseId;
  };
  readonly appeals: {
    /** Days after the result was recorded within which it is appealed against. */
    readonly within: Dated<number>;
    readonly fee: ClauseId;
    readonly told: Dated<readonly ToldOfExamination[]>;
  };
  readonly disclosure: {
    readonly released: Dated<readonly DisclosureKind[]>;
    readonly telephone: ClauseId;
  };
}
