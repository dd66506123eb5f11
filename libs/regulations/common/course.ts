import type { CivilDate, ClauseId, Ruling } from '#kernel';
import { text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { CourseCategory, CourseFacts, CourseLevel } from '../facts.ts';
import { type Remark, ruleOn } from './demand.ts';

/** The levels at which a structure has courses, the lowest first. */
export interface CourseLevels {
  readonly clauses: readonly ClauseId[];
  readonly ascending: readonly CourseLevel[];
}

export interface CourseLaw {
  readonly pack: string;
  /** What says of a category that its courses are approved by the Senate and marked in the catalogue. */
  readonly categories: Partial<Readonly<Record<CourseCategory, readonly ClauseId[]>>>;
  /** The levels of the structure from low to high, and the clauses that say which there are. */
  readonly levels: CourseLevels;
  /** Credits are a multiple of this as a norm, and so no course is refused for others. */
  readonly norm: Dated<number>;
  /** The four digits of the code tell the level; absent where nothing says so. */
  readonly digits?: ClauseId;
}

/** The digits of a code that stand for a level: four in a row, and no more. */
const FOUR_DIGITS = /(?<!\d)(\d)\d{3}(?!\d)/;

/**
 * What the regulations say of a course as the catalogue has it: of its level, its credits and its category, and whether
 * its code tells the level. It holds nothing up: credits beside the norm, and a code that tells another level than the
 * catalogue, are remarked on. [5cu/gloss/preamble-3] [5cu/gloss/15] [3cu/gloss/preamble-structure] [3cu/gloss/19(a)]
 * [3cu/gloss/11] [3cu/gloss/16] [3cu/gloss/17] [3cu/gloss/19(b)] [3cu/gloss/40] [3cu/gloss/41]
 */
export const course =
  (law: CourseLaw) =>
  (
    { code, level, category, credits }: Pick<CourseFacts, 'code' | 'level' | 'category' | 'credits'>,
    today: CivilDate,
  ): Ruling => {
    const marked = category ? (law.categories[category] ?? []) : [];
    const { clauses, ascending } = law.levels;
    return ruleOn(law.pack, [
      ...clauses.map((clause) => ({
        clause,
        figures: { course: code, level, rank: ascending.indexOf(level) + 1, levels: ascending.length },
      })),
      normalCredits(law, code, credits, today),
      ...marked.map((clause) => ({ clause, figures: { course: code, category: category ?? null } })),
      ...levelInCode(law, code, level),
    ]);
  };

function normalCredits({ norm }: CourseLaw, course: string, credits: number, today: CivilDate): Remark {
  const { clause, value } = norm.on(today);
  const figures = { course, credits, multipleOf: value };
  if (credits % value === 0) return { clause, figures };
  return {
    clause,
    figures,
    remark: text(
      `Credits are normally a multiple of ${value}; the course has ${credits}.`,
      `學分一般為 ${value} 的倍數；此學科有 ${credits} 學分。`,
    ),
  };
}

function levelInCode({ digits }: CourseLaw, code: string, level: CourseFacts['level']): Remark[] {
  const [, first] = FOUR_DIGITS.exec(code) ?? [];
  if (!digits || first === undefined || typeof level !== 'number') return [];
  const told = Number(first) * 1000;
  const figures = { course: code, level, toldByCode: told };
  if (told === level) return [{ clause: digits, figures }];
  return [
    {
      clause: digits,
      figures,
      remark: text(
        `The code tells level ${told}, and the catalogue says ${level}.`,
        `學科編號顯示程度為 ${told}，學科目錄所載為 ${level}。`,
      ),
    },
  ];
}
