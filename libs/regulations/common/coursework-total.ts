import { Rational } from '#kernel';
import type { AssessmentItem, Attempt, Submission } from '../facts.ts';

/** What the assignments of a taking of a course come to. */
export interface CourseworkTotal {
  /** Weighted mark out of 100, exact; work that was never handed in counts as zero. Null where no assignment weighs anything. */
  readonly total: Rational | null;
  /** Whether every assignment has a mark, so that nothing is still to come. */
  readonly complete: boolean;
}

/** Each piece as it was last handed in. */
export const lastSubmissions = ({ submissions }: Pick<Attempt, 'submissions'>): ReadonlyMap<string, Submission> =>
  new Map(submissions.map((submission) => [submission.assignment, submission]));

/** The overall coursework mark: marks weighted by the shares of the assignments. [5cu/dl/8.5] [5cu/assess/3.1] [3cu/dl/9.6] [3cu/assess/3.1] */
export function courseworkTotal(attempt: Pick<Attempt, 'items' | 'submissions'>): CourseworkTotal {
  const handedIn = lastSubmissions(attempt);
  const assignments = attempt.items.filter(({ kind }) => kind === 'assignment');
  let sum = Rational.of(0);
  let weights = Rational.of(0);
  for (const { id, weight } of assignments) {
    const share = exactly(weight);
    sum = sum.plus(exactly(handedIn.get(id)?.mark ?? 0).times(share));
    weights = weights.plus(share);
  }
  return {
    total: weights.numerator === 0n ? null : sum.dividedBy(weights),
    complete: assignments.every(({ id }) => handedIn.get(id)?.mark !== undefined),
  };
}

/** The pieces without which the course cannot be passed and which were not handed in. [5cu/assess/2.2] [3cu/assess/2.2] */
export const compulsoryOutstanding = ({
  items,
  submissions,
}: Pick<Attempt, 'items' | 'submissions'>): readonly AssessmentItem[] => {
  const done = new Set(submissions.map((work) => work.assignment));
  return items.filter((item) => item.compulsory && !done.has(item.id));
};

/** A mark or a weight as it was written down, without the error of a binary fraction. */
export const exactly = (value: number): Rational =>
  Number.isInteger(value) ? Rational.of(value) : Rational.parse(String(value));
