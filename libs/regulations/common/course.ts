import type { ClauseId, Ruling } from '#kernel';
import { text } from '#kernel';
import type { CourseCategory, CourseFacts } from '../facts.ts';
import { type Remark, ruleOn } from './demand.ts';

export interface CourseLaw {
  readonly pack: string;
  /** What says of a category that its courses are approved by the Senate and marked in the catalogue. */
  readonly categories: Partial<Readonly<Record<CourseCategory, readonly ClauseId[]>>>;
  /** The four digits of the code tell the level; absent where nothing says so. */
  readonly digits?: ClauseId;
}

/** The digits of a code that stand for a level: four in a row, and no more. */
const FOUR_DIGITS = /(?<!\d)(\d)\d{3}(?!\d)/;

/**
 * What the regulations say of a course as the catalogue has it: of its category, and whether its code tells the level. It
 * holds nothing up: a code that tells another level than the catalogue is remarked on.
 * [3cu/gloss/11] [3cu/gloss/16] [3cu/gloss/17] [3cu/gloss/19(b)] [3cu/gloss/40] [3cu/gloss/41]
 */
export const course =
  (law: CourseLaw) =>
  ({ code, level, category }: Pick<CourseFacts, 'code' | 'level' | 'category'>): Ruling => {
    const marked = category ? (law.categories[category] ?? []) : [];
    return ruleOn(law.pack, [
      ...marked.map((clause) => ({ clause, figures: { course: code, category: category ?? null } })),
      ...levelInCode(law, code, level),
    ]);
  };

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
