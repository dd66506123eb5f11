import { describe, expect, it } from '@jest/globals';
import { foldRecord, type RecordEvent, recordAt } from '#student-record';
import { admitted, chargedWith, enrolledIn, heldBy, paid, term } from '../../../academic-record/testing/story.ts';
import { aTerm } from '../../../regulations/testing/index.ts';
import { deadlinesOf } from '../deadlines/deadlines.ts';
import { enrolmentEligibilityOf } from '../enrolment-eligibility/enrolment-eligibility.ts';
import { holdsOf } from './holds.ts';

const at = (events: readonly RecordEvent[], day?: string) =>
  recordAt({ student: 'S1', record: foldRecord(events), revision: 1n, position: '1' }, undefined, day);

describe('holds and balance', () => {
  it('are empty, and keep from nothing, where nothing was charged or ordered', () =>
    expect(holdsOf(at([admitted('3cu', 'full-time')]))).toMatchObject({
      on: '2024-08-01',
      holds: [],
      charges: [],
      balance: { owed: { cents: 0, display: 'HK$0.00' } },
      programmes: [
        {
          registration: 'registered',
          clearances: [
            { act: 'enrolment', outcome: 'allowed', findings: [] },
            { act: 'results', outcome: 'allowed' },
            { act: 'documents', outcome: 'allowed' },
            { act: 'award', outcome: 'allowed' },
          ],
        },
      ],
    }));

  it('say what is owed, by what day, and what it keeps from', () => {
    const document = holdsOf(
      at([
        admitted('3cu', 'full-time'),
        chargedWith('T', 123_450, '2024-08-25'),
        paid('P', 100_000, '2024-08-26'),
        heldBy('documents', '3cu/ug/13.5'),
      ]),
    );
    expect(document.charges).toMatchObject([
      { id: 'T', payBy: '2024-08-25', outstanding: { cents: 23_450, display: 'HK$234.50' } },
    ]);
    expect(document.balance).toMatchObject({ owed: { cents: 23_450 }, overdue: { cents: 23_450 } });
    expect(document.holds).toMatchObject([{ id: 'H1', kind: 'documents', placedOn: '2024-08-10' }]);
    expect(document.programmes[0]?.clearances.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'refused',
      'refused',
      'refused',
    ]);
  });
});

describe('deadlines', () => {
  it.each([
    [
      '3cu',
      'distance-learning',
      ['3cu/dl/3.5', '3cu/dl/8.3', '3cu/dl/6.1', '3cu/dl/9.6', '3cu/dl/6.4'],
      'course-change',
    ],
    [
      '5cu',
      'distance-learning',
      ['5cu/dl/3.5', '5cu/dl/7.3', '5cu/dl/5.1', '5cu/dl/8.5', '5cu/dl/5.4'],
      'course-change',
    ],
    ['3cu', 'full-time', ['3cu/ug/6.1', '3cu/ug/6.4', '3cu/ug/6.5', '3cu/ug/9.7', '3cu/ug/7.3'], 'add-drop'],
    ['5cu', 'full-time', ['5cu/ug/6.1', '5cu/ug/6.4', '5cu/ug/6.5', '5cu/ug/9.5', '5cu/ug/7.3'], 'add-drop'],
  ] as const)('of a term stand in order of day, each with its clause, %s %s', (regime, mode, clauses, change) => {
    const [registration, changing, withdrawal, work, end] = clauses;
    const { deadlines } = deadlinesOf(at([admitted(regime, mode), enrolledIn('COMP2010')]));
    const ofRequests = ['examination-arrangement', 'special-circumstances'];
    const ofStudy = deadlines.filter(({ kind }) => !ofRequests.includes(kind));
    expect(ofStudy.map(({ kind, day, clause }) => [kind, day, clause])).toEqual([
      ['registration', '2024-09-01', registration],
      [change, '2024-09-16', changing],
      ['assignment', '2024-10-01', work],
      ['assignment', '2024-11-15', work],
      ['withdrawal', '2024-11-25', withdrawal],
      ['examination', '2024-12-10', undefined],
      mode === 'full-time' ? ['end-of-study-period', '2030-08-31', end] : ['lapse', '2026-12-20', end],
    ]);
  });

  it('leave out what is past, and have the return from a deferral', () => {
    const deferral = {
      programme: 'BSC',
      ground: 'illness' as const,
      from: '2024-10-20',
      until: '2025-09-01',
      covers: [`COMP2010@${term.code}`],
      approvedOn: '2024-10-20',
    };
    const { deadlines } = deadlinesOf(
      at([admitted('3cu', 'full-time'), enrolledIn('COMP2010'), { type: 'StudiesDeferred', data: { deferral } }]),
    );
    expect(deadlines.map(({ kind, day }) => [kind, day])).toEqual([
      ['end-of-deferral', '2025-09-01'],
      ['end-of-study-period', '2030-08-31'],
    ]);
  });

  it('have what is still to be paid', () => {
    const { deadlines } = deadlinesOf(
      at([admitted('3cu', 'full-time'), chargedWith('T', 10_000, '2024-08-31'), paid('P', 1, '2024-08-22')]),
    );
    expect(deadlines[0]).toMatchObject({ kind: 'payment', day: '2024-08-31', item: 'T' });
    expect(deadlines[0]?.title.en).toBe('Last day of paying HK$99.99 (T)');
  });
});

