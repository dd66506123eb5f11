import { enrolmentFacts, examinedIn } from '#catalogue';
import { type FactReader, IsDay, IsTermCode } from '#commands';
import type { CivilDate, Refusal } from '#kernel';
import type { LaterExamination, TermFacts } from '#regulations';
import { unknownTerm } from '../record-use-case.ts';

export const IsPeriod = () =>
  IsTermCode({
    description: 'The term in whose examination period it is taken: the next in which the course is examined.',
    optional: true,
    example: '2025-SPR',
  });

export const IsSetDay = () =>
  IsDay({ description: 'The day that the University sets; still to be set when absent.', optional: true });

interface Asked {
  readonly period?: string;
  readonly examinationOn?: CivilDate;
}

/** The days on which a course is examined in the term that is named. */
const periodOf = async (reader: FactReader, course: string, { period }: Asked): Promise<TermFacts | undefined> =>
  period === undefined ? undefined : (await enrolmentFacts(reader, course, period)).term;

/** What the calendar has of the examinations of a course: those that are named, and all that it is known to have. */
export const laterFacts = async (reader: FactReader, course: string, asked: Asked) => ({
  period: await periodOf(reader, course, asked),
  examinedIn: await examinedIn(reader, course),
});

/** When an examination is taken instead, as far as it is said. */
export function laterOf(
  { period: code, examinationOn }: Asked,
  period: TermFacts | undefined,
  known: LaterExamination['examinedIn'] = [],
): LaterExamination | Refusal {
  if (code !== undefined && !period) return unknownTerm(code);
  return {
    ...(period ? { period: { code: period.code, examinations: period.examinations } } : {}),
    ...(examinationOn ? { examinationOn } : {}),
    ...(known.length > 0 ? { examinedIn: known } : {}),
  };
}
