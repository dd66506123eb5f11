import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { AwardKind } from '../facts.ts';
import { fiveCredit } from '../five-credit/index.ts';
import { threeCredit } from '../three-credit/index.ts';
import { programme, several, study } from './figures.fixtures.ts';

const credits: Partial<Record<AwardKind, number>> = {
  certificate: 30,
  diploma: 60,
  'higher-diploma': 90,
  associate: 80,
  ordinary: 120,
  honours: 160,
  'associate-diploma': 20,
  'professional-diploma': 35,
  'professional-higher-diploma': 65,
};
const of = (award: AwardKind) => programme('5cu', { award, credits: credits[award] ?? 40, mode: 'distance-learning' });
const enough = [
  ...several(4, 'F', 10, 'foundation', 'B'),
  ...several(8, 'M', 10, 'middle', 'B'),
  ...several(4, 'H', 10, 'higher', 'B'),
];
const refused = (from: AwardKind, to: AwardKind, taken = enough, conferredOn: string | null = '2024-01-01') => {
  const ruling = fiveCredit.conversion(study(of(to), taken), {
    from: conferredOn === null ? { award: from } : { award: from, conferredOn },
    today: '2025-01-01',
  });
  return ruling && refusingClauses(ruling);
};

describe('an award of professional development', () => {
  it.each<[AwardKind, AwardKind, string]>([
    ['associate-diploma', 'professional-diploma', '5cu/stack/3.3'],
    ['associate-diploma', 'professional-higher-diploma', '5cu/stack/3.3'],
    ['professional-diploma', 'professional-higher-diploma', '5cu/stack/3.3'],
    ['associate-diploma', 'certificate', '5cu/stack/3.4'],
    ['professional-diploma', 'diploma', '5cu/stack/3.4'],
    ['professional-higher-diploma', 'higher-diploma', '5cu/stack/3.4'],
    ['professional-higher-diploma', 'associate', '5cu/stack/3.4'],
    ['associate-diploma', 'ordinary', '5cu/stack/3.5'],
    ['professional-higher-diploma', 'honours', '5cu/stack/3.5'],
  ])('%s becomes %s once what that asks is met', (from, to, clause) => {
    expect(refused(from, to)).toEqual([]);
    expect(refused(from, to, enough.slice(0, 1))).toEqual([clause]);
  });
  it.each<[AwardKind, AwardKind]>([
    ['professional-higher-diploma', 'certificate'],
    ['professional-higher-diploma', 'diploma'],
    ['professional-diploma', 'certificate'],
  ])('%s does not become %s, which is lower', (from, to) => expect(refused(from, to)).toEqual(['5cu/stack/1.4']));
  it.each<[AwardKind, AwardKind]>([
    ['professional-higher-diploma', 'professional-diploma'],
    ['professional-diploma', 'associate-diploma'],
  ])('%s does not become %s, and no clause lets it', (from, to) =>
    expect(refused(from, to)).toEqual(['5cu/stack/1.4', '5cu/stack/3.6']),
  );
  it('does not become itself, nor a dual award', () => {
    expect(refused('professional-diploma', 'professional-diploma')).toEqual(['5cu/stack/3.6']);
    expect(refused('professional-diploma', 'dual')).toContain('5cu/stack/3.6');
  });
  it('is converted when it has been conferred', () =>
    expect(refused('associate-diploma', 'certificate', enough, null)).toEqual(['5cu/stack/3.6']));
  it('is the only one that is converted so', () => {
    expect(refused('certificate', 'diploma')).toBeUndefined();
    const three = study(programme('3cu'), []);
    expect(threeCredit.conversion(three, { from: { award: 'certificate' }, today: '2025-01-01' })).toBeUndefined();
  });
});
