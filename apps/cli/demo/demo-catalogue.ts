import type { DefineCourse, DefineProgramme, DefineTerm } from '#catalogue';
import { type Command, type CommandClass, commandOf } from '#commands';
import { type CivilDate, civilDateOf, plusDays, text } from '#kernel';
import { useCaseNamed } from '#system';

/** A three-credit programme to try things on, beside the imported records: the tour of the README walks through it. */
const termsOn = (today: CivilDate): readonly Omit<DefineTerm, 'envelope'>[] => [
  { code: '2024-AUT', teaching: ['2024-09-02', '2024-11-30'], examinations: ['2024-12-09', '2024-12-20'] },
  { code: '2025-SPR', teaching: ['2025-01-13', '2025-04-26'], examinations: ['2025-05-05', '2025-05-17'] },
  // Under way on the day of loading and for seven weeks from it all that the tour asks for: teaching has begun, so that
  // there can be a grade, registration is open still, nothing is due.
  {
    code: 'DEMO',
    teaching: [plusDays(today, -7), plusDays(today, 84)],
    examinations: [plusDays(today, 93), plusDays(today, 105)],
    registration: [plusDays(today, -187), plusDays(today, 49)],
  },
];

const ASSIGNMENTS = [
  { id: 'TMA01', weight: 40, dueDay: 56 },
  { id: 'TMA02', weight: 60, dueDay: 77 },
];

const COURSES: readonly Omit<DefineCourse, 'envelope'>[] = [
  { code: 'COMP1010', title: text('Programming', '程式設計'), credits: 3, level: 1000, examination: false },
  { code: 'MATH1010', title: text('Discrete mathematics', '離散數學'), credits: 3, level: 1000 },
  {
    code: 'COMP2010',
    title: text('Data structures', '資料結構'),
    credits: 3,
    level: 2000,
    prerequisites: ['COMP1010'],
  },
].map((course) => ({ ...course, school: 'ST', assignments: ASSIGNMENTS }) as Omit<DefineCourse, 'envelope'>);

const PROGRAMMES: readonly Omit<DefineProgramme, 'envelope'>[] = [
  {
    code: 'BSCH-CS',
    title: text('Bachelor of Science with Honours in Computer Science', '電腦科學榮譽理學士'),
    award: 'honours',
    regime: '3cu',
    mode: 'distance-learning',
    school: 'ST',
    credits: 120,
  },
  {
    code: 'BSCH-CS-FT',
    title: text('Bachelor of Science with Honours in Computer Science (full-time)', '電腦科學榮譽理學士（全日制）'),
    award: 'honours',
    regime: '3cu',
    mode: 'full-time',
    school: 'ST',
    credits: 120,
  },
  {
    code: 'MSC-CS',
    title: text('Master of Science in Computer Science (part-time)', '電腦科學理學碩士（兼讀制）'),
    award: 'masters',
    regime: '3cu',
    mode: 'part-time',
    school: 'ST',
    years: 2,
    credits: 30,
  },
];

/**
 * The definitions of the demonstration, each with a name of its own; the last one marks that all were made. One of its
 * terms is under way on the day.
 */
export const demoCatalogue = (
  today: CivilDate = civilDateOf(new Date()),
): { readonly key: string; readonly command: Command }[] => [
  ...termsOn(today).map((fields) => definition('DefineTerm', fields)),
  ...COURSES.map((fields) => definition('DefineCourse', fields)),
  ...PROGRAMMES.map((fields) => definition('DefineProgramme', fields)),
];

export const LAST_OF_DEMO = `programme-${PROGRAMMES.at(-1)?.code}`;

function definition(name: string, fields: { readonly code: string }) {
  const type = useCaseNamed(name)?.command as CommandClass<Command & { code: string }>;
  return { key: `demo/${name}/${fields.code}`, command: commandOf(type, fields) };
}
