import { describe, expect, it } from '@jest/globals';
import type { RecordEvent } from '#student-record';
import { foldOn, recordAt } from '#student-record';
import { admitted, enrolledIn, marked, submitted, term } from '../../../academic-record/testing/story.ts';
import { courseworkDocumentOf, courseworkView } from './coursework.ts';

const about = { course: 'C1', term: term.code };
const of = (...events: RecordEvent[]) =>
  recordAt(
    foldOn(
      'record-S1',
      [admitted('3cu', 'distance-learning'), enrolledIn('C1'), ...events].map(
        (event, index) => ({ ...event, stream: 'record-S1', revision: BigInt(index), position: `${index}` }) as never,
      ),
    ),
  );

describe('the coursework of a student', () => {
  it('has no row while there is nothing beside work and marks', () => {
    expect(courseworkView.rowsOf(of(submitted('C1', 'A1'), marked('C1', 'A1', 60)))).toEqual([]);
    expect(courseworkDocumentOf(of()).attempts).toEqual([]);
  });

  it('has one row for a student with something', () => {
    const late: RecordEvent = {
      type: 'LateWorkDecided',
      data: {
        ...{ ...about, on: '2024-10-04', assignment: 'A1', decision: 'refused' },
        ...{ authority: 'course-coordinator', clause: '3cu/dl/9.8.1', reason: 'late' },
      },
    };
    const record = of(submitted('C1', 'A1', true), late);
    expect(courseworkView.rowsOf(record)).toHaveLength(1);
    expect(courseworkDocumentOf(record).attempts).toMatchObject([
      { course: 'C1', lateWork: [{ assignment: 'A1', decision: 'refused', counts: { exact: '0/1' } }] },
    ]);
  });

  it('tells until when a mark may still be queried, as of the latest day of the record', () => {
    const attendance: RecordEvent = {
      type: 'AttendanceRecorded',
      data: { ...about, on: '2024-10-20', held: 3, attended: 1 },
    };
    const [attempt] = courseworkDocumentOf(of(submitted('C1', 'A1'), marked('C1', 'A1', 60), attendance)).attempts;
    expect(attempt?.open).toEqual([{ assignment: 'A1', to: 'tutor', lastDay: '2024-11-05', clause: '3cu/dl/9.9.1' }]);
    expect(attempt?.attendance).toMatchObject({ held: 3, attended: 1, percent: { exact: '100/3' }, short: false });
    expect(attempt?.attendance?.minimum).toBeUndefined();
  });
});
