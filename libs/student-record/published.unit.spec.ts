import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import type { Attempt, TermFacts } from '#regulations';
import { anAttempt, anItem, aProgramme, autumn, spring } from '../regulations/testing/index.ts';
import {
  publishedRecord,
  resultsOutOn,
  termsOfResults,
  unpublishedAttempts,
  withoutExaminationMarks,
} from './published.ts';
import { emptyRecord, type StudentRecord } from './student-record.ts';

const graded = (code: string, of: Partial<Attempt> = {}): Attempt =>
  anAttempt(code, { grade: 'B', gradedOn: '2025-01-02', gradedTerm: '2024-AUT', status: 'completed', ...of });
const recordOf = (attempts: readonly Attempt[], of: Partial<StudentRecord> = {}): StudentRecord => ({
  ...emptyRecord,
  student: 'S1',
  registrations: [{ programme: aProgramme('3cu', 'full-time'), entryTerm: autumn, admittedOn: '2024-08-01' }],
  attempts,
  ...of,
});
const on = (day: CivilDate, ...terms: readonly TermFacts[]) => ({
  day,
  terms: new Map(terms.map((term) => [term.code, term])),
});
const gradesOn = (record: StudentRecord, day: CivilDate, ...terms: readonly TermFacts[]) =>
  publishedRecord(record, on(day, ...terms)).attempts.map(({ grade }) => grade ?? null);

