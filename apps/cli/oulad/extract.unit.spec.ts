import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readDataset } from './dataset.ts';
import { extract } from './extract.ts';
import { EXTRACT, newDirectory, removeDirectories } from './sample.fixture.ts';
import { type Dataset, FILES } from './tables.ts';

afterAll(removeDirectories);

const students = ({ registrations }: Dataset) => new Set(registrations.map(({ student }) => student));

describe('an extract', () => {
  it('of everybody is the data set itself, row for row', () => {
    const target = newDirectory();
    expect(extract(EXTRACT, target, 200)).toBe(200);
    for (const file of Object.values(FILES))
      expect(readFileSync(join(target, file), 'utf8')).toBe(readFileSync(join(EXTRACT, file), 'utf8'));
  });

  it('has all rows of the students it chose, and the whole catalogue', () => {
    const target = newDirectory();
    expect(extract(EXTRACT, target, 40)).toBe(40);
    const whole = readDataset(EXTRACT);
    const part = readDataset(target);
    const chosen = students(part);
    expect(chosen.size).toBe(40);
    expect(part.presentations).toHaveLength(whole.presentations.length);
    expect(part.registrations).toHaveLength(whole.registrations.filter(({ student }) => chosen.has(student)).length);
    expect(part.submissions).toHaveLength(
      whole.submissions.filter(({ registration }) => chosen.has(registration.student)).length,
    );
  });

  it('is the same each time', () => {
    const [one, other] = [newDirectory(), newDirectory()];
    extract(EXTRACT, one, 25);
    extract(EXTRACT, other, 25);
    expect(students(readDataset(one))).toEqual(students(readDataset(other)));
  });

  it('that ships holds every kind of row that needs thought', () => {
    const { registrations, submissions } = readDataset(EXTRACT);
    expect(new Set(registrations.map(({ presentation: { module }, result }) => `${module} ${result}`)).size).toBe(28);
    expect(registrations.some(({ registeredOn }) => registeredOn === null)).toBe(true);
    expect(registrations.some(({ registeredOn }) => (registeredOn ?? -1) >= 0)).toBe(true);
    expect(registrations.some((one) => one.result === 'Withdrawn' && one.unregisteredOn === null)).toBe(true);
    expect(registrations.some((one) => one.result === 'Fail' && one.unregisteredOn !== null)).toBe(true);
    expect(submissions.some(({ banked }) => banked)).toBe(true);
    expect(submissions.some(({ score }) => score === null)).toBe(true);
    expect(submissions.some(({ day, assessment }) => day > (assessment.day ?? Infinity))).toBe(true);
  });
});
