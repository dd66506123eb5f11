import type { CivilDate } from '#kernel';
import type { AwardKind } from '../chapter.ts';
import type { ProgrammeFacts, TermFacts } from './catalogue-facts.ts';
import type { EntryPath } from './entry-facts.ts';
import type { ResearchAdmission } from './research-facts.ts';

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
