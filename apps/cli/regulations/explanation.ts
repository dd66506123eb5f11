import type { Text } from '#kernel';
import { allClauses, type Clause, clause, type Policy, policiesOf } from '#regulations';
import { readModelQueries, useCases } from '#system';

/** A clause with everything that the system knows of it. */
export interface Explanation extends Clause {
  /** The commands that it decides. */
  readonly decides: readonly { readonly command: string; readonly path: string; readonly summary: Text }[];
  /** The read models that it asks for. */
  readonly shownBy: readonly { readonly readModel: string; readonly path: string; readonly summary: Text }[];
  /** How what it leaves open is read. */
  readonly policies: readonly Policy[];
}

/** Undefined when the register has no such clause. */
export function explanationOf(id: string): Explanation | undefined {
  const found = clause(id);
  if (!found) return undefined;
  return {
    ...found,
    decides: useCases
      .filter(({ clauses }) => clauses.includes(id))
      .map(({ command, path, summary }) => ({ command: command.name, path, summary })),
    shownBy: readModelQueries
      .filter(({ clauses }) => clauses?.includes(id))
      .map(({ name, path, summary }) => ({ readModel: name, path, summary })),
    policies: policiesOf(id),
  };
}

/** The ids of the register that are most like one that it does not have: the fewest characters to change. */
export const nearestIds = (id: string, most = 5): string[] =>
  allClauses()
    .map((known) => ({ id: known.id, changes: changesBetween(id, known.id) }))
    .sort((one, other) => one.changes - other.changes)
    .slice(0, most)
    .map((near) => near.id);

/** How many characters are put in, left out or exchanged between two texts. */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, character] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= other.length; j++) {
      const exchanged = (row[j - 1] as number) + (character === other[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[other.length] as number;
}
