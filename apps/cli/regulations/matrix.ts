import { readFileSync } from 'node:fs';
import { CommandFailure } from '../output.ts';

/** What a clause is: a rule decides, a workflow is carried out, a record is kept, a screen is shown. */
export const CLAUSE_KINDS = ['rule', 'workflow', 'record', 'screen'] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** A line of a matrix of clauses. Kinds beside the four, such as headings, are read and never asked for. */
export interface MatrixClause {
  readonly id: string;
  readonly kind: string;
}

/**
 * The clauses of a JSON-lines file, each line an object with at least `id` and `kind`. Refused with the number of the
 * line: what is no JSON object, what lacks either, an id that comes twice; and a file without any clause.
 */
export function readMatrix(file: string): MatrixClause[] {
  const fail = (message: string): never => {
    throw new CommandFailure(`${file}: ${message}`);
  };
  const seen = new Set<string>();
  const clauses = linesOf(file).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const clause = clauseOf(line) ?? fail(`line ${index + 1} is not a JSON object with an id and a kind`);
    if (seen.has(clause.id)) fail(`line ${index + 1}: ${clause.id} stands there already`);
    seen.add(clause.id);
    return [clause];
  });
  return clauses.length > 0 ? clauses : fail('there is no clause in it');
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\n');
  } catch (error) {
    throw new CommandFailure(`cannot read the matrix of clauses: ${(error as Error).message}`);
  }
}

function clauseOf(line: string): MatrixClause | undefined {
  try {
    const { id, kind } = (JSON.parse(line) ?? {}) as Record<string, unknown>;
    return typeof id === 'string' && id !== '' && typeof kind === 'string' ? { id, kind } : undefined;
  } catch {
    return undefined;
  }
}

/** Those of the kinds whose ids begin with a prefix. */
export const chosenFrom = (
  matrix: readonly MatrixClause[],
  { prefix = '', kinds = CLAUSE_KINDS }: { readonly prefix?: string; readonly kinds?: readonly ClauseKind[] },
): MatrixClause[] =>
  matrix.filter(({ id, kind }) => id.startsWith(prefix) && (kinds as readonly string[]).includes(kind));
