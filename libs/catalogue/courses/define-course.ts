import {
  Command,
  IsCodeList,
  IsCount,
  IsCourseCode,
  IsFlag,
  IsOneOf,
  IsPart,
  IsPartList,
  IsSchoolCode,
  useCase,
} from '#commands';
import { decideBy, type Text, text } from '#kernel';
import { type CourseCategory, type CourseLevel, packFor } from '#regulations';
import { AssignmentPart, CATALOGUE_KEEPERS, IsTitle, SchemePart, titled } from '../parts.ts';
import { type CourseDefined, courses } from './course.ts';
import { namedCourses, unfitCourses } from './named-courses.ts';
import { schemeOf, toldScheme, unfitScheme, unfitTold } from './scheme.ts';

/** The levels of both regimes. [5cu/gloss/15] [3cu/gloss/19(a)] */
export const COURSE_LEVELS: readonly CourseLevel[] = [
  'preparatory',
  'foundation',
  'middle',
  'higher',
  'postgraduate',
  1000,
  2000,
  3000,
  4000,
  8000,
  9000,
];

/** The categories of courses from which awards ask credits. [3cu/bach/6.1.4.1] */
export const COURSE_CATEGORIES: readonly CourseCategory[] = [
  'core-values',
  'social-responsibility',
  'communicator-team-player',
  'entrepreneurial-leadership',
  'university-english',
  'general-education',
];

/**
 * A course is put into the catalogue, or its description replaced by a new one. The courses that it names may be
 * defined later. Refused where it names itself, where another is both of the same content and not to be counted with
 * it, or where one could never be taken: a prerequisite that is of the same content, or that itself asks for this
 * course, be it by way of others; and where it would come between another course and one of the same content. It is the
 * same whichever of the courses says so, and which of them is defined first, as far as those that it names tell of it.
 * [5cu/gloss/preamble-3] [3cu/gloss/preamble-structure]
 */
export class DefineCourse extends Command {
  @IsCourseCode()
  readonly code!: string;

  @IsTitle()
  readonly title?: Text;

  @IsCount(0, 200, { description: 'The credits of the course.', example: 3 })
  readonly credits!: number;

  @IsOneOf(COURSE_LEVELS, { description: 'Named (five-credit) or numbered (three-credit) level.', example: 2000 })
  readonly level!: CourseLevel;

  @IsCount(1, 6, { description: 'The terms over which it is taken; 1 unless told.', optional: true })
  readonly terms?: number;

  @IsCount(1, 200, {
    description: 'The load in one term, when it is not credits divided by terms.',
    optional: true,
  })
  readonly registrationValue?: number;

  @IsSchoolCode({ optional: true, description: 'The School that offers it; `UNIVERSITY` unless told.' })
  readonly school?: string;

  @IsOneOf(COURSE_CATEGORIES, { description: 'The category from which awards ask credits.', optional: true })
  readonly category?: CourseCategory;

  @IsFlag({ description: 'Has entry requirements, so that the School enrols in it; false unless told.' })
  readonly entryRequirements?: boolean;

  @IsFlag({ description: 'Graded Pass or Fail only; false unless told.' })
  readonly passFail?: boolean;

  @IsFlag({ description: 'Whether it ends with an examination; true unless told.' })
  readonly examination?: boolean;

  @IsCodeList({ description: 'Courses of the same content: recoded, or in the other mode of study.', optional: true })
  readonly equivalents?: string[];

  @IsCodeList({ description: 'Courses that may not count together with it.', optional: true })
  readonly exclusive?: string[];

  @IsCodeList({ description: 'Courses to be passed before it is taken.', optional: true })
  readonly prerequisites?: string[];

  @IsPartList(AssignmentPart, 60, {
    description: 'Its assessed work, unless a presentation has its own.',
    optional: true,
  })
  readonly assignments?: AssignmentPart[];

  @IsPart(SchemePart, { description: 'What students are told of how it is assessed.', optional: true })
  readonly scheme?: SchemePart;
}

export const defineCourse = useCase({
  command: DefineCourse,
  path: 'courses',
  summary: text('Define a course', '設定學科'),
  by: CATALOGUE_KEEPERS,
  clauses: ['5cu/gloss/preamble-3', '3cu/gloss/preamble-structure', '5cu/assess/2.1', '3cu/assess/2.1'],
  stream: courses,
  subject: (command) => command.code,
  facts: (reader, command: DefineCourse) => namedCourses(reader, command),
  decide: (_course, command, { facts: named, today }) => {
    const { passFail = false, examination = true } = command;
    const assignments = schemeOf(command.assignments);
    const scheme = toldScheme(command.scheme);
    const unfit =
      unfitScheme(assignments, { passFail, examination }) ??
      unfitTold(scheme, assignments, { examination }) ??
      unfitCourses(command, named);
    if (unfit) return unfit;
    const event: CourseDefined = {
      type: 'CourseDefined',
      data: {
        course: {
          code: command.code,
          title: titled(command.title, command.code),
          credits: command.credits,
          level: command.level,
          terms: command.terms ?? 1,
          registrationValue: command.registrationValue,
          school: command.school ?? 'UNIVERSITY',
          category: command.category,
          ...(command.entryRequirements ? { entryRequirements: true } : {}),
          passFail,
          examination,
          equivalents: command.equivalents ?? [],
          exclusive: command.exclusive ?? [],
          prerequisites: command.prerequisites ?? [],
          assignments,
          ...(scheme ? { scheme } : {}),
        },
      },
    };
    const ruling = packFor(typeof command.level === 'number' ? '3cu' : '5cu').course(event.data.course, today);
    return decideBy(ruling, [event], {
      code: 'course-refused',
      message: text('The regulations do not know such a course.', '規例並無此類學科。'),
    });
  },
});
