import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Account, AwardKind, ProgrammeRequirements } from '../facts.ts';
import { fiveCredit } from '../five-credit/index.ts';
import { anAttempt, aProgramme, aStudy } from '../testing/index.ts';
import { threeCredit } from '../three-credit/index.ts';

const completed = { programme: 'BSC', to: 'completed', on: '2025-07-10', recordedOn: '2025-07-10' } as const;
const owing: Account = {
  charges: [{ id: 'F', kind: 'tuition', programme: 'BSC', cents: 1, due: '2025-01-01', on: '2025-01-01', clause: 'x' }],
  payments: [],
  waivers: [],
  deferrals: [],
};

describe.each([
  ['5cu', 'certificate', '5cu/subdeg/3.10', '5cu/subdeg/3.11'],
  ['5cu', 'honours', '5cu/bach/3.7', '5cu/bach/3.8'],
  ['5cu', 'masters', '5cu/pgdeg/3.8', '5cu/pgdeg/3.9'],
  ['3cu', 'certificate', '3cu/subdeg/3.7', '3cu/subdeg/3.8'],
  ['3cu', 'honours', '3cu/bach/3.8', '3cu/bach/3.9'],
  ['3cu', 'postgraduate-diploma', '3cu/pgd/3.8', '3cu/pgd/3.9'],
] as const)('the day of an award, %s %s', (regime, award, clause, debt) => {
  const pack = regime === '5cu' ? fiveCredit : threeCredit;
  const programme = aProgramme(regime, 'distance-learning', { award });
  const conferring = (on: string, today: string, of: Parameters<typeof aStudy>[1] = { moves: [completed] }) =>
    refusingClauses(pack.conferment(aStudy(programme, of), { on, today }));

  it('is one on which the programme was completed, and that has come', () => {
    expect(conferring('2025-07-10', '2025-07-10')).toEqual([]);
    expect(conferring('2025-07-09', '2025-07-10')).toEqual([clause]);
    expect(conferring('2025-07-11', '2025-07-10')).toEqual([clause]);
    expect(conferring('2025-07-10', '2025-07-10', {})).toEqual([clause]);
  });

  it('is none for who owes anything', () =>
    expect(conferring('2025-07-10', '2025-07-10', { moves: [completed], account: owing })).toEqual([debt]));
});

describe.each([
  ['5cu', 'ordinary', '5cu/bach/5.1(a)', undefined, '5cu/bach/3.7'],
  ['5cu', 'associate-diploma', '5cu/subdegpd/5.1(a)', '5cu/subdegpd/5.1', '5cu/subdegpd/3.7'],
  ['5cu', 'professional-diploma', '5cu/subdegpd/6.1(a)', '5cu/subdegpd/6.1', '5cu/subdegpd/3.7'],
  ['5cu', 'professional-higher-diploma', '5cu/subdegpd/7.1(a)', '5cu/subdegpd/7.1', '5cu/subdegpd/3.7'],
  ['5cu', 'dual', '5cu/dual/5.1(b)', '5cu/dual/5.1', '5cu/dual/3.8'],
  ['3cu', 'dual', '3cu/dual/6.1.1', '3cu/dual/6.1', '3cu/dual/3.8'],
] as const)('the intention to take an award, %s %s', (regime, award, clause, whole, date) => {
  const pack = regime === '5cu' ? fiveCredit : threeCredit;
  const programme = aProgramme(regime, 'distance-learning', { award });
  const declared = (on: string) => [{ programme: 'BSC', award, on }];
  const conferring = (of: Parameters<typeof aStudy>[1]) =>
    refusingClauses(pack.conferment(aStudy(programme, of), { on: '2025-07-10', today: '2025-07-20' }));
  const both = [clause, ...(whole ? [whole] : [])];

  it('is declared by the day of the award', () => {
    expect(conferring({ moves: [completed], intentions: declared('2025-07-10') })).toEqual([]);
    expect(conferring({ moves: [completed], intentions: declared('2025-07-11') })).toEqual(both);
    expect(conferring({ moves: [completed] })).toEqual(both);
  });

  it('does not stand for completing the programme', () =>
    expect(conferring({ intentions: declared('2025-07-01') })).toEqual([date, ...(whole ? [whole] : [])]));
});

describe('majors and minors of the three-credit structure', () => {
  const described = (award: AwardKind, requirements: Partial<ProgrammeRequirements>) =>
    refusingClauses(threeCredit.programme(aProgramme('3cu', 'full-time', { award, requirements }), '2024-07-01'));

  it('are those of honours degrees, a minor with a major', () => {
    expect(described('honours', { major: ['A'], minor: ['B'] })).toEqual([]);
    expect(described('ordinary', { major: ['A'] })).toEqual(['3cu/gloss/21']);
    expect(described('honours', { minor: ['B'] })).toEqual(['3cu/gloss/23']);
  });

  it('are completed by passing their courses', () => {
    const requirements = { major: ['A'], minor: ['B'] };
    const study = aStudy(aProgramme('3cu', 'full-time', { requirements }), {
      attempts: [anAttempt('A', { grade: 'B' })],
    });
    const checks = threeCredit.audit(study).requirements;
    expect(checks.find(({ clause }) => clause === '3cu/gloss/21')).toMatchObject({ met: true });
    expect(checks.find(({ clause }) => clause === '3cu/gloss/23')).toMatchObject({
      met: false,
      needed: '1',
      have: '0',
    });
  });
});
