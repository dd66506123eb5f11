import { describe, expect, it } from '@jest/globals';
import { refusingClauses, rule } from '#kernel';
import type { AwardKind, Regime, Study } from '../facts.ts';
import { fiveCreditTeachOut } from '../five-credit/teach-out.ts';
import { packFor } from '../packs.ts';
import { anAttempt, aProgramme, aStudy, autumn, saysWhy, spring } from '../testing/index.ts';
import { threeCreditTeachOut } from '../three-credit/teach-out.ts';
import { completion } from './teach-out.ts';

const closing = { endsOn: '2024-08-31', announcedOn: '2023-01-01' };
const laws = { '5cu': fiveCreditTeachOut, '3cu': threeCreditTeachOut };

const completed = (regime: Regime, award: AwardKind, gradedOn: string, met = true) => {
  const study = aStudy(aProgramme(regime, 'distance-learning', { award }), {
    attempts: [anAttempt('C1', { grade: 'B', gradedOn })],
  });
  const audit = ({ attempts }: Study) => ({
    award,
    met: met && attempts.every(({ grade }) => grade !== undefined),
    requirements: [],
    ruling: rule('p', []),
  });
  return completion({ pack: 'p', teachOut: laws[regime], requirements: 'x', audit })(study, { closing });
};

describe('a programme that is taught out', () => {
  it.each([
    ['5cu', 'certificate', '2027', '5cu/subdeg/3.6'],
    ['5cu', 'diploma', '2027', '5cu/subdeg/3.7'],
    ['5cu', 'higher-diploma', '2028', '5cu/subdeg/3.8'],
    ['5cu', 'associate', '2028', '5cu/subdeg/3.9'],
    ['5cu', 'ordinary', '2029', '5cu/bach/3.6'],
    ['5cu', 'honours', '2029', '5cu/bach/3.6'],
    ['5cu', 'associate-diploma', '2027', '5cu/subdegpd/3.6'],
    ['5cu', 'professional-diploma', '2027', '5cu/subdegpd/3.6'],
    ['5cu', 'professional-higher-diploma', '2027', '5cu/subdegpd/3.6'],
    ['5cu', 'dual', '2030', '5cu/dual/3.7'],
    ['3cu', 'dual', '2030', '3cu/dual/3.7'],
    ['3cu', 'certificate', '2028', '3cu/subdeg/3.6'],
    ['3cu', 'diploma', '2027', '3cu/subdeg/3.6'],
    ['3cu', 'higher-diploma', '2028', '3cu/subdeg/3.6'],
    ['3cu', 'associate', '2028', '3cu/subdeg/3.6'],
    ['3cu', 'ordinary', '2029', '3cu/bach/3.7'],
    ['3cu', 'honours', '2029', '3cu/bach/3.7'],
  ] as const)('of %s, %s, is completed in time until the end of August %s', (regime, award, year, clause) => {
    expect(completed(regime, award, `${year}-08-31`).ruling.outcome).toBe('allowed');
    const late = completed(regime, award, `${year}-09-01`).ruling;
    expect(refusingClauses(late)).toEqual([clause]);
    expect(saysWhy(late)).toBe(true);
    expect(late.remedies).toHaveLength(1);
  });

  it.each([
    ['5cu', '5cu/bach/3.6'],
    ['3cu', '3cu/bach/3.7'],
  ] as const)('is completed on the first day on which its requirements were met, %s', (regime, clause) => {
    const results = (last: string) => {
      const study = aStudy(aProgramme(regime, 'distance-learning'), {
        attempts: [
          anAttempt('C1', { grade: 'B', gradedOn: '2025-01-10' }),
          anAttempt('C2', { grade: 'B', gradedOn: last }),
          anAttempt('C3', { grade: 'B', gradedOn: '2031-01-10' }),
        ],
      });
      const audit = ({ attempts }: Study) => ({
        award: 'honours' as const,
        met: attempts.filter(({ grade }) => grade === 'B').length >= 2,
        requirements: [],
        ruling: rule('p', []),
      });
      return completion({ pack: 'p', teachOut: laws[regime], requirements: 'x', audit })(study, { closing });
    };
    const inTime = results('2029-08-31');
    expect([inTime.ruling.outcome, inTime.completedOn]).toEqual(['allowed', '2029-08-31']);
    expect(refusingClauses(results('2029-09-01').ruling)).toEqual([clause]);
  });

  it('is not completed while a requirement is outstanding', () =>
    expect(refusingClauses(completed('3cu', 'honours', '2025-01-10', false).ruling)).toEqual(['x']));

  it.each([
    ['3cu', 'distance-learning', '3cu/bach/3.7'],
    ['3cu', 'full-time', '3cu/bach/3.7'],
    ['5cu', 'distance-learning', '5cu/bach/3.6'],
    ['5cu', 'full-time', '5cu/bach/3.6'],
  ] as const)('takes nobody in a term that begins on its last day or later, %s in %s', (regime, mode, clause) => {
    const entering = (endsOn: string) => {
      const programme = { ...aProgramme(regime, mode), closing: { endsOn, announcedOn: '2024-01-01' } };
      return refusingClauses(packFor(regime).admission({ programme, term: autumn, current: [], today: '2024-08-01' }));
    };
    expect(entering('2024-09-03')).toEqual([]);
    expect(entering('2024-09-02')).toEqual([clause]);
  });

  it('is not changed to either', () => {
    const to = { ...aProgramme('3cu', 'distance-learning', { code: 'BA' }), closing };
    const { ruling } = packFor('3cu').registration.change(aStudy(aProgramme('3cu', 'distance-learning')), {
      to,
      term: spring,
      applicationCents: 0,
      credentials: [],
      approvals: [{ authority: 'school', reason: 'accepted' }],
      today: '2024-12-01',
    });
    expect(refusingClauses(ruling)).toEqual(['3cu/bach/3.7']);
  });
});
