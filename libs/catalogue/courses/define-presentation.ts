import { Command, IsCourseCode, IsDayRange, IsPartList, IsTermCode, type StreamKind, useCase } from '#commands';
import { accept, type CivilDate, type DomainEvent, type RecordedEvent, refuse, text } from '#kernel';
import { AssignmentPart, CATALOGUE_KEEPERS } from '../parts.ts';
import { terms } from '../terms/term.ts';
import { courses, type SchemeItem } from './course.ts';
import { itemTwice, repeatedItem, schemeOf } from './define-course.ts';

/** How one course runs in one term, where that differs from the course's own description. */
export interface Presentation {
  readonly course: string;
  readonly term: string;
  readonly assignments: readonly SchemeItem[];
  readonly examinations?: readonly [CivilDate, CivilDate];
}

export type PresentationDefined = DomainEvent<'PresentationDefined', { presentation: Presentation }>;

export const presentations: StreamKind<Presentation | undefined> = {
  prefix: 'presentation-',
  streamOf: (id) => `presentation-${id}`,
  initial: undefined,
  evolve: (presentation, event: RecordedEvent) =>
    event.type === 'PresentationDefined' ? (event.data as PresentationDefined['data']).presentation : presentation,
};

export const presentationId = (course: string, term: string): string => `${course}@${term}`;

/** A course has its own assessed work or examination dates in one term. [5cu/assess/2.1] [3cu/assess/2.1] */
export class DefinePresentation extends Command {
  @IsCourseCode()
  readonly course!: string;

  @IsTermCode()
  readonly term!: string;

  @IsPartList(AssignmentPart, 60, { description: 'The assessed work of this presentation.' })
  readonly assignments!: AssignmentPart[];

  @IsDayRange({ description: 'The examination days of this presentation, if not those of the term.', optional: true })
  readonly examinations?: [CivilDate, CivilDate];
}

export const definePresentation = useCase({
  command: DefinePresentation,
  path: 'presentations',
  summary: text('Define a presentation of a course in a term', '設定學科於某學期的開辦安排'),
  by: CATALOGUE_KEEPERS,
  clauses: ['5cu/assess/2.1', '3cu/assess/2.1'],
  stream: presentations,
  subject: (command) => presentationId(command.course, command.term),
  facts: async (reader, command) => ({
    course: await reader.read(courses, command.course),
    term: await reader.read(terms, command.term),
  }),
  decide: (_presentation, command, { facts }) => {
    if (!facts.course)
      return refuse('unknown-course', text(`There is no course ${command.course}.`, `沒有學科 ${command.course}。`));
    if (!facts.term)
      return refuse('unknown-term', text(`There is no term ${command.term}.`, `沒有學期 ${command.term}。`));
    const assignments = schemeOf(command.assignments);
    const twice = repeatedItem(assignments);
    if (twice) return itemTwice(twice);
    const { course, term, examinations } = command;
    const event: PresentationDefined = {
      type: 'PresentationDefined',
      data: { presentation: { course, term, assignments, examinations } },
    };
    return accept([event]);
  },
});
