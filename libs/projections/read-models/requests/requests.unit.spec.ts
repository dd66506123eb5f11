import { describe, expect, it } from '@jest/globals';
import type { RecordEvent } from '#student-record';
import { recordOf } from '../../testing/record-of.ts';
import { admitted, course, enrolled, graded, programme, term } from '../../testing/records.ts';
import { requestsOf, requestsView } from './requests.ts';

const student = { role: 'student', id: 'S1' };
const c1 = course('C1', 5);
const about = { course: 'C1', term: '2023-AUT', by: student, clause: '5cu/assess/17.1' };
const asked: RecordEvent = {
  type: 'ExaminationArrangementRequested',
  data: {
    arrangement: {
      ...about,
      id: 'R1',
      kind: 'religious-days',
      words: 'the Sabbath',
      sitting: { term: '2023-AUT', examinations: term('2023-AUT').examinations },
      papers: [{ kind: 'religious-body-letter', words: 'a letter' }],
      religiousBody: 'A Synagogue',
      costsAgreed: true,
      on: '2023-09-05',
    },
  },
};
const granted: RecordEvent = {
  type: 'ExaminationArrangementDecided',
  data: {
    id: 'R1',
    decision: {
      outcome: 'granted',
      reason: 'an invigilator is found',
      terms: { place: 'Room 5' },
      on: '2023-10-01',
      by: { role: 'registrar' },
      clause: '5cu/assess/17.1',
      charge: 'X1',
    },
  },
};
const charged: RecordEvent = {
  type: 'ChargeRecorded',
  data: {
    charge: {
      id: 'X1',
      kind: 'examination-arrangement',
      programme: 'P5',
      cents: 45_000,
      due: '2023-12-08',
      on: '2023-10-01',
      clause: '5cu/assess/17.4',
    },
  },
};
const paidOn = (on: string): RecordEvent => ({
  type: 'PaymentRecorded',
  data: { payment: { id: 'P1', cents: 45_000, on, charge: 'X1' } },
});
const begun = [admitted('S1', programme('P5', '5cu')), enrolled(c1, '2023-AUT')];

describe('requests of a student', () => {
  const shown = (...events: readonly RecordEvent[]) => requestsOf(recordOf([...begun, ...events]));

  it('make no document before there is one', () => {
    expect(requestsView.rowsOf(recordOf(begun))).toEqual([]);
    expect(requestsView.rowsOf(recordOf([...begun, asked]))).toHaveLength(1);
  });

  it('tell what was asked, by whom and on which clause', () =>
    expect(shown(asked).arrangements).toMatchObject([
      {
        request: 'R1',
        title: { en: 'Course C1' },
        by: 'student',
        clause: '5cu/assess/17.1',
        outcome: 'asked',
        religiousBody: 'A Synagogue',
      },
    ]));

  it('tell what was decided, why, and what it costs', () =>
    expect(shown(asked, granted, charged).arrangements[0]).toMatchObject({
      outcome: 'granted',
      decision: { by: 'registrar', reason: 'an invigilator is found' },
      terms: { place: 'Room 5' },
      costs: { charge: 'X1', outstanding: { cents: 45_000 }, payBy: '2023-12-08' },
    }));

  it('have an arrangement lapse that was not paid for before the examinations', () => {
    const sat = graded(c1, '2023-AUT', 'B');
    expect(shown(asked, granted, charged, paidOn('2023-12-08'), sat).arrangements[0]?.outcome).toBe('granted');
    expect(shown(asked, granted, charged, paidOn('2023-12-09'), sat).arrangements[0]?.outcome).toBe('lapsed');
  });

  it('tell of an appeal and of its fee', () => {
    const appealed: RecordEvent = {
      type: 'ResultAppealed',
      data: { appeal: { ...about, id: 'A1', grade: 'B', words: 'page 7', lastDay: '2024-01-04', on: '2024-01-02' } },
    };
    const decided: RecordEvent = {
      type: 'ResultAppealDecided',
      data: {
        id: 'A1',
        decision: {
          outcome: 'improved',
          grade: 'A',
          reason: 'page 7 was not marked',
          marks: [{ item: 'EX', mark: 71 }],
          on: '2024-02-01',
          by: { role: 'registrar' },
          clause: '5cu/assess/20.1',
        },
      },
    };
    const sat = graded(c1, '2023-AUT', 'B');
    expect(shown(sat, appealed).appeals).toMatchObject([{ outcome: 'open', grade: 'B', lastDay: '2024-01-04' }]);
    expect(shown(sat, appealed, decided).appeals).toMatchObject([
      { outcome: 'improved', grade: 'B', gradeAfter: 'A', marks: [{ item: 'EX', mark: 71 }] },
    ]);
  });

  it('do not name the person who asked or decided, only the office', () =>
    expect(JSON.stringify(shown(asked))).not.toContain('"id"'));
});
