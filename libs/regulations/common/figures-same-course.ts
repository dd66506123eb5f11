import type { CourseFacts } from '../facts.ts';

/**
 * Names courses so that courses of the same content share a name, whichever of them declares the other
 * its equivalent. [5cu/dl/3.7] [3cu/dl/3.7]
 */
export function sameCourse(courses: Iterable<CourseFacts>): (code: string) => string {
  const parent = new Map<string, string>();
  const root = (code: string): string => {
    let at = code;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const course of courses) {
    for (const other of course.equivalents) {
      const [a, b] = [root(course.code), root(other)];
      if (a !== b) parent.set(b, a);
    }
  }
  return parent.size === 0 ? (code) => code : root;
}
