import { type CivilDate, Rational, rational } from '#kernel';
import type { AssessmentItem, Attempt, Submission } from '#regulations';
import { type Shown, shown } from '../shown.ts';

/** How far the assessed work of one attempt has come. */
export interface Coursework {
  /** Assignments, examinations left out. */
  readonly assignments: number;
  readonly submitted: number;
  readonly marked: number;
  readonly items: readonly CourseworkItem[];
  /** The weighted mark of the assignments, 0 to 100, once all of them are marked; null before, or when none carries weight. */
  readonly total: Shown | null;
}

export interface CourseworkItem {
  readonly id: string;
  readonly kind: AssessmentItem['kind'];
  /** Per cent of its part of the result. */
  readonly weight: number;
  readonly due: CivilDate;
  readonly compulsory: boolean;
  readonly submittedOn?: CivilDate;
  readonly late?: boolean;
  readonly banked?: boolean;
  /** 0 to 100. */
  readonly mark?: number;
  readonly markedOn?: CivilDate;
}

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
