import { describe, expect, it } from '@jest/globals';
import { foldRecord, type RecordEvent } from '#student-record';
import { aCourse, anItem } from '../../regulations/testing/index.ts';
import { admitted, enrolledIn, graded, marked, submitted, term, withdrawn } from '../testing/story.ts';
import { judgeRow } from './judge-row.ts';
import { effectsDigest } from './row-effect.ts';
import type { SheetRow } from './sheet-rows.ts';

const enrolled = [admitted('3cu', 'distance-learning'), enrolledIn('C1')];
const handedIn = [...enrolled, submitted('C1', 'A1'), submitted('C1', 'A2')];
const about = { course: 'C1', term: term.code, today: '2025-01-10' };
const row = (says: Partial<SheetRow> = {}): SheetRow => ({ row: 2, student: 'S1', marks: [], ...says });
const judged = (events: readonly RecordEvent[], says: Partial<SheetRow>, on = about.today) =>
  judgeRow(foldRecord(events), row(says), { ...about, today: on });
const refusals = (events: readonly RecordEvent[], says: Partial<SheetRow>, on?: string) =>
  judged(events, says, on).effect.refusals.map(({ code, clauses }) => [code, ...clauses]);
const A1 = (mark: number) => [{ item: 'A1', mark }];

describe('a row of a mark sheet', () => {
  it('gives marks, examination and grade, and says what becomes of the totals', () => {
    const { effect, events, ruling } = judged(handedIn, {
      marks: [...A1(80), { item: 'A2', mark: 61 }],
      examination: 55.5,
      grade: 'B',
    });
    expect(effect).toEqual({
      row: 2,
      student: 'S1',
      outcome: 'changes',
      marks: [
        { item: 'A1', before: null, after: 80 },
        { item: 'A2', before: null, after: 61 },
        { item: 'EX', before: null, after: 55.5 },
      ],
      coursework: { before: '0/1', after: '141/2' },
      examination: { before: null, after: '111/2' },
      grade: { before: null, after: 'B' },
      refusals: [],
    });
    expect(events.map(({ type }) => type)).toEqual([
      'AssignmentMarked',
      'AssignmentMarked',
      'SittingRecorded',
      'GradeRecorded',
    ]);
    expect(ruling?.outcome).toBe('allowed');
  });

  it('takes an examination to have been sat on its day, and none before it', () => {
    expect(judged(handedIn, { examination: 40 }, '2024-12-10').events[0]).toMatchObject({
      type: 'SittingRecorded',
      data: { sitting: { kind: 'original', examination: 'EX', on: '2024-12-10', mark: 40, recordedOn: '2024-12-10' } },
    });
    expect(refusals(handedIn, { examination: 40 }, '2024-12-09')).toEqual([['examination-to-come']]);
  });

  it('names work in whatever case, and an examination once', () => {
    expect(judged(handedIn, { marks: [{ item: 'a1', mark: 80 }] }).effect.marks).toEqual([
      { item: 'A1', before: null, after: 80 },
    ]);
    const twice = { marks: [{ item: 'ex', mark: 40 }], examination: 41 };
    expect(refusals(handedIn, twice)).toEqual([['column-twice']]);
  });

  it('marks the sitting that is on record', () =>
    expect(judged([...handedIn, submitted('C1', 'EX')], { examination: 40 }).events.map(({ type }) => type)).toEqual([
      'AssignmentMarked',
    ]));

  it('changes nothing where it says what stands there', () => {
    const standing = [...handedIn, marked('C1', 'A1', 70), graded('C1', 'B')];
    expect(judged(standing, { marks: A1(70), grade: 'B' })).toMatchObject({
      effect: { outcome: 'unchanged', refusals: [] },
      events: [],
    });
    expect(judged(standing, {}).effect.outcome).toBe('unchanged');
  });

  it('does not change a mark or a grade that stands', () => {
    expect(refusals([...handedIn, marked('C1', 'A1', 70)], { marks: A1(71) })).toEqual([
      ['marking-refused', '3cu/dl/9.9.1'],
    ]);
    expect(refusals([...handedIn, graded('C1', 'B')], { grade: 'A' })).toEqual([
      ['grade-refused', '3cu/assess/17.2.1'],
    ]);
  });

  it('does not overtake a recommendation that waits for the School', () => {
    const recommended: RecordEvent = {
      type: 'ResultRecommended',
      data: {
        ...{ course: 'C1', term: term.code, on: '2025-01-08', by: { role: 'award-panel', id: 'P1' } },
        ...{ id: 'R1', grade: 'B', gradedTerm: term.code },
      },
    };
    expect(refusals([...handedIn, recommended], { grade: 'B' })).toEqual([['recommendation-waiting']]);
    expect(refusals([...handedIn, recommended], { marks: A1(60) })).toEqual([]);
  });

  it('is refused for work that was never handed in, for marks beyond 100 and for grades off the scale', () => {
    expect(refusals(enrolled, { marks: A1(50) })).toEqual([['marking-refused', '3cu/assess/3.1']]);
    expect(refusals(handedIn, { marks: A1(100) })).toEqual([]);
    expect(refusals(handedIn, { marks: A1(100.5) })).toEqual([['marking-refused', '3cu/assess/2.1']]);
    expect(refusals(handedIn, { grade: 'E' })).toEqual([['grade-refused', '3cu/dl/9.2']]);
  });

  it('changes nothing with a zero for work that was not handed in, once its day is over', () => {
    // A1 was due on 1 October.
    const zero = judged(enrolled, { marks: A1(0) }, '2024-10-02');
    expect(zero.effect).toMatchObject({ outcome: 'unchanged', marks: [{ item: 'A1', before: null, after: null }] });
    expect(zero.events).toEqual([]);
    expect(refusals(enrolled, { marks: A1(0) }, '2024-10-01')).toEqual([['marking-refused', '3cu/assess/3.1']]);
    expect(refusals(enrolled, { marks: A1(0.5) }, '2024-10-02')).toEqual([['marking-refused', '3cu/assess/3.1']]);
    // What was handed in gets the zero as its mark; an examination that nobody sat is told of otherwise.
    expect(judged(handedIn, { marks: A1(0) }, '2024-10-02').events).toMatchObject([
      { type: 'AssignmentMarked', data: { mark: 0 } },
    ]);
    expect(judged(enrolled, { examination: 0 }).events).toMatchObject([{ type: 'SittingRecorded' }]);
  });

  it('tells every reason at once, and records nothing of such a row', () => {
    const { effect, events } = judged(enrolled, { marks: [{ item: 'A9', mark: 1 }, ...A1(50)], grade: 'E' });
    expect(effect.refusals.map(({ code }) => code)).toEqual(['unknown-assignment', 'marking-refused', 'grade-refused']);
    expect(events).toEqual([]);
  });

  it('is refused for somebody who never took the course, and for one who left it', () => {
    expect(refusals([admitted('3cu', 'distance-learning')], { grade: 'B' })).toEqual([['not-enrolled']]);
    expect(refusals([], { grade: 'B' })).toEqual([['unknown-student']]);
    expect(refusals([...enrolled, withdrawn('C1')], { grade: 'B' })).toEqual([['grade-refused', '3cu/dl/6.3']]);
  });

  it('passes a course with the compulsory work that the same row marks', () => {
    const course = aCourse('C1');
    const items = [anItem('A1', '2024-10-01'), anItem('EX', '2024-12-10', { kind: 'examination', compulsory: true })];
    const compulsory = [admitted('3cu', 'distance-learning'), enrolledIn(course)].map((event) =>
      event.type === 'CourseEnrolled' ? { ...event, data: { ...event.data, items } } : event,
    );
    expect(refusals(compulsory, { grade: 'B' })).toEqual([['grade-refused', '3cu/assess/2.2']]);
    expect(refusals(compulsory, { examination: 50, grade: 'B' })).toEqual([]);
  });

  it('wants the examination by name where there are several', () => {
    const several = enrolled.map((event) =>
      event.type === 'CourseEnrolled'
        ? {
            ...event,
            data: {
              ...event.data,
              items: ['E1', 'E2'].map((id) => anItem(id, '2024-12-10', { kind: 'examination' as const })),
            },
          }
        : event,
    );
    expect(refusals(several, { examination: 50 })).toEqual([['several-examinations']]);
    expect(refusals(several, { marks: [{ item: 'E2', mark: 50 }] })).toEqual([]);
  });

  const absent: RecordEvent = {
    type: 'SittingRecorded',
    data: {
      sitting: {
        attempt: `C1@${term.code}`,
        kind: 'original',
        examination: 'EX',
        on: '2024-12-10',
        absent: true,
        recordedOn: '2024-12-11',
      },
    },
  };

  it('does not mark an examination that the candidate was absent from, unless a deferred one was granted', () => {
    expect(refusals([...handedIn, absent], { examination: 40 })).toEqual([['sitting-known']]);
    const about = { attempt: `C1@${term.code}`, id: 'D1', on: '2024-12-12' };
    const granted: RecordEvent[] = [
      {
        type: 'DeferredExaminationRequested',
        data: {
          application: {
            ...about,
            ground: 'other',
            kind: 'original',
            examinationOn: '2024-12-10',
            explanation: 'a funeral',
          },
        },
      },
      {
        type: 'DeferredExaminationDecided',
        data: {
          application: 'D1',
          decision: {
            granted: true,
            reason: 'accepted',
            examinationOn: '2025-01-08',
            latest: '2025-12-20',
            clause: '3cu/assess/12.2',
            on: '2024-12-15',
          },
        },
      },
    ];
    expect(judged([...handedIn, absent, ...granted], { examination: 40 }).events).toMatchObject([
      { type: 'SittingRecorded', data: { sitting: { kind: 'deferred', on: '2025-01-08', mark: 40 } } },
    ]);
    expect(refusals([...handedIn, absent, ...granted], { examination: 40 }, '2025-01-07')).toEqual([
      ['examination-to-come'],
    ]);
  });

  it('marks the resit that was arranged after a narrow fail, and no sitting after it', () => {
    const failed = [
      admitted('5cu', 'distance-learning'),
      enrolledIn('C1'),
      submitted('C1', 'A1'),
      submitted('C1', 'EX'),
      marked('C1', 'EX', 35),
      graded('C1', 'Fail-Resit'),
    ];
    const arranged: RecordEvent = {
      type: 'ResitArranged',
      data: {
        resit: {
          attempt: `C1@${term.code}`,
          examinationOn: '2025-05-02',
          latest: '2025-12-20',
          clause: '5cu/assess/15.2',
          arrangedOn: '2025-01-12',
        },
      },
    };
    expect(refusals(failed, { examination: 50 }, '2025-05-10')[0]?.[0]).toBe('marking-refused');
    const { events } = judged([...failed, arranged], { examination: 50 }, '2025-05-10');
    expect(events).toMatchObject([
      { type: 'SittingRecorded', data: { sitting: { kind: 'resit', on: '2025-05-02', mark: 50 } } },
    ]);
    // The Senate decides on a pass after it, and no sheet bears its word.
    expect(refusals([...failed, arranged, ...events], { grade: 'C' }, '2025-05-10')).toEqual([
      ['grade-refused', '5cu/assess/15.2(d)'],
    ]);
    expect(refusals([...failed, arranged, ...events], { examination: 60 }, '2025-05-10')[0]?.[0]).toBe(
      'marking-refused',
    );
  });

  it('has a digest that turns with every effect', () => {
    const effect = (says: Partial<SheetRow>) => effectsDigest([judged(handedIn, says).effect]);
    expect(effect({ marks: A1(70) })).toBe(effect({ marks: A1(70) }));
    expect(effect({ marks: A1(70) })).not.toBe(effect({ marks: A1(71) }));
    expect(effect({ grade: 'B' })).not.toBe(effect({ grade: 'A' }));
  });
});
