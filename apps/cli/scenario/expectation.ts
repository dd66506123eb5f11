import { isDeepStrictEqual } from 'node:util';
import type { FieldProblem, Outcome } from '#commands';
import { refusingClauses } from '#kernel';
import { isMap } from './scenario-file.ts';

/** One place where what came is not what was expected. */
export interface Mismatch {
  readonly at: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** What came of a command in a scenario: the bus's answer, or fields that are not valid. */
export type Result = Outcome | { readonly outcome: 'invalid'; readonly problems: readonly FieldProblem[] };

/**
 * Compares a document with the part of it that is expected: a mapping by the keys that are given, a list by
 * finding for each expected element one of its own among the actual ones, everything else by value.
 */
export function mismatches(expected: unknown, actual: unknown, at = ''): Mismatch[] {
  if (isMap(expected) && isMap(actual))
    return Object.entries(expected).flatMap(([key, value]) =>
      mismatches(value, actual[key], at ? `${at}.${key}` : key),
    );
  if (Array.isArray(expected) && Array.isArray(actual)) return listMismatches(expected, actual, at);
  return isDeepStrictEqual(expected, actual ?? null) || isDeepStrictEqual(expected, actual)
    ? []
    : [{ at, expected, actual: actual ?? null }];
}

function listMismatches(expected: readonly unknown[], actual: readonly unknown[], at: string): Mismatch[] {
  if (expected.length === 0 && actual.length > 0) return [{ at, expected, actual }];
  const left = [...actual];
  const missing: Mismatch[] = [];
  for (const [index, element] of expected.entries()) {
    const found = left.findIndex((candidate) => mismatches(element, candidate).length === 0);
    if (found >= 0) left.splice(found, 1);
    else missing.push({ at: `${at}[${index}]`, expected: element, actual });
  }
  return missing;
}

/**
 * Compares what came of a command with `accepted`, `{ accepted: part of the answer }`, `{ refused: [clauses] }`,
 * `{ refused: code }` or `{ invalid: [fields] }`.
 */
export function outcomeMismatches(expected: unknown, result: Result): Mismatch[] {
  const said = summaryOf(result);
  if (expected === 'accepted') return result.outcome === 'accepted' ? [] : [{ at: '', expected, actual: said }];
  if (expected === 'refused') return result.outcome === 'refused' ? [] : [{ at: '', expected, actual: said }];
  if (!isMap(expected)) return [{ at: 'expect', expected: 'accepted, refused or invalid', actual: expected }];
  if ('accepted' in expected)
    return result.outcome === 'accepted'
      ? mismatches(expected.accepted, JSON.parse(JSON.stringify(result, plain)))
      : [{ at: '', expected, actual: said }];
  if ('refused' in expected) {
    if (result.outcome !== 'refused') return [{ at: '', expected, actual: said }];
    if (typeof expected.refused === 'string')
      return expected.refused === result.code ? [] : [{ at: 'refused', expected: expected.refused, actual: said }];
    return mismatches(expected.refused, result.ruling ? refusingClauses(result.ruling) : [], 'refused');
  }
  if ('invalid' in expected)
    return result.outcome === 'invalid'
      ? mismatches(
          expected.invalid,
          result.problems.map(({ field }) => field),
          'invalid',
        )
      : [{ at: '', expected, actual: said }];
  return [{ at: 'expect', expected: 'accepted, refused or invalid', actual: expected }];
}

/** What came, in the words in which it would be expected. */
export function summaryOf(result: Result): unknown {
  if (result.outcome === 'accepted') return 'accepted';
  if (result.outcome === 'invalid')
    return { invalid: result.problems.map(({ field, problem }) => `${field}: ${problem}`) };
  const notes = result.ruling?.findings
    .filter((finding) => !finding.holds)
    .map(({ clause, figures, note }) => ({ clause, figures, note: note?.en }));
  return notes ? { refused: notes } : { refused: result.code, message: result.message.en };
}

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);
