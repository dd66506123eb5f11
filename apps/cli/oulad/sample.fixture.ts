import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The extract that ships with the tests. */
export const EXTRACT = join(import.meta.dirname, '../../../test/data/oulad');

const directories: string[] = [];

export function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'oulad-'));
  directories.push(directory);
  return directory;
}

export function removeDirectories(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
}

const HEADERS = {
  courses: 'code_module,code_presentation,module_presentation_length',
  assessments: 'code_module,code_presentation,id_assessment,assessment_type,date,weight',
  studentInfo: 'code_module,code_presentation,id_student,studied_credits,final_result',
  studentRegistration: 'code_module,code_presentation,id_student,date_registration,date_unregistration',
  studentAssessment: 'id_student,id_assessment,date_submitted,is_banked,score',
};

/** A data set with only these rows. */
export function tables(rows: Partial<Record<keyof typeof HEADERS, readonly string[]>>): string {
  const directory = newDirectory();
  for (const [name, header] of Object.entries(HEADERS)) {
    const lines = [header, ...(rows[name as keyof typeof HEADERS] ?? [])];
    writeFileSync(join(directory, `${name}.csv`), `${lines.join('\r\n')}\r\n`);
  }
  return directory;
}

/** The extract with something changed in one of its files. */
export function spoilt(file: string, change: (content: string) => string): string {
  const directory = newDirectory();
  cpSync(EXTRACT, directory, { recursive: true });
  writeFileSync(join(directory, file), change(readFileSync(join(directory, file), 'utf8')));
  return directory;
}
