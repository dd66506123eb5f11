import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readDataset } from './dataset.ts';
import { GRADES } from './mapping.ts';
import { EXTRACT } from './sample.fixture.ts';
import { commandCount, ouladTimeline } from './timeline.ts';
import { expectedTotals } from './totals.ts';

const dataset = readDataset(EXTRACT);
const entries = [...ouladTimeline(dataset)];
const ofType = (type: string) => entries.filter(({ command }) => command.type === type);

describe('the timeline of the extract', () => {
  it('comes to the totals of the rows', () => {
    const grades = entries.flatMap(({ command }) => (command.type === 'RecordGrade' ? [command.data.grade] : []));
    const submissions = entries.flatMap(({ command }) => (command.type === 'SubmitAssignment' ? [command.data] : []));
    expect({
      Pass: grades.filter((grade) => grade === GRADES.Pass).length,
      Distinction: grades.filter((grade) => grade === GRADES.Distinction).length,
      Fail: grades.filter((grade) => grade === GRADES.Fail).length,
      Withdrawn: ofType('Withdraw').length,
      submissions: submissions.length,
      banked: submissions.filter(({ banked }) => banked).length,
    }).toEqual(expectedTotals(dataset));
  });

  it('admits every student once and ends every registration once', () => {
    expect(ofType('Admit')).toHaveLength(200);
    expect(ofType('Enrol')).toHaveLength(dataset.registrations.length);
    expect(ofType('Withdraw').length + ofType('RecordGrade').length).toBe(dataset.registrations.length);
  });

  it('knows its length beforehand', () => expect(commandCount(dataset)).toBe(entries.length));

  it('has the catalogue first, in the order in which it can be defined', () => {
    const types = entries.map(({ command }) => command.type);
    const firstStudent = types.findIndex((type) => !type.startsWith('Define'));
    expect([...new Set(types.slice(0, firstStudent))]).toEqual([
      'DefineTerm',
      'DefineCourse',
      'DefineProgramme',
      'DefinePresentation',
    ]);
    expect(types.slice(firstStudent).some((type) => type.startsWith('Define'))).toBe(false);
  });

  it('has the Registry write down what the School approved', () => {
    const banked = entries.filter(({ command }) => command.type === 'SubmitAssignment' && command.data.banked);
    expect(new Set(banked.map(({ actor }) => actor.role))).toEqual(new Set(['registry']));
  });

  it('never goes back in time', () => {
    const days = entries.map(({ on }) => on);
    expect(days).toEqual([...days].sort());
  });

  it('keeps the order of kinds within a day, and of rows within a kind', () => {
    const order = ['Admit', 'Enrol', 'SubmitAssignment', 'MarkAssignment', 'Withdraw', 'RecordGrade'];
    const students = entries.filter(({ command }) => order.includes(command.type));
    const places = students.map(({ on, command, row }) => ({ on, kind: order.indexOf(command.type), line: row.line }));
    const backwards = places.filter((place, index) => {
      const before = places[index - 1];
      if (!before || before.on !== place.on) return false;
      return before.kind > place.kind || (before.kind === place.kind && before.line >= place.line);
    });
    expect(backwards).toEqual([]);
  });

  it('never asks anything for a student who is not yet enrolled', () => {
    const enrolled = new Set<string>();
    for (const { command } of entries) {
      if (command.type === 'Enrol') enrolled.add(`${command.data.student}/${command.data.course}/${command.data.term}`);
      else if (command.type === 'SubmitAssignment')
        expect(enrolled).toContain(`${command.data.student}/${command.data.course}/${command.data.term}`);
    }
    expect(enrolled.size).toBe(dataset.registrations.length);
  });

  it('names every command once, and the same when it is told again', () => {
    const keys = entries.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect([...ouladTimeline(readDataset(EXTRACT))].map(({ key }) => key)).toEqual(keys);
  });

  it('points to the row that a command comes from', () => {
    const files = new Map<string, string[]>();
    const lineOf = ({ file, line }: { file: string; line: number }): string => {
      const lines = files.get(file) ?? readFileSync(join(EXTRACT, file), 'utf8').split('\n');
      files.set(file, lines);
      return lines[line - 1] ?? '';
    };
    for (const { command, row } of entries) {
      if (command.type.startsWith('Define')) continue;
      const named = command.data as { student: string; course: string; assignment?: string; term: string };
      const own = named.assignment ?? named.term;
      expect(lineOf(row).replaceAll('"', '').split(',')).toEqual(expect.arrayContaining([named.student, own]));
    }
  });
});
