import {
  ApprovalPart,
  Command,
  IsCourseCode,
  IsDayRange,
  IsPart,
  IsPartList,
  IsTermCode,
  type StreamKind,
  useCase,
} from '#commands';
import { accept, type CivilDate, type DomainEvent, decideBy, type RecordedEvent, refuse, text } from '#kernel';
import { packFor } from '#regulations';
import { AssignmentPart, CATALOGUE_KEEPERS, SchemePart } from '../parts.ts';
import { terms } from '../terms/term.ts';
import { unfitExaminations } from '../terms/term-dates.ts';
import { courses, type SchemeItem, type ToldScheme } from './course.ts';
import { assessmentIn, schemeOf, toldScheme, unfitScheme, unfitTold } from './scheme.ts';

/** How one course runs in one term, where that differs from the course's own description. */
export interface Presentation {
  readonly course: string;
  readonly term: string;
  /** Absent where it is that of the course. */
  readonly assignments?: readonly SchemeItem[];
  readonly examinations?: readonly [CivilDate, CivilDate];
  /** Absent where it is that of the course. */
  readonly scheme?: ToldScheme;
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

/**
 * A course has its own assessed work or examination dates in one term. A course over several terms is presented in the
 * first of them and has its examination days here, as those of the first term are not its own. The course and the term
 * have to be there. Refused where it says nothing, examines before teaching or when the course is long over, or sets an
 * examination or its days for a course without one. What students have been told of the assessment changes before the
 * first day of teaching, later with the approval of the University; who is enrolled already keeps what was told then. A
 * requirement of attendance that comes after that day takes the Senate.
 * [5cu/assess/2.1] [5cu/assess/2.3] [5cu/dl/8.10.2] [3cu/assess/2.1] [3cu/assess/2.3] [3cu/dl/9.11.2]
 */
export class DefinePresentation extends Command {
  @IsCourseCode()
  readonly course!: string;

  @IsTermCode()
  readonly term!: string;

  @IsPartList(AssignmentPart, 60, {
    description: 'The assessed work of this presentation; that of the course unless told.',
    optional: true,
  })
  readonly assignments?: AssignmentPart[];

  @IsDayRange({
    description: 'Its examination days: those of the term unless told; of a course over several terms, unknown.',
    optional: true,
  })
  readonly examinations?: [CivilDate, CivilDate];

  @IsPart(SchemePart, {
    description: 'What students are told of how it is assessed in this term; that of the course unless told.',
    optional: true,
  })
  readonly scheme?: SchemePart;

  @IsPartList(ApprovalPart, 5, {
    description: 'Of a change of the assessment after teaching has begun.',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];
}

export const definePresentation = useCase({
  command: DefinePresentation,
  path: 'presentations',
  summary: text('Define a presentation of a course in a term', '設定學科於某學期的開辦安排'),
  by: CATALOGUE_KEEPERS,
  clauses: [
    '5cu/assess/2.1',
    '5cu/assess/2.3',
    '5cu/assess/2.3(a)',
    '5cu/assess/2.3(b)',
    '5cu/assess/2.3(c)',
    '5cu/dl/8.10.2',
    '3cu/assess/2.1',
    '3cu/assess/2.3',
    '3cu/assess/2.3(a)',
    '3cu/assess/2.3(b)',
    '3cu/assess/2.3(c)',
    '3cu/dl/9.11.2',
  ],
  stream: presentations,
  subject: (command) => presentationId(command.course, command.term),
  facts: async (reader, command) => ({
    course: await reader.read(courses, command.course),
    term: await reader.read(terms, command.term),
  }),
  decide: (presentation, command, { facts, today }) => {
    if (!facts.course)
      return refuse('unknown-course', text(`There is no course ${command.course}.`, `沒有學科 ${command.course}。`));
    if (!facts.term)
      return refuse('unknown-term', text(`There is no term ${command.term}.`, `沒有學期 ${command.term}。`));
    const { course, term, examinations, approvals = [] } = command;
    const scheme = toldScheme(command.scheme);
    if (!command.assignments?.length && !examinations && !scheme) return emptyPresentation;
    if (examinations && !facts.course.examination) return daysWithoutExamination;
    const unfitDays = examinations && unfitExaminations(examinations, facts.term, facts.course.terms);
    if (unfitDays) return unfitDays;
    const assignments = command.assignments && schemeOf(command.assignments);
    const announced = assessmentIn(facts.course, { assignments, scheme });
    const unfit =
      (assignments && unfitScheme(assignments, facts.course)) ?? unfitTold(scheme, announced.items, facts.course);
    if (unfit) return unfit;
    const event: PresentationDefined = {
      type: 'PresentationDefined',
      data: { presentation: { course, term, assignments, examinations, ...(scheme ? { scheme } : {}) } },
    };
    const stood = assessmentIn(facts.course, presentation);
    const before = stood.items.length > 0 || stood.scheme ? stood : undefined;
    if (!before && !announced.scheme) return accept([event]);
    const ruling = packFor(typeof facts.course.level === 'number' ? '3cu' : '5cu').coursework.scheme({
      announced,
      before,
      teachingBegins: facts.term.teaching[0],
      approvals,
      today,
    });
    return decideBy(ruling, [event], {
      code: 'presentation-refused',
      message: text('The regulations do not allow this presentation.', '按規例不可作此開辦安排。'),
    });
  },
});

const daysWithoutExamination = refuse(
  'examined-without-examination',
  text('The course ends without an examination, and has no examination days.', '該學科不設考試，故無考試日期。'),
);

const emptyPresentation = refuse(
  'empty-presentation',
  text(
    'A presentation has assessed work, a scheme or examination days of its own; this one has none of them.',
    '開辦安排須有其自訂的評核項目、評核方案或考試日期；此安排全部欠奉。',
  ),
);
