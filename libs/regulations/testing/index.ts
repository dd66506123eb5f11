import { type Ruling, text } from '#kernel';
import type {
  Approval,
  AssessmentItem,
  Attempt,
  CourseFacts,
  ProgrammeFacts,
  ProgrammeRequirements,
  Qualification,
  Regime,
  Study,
  StudyMode,
  Submission,
  TermFacts,
  Transfer,
} from '../facts.ts';

/** Small facts for specs of the rules: whole in shape, each spec names only what it is about. */

const term = (code: string, academicYear: string, first: string, dates: Partial<TermFacts>): TermFacts => ({
  code,
  academicYear,
  teaching: [first, first],
  examinations: [first, first],
  addDropEnds: first,
  registration: ['2024-03-01', first],
  ...dates,
});

/** Teaching from 2 September 2024, add/drop until the 16th, examinations from 9 December. */
export const autumn = term('2024-AUT', '2024/25', '2024-09-02', {
  teaching: ['2024-09-02', '2024-11-30'],
  examinations: ['2024-12-09', '2024-12-20'],
  addDropEnds: '2024-09-16',
  registration: ['2024-03-01', '2024-09-01'],
});

export const spring = term('2025-SPR', '2024/25', '2025-01-13', {
  teaching: ['2025-01-13', '2025-04-19'],
  examinations: ['2025-04-28', '2025-05-10'],
  addDropEnds: '2025-01-27',
  registration: ['2024-09-10', '2025-01-12'],
});

/** The spring before `autumn`, in the academic year before. */
export const springBefore = term('2024-SPR', '2023/24', '2024-01-15', {
  teaching: ['2024-01-15', '2024-04-20'],
  examinations: ['2024-04-29', '2024-05-11'],
  addDropEnds: '2024-01-29',
  registration: ['2023-09-11', '2024-01-14'],
});

export const aTerm = (of: Partial<TermFacts>): TermFacts => ({ ...autumn, ...of });

export const aCourse = (code: string, of: Partial<CourseFacts> = {}): CourseFacts => ({
  code,
  title: text(code, code),
  credits: 3,
  level: 2000,
  terms: 1,
  school: 'S&T',
  passFail: false,
  examination: true,
  equivalents: [],
  exclusive: [],
  prerequisites: [],
  ...of,
});

export const aProgramme = (
  regime: Regime,
  mode: StudyMode,
  of: Partial<Omit<ProgrammeFacts, 'requirements'>> & { requirements?: Partial<ProgrammeRequirements> } = {},
): ProgrammeFacts => ({
  code: 'BSC',
  title: text('Bachelor of Science', '理學士'),
  award: 'honours',
  regime,
  mode,
  school: 'S&T',
  years: 4,
  credits: regime === '5cu' ? 160 : 120,
  ...of,
  requirements: {
    courses: [],
    named: [],
    generalEducation: 0,
    classification: { groupA: 1, groupB: 1 },
    ...of.requirements,
  },
});

export const anAttempt = (course: CourseFacts | string, of: Partial<Attempt> = {}): Attempt => ({
  programme: 'BSC',
  course: typeof course === 'string' ? aCourse(course) : course,
  term: autumn,
  items: [],
  enrolledOn: (of.term ?? autumn).registration[0],
  status: of.grade === undefined ? 'enrolled' : 'completed',
  submissions: [],
  ...of,
});

export const anItem = (id: string, due: string, of: Partial<AssessmentItem> = {}): AssessmentItem => ({
  id,
  kind: 'assignment',
  weight: 50,
  due,
  compulsory: false,
  ...of,
});

export const handedIn = (assignment: string, of: Partial<Submission> = {}): Submission => ({
  assignment,
  submittedOn: '2024-10-01',
  due: '2024-10-01',
  late: false,
  banked: false,
  ...of,
});

export const aQualification = (of: Partial<Qualification> = {}): Qualification => ({
  institution: 'Elsewhere College',
  title: 'Higher Diploma',
  qfLevel: 4,
  own: false,
  usedForEntry: false,
  recognised: true,
  ...of,
});

export const aTransfer = (of: Partial<Transfer> = {}): Transfer => ({
  programme: 'BSC',
  kind: 'general',
  credits: 6,
  level: 1000,
  qualification: aQualification(),
  remainingCourses: [],
  grantedOn: '2024-08-01',
  ...of,
});

export const aStudy = (
  programme: ProgrammeFacts,
  of: Partial<Omit<Study, 'registration'>> & { admittedOn?: string } = {},
): Study => {
  const { admittedOn = '2023-08-01', ...facts } = of;
  return {
    registration: { programme, entryTerm: springBefore, admittedOn },
    attempts: [],
    transfers: [],
    deferrals: [],
    ...facts,
  };
};

export const by = (authority: string, on?: string): Approval => ({ authority, reason: 'good reasons', on });

/** The figures that a ruling gives for a clause. */
export const figuresOf = (ruling: Ruling, clause: string) =>
  ruling.findings.find((finding) => finding.clause === clause)?.figures;

/** Whether every finding that stands in the way says why in both languages. */
export const saysWhy = (ruling: Ruling): boolean =>
  ruling.findings.every(
    ({ holds, note }) => holds || (note !== undefined && note.en !== '' && /\p{Script=Han}/u.test(note['zh-Hant'])),
  );
