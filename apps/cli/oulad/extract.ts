import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDataset } from './dataset.ts';
import { dueDay, enrolledOn, examinationsOf, gradedOn, submittedOn, withdrawnOn } from './days.ts';
import { type Dataset, FILES, type Registration, type Submission } from './tables.ts';

/** The last day on which the rules let a student go is so many days before the examinations. [5cu/dl/5.1] */
const WITHDRAWAL_DAYS = 14;
/** Work later than this takes the dean. [5cu/dl/8.7.2(c)] */
const VERY_LATE_DAYS = 21;

/**
 * Writes a smaller data set of the same shape: so many students, with all their registrations and
 * submissions, and the whole catalogue. Every kind of row that needs thought is among them: the students are
 * dealt out in turn to the kinds of row, lowest number first, so the same files give the same extract.
 * Returns how many students were written.
 */
export function extract(directory: string, target: string, count: number): number {
  const dataset = readDataset(directory);
  const students = chosenStudents(dataset, count);
  const registrations = dataset.registrations.filter(({ student }) => students.has(student));
  const submissions = dataset.submissions.filter(({ registration }) => students.has(registration.student));
  mkdirSync(target, { recursive: true });
  copyLines(directory, target, FILES.courses);
  copyLines(directory, target, FILES.assessments);
  copyLines(directory, target, FILES.results, new Set(registrations.map(({ resultLine }) => resultLine)));
  copyLines(directory, target, FILES.registrations, new Set(registrations.map(({ line }) => line)));
  copyLines(directory, target, FILES.submissions, new Set(submissions.map(({ line }) => line)));
  return students.size;
}

/** Copies the header and the named lines as they are, all of them unless told; line ends become `\n`. */
function copyLines(directory: string, target: string, file: string, kept?: ReadonlySet<number>): void {
  const lines = readFileSync(join(directory, file), 'utf8').split(/\r?\n/);
  const copied = lines.filter((line, index) => line !== '' && (index === 0 || !kept || kept.has(index + 1)));
  writeFileSync(join(target, file), `${copied.join('\n')}\n`);
}

function chosenStudents(dataset: Dataset, count: number): Set<number> {
  const queues = [...studentsByKind(dataset)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, students]) => students);
  const ordered = queues.map((students) => [...students].sort((a, b) => a - b));
  const chosen = new Set<number>();
  for (let round = 0; ordered.some((students) => round < students.length); round++)
    for (const students of ordered) {
      const student = students[round];
      if (student !== undefined && chosen.size < count) chosen.add(student);
    }
  return chosen;
}

/** The students of each kind of row. Names sort in the order of need: a module's size must be in any extract. */
function studentsByKind({ registrations, submissions }: Dataset): Map<string, Set<number>> {
  const kinds = new Map<string, Set<number>>();
  const add = (kind: string, student: number) => kinds.set(kind, (kinds.get(kind) ?? new Set()).add(student));
  const sizes = new Map<string, number>();
  for (const { presentation, studiedCredits } of registrations)
    sizes.set(presentation.module, Math.min(studiedCredits, sizes.get(presentation.module) ?? Infinity));
  const byStudent = new Map<number, Registration[]>();
  for (const registration of registrations) {
    const { student, presentation, result, studiedCredits } = registration;
    byStudent.set(student, [...(byStudent.get(student) ?? []), registration]);
    if (studiedCredits === sizes.get(presentation.module)) add(`0 size of ${presentation.module}`, student);
    add(`2 ${presentation.module} ${result}`, student);
    for (const kind of kindsOfRegistration(registration)) add(`1 ${kind}`, student);
  }
  for (const submission of submissions)
    for (const kind of kindsOfSubmission(submission)) add(`1 ${kind}`, submission.registration.student);
  for (const [student, taken] of byStudent) for (const kind of kindsOfStudent(taken)) add(`1 ${kind}`, student);
  return kinds;
}

function* kindsOfRegistration(registration: Registration): Generator<string> {
  const { presentation, registeredOn, unregisteredOn, result } = registration;
  if (registeredOn === null) yield 'undated registration';
  else if (registeredOn >= 0) yield 'late registration';
  if (result !== 'Withdrawn') {
    if (unregisteredOn !== null) yield 'unregistered, yet with a result';
    return;
  }
  if (unregisteredOn === null) yield 'undated withdrawal';
  else if (unregisteredOn < 0) yield 'withdrawal before teaching';
  if (withdrawnOn(registration) > examinationsOf(presentation)[0] - WITHDRAWAL_DAYS) yield 'late withdrawal';
}

function* kindsOfSubmission(submission: Submission): Generator<string> {
  const { registration, assessment, day, banked, score } = submission;
  if (banked) yield 'banked';
  if (score === null) yield 'no score';
  if (assessment.type === 'Exam') yield 'sitting';
  if (day > dueDay(assessment)) yield day > dueDay(assessment) + VERY_LATE_DAYS ? 'very late' : 'late';
  if (registration.result === 'Withdrawn' && submittedOn(submission) > withdrawnOn(registration))
    yield 'submitted after withdrawal';
}

function* kindsOfStudent(registrations: readonly Registration[]): Generator<string> {
  for (const one of registrations)
    for (const other of registrations) {
      const { module, code } = one.presentation;
      if (one === other || code > other.presentation.code) continue;
      if (code === other.presentation.code) yield 'two modules in a term';
      else if (module !== other.presentation.module) yield 'two modules in turn';
      else if (one.result === 'Withdrawn') yield 'repeat after withdrawal';
      else yield enrolledOn(other) < gradedOn(one) ? 'repeat before the grade' : `repeat after ${one.result}`;
    }
}
