import type { ClauseId, Rational, Ruling, Text } from '#kernel';
import type { ProgrammeFacts } from '../facts.ts';

/** One requirement of an award. */
export interface RequirementCheck {
  readonly clause: string;
  readonly requirement: Text;
  readonly met: boolean;
  readonly needed: string;
  readonly have: string;
  /** The clauses by which what the record has is reckoned: credits that are earned, an average. */
  readonly restsOn?: readonly ClauseId[];
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
