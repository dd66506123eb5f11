import { describe, expect, it } from '@jest/globals';
import type { RecordEvent } from '#student-record';
import { recordOf } from '../../testing/record-of.ts';
import { admitted, course, enrolled, programme } from '../../testing/records.ts';
import { registration, registrationOf } from './registration.ts';

const P5 = programme('P5', '5cu');
const base = [admitted('S1', P5), enrolled(course('X', 5), '2023-AUT')];
const documentOf = (...events: readonly RecordEvent[]) => {
  const record = recordOf([...base, ...events]);
  const [first] = record.programmes;
  if (!first) throw new Error('no programme');
  return registrationOf(record, first);
};
const withdrawn: RecordEvent = {
  type: 'ProgrammeWithdrawn',
  data: { programme: 'P5', on: '2023-10-20', recordedOn: '2023-10-20', clause: '5cu/dl/5.1', reason: 'a job' },
};
const change: RecordEvent = {
  type: 'ProgrammeChanged',
  data: {
    change: {
      from: 'P5',
      to: programme('P6', '5cu'),
      term: '2024-SPR',
      approvedOn: '2023-11-01',
      effectiveOn: '2024-01-08',
      clause: '5cu/dl/7.1',
    },
  },
};

describe('a registration', () => {
  it('is there from the first course on', () =>
    expect(documentOf()).toMatchObject({
      student: 'S1',
      programme: { code: 'P5' },
      asOf: '2023-08-15',
      status: 'registered',
      active: true,
      clause: '5cu/dl/3.1',
    }));

  it('tells every move with its day and its clause', () =>
    expect(documentOf(withdrawn)).toMatchObject({
      status: 'withdrawn',
      active: false,
      since: '2023-10-20',
      clause: '5cu/dl/5.1',
      history: [
        { status: 'admitted', since: '2023-08-15', clause: '5cu/dl/3.1' },
        { status: 'registered', since: '2023-08-01' },
        { status: 'withdrawn', since: '2023-10-20', reason: 'a job' },
      ].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
    }));

  it('tells of a change that is to come, and is that of the other programme from its day on', () => {
    expect(documentOf(change)).toMatchObject({
      programme: { code: 'P5' },
      status: 'registered',
      changes: [{ from: 'P5', to: 'P6', term: '2024-SPR', effectiveOn: '2024-01-08' }],
    });
    const after = documentOf(change, enrolled(course('Y', 5), '2024-AUT', 'P6'));
    expect(after).toMatchObject({
      programme: { code: 'P6', admittedOn: '2023-08-15' },
      status: 'registered',
      since: '2024-01-08',
      clause: '5cu/dl/7.1',
      changes: [{ from: 'P5', to: 'P6' }],
    });
    expect(after.history.map(({ programme: of, status }) => [of, status])).toContainEqual(['P5', 'changed']);
  });

  it('tells who granted more years, and why', () => {
    const extension = {
      programme: 'P5',
      years: 1,
      authority: 'senate',
      clause: 'x',
      reason: 'illness',
      on: '2023-12-01',
    };
    expect(documentOf({ type: 'StudyPeriodExtended', data: { extension } }).extensions).toEqual([
      { years: 1, authority: 'senate', clause: 'x', reason: 'illness', on: '2023-12-01' },
    ]);
  });

  it('is told of each programme', () => {
    const record = recordOf([...base, admitted('S1', programme('P3', '3cu'))]);
    expect(registration.rowsOf(record).map(([, part]) => part)).toEqual(['P5', 'P3']);
  });
});
