import { text } from '#kernel';
import type {
  Attempt,
  CourseFacts,
  CourseLevel,
  Deferral,
  ProgrammeFacts,
  Regime,
  Study,
  TermFacts,
  Transfer,
} from '../facts.ts';

/** Facts for specs of figures and awards: short to write, whole in shape. */

export const term = (code: string): TermFacts => {
  const year = Number(code.slice(0, 4));
  const season = code.slice(5);
  const first = season === 'SPR' ? '01-08' : season === 'SUM' ? '06-01' : '09-04';
  const month = Number(first.slice(0, 2));
  const day = (months: number, of: string): string => `${year}-${String(month + months).padStart(2, '0')}-${of}`;
  const starts = season === 'AUT' ? year : year - 1;
  return {
    code,
    academicYear: `${starts}/${String(starts + 1).slice(2)}`,
    teaching: [`${year}-${first}`, day(2, '25')],
    examinations: [day(3, '05'), day(3, '18')],
    addDropEnds: `${year}-${first.slice(0, 3)}22`,
    registration: [day(0, '01'), `${year}-${first}`],
  };
};

export const course = (
  code: string,
  credits: number,
  level: CourseLevel,
  more: Partial<CourseFacts> = {},
): CourseFacts => ({
  code,
  title: text(code, code),
  credits,
  level,
  terms: 1,
  school: 'AST',
  passFail: false,
  examination: true,
  equivalents: [],
  exclusive: [],
  prerequisites: [],
  ...more,
});

export const taken = (of: CourseFacts, when: string, more: Partial<Attempt> = {}): Attempt => ({
  programme: 'P',
  course: of,
  term: term(when),
  items: [],
  enrolledOn: term(when).registration[0],
  status: 'enrolled',
  submissions: [],
  ...more,
});

export const graded = (of: CourseFacts, when: string, grade: string, more: Partial<Attempt> = {}): Attempt =>
  taken(of, when, { status: 'completed', grade, gradedTerm: when, gradedOn: term(when).examinations[1], ...more });

/** So many courses of one level and grade, named by a prefix and a number. */
export const several = (
  count: number,
  prefix: string,
  credits: number,
  level: CourseLevel,
  grade: string,
  when = '2023-AUT',
  more: Partial<CourseFacts> = {},
): Attempt[] =>
  Array.from({ length: count }, (_, index) => graded(course(`${prefix}${index}`, credits, level, more), when, grade));

export const programme = (
  regime: Regime,
  more: Partial<Omit<ProgrammeFacts, 'requirements'>> = {},
  requirements: Partial<ProgrammeFacts['requirements']> = {},
): ProgrammeFacts => ({
  code: 'P',
  title: text('Programme', '課程'),
  award: 'honours',
  regime,
  mode: 'full-time',
  school: 'AST',
  years: 4,
  credits: regime === '5cu' ? 160 : 120,
  ...more,
  requirements: {
    courses: [],
    named: [],
    generalEducation: 0,
    classification: { groupA: 1, groupB: 1 },
    ...requirements,
  },
});

export const transfer = (credits: number, level: CourseLevel, more: Partial<Transfer> = {}): Transfer => ({
  programme: 'P',
  kind: 'general',
  credits,
  level,
  qualification: {
    institution: 'Elsewhere College',
    title: 'Higher Diploma',
    qfLevel: 4,
    own: false,
    usedForEntry: false,
    recognised: true,
  },
  remainingCourses: [],
  grantedOn: '2022-10-01',
  ...more,
});

export const study = (
  of: ProgrammeFacts,
  attempts: readonly Attempt[],
  more: { transfers?: readonly Transfer[]; deferrals?: readonly Deferral[]; entry?: string } = {},
): Study => ({
  registration: { programme: of, entryTerm: term(more.entry ?? '2022-AUT'), admittedOn: '2022-08-15' },
  attempts,
  transfers: more.transfers ?? [],
  deferrals: more.deferrals ?? [],
});
