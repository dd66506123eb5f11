import { type Refusal, refuse, text } from '#kernel';
import type { AnnouncedScheme, AssessmentScheme, CourseFacts } from '#regulations';
import type { AssignmentPart, SchemePart } from '../parts.ts';
import type { Course, SchemeItem, ToldScheme } from './course.ts';

export const schemeOf = (parts: readonly AssignmentPart[] = []): SchemeItem[] =>
  parts.map(({ id, kind = 'assignment', weight, dueDay, compulsory = false, handIn, plagiarismCheck }) => ({
    id,
    kind,
    weight,
    dueDay,
    compulsory,
    ...(handIn ? { handIn } : {}),
    ...(plagiarismCheck ? { plagiarismCheck } : {}),
  }));

const TOLD = [
  'assignmentsToComplete',
  'assignmentsCounting',
  'courseworkWeight',
  'examinationWeight',
  'courseworkPass',
  'examinationPass',
  'resitCoursework',
  'resitExamination',
  'minimumAttendance',
] as const satisfies readonly (keyof ToldScheme)[];

/** What was told, and nothing else; undefined where nothing was. */
export function toldScheme(part: SchemePart | undefined): ToldScheme | undefined {
  const told = TOLD.flatMap((name) => (part?.[name] === undefined ? [] : [[name, part[name]] as const]));
  return told.length === 0 ? undefined : Object.fromEntries(told);
}

/** The whole result, in per cent. */
const WHOLE = 100;

/**
 * The scheme with what follows from the pieces: all assignments that are set are completed and count unless told, and
 * the examination weighs what the coursework leaves. Undefined where nothing was told. [5cu/assess/2.3] [3cu/assess/2.3]
 */
export function assessmentScheme(
  told: ToldScheme | undefined,
  items: readonly SchemeItem[],
): AssessmentScheme | undefined {
  if (!told) return undefined;
  const set = assignmentsIn(items);
  const assignmentsToComplete = Math.min(told.assignmentsToComplete ?? set, set);
  const assignmentsCounting = Math.min(told.assignmentsCounting ?? assignmentsToComplete, assignmentsToComplete);
  const { courseworkWeight = left(told.examinationWeight), examinationWeight = left(told.courseworkWeight) } = told;
  return {
    ...told,
    assignmentsToComplete,
    assignmentsCounting,
    combination: assignmentsCounting < set ? 'best-weighted' : 'all-weighted',
    ...(courseworkWeight === undefined ? {} : { courseworkWeight }),
    ...(examinationWeight === undefined ? {} : { examinationWeight }),
  };
}

const left = (weight: number | undefined): number | undefined => (weight === undefined ? undefined : WHOLE - weight);

const assignmentsIn = (items: readonly SchemeItem[]): number =>
  items.filter(({ kind }) => kind === 'assignment').length;

/** How a course is assessed in a term: as its presentation there says, and as the course does where that says nothing. */
export function assessmentIn(
  course: Pick<Course, 'assignments' | 'scheme'>,
  presentation?: { readonly assignments?: readonly SchemeItem[]; readonly scheme?: ToldScheme },
): { readonly items: readonly SchemeItem[]; readonly scheme: AssessmentScheme | undefined } & AnnouncedScheme {
  const items = presentation?.assignments ?? course.assignments ?? [];
  return { items, scheme: assessmentScheme(presentation?.scheme ?? course.scheme, items) };
}

/**
 * Why what is told cannot be meant: more assignments count than are completed, or are completed than are set, the parts
 * weigh more or less than the whole, or an examination weighs or is passed in a course without one.
 */
export function unfitTold(
  told: ToldScheme | undefined,
  items: readonly SchemeItem[],
  { examination }: Pick<CourseFacts, 'examination'>,
): Refusal | undefined {
  if (!told) return undefined;
  const set = assignmentsIn(items);
  const { assignmentsToComplete = set, courseworkWeight, examinationWeight } = told;
  if (assignmentsToComplete > set || (told.assignmentsCounting ?? 0) > assignmentsToComplete) return tooManyAssignments;
  if (
    courseworkWeight !== undefined &&
    examinationWeight !== undefined &&
    courseworkWeight + examinationWeight !== WHOLE
  )
    return weightsNotWhole;
  const examined = (examinationWeight ?? left(courseworkWeight) ?? 0) > 0 || told.examinationPass !== undefined;
  return !examination && examined ? examinationWeighs : undefined;
}

const tooManyAssignments = refuse(
  'too-many-assignments',
  text(
    'No more assignments count than are to be completed, and no more are to be completed than are set.',
    '計分作業不可多於須完成的作業，須完成的作業不可多於所設的作業。',
  ),
);

const weightsNotWhole = refuse(
  'weights-not-a-hundred',
  text(
    'Coursework and examination together weigh 100 per cent of the result.',
    '平時作業與考試的比重合計須為百分之一百。',
  ),
);

const examinationWeighs = refuse(
  'examined-without-examination',
  text(
    'The course ends without an examination, which can neither weigh nor be passed.',
    '該學科不設考試，考試不得佔比重或訂及格要求。',
  ),
);

/**
 * Why a scheme of assessed work cannot be meant: an item stands in it twice, a graded course weighs none of its
 * work, or a course without an examination has one. Coursework alone may weigh nothing where an examination decides, and work of a course that is only passed or
 * failed may be required without a weight. Weights need not come to 100: real schemes have two examinations of 100.
 */
export function unfitScheme(
  items: readonly SchemeItem[],
  { passFail, examination }: Pick<CourseFacts, 'passFail' | 'examination'>,
): Refusal | undefined {
  const twice = items.find((item, index) => items.findIndex((other) => other.id === item.id) !== index);
  if (twice)
    return refuse('assignment-twice', text(`The scheme names ${twice.id} twice.`, `評核項目 ${twice.id} 重複。`));
  if (items.length > 0 && !passFail && items.every(({ weight }) => weight === 0))
    return refuse(
      'weights-all-zero',
      text('No item of the scheme weighs anything in the result.', '所有評核項目的比重皆為零。'),
    );
  const sitting = examination ? undefined : items.find(({ kind }) => kind === 'examination');
  if (sitting)
    return refuse(
      'examined-without-examination',
      text(
        `The course ends without an examination, and ${sitting.id} is one.`,
        `該學科不設考試，評核項目 ${sitting.id} 卻屬考試。`,
      ),
    );
  return undefined;
}
