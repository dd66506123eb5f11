import { Rational, type Text, text } from '#kernel';
import type { RequirementCheck } from '../pack.ts';
import { creditsOf } from './awards-counted.ts';
import type { Evidence } from './awards-evidence.ts';
import { categoryText, coursesAt } from './awards-texts.ts';

const outstanding = (minimum: string): Text =>
  text(`An average of ${minimum} or above.`, `平均積點須達 ${minimum} 或以上。`);

/**
 * An average for each part of an award that asks one: the CGPA over the courses of its levels, failed ones among them,
 * of each course the last result. Exact. [3cu/dual/6.1.3] [3cu/dual/6.1.4]
 */
export const averageChecks = ({ rules, figures }: Evidence): RequirementCheck[] =>
  (rules.averages ?? []).map(({ clause, levels, minimum }) => {
    let [points, credits] = [Rational.of(0), 0];
    for (const { attempt, superseded, points: each } of figures.attempts) {
      if (superseded || each === null || !levels.includes(attempt.course.level)) continue;
      points = points.plus(each.times(Rational.of(attempt.course.credits)));
      credits += attempt.course.credits;
    }
    const average = credits === 0 ? undefined : points.dividedBy(Rational.of(credits));
    const of = coursesAt(levels);
    const needed = minimum.toFixed(2);
    const met = average?.atLeast(minimum) ?? false;
    return {
      clause,
      requirement: text(`CGPA of ${of.en}`, `${of['zh-Hant']}的累積平均積點`),
      met,
      needed,
      have: average?.toFixed(2) ?? '-',
      restsOn: figures.restsOn.averages,
      ...(met ? {} : { outstanding: outstanding(needed) }),
    };
  });

/** The parts of the core together; of each no more than it asks. [3cu/dual/6.1.5(v)] */
export function coreCheck({ rules: { core }, counted }: Evidence): RequirementCheck[] {
  if (!core) return [];
  const needed = core.parts.reduce((sum, { minimum }) => sum + minimum, 0);
  const have = core.parts.reduce(
    (sum, { category, minimum }) =>
      sum +
      Math.min(
        minimum,
        creditsOf(counted, (item) => item.category === category),
      ),
    0,
  );
  const parts = core.parts.map(({ category }) => categoryText(category));
  const check = {
    clause: core.clause,
    requirement: text('Credits of the University core', '大學核心課程學分'),
    needed: String(needed),
    have: String(have),
  };
  if (have >= needed) return [{ ...check, met: true }];
  const [en, zh] = [parts.map((part) => part.en).join(', '), parts.map((part) => part['zh-Hant']).join('、')];
  return [
    {
      ...check,
      met: false,
      outstanding: text(`${needed - have} more credits of ${en}.`, `尚欠${zh}學科 ${needed - have} 學分。`),
    },
  ];
}
