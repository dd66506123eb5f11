import { terms } from '#catalogue';
import type { FactReader } from '#commands';
import { type CivilDate, type Refusal, refuse, text } from '#kernel';
import type { Attempt, TermFacts } from '#regulations';
import { unknownTerm } from '../record-use-case.ts';

interface Grading {
  /** The term in which the result is awarded, when it was said. */
  readonly gradedTerm?: string;
}

export interface GradedTermFacts {
  /** The term that was said, as it is in the calendar. */
  readonly said?: TermFacts;
}

export const gradedTermFacts = async (reader: FactReader, { gradedTerm }: Grading): Promise<GradedTermFacts> => ({
  said: gradedTerm === undefined ? undefined : await reader.read(terms, gradedTerm),
});

/**
 * The term in whose average a result stands: that of the enrolment, but for a course over several terms the one in which
 * its grade is awarded, which always has to be said. A correction leaves it where it is unless it says another.
 * [5cu/assess/18.4.1] [3cu/assess/17.4.1]
 */
export function gradedTermOf(
  attempt: Attempt,
  { gradedTerm }: Grading,
  { said }: GradedTermFacts,
  today: CivilDate,
): string | Refusal {
  const { course, term } = attempt;
  if (gradedTerm === undefined) return attempt.gradedTerm ?? (course.terms > 1 ? gradedTermNeeded : term.code);
  if (gradedTerm === term.code) return gradedTerm;
  if (course.terms === 1) return gradedWhereTaken;
  if (!said) return unknownTerm(gradedTerm);
  if (said.teaching[0] < term.teaching[0] || said.teaching[0] > today) return gradedElsewhen;
  return gradedTerm;
}

const gradedTermNeeded = refuse(
  'graded-term-needed',
  text(
    'The course is taken over several terms; say in which term its result is awarded (gradedTerm).',
    '該學科為跨學期學科；請註明頒布成績的學期（gradedTerm）。',
  ),
);

const gradedWhereTaken = refuse(
  'graded-in-another-term',
  text('The result of a course of one term stands in that term.', '單一學期學科的成績只計入該學期。'),
);

const gradedElsewhen = refuse(
  'graded-term-out-of-time',
  text(
    'A result is awarded in a term that has begun, and not before the one in which the course was begun.',
    '頒布成績的學期須已開始，且不得早於開課學期。',
  ),
);