describe('the record as far as its results are published', () => {
  const record = recordOf([graded('C1')]);

  it('has a result three weeks after the examinations of its term, and not the day before', () => {
    expect(gradesOn(record, '2025-01-09', autumn)).toEqual([null]);
    expect(gradesOn(record, '2025-01-10', autumn)).toEqual(['B']);
  });

  it('goes by the calendar as it is now, and by the enrolment where the calendar has no such term', () => {
    expect(gradesOn(record, '2025-01-10', { ...autumn, resultsOn: '2025-01-11' })).toEqual([null]);
    expect(gradesOn(record, '2025-01-03', { ...autumn, resultsOn: '2025-01-03' })).toEqual(['B']);
    expect(gradesOn(record, '2025-01-09')).toEqual([null]);
  });

  it('has at once what stands in a term of which nobody knows the dates', () =>
    expect(gradesOn(recordOf([graded('C1', { gradedTerm: '1998-X' })]), '2025-01-03')).toEqual(['B']));

  it('goes by the term in whose average the result stands', () => {
    const long = recordOf([graded('C1', { gradedTerm: spring.code })]);
    expect(termsOfResults(long)).toEqual([spring.code]);
    expect(gradesOn(long, '2025-05-30', autumn, spring)).toEqual([null]);
    expect(gradesOn(long, '2025-05-31', autumn, spring)).toEqual(['B']);
  });

  it('has the course as one that is being taken', () => {
    const [attempt] = publishedRecord(record, on('2025-01-09', autumn)).attempts;
    expect(attempt).toMatchObject({ status: 'enrolled' });
    expect(Object.keys(attempt ?? {})).not.toEqual(expect.arrayContaining(['gradedOn']));
    expect(unpublishedAttempts(record, on('2025-01-09', autumn))).toEqual(record.attempts);
  });

  it('is the very same where nothing is kept back', () => {
    expect(publishedRecord(record, on('2025-01-10', autumn))).toBe(record);
    const taken = recordOf([anAttempt('C1')]);
    expect(publishedRecord(taken, on('2024-10-01', autumn))).toBe(taken);
  });

  it('leaves out what followed: completion, award, and a resit to be paid for', () => {
    const move = { programme: 'BSC', on: '2025-01-03', recordedOn: '2025-01-03', clause: '3cu/ug/12.1' } as const;
    const charge = {
      id: 'F1',
      programme: 'BSC',
      cents: 1,
      due: '2025-02-01',
      on: '2025-01-03',
      clause: '5cu/dl/8.11.3',
    };
    const whole = recordOf([graded('C1')], {
      moves: [
        { ...move, to: 'admitted', recordedOn: '2024-08-01' },
        { ...move, to: 'completed' },
        { ...move, to: 'withdrawn' },
      ],
      conferments: [{ programme: 'BSC', on: '2025-01-04', recordedOn: '2025-01-04', clause: '3cu/bach/10.1' }],
      account: {
        ...emptyRecord.account,
        charges: [
          { ...charge, kind: 'resit', course: 'C1' },
          { ...charge, id: 'F2', kind: 'tuition', course: 'C1' },
        ],
      },
    });
    const told = publishedRecord(whole, on('2025-01-09', autumn));
    expect(told.moves.map(({ to }) => to)).toEqual(['admitted', 'withdrawn']);
    expect(told.conferments).toEqual([]);
    expect(told.account.charges.map(({ id }) => id)).toEqual(['F2']);
    expect(publishedRecord(whole, on('2025-01-10', autumn))).toBe(whole);
  });

  it('leaves out a termination whose standing was put right before its results were out', () => {
    const move = { programme: 'BSC', clause: '3cu/ug/11.5.1' } as const;
    const standing = { programme: 'BSC', term: autumn, on: '2025-01-04', revisions: [{ from: { on: '2025-01-03' } }] };
    const whole = recordOf([anAttempt('C1')], {
      moves: [
        { ...move, on: '2025-01-03', recordedOn: '2025-01-03', to: 'discontinued' },
        { ...move, on: '2025-01-04', recordedOn: '2025-01-04', to: 'reinstated' },
      ],
      standings: [standing] as unknown as StudentRecord['standings'],
    });
    expect(publishedRecord(whole, on('2025-01-09', autumn)).moves).toEqual([]);
    expect(publishedRecord(whole, on('2025-01-10', autumn))).toBe(whole);
  });

  it('leaves out a hold for advice on probation while standing of its day is not told', () => {
    const hold = { id: 'H1', kind: 'probation-advice', authority: 'school', reason: 'x', clause: 'c' } as const;
    const whole = recordOf([graded('C1')], {
      holds: [
        { ...hold, placedOn: '2024-10-01' },
        { ...hold, id: 'H2', placedOn: '2025-01-03' },
        { ...hold, id: 'H3', kind: 'debt', placedOn: '2025-01-03' },
      ],
    });
    expect(publishedRecord(whole, on('2025-01-09', autumn)).holds.map(({ id }) => id)).toEqual(['H1', 'H3']);
    expect(publishedRecord(whole, on('2025-01-10', autumn))).toBe(whole);
  });

  it.each([
    ['without a result', anAttempt('C1'), '2025-03-01', false],
    ['with one that is not published', graded('C1'), '2025-01-09', false],
    ['with one that is', graded('C1'), '2025-01-10', true],
    ['of a course that was left', anAttempt('C1', { status: 'withdrawn' }), '2025-01-09', true],
  ] as const)('tells what the panel made of circumstances and an oral %s, %#', (_of, attempt, day, isTold) => {
    const of = { id: 'R1', course: 'C1', term: '2024-AUT', on: '2024-12-20', by: { role: 'registry' }, clause: 'c' };
    const said = { words: 'no effect', on: '2024-12-30', by: { role: 'award-panel' } };
    const whole = recordOf([attempt], {
      requests: {
        ...emptyRecord.requests,
        circumstances: [{ ...of, consideration: { ...said, outcome: 'no-effect' } }],
        orals: [{ ...of, result: { ...said, outcome: 'fail' } }],
      } as unknown as StudentRecord['requests'],
    });
    const { circumstances, orals } = publishedRecord(whole, on(day, autumn)).requests;
    expect([circumstances[0]?.consideration !== undefined, orals[0]?.result !== undefined]).toEqual([isTold, isTold]);
  });

  it('leaves out what the award panel and the School have before them, and what was proposed to them', () => {
    const by = { role: 'school', id: 'D1' };
    const amendment = {
      ...{ attempt: 'C1@2024-AUT', from: 'B', to: 'A', reason: 'x', evidence: ['y'] },
      ...{ proposedBy: by, proposedOn: '2025-02-01' },
    };
    const confirmed = { ...amendment, id: 'A1', closed: { as: 'confirmed' as const, by, on: '2025-02-02' } };
    const whole = recordOf([graded('C1')], {
      results: {
        recommendations: [
          { id: 'R1', attempt: 'C1@2024-AUT', grade: 'A', gradedTerm: '2024-AUT', by, on: '2025-01-02' },
        ],
        approvals: [],
        amendments: [confirmed, { ...amendment, id: 'A2' }],
        settlements: [],
      },
    });
    expect(publishedRecord(whole, on('2025-03-01', autumn)).results).toEqual({
      recommendations: [],
      approvals: [],
      amendments: [],
      settlements: [],
    });
  });

  it('knows when the results of a term are out, and by which clause', () => {
    expect(resultsOutOn(record, on('2025-01-01', autumn), 'BSC', '2024-AUT')).toEqual({
      on: '2025-01-10',
      clause: '3cu/assess/18.1',
      announced: false,
    });
    const announced = { ...autumn, resultsOn: '2025-01-11' };
    expect(resultsOutOn(record, on('2025-01-01', announced), 'BSC', '2024-AUT')).toEqual({
      on: '2025-01-11',
      clause: '3cu/assess/18.2',
      announced: true,
    });
  });
});

describe('marks of examinations', () => {
  const items = [anItem('A1', '2024-10-01'), anItem('EX', '2024-12-10', { kind: 'examination' })];
  const work = {
    submittedOn: '2024-12-10',
    due: '2024-12-10',
    late: false,
    banked: false,
    mark: 61,
    markedOn: '2024-12-12',
  };
  const record = recordOf([
    graded('C1', {
      items,
      submissions: [
        { ...work, assignment: 'A1' },
        { ...work, assignment: 'EX' },
      ],
    }),
  ]);

  it('are kept from what students are told, those of assignments are not [5cu/assess/19.3] [3cu/assess/18.3]', () => {
    const [attempt] = withoutExaminationMarks(record).attempts;
    expect(attempt?.submissions.map(({ assignment, mark }) => [assignment, mark ?? null])).toEqual([
      ['A1', 61],
      ['EX', null],
    ]);
  });

  it('are not missed where there are none', () => {
    const none = recordOf([graded('C1', { items, submissions: [{ ...work, assignment: 'A1' }] })]);
    expect(withoutExaminationMarks(none)).toBe(none);
  });
});
