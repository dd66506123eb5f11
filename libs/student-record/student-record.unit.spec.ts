import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CourseFacts, ProgrammeFacts, TermFacts } from '#regulations';
import type { RecordEvent } from './events.ts';
import { latestDay, recordOn } from './record-on.ts';
import { attemptAt, emptyRecord, foldRecord } from './student-record.ts';

const course = (code: string): CourseFacts => ({
  code,
  title: { en: code, 'zh-Hant': code },
  credits: 3,
  level: 1000,
  terms: 1,
  school: 'ST',
  passFail: false,
  examination: true,
  equivalents: [],
  exclusive: [],
  prerequisites: [],
});

const term = (code: string): TermFacts => ({
  code,
  academicYear: '2024/25',
  teaching: ['2024-09-02', '2024-11-30'],
  examinations: ['2024-12-09', '2024-12-20'],
  addDropEnds: '2024-09-16',
  registration: ['2024-03-01', '2024-09-01'],
});

const programme: ProgrammeFacts = {
  code: 'BSCH',
  title: { en: 'BSCH', 'zh-Hant': 'BSCH' },
  award: 'honours',
  regime: '3cu',
  mode: 'distance-learning',
  school: 'ST',
  years: 4,
  credits: 120,
  requirements: { courses: [], named: [], generalEducation: 0, classification: { groupA: 1, groupB: 1 } },
};

const on = '2024-09-10';
const admitted: RecordEvent = {
  type: 'StudentAdmitted',
  data: { student: 'S1', registration: { programme, entryTerm: term('T1'), admittedOn: on } },
};
const enrolled = (code: string, at = 'T1'): RecordEvent => ({
  type: 'CourseEnrolled',
  data: { programme: 'BSCH', course: course(code), term: term(at), items: [], on },
});
const of = (code: string, at = 'T1') => ({ course: code, term: at, on });
const submitted = (code: string, assignment: string): RecordEvent => ({
  type: 'AssignmentSubmitted',
  data: { ...of(code), assignment, due: on, late: false, banked: false },
});
const marked = (code: string, assignment: string, mark: number): RecordEvent => ({
  type: 'AssignmentMarked',
  data: { ...of(code), assignment, mark },
});
const dropped = (code: string): RecordEvent => ({ type: 'CourseDropped', data: { ...of(code), reason: '' } });
const withdrawn = (code: string): RecordEvent => ({ type: 'CourseWithdrawn', data: { ...of(code), reason: '' } });
const graded = (code: string, grade: string): RecordEvent => ({
  type: 'GradeRecorded',
  data: { ...of(code), grade, gradedTerm: 'T1' },
});
const deferredFor = (from: string, until: string, ...covers: string[]): RecordEvent => ({
  type: 'StudiesDeferred',
  data: { deferral: { programme: 'BSCH', ground: 'illness', from, until, covers, approvedOn: on } },
});
const deferred = (...covers: string[]): RecordEvent => deferredFor('2024-10-01', '2025-09-01', ...covers);

const code = fc.constantFrom('C1', 'C2', 'C3');
const anyEvent: fc.Arbitrary<RecordEvent> = fc.oneof(
  fc.constant(admitted),
  fc.tuple(code, fc.constantFrom('T1', 'T2')).map(([c, t]) => enrolled(c, t)),
  code.map(dropped),
  code.map(withdrawn),
  fc.tuple(code, fc.constantFrom('A1', 'A2')).map(([c, a]) => submitted(c, a)),
  fc.tuple(code, fc.constantFrom('A1', 'A2'), fc.nat(100)).map(([c, a, m]) => marked(c, a, m)),
  fc.tuple(code, fc.constantFrom('A', 'Fail')).map(([c, g]) => graded(c, g)),
  fc.subarray(['C1@T1', 'C2@T1']).map((covers) => deferred(...covers)),
);

