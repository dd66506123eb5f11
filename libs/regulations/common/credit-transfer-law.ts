import type { ClauseId } from '#kernel';
import type { Dated } from '../dated.ts';
import type { AwardKind, ByAward, Chapter, CourseLevel, TransferKind } from '../facts.ts';
import type { Scale } from './grades.ts';

/** What of an award has to be taken at the University: so many credits, or a share of its credits. */
export type Residence =
  | { readonly clause: ClauseId; readonly credits: number }
  | { readonly clause: ClauseId; readonly share: readonly [number, number] };

export interface TransferLaw {
  readonly pack: string;
  readonly scale: Scale;
  /** `5cu/ct`: both regimes number these clauses alike. */
  readonly regulation: ClauseId;
  readonly qfLevel: Dated<number>;
  /** Awards that are not here ask none. */
  readonly residence: Dated<Readonly<Partial<Record<AwardKind, Residence>>>>;
  /** The share of a full-time programme that may be transferred, as numerator and denominator. */
  readonly fullTimeShare: Dated<readonly [number, number]>;
  readonly generalCap: Dated<number>;
  /** The level that general credits count at in a bachelor's degree. */
  readonly generalLevel: CourseLevel;
  /** The level that general credits from an award of the University may keep. */
  readonly ownGeneralLevel?: CourseLevel;
  /** Awards towards which only credits for a course or a whole qualification count. [5cu/subdegpd/3.2] */
  readonly withoutGeneral?: ByAward<ClauseId>;
  /** Levels of the courses that specific credit may stand for. */
  readonly specificLevels: readonly CourseLevel[];
}

/**
 * The kinds of credit transfer with their clause and the chapters they are for.
 * [5cu/ct/3.1(a)] [5cu/ct/3.1(b)] [5cu/ct/3.1(c)] [5cu/ct/3.1(d)] [5cu/ct/3.1(e)] [5cu/ct/3.1(f)]
 * [3cu/ct/3.1(a)] [3cu/ct/3.1(b)] [3cu/ct/3.1(c)] [3cu/ct/3.1(d)] [3cu/ct/3.1(e)] [3cu/ct/3.1(f)]
 */
export const KINDS: Readonly<Record<TransferKind, { readonly letter: string; readonly chapters: readonly Chapter[] }>> =
  {
    general: { letter: 'a', chapters: ['distance-learning'] },
    specific: { letter: 'b', chapters: ['distance-learning', 'taught-postgraduate'] },
    block: { letter: 'c', chapters: ['distance-learning', 'taught-postgraduate'] },
    'full-time-specific': { letter: 'd', chapters: ['undergraduate'] },
    'full-time-exemption': { letter: 'e', chapters: ['undergraduate'] },
    'full-time-block': { letter: 'f', chapters: ['undergraduate'] },
  };

export const kindClause = (law: TransferLaw, kind: TransferKind): ClauseId =>
  `${law.regulation}/3.1(${KINDS[kind].letter})`;
