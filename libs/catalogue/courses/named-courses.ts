import type { FactReader } from '#commands';
import { type Refusal, refuse, text } from '#kernel';
import { courses } from './course.ts';

/** A course as it is to be defined, and the courses that it names. */
interface Naming {
  readonly code: string;
  readonly equivalents?: readonly string[];
  readonly exclusive?: readonly string[];
  readonly prerequisites?: readonly string[];
}

/**
 * The course and those of the same content, each with what cannot be of the same content too. Which courses are one is
 * read from both sides, as the rules do, and by way of others. [5cu/dl/3.7] [3cu/dl/3.7]
 */
export type SameContent = ReadonlyMap<string, Others>;

/** What the catalogue knows of the courses that a definition names. */
export interface NamedCourses {
  readonly same: SameContent;
  /** A course that could never be taken: what comes before it, by way of the course that is defined, is of its content. */
  readonly shutOut?: { readonly course: string; readonly before: string };
}

interface Others {
  /** The courses that it names as those that may not count with it. */
  readonly exclusive: readonly string[];
  /** Every course that is to be passed before it, directly or by way of another. */
  readonly before: ReadonlySet<string>;
}

/** What the catalogue knows of the courses that are named, once this definition stands. */
export async function namedCourses(reader: FactReader, naming: Naming): Promise<NamedCourses> {
  const known = new Map<string, Promise<Partial<Naming> | undefined>>([[naming.code, Promise.resolve(naming)]]);
  const courseOf = (code: string) => {
    const course = known.get(code) ?? reader.read(courses, code);
    known.set(code, course);
    return course;
  };
  const reachedFrom = async (from: readonly string[], list: 'equivalents' | 'prerequisites') => {
    const reached = new Set(from);
    for (const code of reached) for (const next of (await courseOf(code))?.[list] ?? []) reached.add(next);
    return reached;
  };
  const othersOf = async (code: string): Promise<Others> => {
    const { exclusive = [], prerequisites = [] } = (await courseOf(code)) ?? {};
    return { exclusive, before: await reachedFrom(prerequisites, 'prerequisites') };
  };

  const own = await othersOf(naming.code);
  const same = await reachedFrom([naming.code], 'equivalents');
  let shutOut: NamedCourses['shutOut'];
  for (const named of [...own.exclusive, ...own.before]) {
    const family = await reachedFrom([named], 'equivalents');
    if ([...family].some((code) => same.has(code))) for (const code of family) same.add(code);
    for (const course of own.before.has(named) ? family : []) {
      const { before } = await othersOf(course);
      if (course !== named && before.has(naming.code) && before.has(named)) shutOut ??= { course, before: named };
    }
  }
  const others = new Map<string, Others>();
  for (const code of same) others.set(code, code === naming.code ? own : await othersOf(code));
  return { same: others, ...(shutOut ? { shutOut } : {}) };
}

/** Why the courses that a course names cannot be meant. */
export function unfitCourses(
  { code, equivalents = [], exclusive = [], prerequisites = [] }: Naming,
  { same, shutOut }: NamedCourses,
): Refusal | undefined {
  if ([...equivalents, ...exclusive, ...prerequisites].includes(code))
    return refuse('names-itself', text(`${code} cannot refer to itself.`, `學科 ${code} 不可指涉自身。`));
  if (same.get(code)?.before.has(code))
    return refuse(
      'circular-prerequisites',
      text(`${code} would have to be passed before itself.`, `學科 ${code} 的先修要求互為循環。`),
    );
  for (const [one, others] of same) {
    const sameAsOne = (other: string): boolean => other !== one && same.has(other);
    const excluded = others.exclusive.find(sameAsOne);
    if (excluded) return equivalentAndExclusive(excluded, one);
    const before = [...others.before].find(sameAsOne);
    if (before) return prerequisiteOfSameContent(before, one);
  }
  return shutOut && prerequisiteOfSameContent(shutOut.before, shutOut.course);
}

const equivalentAndExclusive = (other: string, one: string): Refusal =>
  refuse(
    'equivalent-and-exclusive',
    text(
      `${other} is either of the same content as ${one}, or another course that may not count with it; not both.`,
      `${other} 與 ${one} 或屬內容相同，或屬不可同時計算學分的不同學科，兩者不可並列。`,
    ),
  );

const prerequisiteOfSameContent = (before: string, one: string): Refusal =>
  refuse(
    'prerequisite-of-same-content',
    text(
      `Whoever has passed ${before} may not take ${one}: they are of the same content.`,
      `${before} 與 ${one} 內容相同，不可同時為其先修學科。`,
    ),
  );
