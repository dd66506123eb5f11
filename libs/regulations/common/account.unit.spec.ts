import { describe, expect, it } from '@jest/globals';
import type { Account, Charge } from '../facts.ts';
import { accountOn, emptyAccount, hkd, outstandingOf, paymentStanding } from './account.ts';

const charge = (id: string, cents: number, due: string, of: Partial<Charge> = {}): Charge => ({
  id,
  kind: 'tuition',
  programme: 'BSC',
  cents,
  due,
  on: '2024-08-01',
  clause: '3cu/ug/3.5',
  term: '2024-AUT',
  ...of,
});
const payment = (id: string, cents: number, on: string, of?: string) => ({ id, cents, on, charge: of });
const account = (of: Partial<Account>): Account => ({ ...emptyAccount, ...of });

describe('an account on a day', () => {
  const two = [charge('B', 5_000, '2024-10-01'), charge('A', 10_001, '2024-09-01')];

  it('is overdue from the day after the last one, and owed from the day it is charged', () => {
    const of = account({ charges: [charge('A', 10_001, '2024-09-01')] });
    expect(accountOn(of, '2024-07-31')).toMatchObject({ owed: 0, overdue: 0 });
    expect(accountOn(of, '2024-09-01')).toMatchObject({ owed: 10_001, overdue: 0 });
    expect(accountOn(of, '2024-09-02')).toMatchObject({ owed: 10_001, overdue: 10_001 });
  });

  it('settles what fell due first, unless the payment names a charge', () => {
    const unnamed = account({ charges: two, payments: [payment('P1', 10_000, '2024-08-05')] });
    expect(outstandingOf(unnamed, 'A', '2024-08-05')).toBe(1);
    expect(outstandingOf(unnamed, 'B', '2024-08-05')).toBe(5_000);
    const named = account({ charges: two, payments: [payment('P1', 10_000, '2024-08-05', 'B')] });
    expect(outstandingOf(named, 'B', '2024-08-05')).toBe(0);
    expect(outstandingOf(named, 'A', '2024-08-05')).toBe(5_001);
  });

  it('asks the fee of a resit of who means to sit it, and makes no debt of it', () => {
    const charges = [charge('R', 800, '2024-08-20', { kind: 'resit', clause: '5cu/dl/8.11.3' }), ...two];
    const paid = account({ charges, payments: [payment('P1', 15_000, '2024-08-05')] });
    const on = accountOn(paid, '2024-10-02');
    expect(on).toMatchObject({ owed: 1, overdue: 1, credit: 0 });
    expect(outstandingOf(paid, 'R', '2024-10-02')).toBe(800);
    const more = account({ charges, payments: [payment('P1', 15_801, '2024-08-05')] });
    expect(outstandingOf(more, 'R', '2024-08-19')).toBe(0);
  });

  it('keeps to the cent what was paid beyond the charges', () =>
    expect(accountOn(account({ charges: two, payments: [payment('P1', 15_002, '2024-08-05')] }), '2024-08-05')).toEqual(
      expect.objectContaining({ owed: 0, credit: 1 }),
    ));

  it('frees what was paid for a charge that is waived', () => {
    const waivers = [{ charge: 'A', cents: 10_001, on: '2024-08-06', authority: 'registrar', reason: 'dropped' }];
    const of = account({ charges: two, waivers, payments: [payment('P1', 10_001, '2024-08-05')] });
    expect(accountOn(of, '2024-08-05')).toMatchObject({ owed: 5_000, credit: 0 });
    expect(accountOn(of, '2024-08-06')).toMatchObject({ owed: 0, credit: 5_001 });
  });

  describe('a scholarship that is tuition fee', () => {
    const grants = [{ scholarship: 'DEAN', cents: 6_000, on: '2024-09-02' }];
    const of = (charges: readonly Charge[], facts: Partial<Account> = {}) =>
      accountOn(account({ charges, grants, ...facts }), '2024-09-02');

    it('settles what falls due on its day or later, and not what was due before', () => {
      expect(of([charge('A', 5_000, '2024-09-02')])).toMatchObject({ owed: 0, grant: 1_000, credit: 0 });
      expect(of([charge('A', 5_000, '2024-09-01')])).toMatchObject({ owed: 5_000, overdue: 5_000, grant: 6_000 });
    });
    it('settles tuition alone, that which is due first', () => {
      expect(of([charge('A', 5_000, '2024-10-01', { kind: 'late-registration' })])).toMatchObject({
        owed: 5_000,
        grant: 6_000,
      });
      const charges = of([charge('B', 5_000, '2024-11-01'), charge('A', 5_000, '2024-10-01')]).charges;
      expect(charges.map(({ outstanding }) => outstanding)).toEqual([4_000, 0]);
    });
    it('is not there before its day', () =>
      expect(accountOn(account({ charges: two, grants }), '2024-09-01')).toMatchObject({ owed: 15_001, grant: 0 }));
    it('comes after money that names the charge, and before money that names none', () => {
      const charges = [charge('A', 6_000, '2024-10-01')];
      const named = of(charges, { payments: [payment('P', 6_000, '2024-08-05', 'A')] });
      expect(named).toMatchObject({ owed: 0, grant: 6_000, credit: 0 });
      const unnamed = of(charges, { payments: [payment('P', 6_000, '2024-08-05')] });
      expect(unnamed).toMatchObject({ owed: 0, grant: 0, credit: 6_000 });
    });
    it('is free again for a later course when the charge is waived', () => {
      const waivers = [{ charge: 'A', cents: 5_000, on: '2024-09-02', authority: 'university', reason: 'dropped' }];
      expect(of([charge('A', 5_000, '2024-10-01')], { waivers })).toMatchObject({ owed: 0, grant: 6_000 });
    });
  });

  it('counts the deposit of a later payment towards the tuition of its term, and a caution deposit as held', () => {
    const charges = [
      charge('T', 10_000, '2024-09-01'),
      charge('D', 2_000, '2024-08-01', { kind: 'payment-deferral-deposit' }),
      charge('C', 900, '2024-08-01', { kind: 'caution-deposit', term: undefined }),
    ];
    const payments = [payment('P1', 2_000, '2024-08-05', 'D'), payment('P2', 900, '2024-08-05', 'C')];
    const on = accountOn(account({ charges, payments }), '2024-08-05');
    expect(on).toMatchObject({ owed: 8_000, deposit: 900 });
  });

  it('is written in dollars and cents', () =>
    expect([0, 5, 123_450, 100_000_000].map(hkd)).toEqual(['HK$0.00', 'HK$0.05', 'HK$1,234.50', 'HK$1,000,000.00']));
});

