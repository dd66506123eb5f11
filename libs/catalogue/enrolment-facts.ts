import type { FactReader } from '#commands';
import { plusDays } from '#kernel';
import type { AssessmentItem, CourseFacts, TermFacts } from '#regulations';
import { courseFacts, courses } from './courses/course.ts';
import { presentationId, presentations } from './courses/define-presentation.ts';
import { terms } from './terms/term.ts';

/** A course as it runs in a term; the facts that travel with an enrolment. */
export interface EnrolmentFacts {
  readonly course: CourseFacts | undefined;
  readonly term: TermFacts | undefined;
  readonly items: readonly AssessmentItem[];
}

export async function enrolmentFacts(reader: FactReader, course: string, term: string): Promise<EnrolmentFacts> {
  const [definition, calendar, presentation] = await Promise.all([
    reader.read(courses, course),
    reader.read(terms, term),
    reader.read(presentations, presentationId(course, term)),
  ]);
  if (!definition || !calendar) return { course: definition && courseFacts(definition), term: calendar, items: [] };
  const scheme = presentation?.assignments ?? definition.assignments;
  return {
    course: courseFacts(definition),
    term: presentation?.examinations ? { ...calendar, examinations: presentation.examinations } : calendar,
    items: scheme.map(({ dueDay, ...item }) => ({ ...item, due: plusDays(calendar.teaching[0], dueDay) })),
  };
}
