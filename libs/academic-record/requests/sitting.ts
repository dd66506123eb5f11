import { presentationId, presentations, terms } from '#catalogue';
import type { FactReader } from '#commands';
import { type Refusal, refuse, text } from '#kernel';
import type { Attempt, ExaminationPeriod, TermFacts } from '#regulations';
import { unknownTerm } from '../record-use-case.ts';

interface OfSitting {
  readonly course: string;
  readonly term: string;
  /** Of a resit or a deferred examination: the term in which it is sat. */
  readonly sittingTerm?: string;
}

export interface SittingFacts {
  /** The examination days that the presentation of the course has for itself. */
  readonly own?: readonly [string, string];
  /** The term that was named, as it is in the calendar. */
  readonly named?: TermFacts;
}

export async function sittingFacts(
  reader: FactReader,
  { course, term, sittingTerm }: OfSitting,
): Promise<SittingFacts> {
  const [presentation, named] = await Promise.all([
    reader.read(presentations, presentationId(course, sittingTerm ?? term)),
    sittingTerm === undefined ? undefined : reader.read(terms, sittingTerm),
  ]);
  return { own: presentation?.examinations, named };
}

/**
 * The sitting that a request is about: that of the term of enrolment unless told another. Of a course without an
 * examination there is none (`no-examination`), and of one over several terms its days have to be in the catalogue
 * (`examinations-unknown`).
 */
export function sittingOf(
  { course, term }: Attempt,
  { sittingTerm }: OfSitting,
  { own, named }: SittingFacts,
): ExaminationPeriod | Refusal {
  if (!course.examination) return noExamination;
  if (sittingTerm !== undefined && sittingTerm !== term.code) {
    if (!named) return unknownTerm(sittingTerm);
    return named.teaching[0] < term.teaching[0]
      ? sittingBefore
      : { term: sittingTerm, examinations: own ?? named.examinations };
  }
  if (course.terms > 1) return own ? { term: term.code, examinations: own } : examinationsUnknown;
  return { term: term.code, examinations: term.examinations };
}

const noExamination = refuse('no-examination', text('The course has no examination.', '該學科不設考試。'));

const sittingBefore = refuse(
  'sitting-before-course',
  text('The course was not yet taken in that term.', '學生於該學期尚未修讀該學科。'),
);

const examinationsUnknown = refuse(
  'examinations-unknown',
  text(
    'The examination days of the course are not in the catalogue; name the term of the sitting (sittingTerm).',
    '目錄未有該學科的考試日期；請註明應考學期（sittingTerm）。',
  ),
);
