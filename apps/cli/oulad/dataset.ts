import { text } from '#kernel';
import { DatasetError, type Row, readTable } from './csv.ts';
import {
  type Assessment,
  type Dataset,
  FILES,
  type Presentation,
  RESULTS,
  type Registration,
  type Submission,
} from './tables.ts';

/**
 * Reads the five tables and ties them together. Refuses, with file, line and column, whatever is not a table,
 * a number or a known name, a row that stands twice, and a registration without its result or the reverse.
 */
export function readDataset(directory: string): Dataset {
  const presentations = readPresentations(directory);
  const assessments = readAssessments(directory, presentations);
  const registrations = readRegistrations(directory, presentations, readResults(directory, presentations));
  const submissions = readSubmissions(directory, assessments, registrations);
  return {
    presentations: [...presentations.values()],
    registrations: [...registrations.values()],
    submissions,
  };
}

const PRESENTED = ['code_module', 'code_presentation'] as const;
type Presented = (typeof PRESENTED)[number];

const nameOf = (row: Row<Presented>): string => `${row.text('code_module')}/${row.text('code_presentation')}`;

function readPresentations(directory: string): Map<string, Presentation> {
  const presentations = new Map<string, Presentation>();
  readTable(directory, FILES.courses, [...PRESENTED, 'module_presentation_length'], (row) => {
    const name = nameOf(row);
    const module = row.text('code_module');
    const code = row.text('code_presentation');
    if (!/^[A-Z]{1,16}$/.test(module))
      throw row.wrong('code_module', text(`"${module}" is not a module.`, `「${module}」並非單元代號。`));
    if (!/^\d{4}[BJ]$/.test(code))
      throw row.wrong(
        'code_presentation',
        text(`"${code}" is not a year and B or J.`, `「${code}」並非年份加 B 或 J。`),
      );
    if (presentations.has(name)) throw row.wrong('code_presentation', twice(name));
    const length = row.whole('module_presentation_length');
    presentations.set(name, { module, code, length, line: row.line, assessments: [] });
  });
  return presentations;
}

function readAssessments(directory: string, presentations: ReadonlyMap<string, Presentation>): Map<number, Assessment> {
  const assessments = new Map<number, Assessment>();
  const columns = [...PRESENTED, 'id_assessment', 'assessment_type', 'date', 'weight'] as const;
  readTable(directory, FILES.assessments, columns, (row) => {
    const presentation = presentationOf(row, presentations);
    const id = row.whole('id_assessment');
    if (assessments.has(id)) throw row.wrong('id_assessment', twice(id));
    const type = row.oneOf('assessment_type', ['TMA', 'CMA', 'Exam']);
    const day = type === 'Exam' ? row.wholeOrNone('date') : row.whole('date');
    const assessment: Assessment = { id, presentation, type, day, weight: row.quantity('weight') };
    assessments.set(id, assessment);
    presentation.assessments.push(assessment);
  });
  return assessments;
}

type Outcome = Pick<Registration, 'result' | 'resultLine' | 'studiedCredits'>;

function readResults(directory: string, presentations: ReadonlyMap<string, Presentation>): Map<string, Outcome> {
  const results = new Map<string, Outcome>();
  const columns = [...PRESENTED, 'id_student', 'studied_credits', 'final_result'] as const;
  readTable(directory, FILES.results, columns, (row) => {
    presentationOf(row, presentations);
    const name = `${nameOf(row)}/${row.whole('id_student')}`;
    if (results.has(name)) throw row.wrong('id_student', twice(name));
    const result = row.oneOf('final_result', RESULTS);
    results.set(name, { result, resultLine: row.line, studiedCredits: row.whole('studied_credits') });
  });
  return results;
}

function readRegistrations(
  directory: string,
  presentations: ReadonlyMap<string, Presentation>,
  results: ReadonlyMap<string, Outcome>,
): Map<string, Registration> {
  const registrations = new Map<string, Registration>();
  const columns = [...PRESENTED, 'id_student', 'date_registration', 'date_unregistration'] as const;
  readTable(directory, FILES.registrations, columns, (row) => {
    const presentation = presentationOf(row, presentations);
    const student = row.whole('id_student');
    const name = `${nameOf(row)}/${student}`;
    if (registrations.has(name)) throw row.wrong('id_student', twice(name));
    const outcome = results.get(name);
    if (!outcome)
      throw row.wrong('id_student', text(`${FILES.results} has no ${name}.`, `${FILES.results} 沒有 ${name}。`));
    registrations.set(name, {
      presentation,
      student,
      registeredOn: row.wholeOrNone('date_registration'),
      unregisteredOn: row.wholeOrNone('date_unregistration'),
      line: row.line,
      ...outcome,
    });
  });
  for (const [name, { resultLine }] of results)
    if (!registrations.has(name))
      throw new DatasetError(
        { file: FILES.results, line: resultLine, column: 'id_student' },
        text(`${FILES.registrations} has no ${name}.`, `${FILES.registrations} 沒有 ${name}。`),
      );
  return registrations;
}

function readSubmissions(
  directory: string,
  assessments: ReadonlyMap<number, Assessment>,
  registrations: ReadonlyMap<string, Registration>,
): Submission[] {
  const submissions: Submission[] = [];
  const seen = new Map<Assessment, Set<number>>();
  const columns = ['id_student', 'id_assessment', 'date_submitted', 'is_banked', 'score'] as const;
  readTable(directory, FILES.submissions, columns, (row) => {
    const assessment = assessments.get(row.whole('id_assessment'));
    if (!assessment) throw row.wrong('id_assessment', unknown(row.text('id_assessment')));
    const { module, code } = assessment.presentation;
    const student = row.whole('id_student');
    const registration = registrations.get(`${module}/${code}/${student}`);
    if (!registration) throw row.wrong('id_student', unknown(`${module}/${code}/${student}`));
    const students = seen.get(assessment) ?? new Set();
    if (students.has(student)) throw row.wrong('id_assessment', twice(`${student}, ${assessment.id}`));
    seen.set(assessment, students.add(student));
    const score = row.isNone('score') ? null : row.quantity('score');
    const banked = row.oneOf('is_banked', ['0', '1']) === '1';
    submissions.push({
      registration,
      assessment,
      day: row.whole('date_submitted'),
      banked,
      score,
      line: row.line,
    });
  });
  return submissions;
}

function presentationOf(row: Row<Presented>, presentations: ReadonlyMap<string, Presentation>): Presentation {
  const presentation = presentations.get(nameOf(row));
  if (!presentation) throw row.wrong('code_presentation', unknown(nameOf(row)));
  return presentation;
}

const unknown = (name: string) => text(`"${name}" is not known.`, `找不到「${name}」。`);
const twice = (name: string | number) => text(`"${name}" stands here twice.`, `「${name}」重複。`);
