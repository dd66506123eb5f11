import { type CivilDate, type ClauseId, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { AwardKind, ProgrammeFacts } from '../facts.ts';
import { ruleOn } from './demand.ts';

/** The fewest credits that a programme leading to an award may take. */
export type LeastCredits = Readonly<Record<AwardKind, { readonly clause: ClauseId; readonly credits: number }>>;

/**
 * Whether a programme may be opened: it takes at least the credits of the smallest programme of its award that the
 * regulations know. What its students must earn in the end is for the audit of the award.
 */
export const programme =
  (law: { readonly pack: string; readonly least: Dated<LeastCredits> }) =>
  ({ award, credits }: ProgrammeFacts, today: CivilDate): Ruling => {
    const least = law.least.on(today).value[award];
    return ruleOn(law.pack, [
      {
        clause: least.clause,
        met: credits >= least.credits,
        figures: { award, credits, least: least.credits },
        note: text(
          `The award takes ${least.credits} credits at least; the programme has ${credits}.`,
          `頒授該學銜最少須有 ${least.credits} 學分；此課程只有 ${credits} 學分。`,
        ),
        remedy: text(
          `Define the programme with ${least.credits} credits or more.`,
          `將課程學分設定為 ${least.credits} 或以上。`,
        ),
      },
    ]);
  };
