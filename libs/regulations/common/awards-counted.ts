import type { Study } from '../facts.ts';
import type { AwardRules, CategoryFloor, Ceiling } from './awards.ts';
import type { Countable, Holdings } from './awards-countable.ts';

/** Credits that count, after every ceiling. */
export interface Counted extends Countable {
  /** At most `credits`. */
  readonly counted: number;
  /** A course that the award cannot do without: required, or filling a category. */
  readonly needed: boolean;
}

export interface Counting {
  readonly counted: readonly Counted[];
  /** Courses left out because one that excludes them counts. */
  readonly excluded: readonly string[];
  /** Courses left out because a block transfer names the courses that count. */
  readonly outsideList: readonly string[];
}

export const creditsOf = (items: readonly Counted[], which: (item: Counted) => boolean = () => true): number =>
  items.reduce((sum, item) => (which(item) ? sum + item.counted : sum), 0);

/** By grade points, best first; those without points last. */
export const byPoints = (one: Countable, other: Countable): number => (other.tenths ?? -1) - (one.tenths ?? -1);

const LEVELS = ['preparatory', 'foundation', 1000, 'middle', 2000, 3000, 'higher', 4000, 'postgraduate', 8000, 9000];
const rank = (item: Countable): number => LEVELS.indexOf(item.level);

/** The categories that the award asks credits of, General Education by what the programme prescribes. */
export function categoryFloorsOf(rules: AwardRules, study: Study): readonly CategoryFloor[] {
  const minimum = study.registration.programme.requirements.generalEducation;
  const clause = rules.generalEducation;
  return clause && minimum > 0
    ? [...rules.categories, { clause, category: 'general-education', minimum }]
    : rules.categories;
}

/** The best courses of each category up to its minimum, credits without points first as they cost no average. */
function filling(rules: AwardRules, study: Study, items: readonly Countable[]): Set<Countable> {
  const needed = new Set<Countable>();
  for (const { category, minimum } of categoryFloorsOf(rules, study)) {
    let missing = minimum;
    const ofCategory = items.filter((item) => item.category === category);
    ofCategory.sort(
      (one, other) =>
        Number(other.required) - Number(one.required) ||
        Number(one.attempt !== undefined) - Number(other.attempt !== undefined) ||
        byPoints(one, other),
    );
    for (const item of ofCategory) {
      if (missing <= 0) break;
      needed.add(item);
      missing -= item.credits;
    }
  }
  return needed;
}

const excludes = (one: Countable, other: Countable): boolean =>
  one.course !== undefined &&
  other.course !== undefined &&
  (one.course.exclusive.includes(other.course.code) || other.course.exclusive.includes(one.course.code));

/**
 * Chooses what counts: the courses of a block transfer's list alone when there is one, one course of each excluded
 * combination, and within each ceiling what serves the award best: needed courses, named ones, higher levels, better
 * grades.
 */
export function count(rules: AwardRules, study: Study, { countable, blocks, nameOf }: Holdings): Counting {
  const listed = blocks.length === 0 ? null : new Set(blocks.flatMap((block) => block.remainingCourses.map(nameOf)));
  const onList = listed === null ? countable : countable.filter(({ attempt, name }) => !attempt || listed.has(name));
  const eligible = rules.onlyNamed ? onList.filter(({ attempt, named }) => !attempt || named) : onList;
  const filled = filling(rules, study, eligible);
  const isNeeded = (item: Countable): boolean => item.required || filled.has(item);

  const preferred = [...eligible].sort(
    (one, other) =>
      Number(isNeeded(other)) - Number(isNeeded(one)) ||
      Number(other.named) - Number(one.named) ||
      rank(other) - rank(one) ||
      byPoints(one, other),
  );
  const kept: Countable[] = [];
  const excluded: string[] = [];
  const anyExclusive = preferred.some(({ course }) => course !== undefined && course.exclusive.length > 0);
  for (const item of preferred) {
    if (anyExclusive && kept.some((other) => excludes(item, other))) excluded.push(item.course?.code ?? item.name);
    else kept.push(item);
  }
  return {
    counted: withinCeilings(rules, study, kept).map(({ item, counted }) => ({
      ...item,
      counted,
      needed: isNeeded(item),
    })),
    excluded,
    outsideList: countable.filter((item) => !onList.includes(item)).map(({ name }) => name),
  };
}

const fallsUnder = (ceiling: Ceiling, item: Countable): boolean =>
  (!ceiling.levels || (!item.block && ceiling.levels.includes(item.level))) &&
  (!ceiling.category || ceiling.category === item.category) &&
  !(ceiling.exceptRequired && item.required) &&
  !(ceiling.exceptNamed && item.named);

export const ceilingsFor = (rules: AwardRules, study: Study): readonly Ceiling[] =>
  rules.ceilings.filter(({ admittedFrom }) => !admittedFrom || study.registration.admittedOn >= admittedFrom);

/** Credits under fewer ceilings are counted first, so that those under two are not spent where one would do. */
function withinCeilings(
  rules: AwardRules,
  study: Study,
  items: readonly Countable[],
): { item: Countable; counted: number }[] {
  const ceilings = ceilingsFor(rules, study);
  const left = new Map(ceilings.map((ceiling) => [ceiling, ceiling.maximum]));
  const over = items.map((item) => ({ item, ceilings: ceilings.filter((ceiling) => fallsUnder(ceiling, item)) }));
  over.sort((one, other) => one.ceilings.length - other.ceilings.length);
  return over.map(({ item, ceilings: above }) => {
    const counted = Math.min(item.credits, ...above.map((ceiling) => left.get(ceiling) ?? 0));
    for (const ceiling of above) left.set(ceiling, (left.get(ceiling) ?? 0) - counted);
    return { item, counted };
  });
}

/** The credits under a ceiling: those that count and those there are. */
export const underCeiling = (ceiling: Ceiling, items: readonly Counted[]): { counted: number; all: number } => {
  const under = items.filter((item) => fallsUnder(ceiling, item));
  return { counted: creditsOf(under), all: under.reduce((sum, { credits }) => sum + credits, 0) };
};
