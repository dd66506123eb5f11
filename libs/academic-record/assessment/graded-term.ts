import { type Presentation, presentationId, presentations, terms } from '#catalogue';
import type { FactReader } from '#commands';
import { type CivilDate, type Refusal, refuse, text } from '#kernel';
import type { Attempt, TermFacts } from '#regulations';
import { unknownTerm } from '../record-use-case.ts';

interface Grading {
  readonly course: string;
  readonly term: string;
  /** The term in which the result is awarded, when it was said. */
  readonly gradedTerm?: string;
}

/** What the catalogue says of when a course ends. */
export interface GradedTermFacts {
  readonly examinations?: Presentation['examinations'];
  /** The term of the enrolment, as it is in the calendar. */
  readonly begun?: TermFacts;
  /** The term that was said. */
  readonly said?: TermFacts;
}

export async function gradedTermFacts(reader: FactReader, grading: Grading): Promise<GradedTermFacts> {
  const { course, term, gradedTerm } = grading;
  const examinations = (await reader.read(presentations, presentationId(course, term)))?.examinations;
  return {
    examinations,
    begun: examinations && (await reader.read(terms, term)),
    said: gradedTerm === undefined ? undefined : await reader.read(terms, gradedTerm),
  };
}

/**
 * The term in whose average a result stands: that of the enrolment, but for a course over several terms the one in which
 * its grade is awarded. Refused where that has to be said: the presentation examines the course after the term in which
 * it began. [5cu/assess/18.4.1] [3cu/assess/17.4.1]
 */
export function gradedTermOf(
  attempt: Attempt,
  { gradedTerm }: Grading,
  { examinations, begun, said }: GradedTermFacts,
  today: CivilDate,
): string | Refusal {
  const { course, term } = attempt;
  if (gradedTerm === undefined) {
    const examinedLater = course.terms > 1 && examinations && begun && examinations[0] > begun.examinations[1];
    return attempt.gradedTerm ?? (examinedLater ? gradedTermNeeded : term.code);
  }
  if (gradedTerm === term.code) return gradedTerm;
  if (course.terms === 1) return gradedWhereTaken;
  if (!said) return unknownTerm(gradedTerm);
  if (said.teaching[0] < term.teaching[0] || said.teaching[0] > today) return gradedElsewhen;
  return gradedTerm;
}

const gradedTermNeeded = refuse(
  'graded-term-needed',
  text(
    'The course is examined after the term in which it began; say in which term its result is awarded (gradedTerm).',
    '該學科的考試在開課學期之後舉行；請註明頒布成績的學期（gradedTerm）。',
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
