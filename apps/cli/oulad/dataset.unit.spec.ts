import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DatasetError } from './csv.ts';
import { readDataset } from './dataset.ts';
import { EXTRACT, removeDirectories, spoilt } from './sample.fixture.ts';
import { expectedTotals } from './totals.ts';

afterAll(removeDirectories);

function faultIn(directory: string): DatasetError {
  try {
    readDataset(directory);
  } catch (error) {
    if (error instanceof DatasetError) return error;
    throw error;
  }
  throw new Error('the data set was accepted');
}

const line = (number: number, change: (line: string) => string) => (content: string) =>
  content
    .split('\n')
    .map((text, index) => (index + 1 === number ? change(text) : text))
    .join('\n');

const replaced = (number: number, pattern: RegExp, by: string) => line(number, (text) => text.replace(pattern, by));

describe('reading the data set', () => {
  it('ties the five tables of the extract together', () => {
    const dataset = readDataset(EXTRACT);
    expect(dataset.presentations).toHaveLength(22);
    expect(dataset.presentations.flatMap(({ assessments }) => assessments)).toHaveLength(206);
    expect(expectedTotals(dataset)).toEqual({
      Pass: 63,
      Distinction: 38,
      Fail: 61,
      Withdrawn: 91,
      submissions: 1159,
      banked: 65,
    });
  });

  it('takes a question mark and an empty field for no value', () => {
    const dataset = readDataset(spoilt('studentAssessment.csv', replaced(2, /"?\d+"?$/, '""')));
    expect(dataset.submissions[0]?.score).toBeNull();
    expect(dataset.submissions.filter(({ score }) => score === null)).toHaveLength(7);
  });

  it.each<[string, string, (content: string) => string, string]>([
    [
      'a column that is missing',
      'courses.csv',
      replaced(1, /code_presentation/, 'x'),
      'courses.csv, line 1, column code_presentation: The column is missing.',
    ],
    [
      'a length that is not a number',
      'courses.csv',
      replaced(3, /"\d+"$/, '"long"'),
      'courses.csv, line 3, column module_presentation_length: "long" is not a whole number.',
    ],
    [
      'a presentation that is not a half-year',
      'courses.csv',
      replaced(2, /2013J/, '2013X'),
      'courses.csv, line 2, column code_presentation: "2013X" is not a year and B or J.',
    ],
    [
      'a presentation that stands twice',
      'courses.csv',
      replaced(3, /2014J/, '2013J'),
      'courses.csv, line 3, column code_presentation: "AAA/2013J" stands here twice.',
    ],
    [
      'work of an unknown presentation',
      'assessments.csv',
      replaced(4, /AAA/, 'ZZZ'),
      'assessments.csv, line 4, column code_presentation: "ZZZ/2013J" is not known.',
    ],
    [
      'an unknown type of work',
      'assessments.csv',
      replaced(4, /TMA/, 'ABC'),
      'assessments.csv, line 4, column assessment_type: "ABC" is not one of TMA, CMA, Exam.',
    ],
    [
      'an assignment without a date',
      'assessments.csv',
      replaced(4, /"117"/, '""'),
      'assessments.csv, line 4, column date: "" is not a whole number.',
    ],
    [
      'a weight over 100',
      'assessments.csv',
      replaced(4, /"20"$/, '"120"'),
      'assessments.csv, line 4, column weight: "120" is not a number from 0 to 100.',
    ],
    [
      'an unknown result',
      'studentInfo.csv',
      replaced(5, /"\w+"$/, '"Passed"'),
      'studentInfo.csv, line 5, column final_result: "Passed" is not one of Pass, Distinction, Fail, Withdrawn.',
    ],
    [
      'a line that is cut off',
      'studentAssessment.csv',
      line(7, (text) => text.slice(0, 5)),
      'studentAssessment.csv, line 7: The line has more or fewer fields than the header.',
    ],
    [
      'a quote that stays open',
      'courses.csv',
      replaced(23, /"$/, ''),
      'courses.csv, line 23: The line is not valid CSV (CSV_QUOTE_NOT_CLOSED).',
    ],
    [
      'unknown work',
      'studentAssessment.csv',
      line(7, () => '11391,9,1,0,50'),
      'studentAssessment.csv, line 7, column id_assessment: "9" is not known.',
    ],
    [
      'work of a student who is not registered',
      'studentAssessment.csv',
      line(7, () => '1,1752,1,0,50'),
      'studentAssessment.csv, line 7, column id_student: "AAA/2013J/1" is not known.',
    ],
    [
      'a score over 100',
      'studentAssessment.csv',
      replaced(7, /"?\d+"?$/, '101'),
      'studentAssessment.csv, line 7, column score: "101" is not a number from 0 to 100.',
    ],
    ['a file without anything', 'studentInfo.csv', () => '', 'studentInfo.csv, line 1: The file is empty.'],
  ])('refuses %s', (_what, file, change, message) => {
    expect(faultIn(spoilt(file, change)).message).toBe(message);
  });

  it('refuses work that was handed in twice', () => {
    const directory = spoilt('studentAssessment.csv', (content) => `${content}${content.split('\n')[1]}\n`);
    expect(faultIn(directory).message).toMatch(/^studentAssessment\.csv, line 1161, column id_assessment: .* twice\.$/);
  });

  it('refuses a registration without a result, and a result without a registration', () => {
    const without = line(2, () => '');
    expect(faultIn(spoilt('studentInfo.csv', without)).place).toEqual({
      file: 'studentRegistration.csv',
      line: 2,
      column: 'id_student',
    });
    expect(faultIn(spoilt('studentRegistration.csv', without)).place).toEqual({
      file: 'studentInfo.csv',
      line: 2,
      column: 'id_student',
    });
  });

  it('says in both languages which file is missing', () => {
    const directory = spoilt('courses.csv', (content) => content);
    rmSync(join(directory, 'courses.csv'));
    expect(faultIn(directory).text).toEqual({
      en: `courses.csv: The file cannot be read in ${directory}.`,
      'zh-Hant': `courses.csv：未能在 ${directory} 讀取此檔案。`,
    });
  });
});
