import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { type Attempt, type CourseworkFile, emptyCoursework, type Regime } from '../facts.ts';
import { packFor } from '../packs.ts';
import { anAttempt, anItem, aProgramme, aStudy, figuresOf, saysWhy } from '../testing/index.ts';

const items = [anItem('A1', '2024-03-01'), anItem('A2', '2024-04-01')];

const study = (regime: Regime, attempt: Attempt, mode: 'distance-learning' | 'full-time' = 'distance-learning') =>
  aStudy(aProgramme(regime, mode), { attempts: [attempt] });

const asking = (regime: Regime, until: string, today: string, more: Partial<Attempt> = {}, assignment = 'A1') => {
  const attempt = anAttempt('C1', { items, ...more });
  return packFor(regime).coursework.extensionRequest(study(regime, attempt), { attempt, assignment, until, today });
};

const deciding = (
  regime: Regime,
  until: string,
  authority: string,
  of: { today?: string; granted?: boolean; markerAvailable?: boolean; assignment?: string } = {},
) => {
  const attempt = anAttempt('C1', { items });
  return packFor(regime).coursework.extensionDecision(study(regime, attempt), {
    ...{ attempt, assignment: 'A1', until, authority, today: '2024-02-28', granted: true, markerAvailable: false },
    ...of,
  }).ruling;
};

describe.each([
  ['5cu', '5cu/dl/8.7.2', '5cu/dl/8.7.3'],
  ['3cu', '3cu/dl/9.8.2', '3cu/dl/9.8.3'],
] as const)('asking for an extension in distance learning, %s', (regime, clause, last) => {
  it.each([
    ['2024-03-02', 'tutor', '(a)', 1],
    ['2024-03-08', 'tutor', '(a)', 7],
    ['2024-03-09', 'internal-examiner', '(b)', 8],
    ['2024-03-22', 'internal-examiner', '(b)', 21],
    ['2024-03-23', 'dean', '(c)', 22],
    ['2024-06-01', 'dean', '(c)', 92],
  ])('until %s goes to the %s', (until, tier, letter, daysLater) => {
    const asked = asking(regime, until, '2024-02-27');
    expect(asked).toMatchObject({ tier, clause: `${clause}${letter}`, ruling: { outcome: 'allowed' } });
    expect(figuresOf(asked.ruling, `${clause}${letter}`)).toMatchObject({ daysLater, authority: tier });
  });

  it('is in time on the day it is due, and not on the next', () => {
    expect(asking(regime, '2024-03-05', '2024-03-01').ruling.outcome).toBe('allowed');
    const late = asking(regime, '2024-03-05', '2024-03-02').ruling;
    expect(refusingClauses(late)).toEqual([clause]);
    expect(saysWhy(late)).toBe(true);
    expect(late.remedies?.[0]?.en).toContain('2024-03-01');
  });

  it('is never possible for the last assignment', () => {
    const refused = asking(regime, '2024-04-02', '2024-02-27', {}, 'A2').ruling;
    expect(refusingClauses(refused)).toEqual([last]);
    expect(saysWhy(refused)).toBe(true);
  });

  it('is not possible for a course that is taken no more', () =>
    expect(
      asking(regime, '2024-03-05', '2024-02-27', { status: 'withdrawn', leftOn: '2024-02-20' }).ruling.outcome,
    ).toBe('refused'));
});

