import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#kernel';
import { packFor, type Registration, standingDecision } from '#regulations';
import type { RecordEvent } from '#student-record';
import { foldRecord } from '#student-record';
import { aCourse, springBefore } from '../../regulations/testing/index.ts';
import { judgeRow } from '../mark-sheets/judge-row.ts';
import { governed } from '../record-use-case.ts';
import { decideResultAppeal } from '../requests/decide-result-appeal.ts';
import { confirmGradeAmendment } from '../results/amend-grade.ts';
import { approveResult } from '../results/approve-result.ts';
import { admitted, enrolledIn, given, graded, term } from '../testing/story.ts';
import { recordGrade } from './record-grade.ts';

const course = aCourse('C1', { credits: 5, level: 'middle' });
const about = { student: 'S1', course: 'C1', term: term.code };
const panel: Actor = { role: 'award-panel', id: 'P1' };
const school: Actor = { role: 'school', id: 'D1' };
const registrar: Actor = { role: 'registrar', id: 'R1' };
const on = '2025-01-09';

/** Passed with a B before the readmission, and being repeated after it. */
const repeated: readonly RecordEvent[] = [
  admitted('5cu', 'full-time'),
  {
    type: 'CourseEnrolled',
    data: { programme: 'BSC', course, term: springBefore, items: [], on: '2024-01-02' },
  },
  {
    type: 'GradeRecorded',
    data: { course: 'C1', term: springBefore.code, on: '2024-06-01', grade: 'B', gradedTerm: springBefore.code },
  },
  enrolledIn(course),
];
const repeating = given(...repeated);

describe('a better grade in a course repeated after readmission is recorded as that of the first time', () => {
  const recorded = { grade: 'B', awarded: 'A' };

  it('entered by itself, and a worse one as it is', () => {
    repeating.when(recordGrade, { ...about, grade: 'A' }, { on, facts: {} }).thenEvent('GradeRecorded', recorded);
    const worse = recordGrade.decide(
      foldRecord(repeated),
      Object.assign(new recordGrade.command(), { ...about, grade: 'C+' }),
      {
        today: on,
        actor: registrar,
        facts: {},
      },
    );
    expect(worse).toMatchObject({ outcome: 'accepted', events: [{ data: { grade: 'C+' } }] });
    expect(worse.outcome === 'accepted' && worse.events[0]?.data).not.toHaveProperty('awarded');
  });

  it('approved by the School', () =>
    repeating
      .and({
        type: 'ResultRecommended',
        data: { course: 'C1', term: term.code, on, by: panel, id: 'R1', grade: 'A', gradedTerm: term.code },
      })
      .when(approveResult, { ...about, recommendation: 'R1', school: 'S&T' }, { on, actor: school })
      .thenLastEvent('GradeRecorded', recorded));

  it('on a mark sheet, where it is no change afterwards', () => {
    const row = { row: 1, student: 'S1', marks: [], grade: 'A' };
    const judged = judgeRow(foldRecord(repeated), row, { course: 'C1', term: term.code, today: on });
    expect(judged.events).toMatchObject([{ type: 'GradeRecorded', data: recorded }]);
    const after = judgeRow(foldRecord([...repeated, ...judged.events]), row, {
      course: 'C1',
      term: term.code,
      today: on,
    });
    expect(after.effect.outcome).toBe('unchanged');
  });

  it('by amendment', () =>
    repeating
      .and(graded('C1', 'C'), {
        type: 'GradeAmendmentProposed',
        data: {
          ...{ course: 'C1', term: term.code, on, by: panel, id: 'A1', from: 'C', grade: 'A' },
          ...{ reason: 'added up wrongly', evidence: ['script'] },
        },
      })
      .when(
        confirmGradeAmendment,
        { student: 'S1', amendment: 'A1', preview: 7 },
        { on, actor: registrar, facts: { preview: 7, decisions: [] } },
      )
      .thenEvent('GradeCorrected', { ...recorded, from: 'C' }));

  it('on appeal, of which it is an improvement only below that grade', () => {
    const appealed = (grade: string): RecordEvent => ({
      type: 'ResultAppealed',
      data: {
        appeal: {
          ...{ id: 'Q1', course: 'C1', term: term.code, grade, words: 'x', lastDay: '2025-01-24' },
          ...{ on, by: { role: 'student', id: 'S1' } as const, clause: '5cu/assess/20.1' },
        },
      },
    });
    const decided = { student: 'S1', request: 'Q1', outcome: 'improved', grade: 'A', reason: 'page 7' };
    repeating
      .and(graded('C1', 'C'), appealed('C'))
      .when(decideResultAppeal, decided, { on, actor: registrar })
      .thenEvents(
        { type: 'ResultAppealDecided', data: { decision: { grade: 'B' } } },
        { type: 'GradeCorrected', data: { ...recorded, from: 'C' } },
      );
    repeating
      .and(graded('C1', 'B'), appealed('B'))
      .when(decideResultAppeal, decided, { on, actor: registrar })
      .thenRefusedBy('5cu/assess/20.1');
  });

  it('is not said of a result that takes the place of the capped one', () => {
    const [attempt] = foldRecord([
      ...repeated,
      { type: 'GradeRecorded', data: { course: 'C1', term: term.code, on, ...recorded, gradedTerm: term.code } },
    ]).attempts.slice(-1);
    expect(attempt).toMatchObject(recorded);
    const [corrected] = foldRecord([
      ...repeated,
      { type: 'GradeRecorded', data: { course: 'C1', term: term.code, on, ...recorded, gradedTerm: term.code } },
      {
        type: 'GradeCorrected',
        data: { course: 'C1', term: term.code, on, grade: 'C', from: 'B', reason: 'x', gradedTerm: term.code },
      },
    ]).attempts.slice(-1);
    expect(corrected).not.toHaveProperty('awarded');
  });
});

