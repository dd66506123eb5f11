import type { StreamKind } from '#commands';
import type { DomainEvent, RecordedEvent } from '#kernel';
import type { CourseFacts } from '#regulations';

/** One piece of assessed work, dated from the first day of teaching. */
export interface SchemeItem {
  readonly id: string;
  readonly kind: 'assignment' | 'examination';
  readonly weight: number;
  readonly dueDay: number;
  readonly compulsory: boolean;
}

/** A course of the catalogue: what decisions look at, and the scheme of its assessed work. */
export interface Course extends CourseFacts {
  readonly assignments: readonly SchemeItem[];
}

/** The whole course as it is from now on. What was decided on an earlier definition stays as it was. */
export type CourseDefined = DomainEvent<'CourseDefined', { course: Course }>;

export const courses: StreamKind<Course | undefined> = {
  prefix: 'course-',
  streamOf: (code) => `course-${code}`,
  initial: undefined,
  evolve: (course, event: RecordedEvent) =>
    event.type === 'CourseDefined' ? (event.data as CourseDefined['data']).course : course,
};

/** What of a course travels with the decisions that use it. */
export function courseFacts({ assignments: _scheme, ...facts }: Course): CourseFacts {
  return facts;
}
