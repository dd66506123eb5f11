import { Rational, text } from '#kernel';
import type { ClassificationBand } from '../common/awards.ts';
import type { Classification } from '../common/awards-audit.ts';
import { byPoints, type Counted } from '../common/awards-counted.ts';
import type { Evidence } from '../common/awards-evidence.ts';
import { classOf, type Used, usedCourses } from '../common/honours.ts';
import { dated } from '../dated.ts';
import type { CourseLevel } from '../facts.ts';
import type { HonoursClass } from '../pack.ts';

/** The credits of each group. [5cu/bach/12.5(a)] [5cu/bach/12.5(b)] */
const classificationGroups = dated({
  from: '2022-09-01',
  clause: '5cu/bach/12.5(a)',
  value: {
    a: { credits: 40, levels: new Set<CourseLevel>(['higher']) },
    b: { credits: 40, levels: new Set<CourseLevel>(['higher', 'middle']) },
  },
});

/** The lowest weighted average of each class. [5cu/bach/12.6] [5cu/dl/9.5.6] [5cu/ug/12.5.6] */
const bands = dated<readonly ClassificationBand<HonoursClass>[]>({
  from: '2022-09-01',
  clause: '5cu/bach/12.6',
  value: [
    { class: 'first', from: Rational.parse('3.50') },
    { class: 'second-upper', from: Rational.parse('3.00') },
    { class: 'second-lower', from: Rational.parse('2.50') },
    { class: 'third', from: Rational.parse('2.00') },
  ],
});

const WANTING = text(
  'Fewer than 40 graded credits of higher level can be classified: for the award panel and the Senate.',
  '可計算榮譽等級的高級程度學科不足 40 學分，須交成績評核委員會及教務會審議。',
);
const NO_CLASS = text(
  'No class is defined for a weighted average below 2.00: for the award panel and the Senate.',
  '加權平均積點低於 2.00，規例未訂明等級，須交成績評核委員會及教務會審議。',
);

/** The best courses up to so many credits; of the course that passes the limit only the part that is wanted. */
function best(items: readonly Counted[], limit: number, group: 'A' | 'B'): Used[] {
  const used: Used[] = [];
  let left = limit;
  for (const item of [...items].sort(byPoints)) {
    if (left <= 0) break;
    const credits = Math.min(left, item.counted);
    used.push({ item, credits, group });
    left -= credits;
  }
  return used;
}

/** Group A, the best 40 credits of higher level; group B, the best 40 of higher or middle level among the other courses. */
export function groupsOf({ counted, study }: Evidence): { a: Used[]; b: Used[]; wanting: boolean } {
  const groups = classificationGroups.on(study.registration.admittedOn).value;
  const classifiable = counted.filter((item) => item.tenths !== null && item.counted > 0 && item.named);
  const a = best(
    classifiable.filter(({ level }) => groups.a.levels.has(level)),
    groups.a.credits,
    'A',
  );
  const inA = new Set(a.map(({ item }) => item));
  const others = classifiable.filter((item) => groups.b.levels.has(item.level) && !inA.has(item));
  const inGroupA = a.reduce((sum, { credits }) => sum + credits, 0);
  return { a, b: best(others, groups.b.credits, 'B'), wanting: inGroupA < groups.a.credits };
}

const sums = (used: readonly Used[]): { tenths: Rational; credits: Rational } => {
  const credits = used.reduce((sum, each) => sum + each.credits, 0);
  const tenths = used.reduce((sum, each) => sum + (each.item.tenths ?? 0) * each.credits, 0);
  return { tenths: Rational.of(tenths, 10), credits: Rational.of(credits) };
};

/** Weights as the programme sets them; equal when it sets none. */
function weightsOf({ study }: Evidence): { a: Rational; b: Rational } {
  const { groupA, groupB } = study.registration.programme.requirements.classification;
  if (groupA === 0 && groupB === 0) return { a: Rational.of(1), b: Rational.of(1) };
  return { a: Rational.parse(String(groupA)), b: Rational.parse(String(groupB)) };
}

/**
 * The class of a five-credit honours degree by the weighted average of its best 80 credits. With fewer than 80 that can
 * be classified group B is what remains; with fewer than 40 of higher level there is no class. [5cu/bach/12.5(a)]
 * [5cu/bach/12.5(b)] [5cu/bach/12.6]
 */
export function fiveCreditClass(evidence: Evidence): Classification {
  const { a, b, wanting } = groupsOf(evidence);
  const weights = weightsOf(evidence);
  const [ofA, ofB] = [sums(a), sums(b)];
  const { clause, value } = bands.on(evidence.study.registration.admittedOn);
  const used = usedCourses([...a, ...b]);
  const credits = ofA.credits.times(weights.a).plus(ofB.credits.times(weights.b));
  if (credits.numerator === 0n) return { average: null, rounded: null, class: null, clause, used, note: WANTING };
  const average = ofA.tenths.times(weights.a).plus(ofB.tenths.times(weights.b)).dividedBy(credits);
  const classification = { average, rounded: average.toFixed(2), clause, used };
  if (wanting) return { ...classification, class: null, note: WANTING };
  const found = classOf(average, value);
  return found ? { ...classification, class: found } : { ...classification, class: null, note: NO_CLASS };
}
