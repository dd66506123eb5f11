import { type ClauseId, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Attempt } from '../facts.ts';
import type { Demand } from './demand.ts';
import type { Scale } from './grades.ts';

export interface ExtensionTier {
  readonly clause: ClauseId;
  /** Days after the due date; null for any number, which asks that somebody is there to mark the work. */
  readonly upTo: number | null;
  readonly authority: string;
}

/** Who may grant a later day, by its distance from the notified one. */
export interface ExtensionLaw {
  /** Approval comes before the notified day. */
  readonly prior: ClauseId;
  readonly tiers: Dated<readonly ExtensionTier[]>;
  /** The last assignment is never recorded late. */
  readonly last: ClauseId;
}

export interface LateWorkLaw {
  readonly clause: ClauseId;
  /** What the general regulations on assessment say of it. */
  readonly general: ClauseId;
  /** Any one of these decides. */
  readonly authorities: readonly string[];
  /** Whether late work may be taken with marks off. */
  readonly deduction: boolean;
  /** Where the last assignment is never taken late. */
  readonly last?: ClauseId;
}

/** The clocks of a doubt about a mark. */
export interface QueryLaw {
  readonly tutor: Dated<number>;
  /** Nobody is asked before the tutor. */
  readonly first: ClauseId;
  readonly coordinator: Dated<number>;
  /** Days after the notified day of the last assignment on which no query is opened any more. */
  readonly bar: Dated<number>;
  /** Who may open one later, when the work came back only after that; nobody where absent. */
  readonly later?: string;
}

/** What a chapter says of coursework. */
export interface CourseworkLaw {
  readonly pack: string;
  readonly scale: Scale;
  readonly left: Readonly<Record<'withdrawn' | 'deferred' | 'completed', ClauseId>>;
  /** A clause where no extension is given beforehand: the teacher decides when the work comes. */
  readonly extension: ExtensionLaw | ClauseId;
  readonly late: LateWorkLaw;
  /** A clause where no mark of a single piece is queried, only the result of the course. */
  readonly query: QueryLaw | ClauseId;
  readonly attendance: {
    readonly clause: ClauseId;
    /** Per cent of the sessions in every course; absent where each course has its own or none. */
    readonly minimum?: Dated<number>;
    readonly waivedBy: readonly string[];
  };
  /** What counts, and how, is told for each course. */
  readonly weights: ClauseId;
  /** Work is the student's own. */
  readonly ownWork: ClauseId;
  readonly discipline: ClauseId;
}

/** Something is asked of a course that is being taken: not after leaving it, nor after its result. */
export function beingTaken({ left }: Pick<CourseworkLaw, 'left'>, { status, leftOn, gradedOn }: Attempt): Demand[] {
  if (status === 'enrolled') return [];
  return [
    {
      clause: left[status],
      met: false,
      figures: { status, since: leftOn ?? gradedOn ?? null },
      note: text('The course is not being taken any more.', '學生已不再修讀該學科。'),
    },
  ];
}