describe('folding a record', () => {
  it('in two parts is the same as folding it whole', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), fc.nat(40), (events, cut) => {
        const half = foldRecord(events.slice(0, cut));
        expect(foldRecord(events.slice(cut), half)).toEqual(foldRecord(events));
      }),
    );
  });

  it('changes nothing in the record that it starts from', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), anyEvent, (events, next) => {
        const record = foldRecord(events);
        const before = JSON.stringify(record);
        foldRecord([next], record);
        expect(JSON.stringify(record)).toBe(before);
      }),
    );
  });

  it('is the same for events that have been stored and read', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        expect(foldRecord(JSON.parse(JSON.stringify(events)))).toEqual(foldRecord(events));
      }),
    );
  });

  it('begins with nobody', () => expect(foldRecord([])).toEqual(emptyRecord));

  it('forgets a dropped course and keeps a withdrawn one', () => {
    const record = foldRecord([admitted, enrolled('C1'), enrolled('C2'), dropped('C1'), withdrawn('C2')]);
    expect(record.attempts.map(({ course: { code: c }, status, leftOn }) => [c, status, leftOn])).toEqual([
      ['C2', 'withdrawn', on],
    ]);
  });

  it('puts a mark on the work that it is for', () => {
    const record = foldRecord([
      admitted,
      enrolled('C1'),
      submitted('C1', 'A1'),
      submitted('C1', 'A2'),
      marked('C1', 'A2', 78),
    ]);
    expect(attemptAt(record, 'C1', 'T1')?.submissions.map(({ mark }) => mark)).toEqual([undefined, 78]);
  });

  it('puts the mark of a second sitting on the second, and leaves the first as it was', () => {
    const record = foldRecord([
      admitted,
      enrolled('C1'),
      submitted('C1', 'A1'),
      marked('C1', 'A1', 30),
      submitted('C1', 'A1'),
      marked('C1', 'A1', 60),
    ]);
    expect(attemptAt(record, 'C1', 'T1')?.submissions.map(({ mark }) => mark)).toEqual([30, 60]);
  });

  it('keeps both attempts when a course is taken again, and grades the later one', () => {
    const record = foldRecord([admitted, enrolled('C1'), withdrawn('C1'), enrolled('C1'), graded('C1', 'A')]);
    expect(record.attempts.map(({ status, grade }) => [status, grade])).toEqual([
      ['withdrawn', undefined],
      ['completed', 'A'],
    ]);
  });

  it('puts off only the courses that a deferral covers', () => {
    const record = foldRecord([admitted, enrolled('C1'), enrolled('C2'), deferred('C2@T1')]);
    expect(record.attempts.map(({ deferrals }) => deferrals)).toEqual([
      undefined,
      [{ from: '2024-10-01', until: '2025-09-01' }],
    ]);
  });

  it('puts off no course that has been left or has its result', () => {
    const record = foldRecord([
      admitted,
      enrolled('C1'),
      enrolled('C2'),
      withdrawn('C1'),
      graded('C2', 'A'),
      deferred('C1@T1', 'C2@T1'),
    ]);
    expect(record.attempts.map(({ status, deferrals }) => [status, deferrals])).toEqual([
      ['withdrawn', undefined],
      ['completed', undefined],
    ]);
  });

  it('puts off the latest attempt of a course in a term', () => {
    const record = foldRecord([admitted, enrolled('C1'), withdrawn('C1'), enrolled('C1'), deferred('C1@T1')]);
    expect(record.attempts.map(({ deferrals }) => deferrals?.[0]?.from)).toEqual([undefined, '2024-10-01']);
  });

  it.each([
    ['longer, where another deferral adjoins', '2025-09-01', '2025-12-01', '2024-10-01', '2025-12-01'],
    ['longer, where another overlaps', '2024-09-20', '2024-11-01', '2024-09-20', '2025-09-01'],
    ['as long, where another lies within', '2024-11-01', '2025-01-01', '2024-10-01', '2025-09-01'],
  ])('puts a course off %s', (_, from, until, first, goesOn) => {
    const record = foldRecord([admitted, enrolled('C1'), deferred('C1@T1'), deferredFor(from, until, 'C1@T1')]);
    expect(record.attempts[0]?.deferrals).toEqual([{ from: first, until: goesOn }]);
  });

  it('puts a course off twice, where a day lies between two deferrals', () => {
    const twice = [deferred('C1@T1'), deferredFor('2025-09-02', '2025-12-01', 'C1@T1')];
    expect(foldRecord([admitted, enrolled('C1'), ...twice]).attempts[0]?.deferrals).toEqual([
      { from: '2024-10-01', until: '2025-09-01' },
      { from: '2025-09-02', until: '2025-12-01' },
    ]);
  });

  it('forgets what was to put off a course that ends before, and keeps what had begun', () => {
    const off = [admitted, enrolled('C1'), deferred('C1@T1')];
    const onDay = (event: RecordEvent, day: string) => ({ ...event, data: { ...event.data, on: day } }) as RecordEvent;
    for (const ending of [graded('C1', 'A'), withdrawn('C1')]) {
      expect(foldRecord([...off, onDay(ending, '2024-09-30')]).attempts[0]?.deferrals).toBeUndefined();
      expect(foldRecord([...off, onDay(ending, '2024-10-01')]).attempts[0]?.deferrals).toHaveLength(1);
    }
  });
});

