import type { CivilDate } from '#kernel';

/** The School lets a full-time student take less in a term than it prescribes. [5cu/ug/6.2] [5cu/tpg/6.2] [3cu/ug/6.2] [3cu/tpg/6.2] */
export interface SmallerLoad {
  readonly programme: string;
  readonly term: {
    readonly code: string;
    readonly academicYear: string;
    readonly teaching: readonly [CivilDate, CivilDate];
  };
  /** The credits that suffice. */
  readonly credits: number;
  readonly authority: string;
  readonly reason: string;
  readonly clause: string;
  readonly on: CivilDate;
}

/** A full-time student was found to take less in a term than it prescribes, and nobody had approved that. It ends nothing. */
export interface LoadShortfall {
  readonly programme: string;
  readonly term: string;
  /** In credits, exact: `15` or `20/3`. */
  readonly taken: string;
  readonly prescribed: string;
  readonly clause: string;
  /** The first day on which no course of the term could be added any more. */
  readonly on: CivilDate;
  readonly recordedOn: CivilDate;
}

/** What was approved and what was found of the load of terms. */
export interface LoadFile {
  readonly approved: readonly SmallerLoad[];
  readonly shortfalls: readonly LoadShortfall[];
}

export const noLoads: LoadFile = { approved: [], shortfalls: [] };
