import type { Text } from '#kernel';
import { Day, OneOf, Part, PartList, Words } from '../field.ts';
import { BilingualText } from '../shown.ts';

const KINDS = [
  'registration',
  'add-drop',
  'course-change',
  'withdrawal',
  'assignment',
  'examination',
  'end-of-deferral',
  'payment',
  'thesis-opens',
  'thesis-closes',
  'end-of-leave',
  'end-of-study-period',
  'lapse',
  'end-of-teach-out',
  'examination-application',
  'deferred-examination',
  'resit',
  'term-registration',
  'year-registration',
  'return',
  'activity',
  'mark-query',
  'examination-arrangement',
  'special-circumstances',
  'result-appeal',
  'academic-advice',
] as const;

export class ShownDeadline {
  @OneOf(KINDS, 'What is to be done, or takes place.')
  readonly kind!: (typeof KINDS)[number];

  @Day('The last day on which it may be done, or the day on which it takes place.')
  readonly day!: string;

  @Words('The code of the programme.')
  readonly programme!: string;

  @Words('The code of the term.', 'optional')
  readonly term?: string;

  @Words('The code of the course.', 'optional')
  readonly course?: string;

  @Words(
    'The piece of work, the charge, the application, the kind of arrangement, or the first day of the deferral or interruption.',
    'optional',
  )
  readonly item?: string;

  @Words('The clause that sets it.', 'optional')
  readonly clause?: string;

  @Part(BilingualText, 'In words.')
  readonly title!: Text;
}

/**
 * The days that concern one student: those of the record from the latest day that it tells of, and those of registering
 * for the next term or year, of coming back, of leaving a course over several terms and of completing a programme that
 * ends from the day of the question, as the calendar and the catalogue have them.
 */
export class DeadlinesDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @Day('The latest day that the record tells of.')
  readonly on!: string;

  @PartList(ShownDeadline, 'In order of day.')
  readonly deadlines!: readonly ShownDeadline[];
}
