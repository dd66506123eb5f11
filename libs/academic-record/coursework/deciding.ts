import { IsOneOf, mayRecordApproval, ROLES } from '#commands';
import { type Actor, type Refusal, refuse, text } from '#kernel';
import type { Attempt } from '#regulations';
import type { StudentRecord } from '#student-record';
import { unknownAssignment } from '../assessment/unknown-assignment.ts';
import { attemptFor, type Governed, isRefusal } from '../record-use-case.ts';

/** Whose decision is entered: of the actor's own office, or of one for which the actor may write it down. */
export const IsDecider = () =>
  IsOneOf(ROLES, {
    description: 'Whose decision it is: that of the actor unless told. The Registry enters what others have signed.',
    optional: true,
  });

/** The office whose decision it is; refused where the actor may not write down its decisions. */
export function deciderOf({ role }: Actor, named: string | undefined): string | Refusal {
  if (named === undefined || named === role || mayRecordApproval(role, named)) return named ?? role;
  return refuse(
    'decision-not-authorised',
    text('This role may not write down a decision of that office.', '此身分不得記錄該授權人的決定。'),
  );
}

/** The attempt that a request is about, with a piece of assessed work that it has. */
export function workFor(
  record: StudentRecord,
  of: { readonly course: string; readonly term: string; readonly assignment: string },
): (Governed & { readonly attempt: Attempt }) | Refusal {
  const found = attemptFor(record, of);
  if (isRefusal(found)) return found;
  return found.attempt.items.some(({ id }) => id === of.assignment) ? found : unknownAssignment(of.assignment);
}
