import type { FactReader } from '#commands';
import { plusDays } from '#kernel';
import type { AssessmentItem, AssessmentScheme, CourseFacts, TermFacts } from '#regulations';
import { courseFacts, courses } from './courses/course.ts';
import { presentationId, presentations } from './courses/define-presentation.ts';
import { assessmentIn } from './courses/scheme.ts';
import { terms } from './terms/term.ts';

/** A course as it runs in a term; the facts that travel with an enrolment. */
export interface EnrolmentFacts {
  readonly course: CourseFacts | undefined;
  readonly term: TermFacts | undefined;
  readonly items: readonly AssessmentItem[];
  /** What students are told of the assessment; absent where nothing is. */
  readonly scheme?: AssessmentScheme;
}

export async function enrolmentFacts(
  reader: Pick<FactReader, 'read'>,
  course: string,
  term: string,
): Promise<EnrolmentFacts> {
  const [definition, calendar, presentation] = await Promise.all([
    reader.read(courses, course),
    reader.read(terms, term),
    reader.read(presentations, presentationId(course, term)),
  ]);
  const facts = definition && (await withAllEquivalents(reader, courseFacts(definition)));
  if (!definition || !calendar) return { course: facts, term: calendar, items: [] };
  const { items, scheme } = assessmentIn(definition, presentation);
  return {
    course: facts,
    term: presentation?.examinations ? { ...calendar, examinations: presentation.examinations } : calendar,
    items: items.map(({ dueDay, ...item }) => ({ ...item, due: plusDays(calendar.teaching[0], dueDay) })),
    ...(scheme ? { scheme } : {}),
  };
}

/** The terms in which the catalogue has a presentation of a course of its own, with the days on which it is examined there. */
export async function examinedIn(
  reader: FactReader,
  course: string,
): Promise<readonly Pick<TermFacts, 'code' | 'examinations'>[]> {
  const names = await reader.named(presentations, presentationId(course, ''));
  const found = await Promise.all(
    names.map((name) => enrolmentFacts(reader, course, name.slice(presentationId(course, '').length))),
  );
  return found.flatMap(({ course: of, term }) =>
    of?.examination && of.terms === 1 && term ? [{ code: term.code, examinations: term.examinations }] : [],
  );
}

/**
 * A course recoded twice is the same course still: the equivalents of its equivalents travel with it, as the catalogue
 * has them now. [5cu/dl/3.7] [3cu/dl/3.7]
 */
export async function withAllEquivalents(reader: Pick<FactReader, 'read'>, course: CourseFacts): Promise<CourseFacts> {
  if (course.equivalents.length === 0) return course;
  const known = new Set([course.code, ...course.equivalents]);
  for (const code of known) {
    if (code === course.code) continue;
    for (const equivalent of (await reader.read(courses, code))?.equivalents ?? []) known.add(equivalent);
  }
  known.delete(course.code);
  return { ...course, equivalents: [...known] };
}