describe('a result that comes in when the standing of its term is published', () => {
  const before: readonly RecordEvent[] = [
    admitted('3cu', 'full-time'),
    enrolledIn('C1'),
    enrolledIn('C2'),
    graded('C1', 'D'),
  ];
  const { registrations, ...record } = foldRecord(before);
  const [registration] = registrations as [Registration];
  const { study } = governed({ registrations, ...record }, registration);
  const ruling = packFor('3cu').standing.decide(study, { term, today: on });
  const decision = standingDecision(ruling, { programme: 'BSC', term, yearEnd: false, run: 'R', on });
  const published: readonly RecordEvent[] = [...before, { type: 'StandingDecided', data: { decision } }];
  const asked = { student: 'S1', course: 'C2', term: term.code };
  const late = '2025-01-20';
  const revised = ['GradeRecorded', 'StandingRevised'];
  const recordBy = (role: Actor['role'], events = published) =>
    given(...events).when(recordGrade, { ...asked, grade: 'A' }, { on: late, facts: {}, actor: { role } });

  it('puts it right in the same breath, recorded by itself or approved', () => {
    const standing = { decision: { standing: 'good' }, from: { standing: 'probation' } };
    recordBy('registrar').thenLastEvent('StandingRevised', standing);
    given(...published, {
      type: 'ResultRecommended',
      data: { course: 'C2', term: term.code, on, by: panel, id: 'R1', grade: 'A', gradedTerm: term.code },
    })
      .when(approveResult, { ...asked, recommendation: 'R1', school: 'S&T' }, { on: late, actor: school })
      .thenLastEvent('StandingRevised', standing);
  });

  it('and on a mark sheet', () => {
    const row = { row: 1, student: 'S1', marks: [], grade: 'A' };
    const { events } = judgeRow(foldRecord(published), row, { course: 'C2', term: term.code, today: late });
    expect(events.map(({ type }) => type)).toEqual(revised);
  });

  it('is recorded alone before publication, and by the migration', () => {
    recordBy('registrar', before).thenEvents({ type: 'GradeRecorded', data: { grade: 'A' } });
    recordBy('migration').thenEvents({ type: 'GradeRecorded', data: { grade: 'A' } });
  });
});