describe('eligibility to enrol', () => {
  const coming = [aTerm({ code: '2024-SPR', addDropEnds: '2024-01-29' }), aTerm({})];
  const of = (events: readonly RecordEvent[], on: string) => enrolmentEligibilityOf(at(events, on), coming, on);

  it('is told of the terms in which courses can still be added', () => {
    expect(of([admitted('3cu', 'full-time')], '2024-09-16').map(({ term }) => term.code)).toEqual(['2024-AUT']);
    expect(of([admitted('3cu', 'full-time')], '2024-09-17')).toEqual([]);
  });

  it.each([
    [
      '3cu',
      'distance-learning',
      [
        ['registration-value', '24/1', '21/1'],
        ['first-registration-value', '12/1', '9/1'],
      ],
    ],
    [
      '5cu',
      'distance-learning',
      [
        ['registration-value', '30/1', '27/1'],
        ['first-registration-value', '15/1', '12/1'],
      ],
    ],
    [
      '3cu',
      'full-time',
      [
        ['term-credits', '15/1', '12/1'],
        ['year-credits', '30/1', '27/1'],
      ],
    ],
    [
      '5cu',
      'full-time',
      [
        ['term-credits', '20/1', '17/1'],
        ['year-credits', '40/1', '37/1'],
      ],
    ],
  ] as const)('gives the load that is left, %s %s', (regime, mode, left) => {
    const [document] = of([admitted(regime, mode), enrolledIn('COMP2010')], '2024-08-30');
    expect(document).toMatchObject({ mayEnrol: true, opens: '2024-03-01', closes: '2024-09-01' });
    expect(document?.load.map((load) => [load.measure, load.limit.exact, load.left.exact])).toEqual(left);
  });

  it('begins with registration and ends with its last day in distance learning, later full-time', () => {
    const on = (mode: 'full-time' | 'distance-learning', day: string) => of([admitted('3cu', mode)], day)[0]?.mayEnrol;
    expect([on('full-time', '2024-02-29'), on('full-time', '2024-03-01')]).toEqual([false, true]);
    expect([on('distance-learning', '2024-09-01'), on('distance-learning', '2024-09-02')]).toEqual([true, false]);
    expect([on('full-time', '2024-09-02'), on('full-time', '2024-09-16')]).toEqual([true, true]);
  });

  it('names the clauses that stand in the way, and what would turn it round', () => {
    const [document] = of(
      [admitted('3cu', 'full-time'), heldBy('discipline', '3cu/ug/14.2'), chargedWith('T', 100, '2024-08-25')],
      '2024-08-26',
    );
    expect(document?.mayEnrol).toBe(false);
    expect(document?.findings.filter(({ holds }) => !holds).map(({ clause }) => clause)).toEqual([
      '3cu/ug/3.5',
      '3cu/ug/14.2',
    ]);
    expect(document?.remedies).toHaveLength(2);
  });
});
