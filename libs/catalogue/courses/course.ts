import type { StreamKind } from '#commands';
import type { DomainEvent, RecordedEvent } from '#kernel';
import type { AssessmentScheme, CourseFacts, HandInMethod, ItemKind } from '#regulations';

/** One piece of assessed work, dated from the first day of teaching. */
export interface SchemeItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly weight: number;
  readonly dueDay: number;
  readonly compulsory: boolean;
  readonly handIn?: HandInMethod;
  readonly plagiarismCheck?: boolean;
}

/** What is told of the assessment beside its pieces, as far as it was told; the numbers follow from the pieces else. */
export type ToldScheme = Partial<Omit<AssessmentScheme, 'combination'>>;

/** A course of the catalogue: what decisions look at, and the scheme of its assessed work. */
export interface Course extends CourseFacts {
  readonly assignments: readonly SchemeItem[];
  /** Absent where nothing is told beside the pieces. */
  readonly scheme?: ToldScheme;
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
export function courseFacts({ assignments: _items, scheme: _scheme, ...facts }: Course): CourseFacts {
  return facts;
}
