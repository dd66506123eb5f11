import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { fiveCreditDeferral } from '../five-credit/deferral.ts';
import type { DeferralRequest } from '../pack.ts';
import { anAttempt, aProgramme, aStudy, by, figuresOf, saysWhy, spring } from '../testing/index.ts';
import { threeCreditDeferral } from '../three-credit/deferral.ts';

const attempts = [anAttempt('A'), anAttempt('B')];
const compassionate: DeferralRequest = {
  ground: 'compassionate',
  certificate: false,
  covers: attempts,
  from: '2024-10-01',
  until: '2025-09-01',
  approvals: [],
  today: '2024-10-01',
};

describe.each([
  ['3cu', 'distance-learning', threeCreditDeferral, '3cu/dl/5.2(a)', '3cu/dl/5.4'],
  ['3cu', 'full-time', threeCreditDeferral, '3cu/ug/4.3', '3cu/ug/4.4'],
  ['5cu', 'distance-learning', fiveCreditDeferral, '5cu/dl/4.2(unnumbered)', '5cu/dl/4.4'],
  ['5cu', 'full-time', fiveCreditDeferral, '5cu/ug/4.3', '5cu/ug/4.4'],
] as const)('putting off study, %s %s', (regime, mode, deferral, certificate, length) => {
  const study = aStudy(aProgramme(regime, mode), { attempts });
  const ruled = (of: Partial<DeferralRequest>) => deferral(study, { ...compassionate, ...of });

  it('for illness needs a certificate', () => {
    expect(ruled({ ground: 'illness', certificate: true }).outcome).toBe('allowed');
    const without = ruled({ ground: 'illness' });
    expect(refusingClauses(without)).toEqual([certificate]);
    expect(saysWhy(without)).toBe(true);
  });

  it('for other grounds needs none', () => expect(ruled({}).outcome).toBe('allowed'));

  it('lasts a year at most, unless the Registrar approves more', () => {
    expect(ruled({ until: '2025-10-01' }).outcome).toBe('allowed');
    const long = ruled({ until: '2025-10-02' });
    expect(refusingClauses(long)).toEqual([length]);
    expect(long.remedies?.[0]?.en).toContain('2025-10-01');
    expect(ruled({ until: '2025-10-02', approvals: [by('school')] }).outcome).toBe('refused');
    expect(ruled({ until: '2025-10-02', approvals: [by('registrar')] }).outcome).toBe('allowed');
  });

  it('has to end after it begins', () => {
    expect(ruled({ until: '2024-10-02' }).outcome).toBe('allowed');
    expect(refusingClauses(ruled({ until: '2024-10-01', approvals: [by('registrar')] }))).toEqual([length]);
  });
});

describe('what a deferral covers', () => {
  const inSpring = anAttempt('C', { term: spring });

  it('is chosen course by course in distance learning', () =>
    expect(
      threeCreditDeferral(aStudy(aProgramme('3cu', 'distance-learning'), { attempts }), {
        ...compassionate,
        covers: attempts.slice(0, 1),
      }).outcome,
    ).toBe('allowed'));

  it('is every course of the term in full-time study', () => {
    const study = aStudy(aProgramme('3cu', 'full-time'), { attempts });
    const ruling = threeCreditDeferral(study, { ...compassionate, covers: attempts.slice(0, 1) });
    expect(refusingClauses(ruling)).toEqual(['3cu/ug/4.1']);
    expect(figuresOf(ruling, '3cu/ug/4.1')).toEqual({ covered: 1, notCovered: 'B@2024-AUT' });
  });

  it('includes the terms that a longer deferral reaches, and leaves out courses that were left or are of another programme', () => {
    const study = aStudy(aProgramme('5cu', 'full-time'), {
      attempts: [...attempts, inSpring, anAttempt('D', { status: 'withdrawn' }), anAttempt('E', { programme: 'BED' })],
    });
    expect(figuresOf(fiveCreditDeferral(study, compassionate), '5cu/ug/4.1')).toMatchObject({
      notCovered: 'C@2025-SPR',
    });
    expect(fiveCreditDeferral(study, { ...compassionate, until: spring.teaching[0] }).outcome).toBe('allowed');
    expect(fiveCreditDeferral(study, { ...compassionate, covers: [...attempts, inSpring] }).outcome).toBe('allowed');
  });
});
