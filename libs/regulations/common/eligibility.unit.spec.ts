import { describe, expect, it } from '@jest/globals';
import type { Attempt, Deferral, StudyMode } from '../facts.ts';
import { anAttempt, aProgramme, aStudy, autumn, saysWhy, spring } from '../testing/index.ts';
import { deferralFinding, eligibilityRemedies } from './eligibility.ts';

const CLAUSE = '3cu/dl/5.3';
const deferral = (of: Partial<Deferral> = {}): Deferral => ({
  programme: 'BSC',
  ground: 'compassionate',
  from: '2024-08-01',
  until: '2024-09-17',
  covers: [],
  approvedOn: '2024-07-20',
  ...of,
});

const found = (
  of: { mode?: StudyMode; deferrals?: Deferral[]; attempts?: Attempt[]; today?: string } = {},
  term = autumn,
) => {
  const { mode = 'full-time', deferrals = [deferral()], attempts = [], today = '2024-08-05' } = of;
  return deferralFinding(aStudy(aProgramme('3cu', mode), { deferrals, attempts }), term, today, CLAUSE);
};

describe('a term and a deferral', () => {
  it('have no enrolment while study is off beyond the last day of adding courses', () => {
    const off = found();
    expect(off).toMatchObject({ holds: false, figures: { from: '2024-08-01', until: '2024-09-17' } });
    expect(saysWhy({ outcome: 'refused', findings: [off], pack: '' })).toBe(true);
    expect(eligibilityRemedies([off])[0]?.en).toContain('on or after 2024-09-17');
    expect(found({ deferrals: [deferral({ until: '2024-09-16' })] }).holds).toBe(true);
    expect(eligibilityRemedies([found({ deferrals: [] })])).toEqual([]);
  });

  it('have enrolment from the day on which study goes on, whenever that is', () => {
    expect(found({ today: '2024-09-16' }).holds).toBe(false);
    expect(found({ today: '2024-09-17' }).holds).toBe(true);
  });

  it('have enrolment when teaching has ended before the deferral begins', () => {
    const from = (day: string) => found({ deferrals: [deferral({ from: day, until: '2025-09-01' })] }).holds;
    expect([from('2024-11-30'), from('2024-12-01')]).toEqual([false, true]);
  });

  it('have no enrolment where the second of two deferrals is of all study', () => {
    const single = deferral({ covers: ['A@2024-AUT'] });
    const other = deferral({ from: '2024-09-01', until: '2025-09-01', covers: [] });
    const attempts = [
      anAttempt('B', {
        term: {
          ...autumn,
          code: '2024-SUM',
          teaching: ['2024-06-01', '2024-08-02'],
          examinations: ['2024-08-10', '2024-08-20'],
        },
      }),
    ];
    const asked = { mode: 'distance-learning' as const, attempts };
    expect(found({ ...asked, deferrals: [single] }).holds).toBe(true);
    expect(found({ ...asked, deferrals: [single, other] }).holds).toBe(false);
  });

  it('have to be of the same programme', () =>
    expect(found({ deferrals: [deferral({ programme: 'BA' })] }).holds).toBe(true));
});

describe('a deferral of single courses', () => {
  const off = deferral({ from: '2024-10-01', until: '2025-09-01', covers: ['A@2024-AUT'] });
  const period = { from: off.from, until: off.until };
  const A = anAttempt('A', { status: 'deferred', deferrals: [period] });
  const asked = (...others: Attempt[]) =>
    found({ mode: 'distance-learning', deferrals: [off], attempts: [A, ...others] }, spring);

  it('leaves study going on where another course is taken in its time', () => {
    expect(asked(anAttempt('B')).holds).toBe(true);
    expect(asked(anAttempt('B', { grade: 'B' })).holds).toBe(true);
  });

  it('is one of all study where no other is', () => {
    expect(asked().holds).toBe(false);
    expect(asked(anAttempt('B', { status: 'withdrawn' })).holds).toBe(false);
    expect(asked(anAttempt('B', { programme: 'BA' })).holds).toBe(false);
    expect(asked(anAttempt('B', { deferrals: [period] })).holds).toBe(false);
    expect(asked(anAttempt('B', { deferrals: [{ ...period, from: '2024-10-02' }] })).holds).toBe(true);
    const ended = {
      ...autumn,
      code: '2024-SUM',
      teaching: ['2024-06-01', '2024-08-01'],
      examinations: ['2024-08-10', '2024-09-30'],
    } as const;
    expect(asked(anAttempt('B', { term: ended })).holds).toBe(false);
    expect(asked(anAttempt('B', { term: { ...ended, examinations: ['2024-08-10', '2024-10-01'] } })).holds).toBe(true);
  });

  it('is one of all study where what it covers has had its result before', () => {
    const graded = anAttempt('B', { grade: 'B' });
    const both = { ...off, covers: ['A@2024-AUT', 'B@2024-AUT'] };
    expect(found({ mode: 'distance-learning', deferrals: [both], attempts: [A, graded] }, spring).holds).toBe(false);
  });

  it('is one of all study full-time, whatever else is taken', () =>
    expect(found({ deferrals: [off], attempts: [A, anAttempt('B')] }, spring).holds).toBe(false));
});
