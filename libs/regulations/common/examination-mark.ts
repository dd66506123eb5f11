import { Rational } from '#kernel';
import type { Attempt } from '../facts.ts';
import { exactly, lastSubmissions } from './coursework-total.ts';

/**
 * The mark of the examination part of a result, out of 100 and exact: of what was sat last, weighted where there are
 * several examinations. One that nobody sat is left out. Null while there is no mark. [5cu/assess/2.1] [3cu/assess/2.1]
 */
export function examinationMark(attempt: Pick<Attempt, 'items' | 'submissions'>): Rational | null {
  const sat = lastSubmissions(attempt);
  let sum = Rational.of(0);
  let weights = Rational.of(0);
  for (const { id, kind, weight } of attempt.items) {
    const mark = kind === 'examination' ? sat.get(id)?.mark : undefined;
    if (mark === undefined) continue;
    sum = sum.plus(exactly(mark).times(exactly(weight)));
    weights = weights.plus(exactly(weight));
  }
  return weights.numerator === 0n ? null : sum.dividedBy(weights);
}
