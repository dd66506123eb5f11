import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Attempt, Deferral } from '../facts.ts';
import { fiveCreditDeferral } from '../five-credit/deferral.ts';
import type { DeferralRequest } from '../pack.ts';
import { aCourse, anAttempt, aProgramme, aStudy, by, figuresOf, saysWhy, spring } from '../testing/index.ts';
import { threeCreditDeferral } from '../three-credit/deferral.ts';

const attempts = [anAttempt('A'), anAttempt('B')];
const compassionate: DeferralRequest = {
  ground: 'compassionate',
  certificate: false,
  covers: attempts,
  from: '2024-10-01',
  until: '2025-09-01',
  approvedOn: '2024-10-01',
  approvals: [],
  today: '2024-10-01',
};

const earlier = (from: string, until: string, of: Partial<Deferral> = {}): Deferral => ({
  programme: 'BSC',
  ground: 'compassionate',
  from,
  until,
  covers: ['A@2024-SPR'],
  approvedOn: from,
  ...of,
});

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

describe.each([
  ['3cu', 'distance-learning', threeCreditDeferral, '3cu/dl/5.3', '3cu/dl/5.1', '3cu/dl/5.4'],
  ['3cu', 'full-time', threeCreditDeferral, '3cu/ug/4.3', '3cu/ug/4.1', '3cu/ug/4.4'],
  ['5cu', 'distance-learning', fiveCreditDeferral, '5cu/dl/4.3', '5cu/dl/4.1', '5cu/dl/4.4'],
  ['5cu', 'full-time', fiveCreditDeferral, '5cu/ug/4.3', '5cu/ug/4.1', '5cu/ug/4.4'],
] as const)('the time of a deferral, %s %s', (regime, mode, deferral, untilApproved, application, length) => {
  const ruled = (of: Partial<DeferralRequest>, deferrals: Deferral[] = [], admittedOn = '2023-08-01') =>
    deferral(aStudy(aProgramme(regime, mode), { attempts, deferrals, admittedOn }), { ...compassionate, ...of });

  it('begins on the day of the approval at the earliest', () => {
    expect(ruled({ from: '2024-10-01', approvedOn: '2024-10-01' }).outcome).toBe('allowed');
    const past = ruled({ from: '2024-09-30', approvedOn: '2024-10-01' });
    expect(refusingClauses(past)).toEqual([untilApproved]);
    expect(saysWhy(past)).toBe(true);
    expect(ruled({ from: '2024-09-20', approvedOn: '2024-09-20' }).outcome).toBe('allowed');
  });

  it('begins on the day of admission at the earliest, whenever it was approved', () => {
    const early = { from: '2024-09-15', approvedOn: '2024-09-01' };
    expect(ruled(early, [], '2024-09-15').outcome).toBe('allowed');
    const before = ruled(early, [], '2024-09-16');
    expect(refusingClauses(before)).toEqual([application]);
    expect(saysWhy(before)).toBe(true);
  });

  it('is added to one that it adjoins', () => {
    // From 1 February: eight months that end on the first day of this one.
    const adjoined = [earlier('2024-02-01', '2024-10-01')];
    expect(ruled({ until: '2025-02-01' }, adjoined).outcome).toBe('allowed');
    const long = ruled({ until: '2025-02-02' }, adjoined);
    expect(refusingClauses(long)).toEqual([length]);
    expect(long.findings.findLast(({ clause }) => clause === length)?.figures).toEqual({
      from: '2024-02-01',
      until: '2025-02-02',
      latest: '2025-02-01',
      years: 1,
    });
    expect(long.remedies?.[0]?.en).toContain('Resume by 2025-02-01');
  });

  it('is added to one that a time without study parts from it, shorter than a term', () => {
    // The longest term they name lasts 117 days, from its first day of teaching to its last day of examinations.
    expect(refusingClauses(ruled({ until: '2025-10-01' }, [earlier('2024-02-01', '2024-06-07')]))).toEqual([length]);
    expect(ruled({ until: '2025-10-01' }, [earlier('2024-02-01', '2024-06-06')]).outcome).toBe('allowed');
  });

  it('is not added to one when the course was taken in between', () => {
    const taken = (of: Partial<Attempt>) => {
      const study = aStudy(aProgramme(regime, mode), {
        attempts: [anAttempt('A', of)],
        deferrals: [earlier('2024-02-01', '2024-09-01', { covers: [] })],
        admittedOn: '2023-08-01',
      });
      const covers = mode === 'full-time' ? [] : [anAttempt('A', { term: spring })];
      return deferral(study, {
        ...compassionate,
        covers,
        from: '2024-12-10',
        until: '2025-12-01',
        approvedOn: '2024-12-10',
      });
    };
    expect(refusingClauses(taken({ status: 'withdrawn' }))).toEqual([length]);
    expect(refusingClauses(taken({ status: 'completed', grade: 'B' }))).toEqual([]);
  });

  it('is added to one that it overlaps, before or after it, and to what that one adjoins', () => {
    expect(refusingClauses(ruled({}, [earlier('2024-08-31', '2024-12-01')]))).toEqual([length]);
    expect(ruled({}, [earlier('2024-09-01', '2024-12-01')]).outcome).toBe('allowed');
    expect(refusingClauses(ruled({ until: '2024-12-01' }, [earlier('2024-12-01', '2025-10-02')]))).toEqual([length]);
    expect(ruled({ until: '2024-12-01' }, [earlier('2024-12-01', '2025-10-01')]).outcome).toBe('allowed');
    const chain = [earlier('2024-08-01', '2024-10-01'), earlier('2024-03-01', '2024-08-01')];
    expect(ruled({ until: '2025-03-01' }, chain).outcome).toBe('allowed');
    expect(refusingClauses(ruled({ until: '2025-03-02' }, chain))).toEqual([length]);
  });

  it('leaves nothing after a whole year but what the Registrar approves', () => {
    const year = [earlier('2023-10-01', '2024-10-01')];
    const more = ruled({ until: '2024-10-02' }, year);
    expect(refusingClauses(more)).toEqual([length]);
    expect(more.remedies?.map(({ en }) => en)).toEqual(['Obtain the approval of the Registrar for longer.']);
    expect(ruled({ until: '2024-10-02', approvals: [by('registrar')] }, year).outcome).toBe('allowed');
  });

  it('is not added to one on another programme', () =>
    expect(ruled({}, [earlier('2023-10-01', '2024-10-01', { programme: 'BA' })]).outcome).toBe('allowed'));
});

