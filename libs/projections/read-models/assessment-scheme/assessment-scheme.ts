import type { AssessmentItem, AssessmentScheme, CourseFacts, TermFacts } from '#regulations';
import type { AssessmentSchemeDocument } from './assessment-scheme-document.ts';

/** What students are told of a course that runs in a term. Pure. */
export function assessmentSchemeOf(
  course: CourseFacts,
  term: TermFacts,
  items: readonly AssessmentItem[],
  scheme: AssessmentScheme | undefined,
): AssessmentSchemeDocument {
  const assignmentsSet = items.filter(({ kind }) => kind === 'assignment').length;
  const regime = typeof course.level === 'number' ? '3cu' : '5cu';
  return {
    course: course.code,
    title: course.title,
    term: term.code,
    teachingBegins: term.teaching[0],
    assignmentsSet,
    assignmentsToComplete: assignmentsSet,
    assignmentsCounting: assignmentsSet,
    combination: 'all-weighted',
    ...scheme,
    items,
    clauses: ['2.3', '2.3(a)', '2.3(b)', '2.3(c)'].map((number) => `${regime}/assess/${number}`),
  };
}
