import { terms } from '#catalogue';
import type { FactReader } from '#commands';
import type { CivilDate } from '#kernel';
import type { Attempt, RegulationPack, TermFacts } from '#regulations';
import { attemptAt, resultTerm } from '#student-record';
import type { AboutAttempt } from '../about-attempt.ts';
import { records } from '../record-use-case.ts';

/** The term with whose results that of an attempt is published, as the calendar has it now. */
export async function termOfResult(
  reader: FactReader,
  { student, course, term }: AboutAttempt,
): Promise<TermFacts | undefined> {
  const attempt = attemptAt(await reader.read(records, student), course, term);
  return reader.read(terms, attempt ? resultTerm(attempt) : term);
}

/** When the result of an attempt is published: undefined where nobody knows the days of its term. */
export function publicationOfResult(
  { result }: RegulationPack,
  attempt: Attempt,
  calendar: TermFacts | undefined,
): CivilDate | undefined {
  const term = calendar ?? (resultTerm(attempt) === attempt.term.code ? attempt.term : undefined);
  return term && result.publication(term).on;
}
