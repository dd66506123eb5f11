import { createHash } from 'node:crypto';
import type { ClauseId, Text } from '#kernel';

/** Why a row cannot be applied: with clauses where the regulations refuse it. */
export interface RowRefusal {
  readonly code: string;
  readonly clauses: readonly ClauseId[];
  readonly message: Text;
}

interface Change<Value> {
  readonly before: Value | null;
  readonly after: Value | null;
}

/** What one row does to the record of its student. Totals are exact fractions. */
export interface RowEffect {
  readonly row: number;
  readonly student: string;
  readonly outcome: 'changes' | 'unchanged' | 'refused';
  /** Of the pieces of work that the row names. */
  readonly marks: readonly ({ readonly item: string } & Change<number>)[];
  /** The coursework total, with work that is missing as zero. */
  readonly coursework: Change<string>;
  readonly examination: Change<string>;
  readonly grade: Change<string>;
  readonly refusals: readonly RowRefusal[];
}

/** SHA-256 of what the rows do: equal where every row does the same and is refused for the same reasons. */
export function effectsDigest(effects: readonly RowEffect[]): string {
  const hash = createHash('sha256');
  for (const effect of effects) hash.update(`${written(effect)}\n`);
  return hash.digest('hex');
}

/** What one row does, in 16 hexadecimal digits. */
export const effectDigest = (effect: RowEffect): string =>
  createHash('sha256').update(written(effect)).digest('hex').slice(0, ROW_DIGITS);

/** Enough to tell what a row did from what else it might do; a sheet keeps one of every row. */
const ROW_DIGITS = 16;

const written = ({ refusals, ...effect }: RowEffect): string =>
  JSON.stringify([effect, refusals.map(({ code, clauses }) => [code, clauses])]);
