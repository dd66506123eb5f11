import { Rational, rational } from '#kernel';
import type { AssessmentItem, Attempt, Submission } from '#regulations';
import { type Shown, shown } from '../shown.ts';
import type { Coursework, CourseworkItem } from './term-summary-document.ts';

export function courseworkOf({ items, submissions }: Attempt): Coursework {
  // A piece handed in again stands as it was last handed in.
  const handedIn = new Map(submissions.map((submission) => [submission.assignment, submission]));
  const assignments = items.filter(({ kind }) => kind === 'assignment');
  const submitted = assignments.filter(({ id }) => handedIn.has(id));
  const marked = assignments.filter(({ id }) => handedIn.get(id)?.mark !== undefined);
  return {
    assignments: assignments.length,
    submitted: submitted.length,
    marked: marked.length,
    items: items.map((item) => courseworkItem(item, handedIn.get(item.id))),
    total: marked.length === assignments.length ? total(assignments, handedIn) : null,
  };
}

function courseworkItem({ id, kind, weight, due, compulsory }: AssessmentItem, work?: Submission): CourseworkItem {
  if (!work) return { id, kind, weight, due, compulsory };
  const { submittedOn, late, banked, mark, markedOn } = work;
  // The day that held for this student, which an extension may have moved.
  return { id, kind, weight, due: work.due, compulsory, submittedOn, late, banked, mark, markedOn };
}

function total(assignments: readonly AssessmentItem[], handedIn: ReadonlyMap<string, Submission>): Shown | null {
  let sum = rational(0);
  let weights = rational(0);
  for (const { id, weight } of assignments) {
    const share = exact(weight);
    sum = sum.plus(exact(handedIn.get(id)?.mark ?? 0).times(share));
    weights = weights.plus(share);
  }
  return weights.numerator === 0n ? null : shown(sum.dividedBy(weights));
}

/** A mark or a weight as it was written down, without the error of a binary fraction. */
const exact = (value: number): Rational => (Number.isInteger(value) ? rational(value) : Rational.parse(String(value)));