describe('deferrals one after the other', () => {
  const other = earlier('2023-10-01', '2024-10-01', { covers: ['C@2024-SPR'] });
  const asking = (mode: 'distance-learning' | 'full-time', deferrals: Deferral[], of: Partial<DeferralRequest> = {}) =>
    threeCreditDeferral(aStudy(aProgramme('3cu', mode), { attempts, deferrals }), { ...compassionate, ...of }).outcome;

  it('add up in distance learning when they put off the same course, also under another code', () => {
    expect(asking('distance-learning', [other])).toBe('allowed');
    const recoded = anAttempt(aCourse('A', { equivalents: ['C'] }));
    expect(asking('distance-learning', [other], { covers: [recoded] })).toBe('refused');
    expect(asking('distance-learning', [earlier('2023-10-01', '2024-10-01')], { covers: [anAttempt('B')] })).toBe(
      'allowed',
    );
  });

  it('do not add up by way of a course that only one of them puts off', () => {
    const each = [earlier('2024-03-01', '2024-10-01'), earlier('2023-10-01', '2024-03-01', { covers: ['B@2024-SPR'] })];
    expect(asking('distance-learning', each, { until: '2025-03-01' })).toBe('allowed');
    expect(asking('distance-learning', each, { until: '2025-03-02' })).toBe('refused');
  });

  it('add up in distance learning when one of them is of no course, and so of study itself', () => {
    expect(asking('distance-learning', [earlier('2023-10-01', '2024-10-01', { covers: [] })])).toBe('refused');
    expect(asking('distance-learning', [other], { covers: [] })).toBe('refused');
  });

  it('add up in full-time study whatever they put off', () => expect(asking('full-time', [other])).toBe('refused'));
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
