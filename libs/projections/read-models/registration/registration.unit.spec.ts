import { describe, expect, it } from '@jest/globals';
import type { RecordEvent } from '#student-record';
import { aResearchAdmission } from '../../../regulations/testing/research.ts';
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

  it('tells of research how far it has come, and of any other programme nothing of the kind', () => {
    expect(documentOf()).not.toHaveProperty('research');
    const phd = { ...programme('PHD', '3cu'), award: 'phd', mode: 'full-time' } as const;
    const on = admitted('S1', phd);
    if (on.type !== 'StudentAdmitted') throw new Error('no admission');
    const { registration: of } = on.data;
    const research = aResearchAdmission({ thesisLanguage: 'zh' });
    const events: RecordEvent[] = [
      { ...on, data: { ...on.data, registration: { ...of, research } } },
      {
        type: 'StudyInterrupted',
        data: {
          programme: 'PHD',
          leave: { from: '2024-10-01', until: '2025-01-01', reason: 'illness', recordedOn: '2024-09-20' },
        },
      },
      { type: 'ThesisRegistered', data: { programme: 'PHD', title: 'On clocks', on: '2024-11-01' } },
      { type: 'ThesisNoticeGiven', data: { programme: 'PHD', on: '2025-10-01' } },
    ];
    const record = recordOf(events);
    const [first] = record.programmes;
    if (!first) throw new Error('no programme');
    const document = registrationOf(record, first);
    expect(document).toMatchObject({
      asOf: '2025-10-01',
      status: 'registered',
      research: {
        thesisLanguage: 'zh',
        period: {
          clause: '3cu/rpg/5.1',
          from: '2024-09-02',
          years: 4,
          extended: 0,
          lastDay: '2028-09-01',
          daysLeft: 1066,
        },
        leaves: [{ from: '2024-10-01', until: '2025-01-01' }],
        thesis: {
          title: 'On clocks',
          window: { clause: '3cu/rpg/6.2', from: '2024-11-01', opens: '2025-11-01', closes: '2027-11-01' },
          noticeOn: '2025-10-01',
        },
      },
    });
    expect(document.research).not.toHaveProperty('startsOn');
    expect(document.history.map(({ status, since }) => [status, since])).toContainEqual(['on-leave', '2024-10-01']);
  });
});
