import { describe, expect, it } from '@jest/globals';
import type { Sitting } from '#regulations';
import type { RecordEvent } from '#student-record';
import { recordOf } from '../../testing/record-of.ts';
import { admitted, course, programme, term } from '../../testing/records.ts';
import { examinationsOf, examinationsView } from './examinations.ts';

const enrolled = (code: string): RecordEvent => ({
  type: 'CourseEnrolled',
  data: { programme: 'P', course: course(code, 5), term: term('2023-AUT'), items: [], on: '2023-08-20' },
});
const sat = (of: Partial<Sitting>): RecordEvent => ({
  type: 'SittingRecorded',
  data: { sitting: { attempt: 'C1@2023-AUT', kind: 'original', on: '2023-12-10', recordedOn: '2023-12-10', ...of } },
});
const record = (...events: RecordEvent[]) =>
  recordOf([admitted('S1', programme('P', '5cu')), enrolled('C1'), enrolled('C2'), ...events]);

describe('examinations of a student', () => {
  it('make no document while nothing is on record', () => {
    expect(examinationsOf(record())).toBeUndefined();
    expect(examinationsView.rowsOf(record())).toEqual([]);
  });

  it('tell of the courses of whose examinations something is on record', () => {
    const document = examinationsOf(record(sat({ mark: 38 }), sat({ kind: 'resit', on: '2024-05-02', absent: true })));
    expect(document?.courses).toMatchObject([
      {
        course: 'C1',
        term: '2023-AUT',
        programme: 'P',
        counted: 1,
        failed: 0,
        most: 2,
        retake: [],
        sittings: [
          { kind: 'original', on: '2023-12-10', absent: false, mark: 38, counts: true },
          { kind: 'resit', on: '2024-05-02', absent: true, mark: null, counts: false },
        ],
      },
    ]);
    expect(examinationsView.rowsOf(record(sat({ mark: 38 })))).toHaveLength(1);
  });

  it('tell what was asked, what came of it, and on what it rests', () => {
    const application = {
      id: 'DE1',
      attempt: 'C1@2023-AUT',
      kind: 'original',
      ground: 'health',
      examinationOn: '2023-12-10',
      certificate: { issuer: 'registered-doctor', leave: ['2023-12-10', '2023-12-12'], unfit: true },
      on: '2023-12-11',
    } as const;
    const asked: RecordEvent = { type: 'DeferredExaminationRequested', data: { application } };
    const pending = examinationsOf(record(asked))?.courses[0]?.deferred;
    expect(pending).toMatchObject([
      {
        application: 'DE1',
        outcome: 'pending',
        missedOn: '2023-12-10',
        appliedOn: '2023-12-11',
        clause: '5cu/assess/11.1',
      },
    ]);
    const decision = {
      granted: true,
      reason: 'ill',
      latest: '2024-05-18',
      clause: '5cu/assess/12.1',
      on: '2023-12-20',
    };
    const granted = examinationsOf(
      record(asked, { type: 'DeferredExaminationDecided', data: { application: 'DE1', decision } }),
    );
    expect(granted?.courses[0]?.deferred).toMatchObject([
      { outcome: 'granted', reason: 'ill', decidedOn: '2023-12-20', latest: '2024-05-18', clause: '5cu/assess/12.1' },
    ]);
  });

  it('tell of a resit and of what is still owed for it', () => {
    const resit = {
      attempt: 'C2@2023-AUT',
      period: '2024-SPR',
      examinationOn: '2024-05-02',
      latest: '2024-05-18',
      charge: 'F1',
      clause: '5cu/dl/8.11.2',
      arrangedOn: '2024-01-20',
    };
    const charge = {
      id: 'F1',
      kind: 'resit',
      programme: 'P',
      cents: 80000,
      due: '2024-05-01',
      on: '2024-01-20',
      clause: '5cu/dl/8.11.3',
    } as const;
    const events: RecordEvent[] = [
      { type: 'ResitArranged', data: { resit } },
      { type: 'ChargeRecorded', data: { charge } },
      { type: 'PaymentRecorded', data: { payment: { id: 'P1', cents: 30000, on: '2024-01-21', charge: 'F1' } } },
    ];
    const { arrangedOn: _on, attempt: _attempt, ...shown } = resit;
    expect(examinationsOf(record(...events))?.courses).toMatchObject([
      { course: 'C2', resit: { ...shown, outstandingCents: 50000 } },
    ]);
  });
});
