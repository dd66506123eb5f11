import type { MatrixClause } from './matrix.ts';
import type { Sighting, Sightings } from './sightings.ts';

/** How much of the regulations the program names, and how much of it tests have led through. */
export interface Coverage {
  readonly total: number;
  readonly cited: number;
  readonly exercised: number;
  readonly notCited: readonly string[];
  readonly notExercised: readonly string[];
}

/**
 * Of each clause, whether it is cited and whether it is exercised. A rule is exercised when rulings found it both to
 * hold and not to hold: one that was only ever met may be missing from the code, and one that was never met may
 * refuse everybody; one that says how a figure is reckoned holds or not with what rests on the figure. Whatever else is
 * exercised when a ruling, a decision or an asserted document bore it.
 */
export function coverageOf(
  clauses: readonly MatrixClause[],
  cited: ReadonlySet<string>,
  sightings: Sightings,
): Coverage {
  const notCited = clauses.filter(({ id }) => !cited.has(id)).map(({ id }) => id);
  const notExercised = clauses.filter((clause) => !isExercised(clause, sightings)).map(({ id }) => id);
  return {
    total: clauses.length,
    cited: clauses.length - notCited.length,
    exercised: clauses.length - notExercised.length,
    notCited,
    notExercised,
  };
}

function isExercised({ id, kind }: MatrixClause, sightings: Sightings): boolean {
  const seen = sightings.get(id);
  if (!seen) return false;
  return kind === 'rule' ? seen.held > 0 && seen.refused > 0 : seen.held + seen.refused + seen.borne > 0;
}

/** What is still wanting of a clause that is not exercised. */
export function wanting(seen: Sighting | undefined): string {
  if (!seen) return 'never seen';
  if (seen.held > 0) return 'held, and never refused';
  return seen.refused > 0 ? 'refused, and never held' : 'borne by a decision or a document, and never ruled on';
}

/** Whether at least so many per cent of the clauses are exercised; of none, none are. */
export const reaches = ({ total, exercised }: Coverage, percentage: number): boolean =>
  total > 0 && 100 * exercised >= percentage * total;
