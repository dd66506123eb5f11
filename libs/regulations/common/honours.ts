import type { Rational } from '#kernel';
import type { HonoursClass } from '../pack.ts';
import type { ClassificationBand } from './awards.ts';
import type { Counted } from './awards-counted.ts';

/** A course in an average for honours, with as many of its credits as are used. */
export interface Used {
  readonly item: Counted;
  readonly credits: number;
  readonly group?: 'A' | 'B';
}

/**
 * The class of an average: rounded once, half up, to two decimals, then held against the lowest average of each class.
 * Null below them all. [5cu/bach/12.6] [3cu/bach/9.5]
 */
export function classOf(average: Rational, bands: readonly ClassificationBand<HonoursClass>[]): HonoursClass | null {
  const rounded = average.rounded(2);
  return bands.find((band) => rounded.atLeast(band.from))?.class ?? null;
}

/** The courses of an average as they are stored: of a course taken more than once the attempt whose grade counts. */
export const usedCourses = (used: readonly Used[]) =>
  used.map(({ item, credits, group }) => {
    const course = item.course?.code ?? item.name;
    const term = item.attempt?.term.code ?? '';
    return group ? { course, term, credits, group } : { course, term, credits };
  });
