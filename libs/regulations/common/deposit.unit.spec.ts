import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Account, Charge, RegistrationStatus } from '../facts.ts';
import { fiveCredit } from '../five-credit/index.ts';
import { aProgramme, aStudy } from '../testing/index.ts';
import { threeCredit } from '../three-credit/index.ts';
import { accountOn } from './account.ts';

const today = '2025-07-01';
const charge = (kind: Charge['kind'], cents: number): Charge => ({
  id: kind,
  kind,
  programme: 'BSC',
  cents,
  due: '2024-09-01',
  on: '2024-08-01',
  clause: 'x',
});
const account = (debt: number, of: Partial<Account> = {}): Account => ({
  charges: [charge('caution-deposit', 500), ...(debt > 0 ? [charge('tuition', debt)] : [])],
  payments: [{ id: 'R', cents: 500, on: '2024-08-02', charge: 'caution-deposit' }],
  waivers: [],
  deferrals: [],
  ...of,
});

describe.each([
  ['5cu', fiveCredit],
  ['3cu', threeCredit],
] as const)('a caution deposit, %s', (regime, pack) => {
  const settled = (of: Account, status: RegistrationStatus) =>
    pack.depositSettlement(aStudy(aProgramme(regime, 'full-time'), { account: of }), { status, today });

  it.each([
    [0, 0, 500],
    [200, 200, 300],
    [500, 500, 0],
    [700, 500, 0],
  ])('with debts of %i has %i deducted and %i returned', (debt, deducted, returned) =>
    expect(settled(account(debt), 'withdrawn')).toMatchObject({
      ruling: { outcome: 'allowed' },
      deducted,
      returned,
      graduation: 0,
    }),
  );

  it('becomes the graduation fee of who completed the programme', () =>
    expect(settled(account(200), 'completed')).toMatchObject({ deducted: 200, returned: 0, graduation: 300 }));

  it.each(['withdrawn', 'lapsed', 'discontinued', 'deregistered', 'completed'] as const)(
    'is settled of who has left: %s',
    (status) => expect(settled(account(0), status).ruling.outcome).toBe('allowed'),
  );

  it.each(['registered', 'provisional', 'deferred', 'changed'] as const)('is kept while %s', (status) =>
    expect(refusingClauses(settled(account(0), status).ruling)).toEqual([`${regime}/ug/3.3`]),
  );

  it('is settled once, and not where none was paid', () => {
    const settlements = [
      { programme: 'BSC', on: '2025-06-01', deducted: 0, returned: 500, graduation: 0, clause: 'x' },
    ];
    expect(refusingClauses(settled(account(0, { settlements }), 'withdrawn').ruling)).toEqual([`${regime}/ug/3.3`]);
    expect(refusingClauses(settled(account(0, { payments: [] }), 'withdrawn').ruling)).toEqual([`${regime}/ug/3.3`]);
  });
});

describe('an account with a settled deposit', () => {
  const settlement = { programme: 'BSC', on: '2025-06-01', deducted: 200, returned: 0, graduation: 300, clause: 'x' };

  it('has its debts paid by what was deducted, and no deposit left', () => {
    const of = account(200, { settlements: [settlement] });
    expect(accountOn(of, '2025-05-31')).toMatchObject({ owed: 200, deposit: 500 });
    expect(accountOn(of, '2025-06-01')).toMatchObject({ owed: 0, deposit: 0 });
  });

  it('has the graduation fee paid by what was turned into it', () => {
    const of = account(200, { settlements: [settlement] });
    const graduating = { ...of, charges: [...of.charges, charge('graduation', 350)] };
    expect(accountOn(graduating, '2025-06-01')).toMatchObject({ owed: 50 });
  });
});
