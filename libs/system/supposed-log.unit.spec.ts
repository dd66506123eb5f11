import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#kernel';
import { attemptKey, foldRecord, type RecordEvent } from '#student-record';
import { gradesPutRight, toldAsItStands } from './supposed-log.ts';

let at = 0;
const recorded = (command: string, type: string, data: object): RecordedEvent => ({
  ...{ id: `E${++at}`, type, version: 1, data, stream: 'record-S1' },
  ...{ revision: BigInt(at), position: String(at).padStart(16, '0') },
  metadata: {
    ...{ commandId: command, correlationId: command, causationId: command, command: { type: 'Given', data: {} } },
    ...{ actor: { role: 'registrar' }, recordedAt: '2025-01-01T04:00:00.000Z', effectiveOn: '2025-01-01' },
  },
});
const graded = (command: string, grade: string, course = 'C1') =>
  recorded(command, 'GradeRecorded', { course, term: '2024-AUT', on: '2025-01-02', grade, gradedTerm: '2024-AUT' });
const corrected = (command: string, from: string, grade: string) =>
  recorded(command, 'GradeCorrected', {
    ...{ course: 'C1', term: '2024-AUT', on: '2025-02-02', grade, gradedTerm: '2024-AUT', from, reason: 'x' },
  });
const decision = (standing: string) => ({
  ...{ programme: 'BSC', term: { code: '2024-AUT' }, yearEnd: false, standing, probationTerms: 0, stage: null },
  ...{ figures: { gpa: null, cgpa: null, creditsEarned: 0 }, clauses: ['3cu/ug/11.3'], on: '2025-01-15' },
});
const decided = (command: string, standing: string) =>
  recorded(command, 'StandingDecided', { decision: decision(standing) });
const revised = (command: string, from: string, standing: string) =>
  recorded(command, 'StandingRevised', {
    ...{ decision: { ...decision(standing), on: '2025-02-02' }, from: decision(from), on: '2025-02-02', reason: 'x' },
  });
const moved = (command: string, type: string) =>
  recorded(command, type, { programme: 'BSC', on: '2025-01-15', recordedOn: '2025-01-15', clause: '', reason: '' });

const told = (
  events: readonly RecordedEvent[],
  ...inTheEnd: Parameters<typeof toldAsItStands> extends [unknown, ...infer R] ? R : never
) => events.flatMap(toldAsItStands(events, ...inTheEnd));
const grades = (events: readonly RecordedEvent[]) =>
  events.flatMap(({ data }) => ('grade' in (data as object) ? [(data as { grade: string }).grade] : []));
const types = (events: readonly RecordedEvent[]) => events.map(({ type }) => type);

const key = attemptKey('C1', '2024-AUT');
const inTheEnd = (grade: string) => ({ grades: new Map([[key, { grade }]]) });

describe('a log told with its grades as they stand', () => {
  it('is the same where nothing was put right', () => {
    const events = [graded('k1', 'B'), graded('k2', 'C', 'C2'), decided('k3', 'good')];
    expect(told(events)).toEqual(events);
  });

  it('has a corrected grade from the first', () =>
    expect(grades(told([graded('k1', 'B'), corrected('k2', 'B', 'C'), corrected('k3', 'C', 'A')]))).toEqual([
      ...['A', 'A', 'A'],
    ]));

  it('has the grade that is supposed in the place of those', () =>
    expect(grades(told([graded('k1', 'B'), corrected('k2', 'B', 'C')], inTheEnd('Fail')))).toEqual(['Fail', 'Fail']));

  it('keeps a grade that a resit took the place of', () => {
    const events = [graded('k1', 'Fail-Resit'), graded('k2', 'C'), corrected('k3', 'C', 'C+')];
    expect(grades(told(events))).toEqual(['Fail-Resit', 'C+', 'C+']);
    expect(gradesPutRight(events, key).map(({ id }) => id)).toEqual(events.slice(1).map(({ id }) => id));
  });

  it('leaves other attempts, and an earlier enrolment in the same course and term', () => {
    const course = { code: 'C1' };
    const again = recorded('k2', 'CourseEnrolled', { course, term: { code: '2024-AUT' } });
    const events = [graded('k1', 'B'), again, graded('k3', 'C'), graded('k4', 'D', 'C2')];
    expect(grades(told(events, inTheEnd('A')))).toEqual(['B', 'A', 'D']);
  });

  it('leaves out a termination that falls away with the standing, and its return', () => {
    const end = [decided('k2', 'terminated'), moved('k2', 'RegistrationTerminated')];
    const back = [
      corrected('k3', 'Fail', 'C'),
      revised('k3', 'terminated', 'good'),
      moved('k3', 'RegistrationReinstated'),
    ];
    expect(types(told([graded('k1', 'Fail'), ...end, ...back]))).toEqual([
      ...['GradeRecorded', 'StandingDecided', 'GradeCorrected', 'StandingRevised'],
    ]);
  });

  it('ends the registration where the standing is supposed to end it', () => {
    const events = [graded('k1', 'C'), decided('k2', 'good')];
    const standings = [decision('terminated')] as never;
    const after = told(events, { ...inTheEnd('Fail'), standings });
    expect(types(after)).toEqual(['GradeRecorded', 'StandingDecided', 'RegistrationTerminated']);
    const { moves } = foldRecord(after as unknown as RecordEvent[]);
    expect(moves).toMatchObject([{ programme: 'BSC', to: 'discontinued' }]);
  });

  it('keeps a standing that was put right for another reason as it was until then', () => {
    const events = [decided('k1', 'good'), revised('k2', 'good', 'probation')];
    expect(told(events)).toEqual(events);
  });
});
