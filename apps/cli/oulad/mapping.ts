import type { Admit, Enrol, MarkAssignment, RecordGrade, SubmitAssignment, Withdraw } from '#academic-record';
import type { DefineCourse, DefinePresentation, DefineProgramme, DefineTerm } from '#catalogue';
import type { Command } from '#commands';
import { text } from '#kernel';
import { DatasetError } from './csv.ts';
import { civilDate, dueDay, enrolledOn, examinationsOf, LAST_DAY_OF_REGISTRATION, startOf } from './days.ts';
import {
  type Assessment,
  type Dataset,
  FILES,
  type Presentation,
  type Registration,
  type Submission,
} from './tables.ts';

type Asks<Type extends string, C extends Command> = { readonly type: Type; readonly data: Omit<C, 'envelope'> };

export type OuladCommand =
  | Asks<'DefineTerm', DefineTerm>
  | Asks<'DefineCourse', DefineCourse>
  | Asks<'DefineProgramme', DefineProgramme>
  | Asks<'DefinePresentation', DefinePresentation>
  | Asks<'Admit', Admit>
  | Asks<'Enrol', Enrol>
  | Asks<'SubmitAssignment', SubmitAssignment>
  | Asks<'MarkAssignment', MarkAssignment>
  | Asks<'Withdraw', Withdraw>
  | Asks<'RecordGrade', RecordGrade>;

const SCHOOL = 'OU';
const PROGRAMME = 'OU-OPEN';

/** A full year of study is 120 points in Britain and 40 credits here. [5cu/ug/6.2] */
const BRITISH_POINTS_PER_CREDIT = 3;
const SIZES_OF_MODULES: readonly number[] = [30, 60];
/** A presentation lasts about nine months, two of the three terms of a year. [5cu/gloss/2] */
const TERMS = 2;
/** The data set names no levels; the lowest that counts towards a degree claims the least. [5cu/gloss/15] */
const LEVEL = 'foundation';
const YEARS = 6;
const CREDITS = 120;

/** The lowest grade of the scale that each result guarantees. [5cu/dl/8.2] */
export const GRADES = { Distinction: 'A', Pass: 'C', Fail: 'Fail' } as const;
export type GradedResult = keyof typeof GRADES;

export const defineProgramme: OuladCommand = {
  type: 'DefineProgramme',
  data: {
    code: PROGRAMME,
    title: text('Ordinary degree by Open University modules', '英國公開大學單元普通學位課程'),
    award: 'ordinary',
    regime: '5cu',
    mode: 'distance-learning',
    school: SCHOOL,
    years: YEARS,
    credits: CREDITS,
  },
};

/** The dates of a term embrace those of all its presentations. */
export function defineTerm(term: string, { presentations, registrations }: Dataset): OuladCommand {
  const start = startOf(term);
  const examinations = presentations.filter(({ code }) => code === term).map(examinationsOf);
  const firstExamination = Math.min(...examinations.map(([first]) => first));
  let opened = start + LAST_DAY_OF_REGISTRATION;
  for (const registration of registrations)
    if (registration.presentation.code === term) opened = Math.min(opened, enrolledOn(registration));
  return {
    type: 'DefineTerm',
    data: {
      code: term,
      teaching: [civilDate(start), civilDate(Math.max(start, firstExamination - 1))],
      examinations: [civilDate(firstExamination), civilDate(Math.max(...examinations.map(([, last]) => last)))],
      registration: [civilDate(opened), civilDate(start + LAST_DAY_OF_REGISTRATION)],
      academicYear: academicYearOf(term),
    },
  };
}

function academicYearOf(term: string): string {
  const first = Number(term.slice(0, 4)) - (term.endsWith('J') ? 0 : 1);
  return `${first}/${String(first + 1).slice(-2)}`;
}

/** The size of a module is the least that any of its students was studying: that student took nothing else. */
export function defineCourse(module: string, { registrations }: Dataset): OuladCommand {
  const taken = registrations.filter(({ presentation }) => presentation.module === module);
  const least = taken.reduce((a, b) => (b.studiedCredits < a.studiedCredits ? b : a));
  const points = least.studiedCredits;
  if (!SIZES_OF_MODULES.includes(points))
    throw new DatasetError(
      { file: FILES.results, line: least.resultLine, column: 'studied_credits' },
      text(
        `${points} is the least for module ${module}, which should be ${SIZES_OF_MODULES.join(' or ')}.`,
        `單元 ${module} 的最少學分為 ${points}，應為 ${SIZES_OF_MODULES.join(' 或 ')}。`,
      ),
    );
  const credits = points / BRITISH_POINTS_PER_CREDIT;
  const title = text(`Open University module ${module}`, `英國公開大學單元 ${module}`);
  return {
    type: 'DefineCourse',
    data: {
      code: module,
      title,
      credits,
      level: LEVEL,
      terms: TERMS,
      registrationValue: credits / TERMS,
      school: SCHOOL,
    },
  };
}

export function definePresentation(presentation: Presentation): OuladCommand {
  const { module, code, assessments } = presentation;
  const [first, last] = examinationsOf(presentation);
  const examinations: [string, string] = [civilDate(first), civilDate(last)];
  return {
    type: 'DefinePresentation',
    data: { course: module, term: code, assignments: assessments.map(assignmentOf), examinations },
  };
}

const assignmentOf = (assessment: Assessment) => ({
  id: String(assessment.id),
  kind: assessment.type === 'Exam' ? ('examination' as const) : ('assignment' as const),
  weight: assessment.weight,
  dueDay: dueDay(assessment),
});

const attempt = ({ student, presentation }: Registration) => ({
  student: String(student),
  course: presentation.module,
  term: presentation.code,
});

export const admit = ({ student, presentation }: Registration): OuladCommand => ({
  type: 'Admit',
  data: { student: String(student), programme: PROGRAMME, term: presentation.code },
});

export const enrol = (registration: Registration): OuladCommand => ({ type: 'Enrol', data: attempt(registration) });

export const withdraw = (registration: Registration): OuladCommand => ({
  type: 'Withdraw',
  data: attempt(registration),
});

/** A presentation is one term here: its result is awarded in the term of the enrolment. [5cu/assess/18.4.1] */
export const recordGrade = (registration: Registration, result: GradedResult): OuladCommand => ({
  type: 'RecordGrade',
  data: { ...attempt(registration), grade: GRADES[result], gradedTerm: registration.presentation.code },
});

/** Work that counts from an earlier presentation is let through by the School. */
const BANKED = {
  authority: 'school',
  reason: 'Carried over from an earlier presentation of the module (is_banked).',
} as const;

export const submitAssignment = ({ registration, assessment, banked }: Submission): OuladCommand => ({
  type: 'SubmitAssignment',
  data: {
    ...attempt(registration),
    assignment: String(assessment.id),
    ...(banked && { banked, approvals: [{ ...BANKED }] }),
  },
});

export const markAssignment = ({ registration, assessment }: Submission, mark: number): OuladCommand => ({
  type: 'MarkAssignment',
  data: { ...attempt(registration), assignment: String(assessment.id), mark },
});