describe('registration while tuition is to come', () => {
  const deferrals = [{ programme: 'BSC', term: '2024-AUT', until: '2024-10-31', on: '2024-08-20', reason: 'hardship' }];
  const of = account({ charges: [charge('T', 10_000, '2024-09-01')], deferrals });
  const on = (day: string, more: Partial<Account> = {}) =>
    paymentStanding({ ...of, ...more }, { programme: 'BSC' }, day).status;

  it('is provisional from the deferral until the new day, and ended after it', () => {
    expect(on('2024-08-19')).toBe('registered');
    expect(on('2024-08-20')).toBe('provisional');
    expect(on('2024-10-31')).toBe('provisional');
    expect(on('2024-11-01')).toBe('ended');
  });

  it('is formal once the last cent has arrived, and stays ended when it comes a day late', () => {
    expect(on('2024-10-31', { payments: [payment('P1', 9_999, '2024-10-01')] })).toBe('provisional');
    expect(on('2024-11-01', { payments: [payment('P1', 10_000, '2024-10-31')] })).toBe('registered');
    expect(on('2024-11-02', { payments: [payment('P1', 10_000, '2024-11-01')] })).toBe('ended');
  });

  it('goes by the last deferral of a term, and by those of the registration itself', () => {
    const longer = { ...deferrals[0]!, until: '2024-11-30', on: '2024-10-20' };
    expect(on('2024-11-30', { deferrals: [...deferrals, longer] })).toBe('provisional');
    expect(on('2024-12-01', { deferrals: [...deferrals, longer] })).toBe('ended');
    const question = (since: string) => ({ programme: 'BSC', since });
    expect(paymentStanding(of, question('2024-08-20'), '2024-11-01').status).toBe('ended');
    expect(paymentStanding(of, question('2024-08-21'), '2024-11-01').status).toBe('registered');
  });

  it('moves the day on which the tuition is overdue', () => {
    expect(accountOn(of, '2024-10-31').overdue).toBe(0);
    expect(accountOn(of, '2024-11-01').overdue).toBe(10_000);
  });

  it('is a matter of the programme and the term', () => {
    expect(paymentStanding(of, { programme: 'BA' }, '2024-11-01').status).toBe('registered');
    expect(paymentStanding(of, { programme: 'BSC', term: '2025-SPR' }, '2024-11-01').status).toBe('registered');
    expect(paymentStanding(of, { programme: 'BSC', term: '2024-AUT' }, '2024-11-01')).toMatchObject({
      status: 'ended',
      outstanding: 10_000,
    });
  });
});
