import type { Role } from '#commands';
import type { CivilDate } from '#kernel';
import { civilDate, enrolledOn, gradedOn, submittedOn, withdrawnOn } from './days.ts';
import * as mapping from './mapping.ts';
import { type Dataset, FILES, type Presentation, type Registration, type Submission } from './tables.ts';

/** One command, the day on which it is given, and the row that it comes from. */
export interface TimelineEntry {
  readonly on: CivilDate;
  readonly row: { readonly file: string; readonly line: number };
  /** Names the command for good, so that an import that is run again gives the same command. */
  readonly key: string;
  readonly actor: { readonly role: Role; readonly id?: string };
  readonly command: mapping.OuladCommand;
}

type Undated = Omit<TimelineEntry, 'on'>;

/** What happens on one day happens in this order. */
const ORDER = ['admit', 'enrol', 'submit', 'mark', 'withdraw', 'grade'] as const;
type Kind = (typeof ORDER)[number];

/** A day, a kind and a row in one number, which sorts as they do: 400,000 of them weigh 4 MB. */
const ROWS = 2 ** 24;
const KINDS = 8;

/**
 * The data set as a sequence of commands: the catalogue first, on the day before anything else happens, then
 * what students and staff did, by day, by kind and by row. Rows are told as they are, whether or not the
 * rules will allow them.
 */
export function* ouladTimeline(dataset: Dataset): Generator<TimelineEntry, void, undefined> {
  const occasions = sortedOccasions(dataset);
  if (occasions.length === 0) return;
  const eve = civilDate(dayOf(occasions[0] as number) - 1);
  for (const entry of catalogue(dataset)) yield { on: eve, ...entry };

  const entryOf = entries(dataset);
  let day = Number.NaN;
  let on: CivilDate = eve;
  for (const occasion of occasions) {
    if (dayOf(occasion) !== day) {
      day = dayOf(occasion);
      on = civilDate(day);
    }
    const kind = ORDER[Math.floor(occasion / ROWS) % KINDS] as Kind;
    const entry = entryOf[kind](occasion % ROWS);
    yield { on, ...entry };
  }
}

/** How many commands the timeline holds. */
export function commandCount(dataset: Dataset): number {
  return [...catalogue(dataset)].length + sortedOccasions(dataset).length;
}

const dayOf = (occasion: number): number => Math.floor(occasion / (ROWS * KINDS));

function sortedOccasions({ registrations, submissions }: Dataset): Float64Array {
  const occasions: number[] = [];
  const add = (day: number, kind: Kind, row: number) =>
    occasions.push((day * KINDS + ORDER.indexOf(kind)) * ROWS + row);
  for (const { day, row } of admissions(registrations)) add(day, 'admit', row);
  registrations.forEach((registration, row) => {
    add(enrolledOn(registration), 'enrol', row);
    if (registration.result === 'Withdrawn') add(withdrawnOn(registration), 'withdraw', row);
    else add(gradedOn(registration), 'grade', row);
  });
  submissions.forEach((submission, row) => {
    add(submittedOn(submission), 'submit', row);
    if (submission.score !== null) add(submittedOn(submission), 'mark', row);
  });
  return Float64Array.from(occasions).sort();
}

/**
 * Each student is admitted on the day of the first registration, for the earliest presentation: a later one may have been
 * registered for before it.
 */
function admissions(registrations: readonly Registration[]): Iterable<{ readonly day: number; readonly row: number }> {
  const entries = new Map<number, { readonly day: number; readonly row: number }>();
  registrations.forEach((registration, row) => {
    const { student, presentation } = registration;
    const day = enrolledOn(registration);
    const known = entries.get(student);
    const isEarliest = !known || presentation.code < at(registrations, known.row).presentation.code;
    entries.set(student, { day: Math.min(day, known?.day ?? day), row: isEarliest ? row : known.row });
  });
  return entries.values();
}

function* catalogue(dataset: Dataset): Generator<Undated> {
  const actor = { role: 'registry' } as const;
  const presentations = dataset.presentations.filter((presentation) => isTaken(dataset, presentation));
  const row = ({ line }: Presentation) => ({ file: FILES.courses, line });
  const terms = new Map(presentations.toReversed().map((presentation) => [presentation.code, presentation]));
  for (const [term, presentation] of [...terms].sort())
    yield { row: row(presentation), key: `oulad/term/${term}`, actor, command: mapping.defineTerm(term, dataset) };
  const modules = new Map(presentations.toReversed().map((presentation) => [presentation.module, presentation]));
  for (const [module, presentation] of [...modules].sort())
    yield {
      row: row(presentation),
      key: `oulad/course/${module}`,
      actor,
      command: mapping.defineCourse(module, dataset),
    };
  const header = { file: FILES.courses, line: 1 };
  yield { row: header, key: 'oulad/programme', actor, command: mapping.defineProgramme };
  for (const presentation of presentations) {
    const key = `oulad/courses/${nameOf(presentation)}`;
    yield { row: row(presentation), key, actor, command: mapping.definePresentation(presentation) };
  }
}

const isTaken = ({ registrations }: Dataset, presentation: Presentation): boolean =>
  registrations.some((registration) => registration.presentation === presentation);

const nameOf = ({ module, code }: Presentation): string => `${module}/${code}`;

/** How the row of each kind becomes a command. */
function entries({ registrations, submissions }: Dataset): Record<Kind, (row: number) => Undated> {
  const byStudent = (student: number) => ({ role: 'student', id: String(student) }) as const;
  const registered = ({ line, student, presentation }: Registration, kind: Kind) => ({
    row: { file: FILES.registrations, line },
    key: `oulad/studentRegistration/${nameOf(presentation)}/${student}/${kind}`,
  });
  const submitted = ({ line, registration, assessment }: Submission, kind: Kind) => ({
    row: { file: FILES.submissions, line },
    key: `oulad/studentAssessment/${registration.student}/${assessment.id}/${kind}`,
  });
  return {
    admit: (row) => {
      const entry = at(registrations, row);
      const key = `oulad/student/${entry.student}/admit`;
      return { ...registered(entry, 'admit'), key, actor: { role: 'registry' }, command: mapping.admit(entry) };
    },
    enrol: (row) => {
      const registration = at(registrations, row);
      const actor = byStudent(registration.student);
      return { ...registered(registration, 'enrol'), actor, command: mapping.enrol(registration) };
    },
    submit: (row) => {
      const submission = at(submissions, row);
      // Banked work rests on an approval of the School, which the student does not write down.
      const actor = submission.banked ? ({ role: 'registry' } as const) : byStudent(submission.registration.student);
      return { ...submitted(submission, 'submit'), actor, command: mapping.submitAssignment(submission) };
    },
    mark: (row) => {
      const submission = at(submissions, row);
      const command = mapping.markAssignment(submission, submission.score as number);
      return { ...submitted(submission, 'mark'), actor: { role: 'tutor' }, command };
    },
    withdraw: (row) => {
      const registration = at(registrations, row);
      const actor = byStudent(registration.student);
      return { ...registered(registration, 'withdraw'), actor, command: mapping.withdraw(registration) };
    },
    grade: (row) => {
      const registration = at(registrations, row);
      const { student, presentation, resultLine } = registration;
      return {
        row: { file: FILES.results, line: resultLine },
        key: `oulad/studentInfo/${nameOf(presentation)}/${student}/grade`,
        actor: { role: 'school' },
        command: mapping.recordGrade(registration, registration.result as mapping.GradedResult),
      };
    },
  };
}

const at = <T>(rows: readonly T[], row: number): T => rows[row] as T;
