import {
  type AssessmentItem,
  type Attempt,
  courseworkTotal,
  dueOf,
  lastSubmissions,
  type Submission,
} from '#regulations';
import { shown } from '../shown.ts';
import type { Coursework, CourseworkItem } from './term-summary-document.ts';

export function courseworkOf(attempt: Attempt): Coursework {
  const { items } = attempt;
  const handedIn = lastSubmissions(attempt);
  const { total, complete } = courseworkTotal(attempt);
  const assignments = items.filter(({ kind }) => kind === 'assignment');
  const submitted = assignments.filter(({ id }) => handedIn.has(id));
  const marked = assignments.filter(({ id }) => handedIn.get(id)?.mark !== undefined);
  return {
    assignments: assignments.length,
    submitted: submitted.length,
    marked: marked.length,
    items: items.map((item) => courseworkItem({ ...item, due: dueOf(attempt, item) }, handedIn.get(item.id))),
    total: complete && total ? shown(total) : null,
  };
}

function courseworkItem({ id, kind, weight, due, compulsory }: AssessmentItem, work?: Submission): CourseworkItem {
  if (!work) return { id, kind, weight, due, compulsory };
  const { submittedOn, late, banked, mark, markedOn, lateDecision, pending } = work;
  const decided = lateDecision && { lateDecision: lateDecision.decision, deduction: lateDecision.deduction };
  // The day that held for this student when it was handed in.
  return {
    id,
    kind,
    weight,
    due: work.due,
    compulsory,
    submittedOn,
    late,
    banked,
    mark,
    markedOn,
    ...(pending ? { pending } : {}),
    ...decided,
  };
}
