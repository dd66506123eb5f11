import { testify } from '#kernel';
import { type ReadModelQuery, useCaseNamed } from '#system';
import { type Bearer, clausesOfChapters } from '../regulations/sightings.ts';
import { mismatches, type Result } from './expectation.ts';
import { isMap } from './scenario-file.ts';

/** A request that was granted as told carries out those clauses of its command that its ruling speaks of. */
export function bearWitnessOfDecision(name: string, result: Result): void {
  if (result.outcome !== 'accepted') return;
  const spoken = result.ruling?.findings.map(({ clause }) => clause) ?? [];
  bear('decision', clausesOfChapters(useCaseNamed(name)?.clauses ?? [], spoken));
}

/** A document that is as told bears the clauses of the parts that were looked at, and those that ask for its read model. */
export function bearWitnessOfDocument(query: ReadModelQuery, expected: unknown, document: unknown): void {
  if (!looksAtSomething(expected)) return;
  const named = clausesOfChapters(query.clauses ?? [], clausesIn(document));
  bear('document', [...assertedClauses(expected, document), ...named]);
}

const bear = (by: Bearer, clauses: readonly string[]) =>
  testify(
    by,
    clauses.map((clause) => ({ clause, holds: true })),
  );

const looksAtSomething = (expected: unknown): boolean =>
  Array.isArray(expected) ? expected.length > 0 : isMap(expected) && Object.keys(expected).length > 0;

/**
 * The clauses that a document bears in the parts that an expectation looks at: those under `clause` and `clauses` of
 * each mapping of which it compares something. What stands in parts that nobody looked at is not asserted.
 */
export function assertedClauses(expected: unknown, actual: unknown): string[] {
  if (Array.isArray(expected) && Array.isArray(actual)) return ofElements(expected, actual);
  if (!isMap(expected) || !isMap(actual) || !looksAtSomething(expected)) return [];
  const inner = Object.entries(expected).flatMap(([key, value]) => assertedClauses(value, actual[key]));
  return [...ownClauses(actual), ...inner];
}

/** Each expected element with the one that it was found in, as it is when lists are compared. */
function ofElements(expected: readonly unknown[], actual: readonly unknown[]): string[] {
  const left = [...actual];
  return expected.flatMap((element) => {
    const found = left.findIndex((candidate) => mismatches(element, candidate).length === 0);
    return found < 0 ? [] : assertedClauses(element, left.splice(found, 1)[0]);
  });
}

/** Every clause that a document bears, wherever. */
function clausesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(clausesIn);
  if (!isMap(value)) return [];
  return [...ownClauses(value), ...Object.values(value).flatMap(clausesIn)];
}

const ownClauses = ({ clause, clauses }: Readonly<Record<string, unknown>>): string[] =>
  [clause, ...(Array.isArray(clauses) ? clauses : [])].filter((id): id is string => typeof id === 'string');
