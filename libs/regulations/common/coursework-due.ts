import type { CivilDate } from '#kernel';
import { type AssessmentItem, type AssignmentExtension, type Attempt, isWritten } from '../facts.ts';

/** The item of that name; that there is one is a matter of the facts and not of the rules. */
export function itemOf(attempt: Attempt, id: string): AssessmentItem {
  const item = attempt.items.find((one) => one.id === id);
  if (!item) throw new RangeError(`${attempt.course.code} has no assessed item ${id}`);
  return item;
}

/**
 * Whether this is the last assignment of the course: written work, a project too, and none is due after it; of several on
 * the last day each is the last.
 */
export const isLastAssignment = (attempt: Attempt, item: AssessmentItem): boolean =>
  isWritten(item) && attempt.items.every((other) => !isWritten(other) || other.due <= item.due);

/** The notified day of the last assignment; undefined where there is none. */
export const lastAssignmentDue = ({ items }: Pick<Attempt, 'items'>): CivilDate | undefined =>
  items
    .filter(isWritten)
    .map(({ due }) => due)
    .sort()
    .at(-1);

/** The extension of a piece of work that was granted; the last one, where there were several. */
export const grantedExtension = (
  { coursework }: Pick<Attempt, 'coursework'>,
  assignment: string,
): AssignmentExtension | undefined =>
  coursework?.extensions.findLast((extension) => extension.assignment === assignment && extension.decided?.granted);

/** The extension of a piece of work that was asked for and not decided. */
export const openExtension = (
  { coursework }: Pick<Attempt, 'coursework'>,
  assignment: string,
): AssignmentExtension | undefined =>
  coursework?.extensions.findLast((extension) => extension.assignment === assignment && !extension.decided);

/** The last day on which a piece is in time for this student: the notified one, or that of an extension. */
export const dueOf = (attempt: Pick<Attempt, 'coursework'>, { id, due }: AssessmentItem): CivilDate =>
  grantedExtension(attempt, id)?.decided?.until ?? due;

/** So many days, in English. */
export const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
