import { type CommandClass, commandOf, issue } from '#commands';
import { type Actor, commandIdOf, instantOn, text } from '#kernel';
import { useCaseNamed } from '#system';

const TERM = '2024-AUT';
const COURSES = ['COMP2010', 'COMP2020'];
const ASSIGNMENTS = ['TMA01', 'TMA02', 'TMA03'];

/** A command, and what it must come to whenever it is sent. */
export interface Sent {
  readonly commandId: string;
  /** A new one for each sending. */
  command(): object;
  readonly expected: 'accepted' | 'enrolment-refused';
}

/** Decided on a day of its own, so that the answer does not hang on when the command comes through. */
function sent(type: string, fields: object, on: string, actor: Actor, expected: Sent['expected'] = 'accepted'): Sent {
  const commandId = commandIdOf(`${type}/${on}/${JSON.stringify(fields)}`);
  const useCase = useCaseNamed(type);
  if (!useCase) throw new Error(`there is no ${type}`);
  const build = () => commandOf(useCase.command as CommandClass, fields as never);
  return { commandId, expected, command: () => issue(build(), { commandId, actor, at: instantOn(on) }) };
}

export const catalogue: readonly Sent[] = [
  sent(
    'DefineTerm',
    { code: TERM, teaching: ['2024-09-02', '2024-11-30'], examinations: ['2024-12-09', '2024-12-20'] },
    '2024-08-01',
    { role: 'registrar' },
  ),
  ...COURSES.map((code) =>
    sent(
      'DefineCourse',
      {
        code,
        title: text('Data structures', '資料結構'),
        credits: 3,
        level: 2000,
        school: 'ST',
        assignments: ASSIGNMENTS.map((id, index) => ({ id, weight: [30, 30, 40][index], dueDay: 28 + 21 * index })),
      },
      '2024-08-01',
      { role: 'registrar' },
    ),
  ),
  sent(
    'DefineProgramme',
    {
      code: 'BSCH-CS',
      title: text('Bachelor of Science with Honours in Computer Science', '電腦科學榮譽理學士'),
      award: 'honours',
      regime: '3cu',
      mode: 'distance-learning',
      school: 'ST',
      credits: 120,
    },
    '2024-08-01',
    { role: 'registrar' },
  ),
];

export const admission = (student: string): Sent =>
  sent('Admit', { student, programme: 'BSCH-CS', term: TERM }, '2024-08-15', { role: 'registry' });

/**
 * What an admitted student does in each of two courses. Each list is sent in its order; the two may be sent at the same
 * time: they write to the same streams, and neither changes what the other comes to.
 */
export const courses = (student: string): readonly [readonly Sent[], readonly Sent[]] => [
  course(student, 'COMP2010'),
  course(student, 'COMP2020'),
];

function course(student: string, code: string): Sent[] {
  const about = { student, course: code, term: TERM };
  const self: Actor = { role: 'student', id: student };
  const tutor: Actor = { role: 'tutor' };
  const [first, second, third] = ASSIGNMENTS.map((assignment) => ({ ...about, assignment })) as [
    object,
    object,
    object,
  ];
  return [
    sent('Enrol', about, '2024-08-20', self),
    sent('Enrol', about, '2024-08-21', self, 'enrolment-refused'),
    sent('SubmitAssignment', first, '2024-09-20', self),
    sent('MarkAssignment', { ...first, mark: 71 }, '2024-09-27', tutor),
    sent('SubmitAssignment', second, '2024-10-11', self),
    sent('MarkAssignment', { ...second, mark: 64 }, '2024-10-18', tutor),
    sent('SubmitAssignment', third, '2024-11-01', self),
    sent('MarkAssignment', { ...third, mark: 80 }, '2024-11-08', tutor),
    sent('RecordGrade', { ...about, grade: 'B+' }, '2025-01-10', { role: 'school' }),
    sent('Enrol', about, '2025-01-11', self, 'enrolment-refused'),
  ];
}