describe.each([
  ['5cu', '5cu/dl/8.7.2', '5cu/dl/8.7.3'],
  ['3cu', '3cu/dl/9.8.2', '3cu/dl/9.8.3'],
] as const)('deciding on an extension, %s', (regime, clause, last) => {
  it.each([
    ['2024-03-08', 'tutor', 'allowed'],
    ['2024-03-08', 'dean', 'allowed'],
    ['2024-03-08', 'course-coordinator', 'refused'],
    ['2024-03-09', 'tutor', 'refused'],
    ['2024-03-09', 'internal-examiner', 'allowed'],
    ['2024-03-22', 'internal-examiner', 'allowed'],
    ['2024-03-23', 'internal-examiner', 'refused'],
  ])('until %s by the %s is %s', (until, authority, outcome) => {
    const ruling = deciding(regime, until, authority);
    expect(ruling.outcome).toBe(outcome);
    expect(saysWhy(ruling)).toBe(true);
  });

  it('beyond 21 days is the dean’s, and only where somebody is there to mark the work', () => {
    const without = deciding(regime, '2024-03-23', 'dean');
    expect(refusingClauses(without)).toEqual([`${clause}(c)`]);
    expect(saysWhy(without)).toBe(true);
    expect(deciding(regime, '2024-03-23', 'dean', { markerAvailable: true }).outcome).toBe('allowed');
    expect(deciding(regime, '2024-03-22', 'dean').outcome).toBe('allowed');
    expect(deciding(regime, '2024-03-23', 'internal-examiner', { markerAvailable: true }).outcome).toBe('refused');
  });

  it('is granted by the day it is due, and declined at any time', () => {
    expect(deciding(regime, '2024-03-05', 'tutor', { today: '2024-03-01' }).outcome).toBe('allowed');
    expect(refusingClauses(deciding(regime, '2024-03-05', 'tutor', { today: '2024-03-02' }))).toEqual([clause]);
    expect(deciding(regime, '2024-03-05', 'tutor', { today: '2024-03-02', granted: false }).outcome).toBe('allowed');
    expect(deciding(regime, '2024-03-23', 'dean', { granted: false }).outcome).toBe('allowed');
  });

  it('is never granted for the last assignment', () =>
    expect(
      refusingClauses(deciding(regime, '2024-04-02', 'dean', { assignment: 'A2', markerAvailable: true })),
    ).toEqual([last]));
});

describe('an extension in face-to-face study', () => {
  it.each([
    ['5cu', '5cu/ug/9.5'],
    ['3cu', '3cu/ug/9.7'],
  ] as const)('is not given beforehand (%s)', (regime, clause) => {
    const attempt = anAttempt('C1', { items });
    const { coursework } = packFor(regime);
    const asked = { attempt, assignment: 'A1', until: '2024-03-05', today: '2024-02-27' };
    const { ruling } = coursework.extensionRequest(study(regime, attempt, 'full-time'), asked);
    expect(refusingClauses(ruling)).toEqual([clause]);
    expect(saysWhy(ruling)).toBe(true);
    const decision = { ...asked, granted: true, authority: 'teacher', markerAvailable: true };
    expect(coursework.extensionDecision(study(regime, attempt, 'full-time'), decision).ruling.outcome).toBe('refused');
  });
});

describe('handing in with an extension', () => {
  const extended = (granted: boolean): CourseworkFile => ({
    ...emptyCoursework,
    extensions: [
      {
        ...{ assignment: 'A1', requestedOn: '2024-02-27', asked: '2024-03-08', reason: 'ill', tier: 'tutor' },
        clause: 'x',
        decided: {
          ...{ on: '2024-02-28', granted, until: granted ? '2024-03-08' : undefined },
          ...{ authority: 'tutor', clause: 'x', reason: 'certificate' },
        },
      },
    ],
  });
  const handing = (regime: Regime, today: string, granted = true) => {
    const attempt = anAttempt('C1', { items, coursework: extended(granted) });
    const asked = { attempt, assignment: 'A1', banked: false, approvals: [], today };
    return packFor(regime).submission(study(regime, attempt), asked);
  };

  it.each(['5cu', '3cu'] as const)('is in time up to the day that was granted (%s)', (regime) => {
    expect(handing(regime, '2024-03-08')).toMatchObject({ outcome: 'allowed', due: '2024-03-08', late: false });
    const late = handing(regime, '2024-03-09');
    expect(late).toMatchObject({ outcome: 'refused', due: '2024-03-08', late: true });
    const [clause = ''] = refusingClauses(late);
    expect(figuresOf(late, clause)).toMatchObject({ due: '2024-03-08', daysLate: 1 });
    expect(handing(regime, '2024-03-08', false)).toMatchObject({ outcome: 'refused', due: '2024-03-01' });
  });

  it('is one of the days that concern the student', () => {
    const attempt = anAttempt('C1', { items, coursework: extended(true) });
    const days = packFor('3cu').deadlines(study('3cu', attempt), { today: '2024-02-28' });
    expect(days.filter(({ kind }) => kind === 'assignment').map(({ item, day }) => [item, day])).toEqual([
      ['A1', '2024-03-08'],
      ['A2', '2024-04-01'],
    ]);
  });
});