describe('a record on a day', () => {
  const record = foldRecord([admitted, enrolled('C1'), enrolled('C2'), enrolled('C3'), deferred('C1@T1', 'C2@T1')]);
  const statusesOn = (day: string, of = record) => recordOn(of, day).attempts.map(({ status }) => status);

  it('has a course under way until the first day of its deferral, and off from then on', () => {
    expect(statusesOn('2024-09-30')).toEqual(['enrolled', 'enrolled', 'enrolled']);
    expect(statusesOn('2024-10-01')).toEqual(['deferred', 'deferred', 'enrolled']);
    expect(statusesOn('2025-09-01')).toEqual(['deferred', 'deferred', 'enrolled']);
    expect(recordOn(record, '2024-12-01').attempts[0]?.leftOn).toBe('2024-10-01');
  });

  it('keeps the result, or the W, of a course that ended before its deferral', () => {
    const ended = foldRecord([graded('C1', 'A'), withdrawn('C2')], record);
    expect(statusesOn('2024-10-01', ended)).toEqual(['completed', 'withdrawn', 'enrolled']);
  });

  it('is the record itself while nothing is put off', () => expect(recordOn(record, '2024-09-30')).toBe(record));

  it('is the same looked at twice, and on a later day the same by way of an earlier one', () =>
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 30 }),
        fc.constantFrom('2024-09-30', '2024-10-01', '2025-01-01'),
        fc.constantFrom('2024-09-30', '2024-10-01', '2025-01-01'),
        (events, one, other) => {
          const folded = foldRecord(events);
          const [earlier, later] = one <= other ? [one, other] : [other, one];
          expect(recordOn(recordOn(folded, earlier), later)).toEqual(recordOn(folded, later));
        },
      ),
    ));

  it('tells of no later day than its facts do; the days of a deferral to come are none of them', () => {
    expect(latestDay(record)).toBe(on);
    expect(
      latestDay(
        foldRecord(
          [{ ...graded('C3', 'A'), data: { ...graded('C3', 'A').data, on: '2025-01-10' } } as RecordEvent],
          record,
        ),
      ),
    ).toBe('2025-01-10');
    expect(latestDay(emptyRecord)).toBe('');
    const transferred: RecordEvent = {
      type: 'CreditTransferGranted',
      data: {
        transfer: {
          programme: 'BSCH',
          kind: 'general',
          credits: 3,
          level: 1000,
          qualification: {
            institution: 'X',
            title: 'Y',
            qfLevel: 4,
            own: false,
            usedForEntry: false,
            recognised: true,
          },
          remainingCourses: [],
          grantedOn: '2024-10-05',
        },
      },
    };
    expect(latestDay(foldRecord([transferred], record))).toBe('2024-10-05');
    const late = deferredFor('2024-12-01', '2025-01-01', 'C3@T1') as Extract<RecordEvent, { type: 'StudiesDeferred' }>;
    const recorded = { ...late, data: { deferral: { ...late.data.deferral, recordedOn: '2024-10-06' } } };
    expect(latestDay(foldRecord([recorded], record))).toBe('2024-10-06');
  });
});
