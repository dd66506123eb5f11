import type { StreamKind } from '#commands';
import type { DomainEvent, RecordedEvent, Text } from '#kernel';
import type { CourseCategory, CourseFacts, CourseLevel } from '#regulations';

/** One piece of assessed work, dated from the first day of teaching. */
export interface SchemeItem {
  readonly id: string;
  readonly kind: 'assignment' | 'examination';
  readonly weight: number;
  readonly dueDay: number;
  readonly compulsory: boolean;
}

export interface Course {
  readonly code: string;
  readonly title: Text;
  readonly credits: number;
  readonly level: CourseLevel;
  readonly terms: number;
  readonly registrationValue?: number;
  readonly school: string;
  readonly category?: CourseCategory;
  readonly passFail: boolean;
  readonly examination: boolean;
  readonly equivalents: readonly string[];
  readonly exclusive: readonly string[];
  readonly prerequisites: readonly string[];
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
