import type { Attempt, TermFacts } from '../facts.ts';

/** The term in whose figures the result of an attempt stands. [5cu/assess/18.4.1] */
export const gradedTermOf = (attempt: Attempt): string => attempt.gradedTerm ?? attempt.term.code;

/** The terms that a record knows by their dates. */
export function termsOf(attempts: readonly Attempt[]): Map<string, TermFacts> {
  const terms = new Map<string, TermFacts>();
  for (const { term } of attempts) terms.set(term.code, term);
  return terms;
}

/**
 * The codes of the terms of some attempts, in the order of teaching. A term in which nothing was begun is
 * known only by the results that fell into it, and takes its place by the day of the first.
 */
export function termOrder(attempts: readonly Attempt[]): string[] {
  const starts = new Map<string, string>();
  for (const { term } of attempts) starts.set(term.code, term.teaching[0]);
  for (const attempt of attempts) {
    const code = gradedTermOf(attempt);
    if (!starts.has(code)) starts.set(code, attempt.gradedOn ?? attempt.term.teaching[1]);
  }
  if (starts.size < 2) return [...starts.keys()];
  return [...starts].sort(([a, x], [b, y]) => (x < y ? -1 : x > y ? 1 : a < b ? -1 : 1)).map(([code]) => code);
}
