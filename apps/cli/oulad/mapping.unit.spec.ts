import { afterAll, describe, expect, it } from '@jest/globals';
import { DatasetError } from './csv.ts';
import { readDataset } from './dataset.ts';
import { removeDirectories, tables } from './sample.fixture.ts';
import { ouladTimeline, type TimelineEntry } from './timeline.ts';

afterAll(removeDirectories);

const courses = ['AAA,2013J,268', 'AAA,2014B,240', 'CCC,2013J,260'];
const assessments = [
  'AAA,2013J,1,TMA,19,40',
  'AAA,2013J,2,CMA,200,60',
  'AAA,2013J,3,Exam,,100',
  'CCC,2013J,4,TMA,30,100',
  'CCC,2013J,5,Exam,229,100',
];

/** A student of AAA in 2013J, with this registration, result and work. */
const timeline = (dates: string, result: string, work: readonly string[] = []): TimelineEntry[] => [
  ...ouladTimeline(
    readDataset(
      tables({
        courses,
        assessments,
        studentInfo: [`AAA,2013J,7,60,${result}`],
        studentRegistration: [`AAA,2013J,7,${dates}`],
        studentAssessment: work.map((row) => `7,${row}`),
      }),
    ),
  ),
];

const story = (entries: readonly TimelineEntry[]) =>
  entries.filter(({ command }) => !command.type.startsWith('Define')).map(({ on, command }) => `${on} ${command.type}`);

const fields = (entries: readonly TimelineEntry[], type: string) =>
  entries.find(({ command }) => command.type === type)?.command.data;

describe('a module and its presentations', () => {
  const catalogue = timeline('-30,', 'Pass');

  it('is a course of 20 credits over two terms when it has 60 British points', () =>
    expect(fields(catalogue, 'DefineCourse')).toMatchObject({
      code: 'AAA',
      credits: 20,
      terms: 2,
      registrationValue: 10,
      level: 'foundation',
    }));

  it('is refused when nobody shows its size', () => {
    const dataset = readDataset(
      tables({ courses, studentInfo: ['AAA,2013J,7,90,Pass'], studentRegistration: ['AAA,2013J,7,-30,'] }),
    );
    const place = { file: 'studentInfo.csv', line: 2, column: 'studied_credits' };
    expect(() => [...ouladTimeline(dataset)]).toThrow(DatasetError);
    expect(() => [...ouladTimeline(dataset)]).toThrow(expect.objectContaining({ place }));
  });

  it('has examinations at its end when they have no date', () =>
    expect(fields(catalogue, 'DefinePresentation')).toEqual({
      course: 'AAA',
      term: '2013J',
      assignments: [
        { id: '1', kind: 'assignment', weight: 40, dueDay: 19 },
        { id: '2', kind: 'assignment', weight: 60, dueDay: 200 },
        { id: '3', kind: 'examination', weight: 100, dueDay: 268 },
      ],
      examinations: ['2014-06-26', '2014-06-26'],
    }));

  it('makes a term that embraces the examinations of all modules and opens with the first registration', () =>
    expect(fields(catalogue, 'DefineTerm')).toEqual({
      code: '2013J',
      teaching: ['2013-10-01', '2014-05-17'],
      examinations: ['2014-05-18', '2014-06-26'],
      registration: ['2013-09-01', '2013-09-30'],
      academicYear: '2013/14',
    }));

  it('is left out when nobody took it', () =>
    expect(catalogue.map(({ key }) => key).slice(0, 4)).toEqual([
      'oulad/term/2013J',
      'oulad/course/AAA',
      'oulad/programme',
      'oulad/courses/AAA/2013J',
    ]));
});

describe('a student', () => {
  it('is admitted, enrols, works and is graded three weeks after the end', () =>
    expect(story(timeline('-30,', 'Pass', ['1,19,0,78', '2,201,0,?']))).toEqual([
      '2013-09-01 Admit',
      '2013-09-01 Enrol',
      '2013-10-20 SubmitAssignment',
      '2013-10-20 MarkAssignment',
      '2014-04-20 SubmitAssignment',
      '2014-07-17 RecordGrade',
    ]));

  it.each([
    ['Distinction', 'A'],
    ['Pass', 'C'],
    ['Fail', 'Fail'],
  ])('with %s has grade %s', (result, grade) =>
    expect(fields(timeline('-30,', result), 'RecordGrade')).toMatchObject({ grade }),
  );

  it('has the result in the term of the enrolment, which embraces the whole presentation', () =>
    expect(fields(timeline('-30,', 'Pass'), 'RecordGrade')).toMatchObject({ term: '2013J', gradedTerm: '2013J' }));

  it('who withdrew does so on the day of unregistration, after the work of that day, and has no grade', () =>
    expect(story(timeline('-30,19', 'Withdrawn', ['1,19,0,50', '2,25,0,60']))).toEqual([
      '2013-09-01 Admit',
      '2013-09-01 Enrol',
      '2013-10-20 SubmitAssignment',
      '2013-10-20 MarkAssignment',
      '2013-10-20 Withdraw',
      '2013-10-26 SubmitAssignment',
      '2013-10-26 MarkAssignment',
    ]));

  it('who withdrew on an unknown day does so at the end', () =>
    expect(story(timeline('-30,', 'Withdrawn')).at(-1)).toBe('2014-06-26 Withdraw'));

  it('with a result keeps it, whatever the day of unregistration', () =>
    expect(story(timeline('-30,0', 'Fail'))).toEqual([
      '2013-09-01 Admit',
      '2013-09-01 Enrol',
      '2014-07-17 RecordGrade',
    ]));

  it.each([
    ['', '2013-09-30 Enrol'],
    ['5', '2013-09-30 Enrol'],
    ['-40', '2013-08-22 Enrol'],
  ])('registered on an unknown day and unregistered on "%s" enrols in time: %s', (unregistered, enrols) =>
    expect(story(timeline(`,${unregistered}`, 'Withdrawn'))[1]).toBe(enrols),
  );

  it('who registers late asks for no approval', () =>
    expect(fields(timeline('12,', 'Pass'), 'Enrol')).toEqual({ student: '7', course: 'AAA', term: '2013J' }));

  it('has banked work carried over on the approval of the School, not before the registration', () => {
    const entries = timeline('3,', 'Pass', ['1,-1,1,70']);
    expect(story(entries).slice(0, 3)).toEqual(['2013-10-04 Admit', '2013-10-04 Enrol', '2013-10-04 SubmitAssignment']);
    expect(fields(entries, 'SubmitAssignment')).toMatchObject({ banked: true, approvals: [{ authority: 'school' }] });
  });

  it('who hands in late asks for no approval', () =>
    expect(fields(timeline('-30,', 'Pass', ['1,60,0,70']), 'SubmitAssignment')).toEqual({
      student: '7',
      course: 'AAA',
      term: '2013J',
      assignment: '1',
    }));

  it('on several modules is admitted once, by the earliest registration', () => {
    const studentInfo = ['AAA,2013J,7,60,Fail', 'AAA,2014B,7,60,Pass', 'CCC,2013J,7,30,Pass'];
    const studentRegistration = ['AAA,2013J,7,-30,', 'AAA,2014B,7,-20,', 'CCC,2013J,7,-50,'];
    const entries = [...ouladTimeline(readDataset(tables({ courses, studentInfo, studentRegistration })))];
    expect(story(entries).slice(0, 4)).toEqual([
      '2013-08-12 Admit',
      '2013-08-12 Enrol',
      '2013-09-01 Enrol',
      '2014-01-12 Enrol',
    ]);
  });
});
