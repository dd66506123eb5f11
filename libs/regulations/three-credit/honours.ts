import { Rational, text } from '#kernel';
import type { ClassificationBand } from '../common/awards.ts';
import type { Classification } from '../common/awards-audit.ts';
import { byPoints, type Counted, creditsOf } from '../common/awards-counted.ts';
import type { Evidence } from '../common/awards-evidence.ts';
import { classOf, type Used, usedCourses } from '../common/honours.ts';
import { dated } from '../dated.ts';
import type { HonoursClass } from '../pack.ts';

/** The lowest aGPA of each class. [3cu/bach/9.5] [3cu/dl/10.5.3] [3cu/ug/12.5.4] */
const bands = dated<readonly ClassificationBand<HonoursClass>[]>({
  from: '2022-09-01',
  clause: '3cu/bach/9.5',
  value: [
    { class: 'first', from: Rational.parse('3.50') },
    { class: 'second-upper', from: Rational.parse('3.00') },
    { class: 'second-lower', from: Rational.parse('2.50') },
    { class: 'third', from: Rational.parse('2.00') },
    { class: 'pass', from: Rational.parse('1.70') },
  ],
});

const NO_CLASS = text(
  'No class is defined for an aGPA below 1.70: for the award panel and the Senate.',
  '學位平均積點低於 1.70，規例未訂明等級，須交成績評核委員會及教務會審議。',
);
const NO_COURSES = text(
  'No graded course counts towards the aGPA: for the award panel and the Senate.',
  '沒有可計算學位平均積點的學科，須交成績評核委員會及教務會審議。',
);

/**
 * The courses that the minimum requirement is met with: first the required ones and those that fill a category, then
 * for each level its best up to the minimum, then the best of the rest until the credits suffice. Credits without
 * points (transfers, Pass) take their place in the total and cost no average. The course that reaches the total is used
 * whole. [3cu/bach/9.4]
 */
export function coursesForMinimum({ rules, counted, creditsRequired }: Evidence): Used[] {
  const withPoints = counted.filter((item) => item.tenths !== null && item.counted > 0);
  const rest = withPoints.filter((item) => !item.needed).sort(byPoints);
  const chosen = new Set<Counted>(counted.filter((item) => item.needed || item.tenths === null));
  const creditsChosen = (which?: (item: Counted) => boolean): number => creditsOf([...chosen], which);
  for (const { levels, minimum } of rules.floors) {
    const atLevel = (item: Counted): boolean => levels.includes(item.level);
    let have = creditsChosen(atLevel);
    for (const item of rest) {
      if (have >= minimum) break;
      if (!atLevel(item) || chosen.has(item)) continue;
      chosen.add(item);
      have += item.counted;
    }
  }
  let total = creditsChosen();
  for (const item of rest) {
    if (total >= creditsRequired) break;
    if (chosen.has(item)) continue;
    chosen.add(item);
    total += item.counted;
  }
  return withPoints.filter((item) => chosen.has(item)).map((item) => ({ item, credits: item.counted }));
}

/** The class of a three-credit honours degree by its aGPA, exact until it is rounded once. [3cu/bach/9.4] [3cu/bach/9.5] */
export function threeCreditClass(evidence: Evidence): Classification {
  const used = coursesForMinimum(evidence);
  const credits = used.reduce((sum, each) => sum + each.credits, 0);
  const { clause, value } = bands.on(evidence.study.registration.admittedOn);
  if (credits === 0) return { average: null, rounded: null, class: null, clause, used: [], note: NO_COURSES };
  const tenths = used.reduce((sum, each) => sum + (each.item.tenths ?? 0) * each.credits, 0);
  const average = Rational.of(tenths, 10 * credits);
  const found = classOf(average, value);
  const classification = { average, rounded: average.toFixed(2), class: found, clause, used: usedCourses(used) };
  return found ? classification : { ...classification, note: NO_CLASS };
}
