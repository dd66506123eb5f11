import { describe, expect, it } from '@jest/globals';
import type { Attempt, ExaminationFile, Regime } from '../facts.ts';
import { packFor } from '../packs.ts';
import { aResit, aSitting, examined, examinedStudy, granted } from '../testing/examinations.ts';

const KINDS = ['examination-application', 'deferred-examination', 'resit'];

const days = (
  regime: Regime,
  file: Partial<ExaminationFile>,
  today = '2024-12-10',
  attempt: Attempt = examined(),
  more = {},
) =>
  packFor(regime)
    .deadlines(examinedStudy(regime, 'full-time', attempt, file, more), { today })
    .filter(({ kind }) => KINDS.includes(kind))
    .map(({ kind, day, clause }) => [kind, day, clause]);

describe.each(['5cu', '3cu'] as const)('the days of examinations that are not taken with the others, %s', (regime) => {
  it('are none while nothing is on record, and none of who sat', () => {
    expect(days(regime, {})).toEqual([]);
    expect(days(regime, { sittings: [aSitting('original', 50)] })).toEqual([]);
  });

  it('are the last day of applying after an absence, until somebody has', () => {
    const absent = { sittings: [aSitting('original', undefined)] };
    expect(days(regime, absent)).toEqual([['examination-application', '2024-12-17', `${regime}/assess/11.1`]]);
    expect(days(regime, absent, '2024-12-17')).toHaveLength(1);
    expect(days(regime, absent, '2024-12-18')).toEqual([]);
    expect(days(regime, { ...absent, deferred: [{ ...granted(), decision: undefined }] })).toEqual([]);
  });

  it('are that of a deferred examination, or its last, until it is taken', () => {
    expect(days(regime, { deferred: [granted()] })).toEqual([
      ['deferred-examination', '2025-04-28', `${regime}/assess/12.2(a)`],
    ]);
    expect(days(regime, { deferred: [granted({ examinationOn: undefined })] })).toEqual([
      ['deferred-examination', '2025-05-10', `${regime}/assess/12.2`],
    ]);
    expect(days(regime, { deferred: [granted({ granted: false })] })).toEqual([]);
    expect(days(regime, { deferred: [granted()], sittings: [aSitting('deferred', undefined)] })).toEqual([]);
  });
});

describe('the day of a resit', () => {
  const held = examined({ status: 'completed', grade: 'Fail-Resit' });
  const on = (file: Partial<ExaminationFile>, attempt = held, more = {}) =>
    days('5cu', file, '2025-01-20', attempt, more);

  it('is told, or its last, until it is taken or the result is final', () => {
    expect(on({ resits: [aResit()] })).toEqual([['resit', '2025-04-28', '5cu/assess/15.2(a)']]);
    expect(on({ resits: [aResit({ examinationOn: undefined })] })).toEqual([
      ['resit', '2025-05-10', '5cu/assess/15.2(c)'],
    ]);
    expect(on({ resits: [aResit()], sittings: [aSitting('resit', 50)] })).toEqual([]);
    expect(on({ resits: [aResit()] }, examined({ status: 'completed', grade: 'Fail' }))).toEqual([]);
  });

  it('is not told to who has left', () => {
    const moves = [{ programme: 'BSC', to: 'withdrawn', on: '2025-01-15', recordedOn: '2025-01-15' } as const];
    expect(on({ resits: [aResit()] }, held, { moves })).toEqual([]);
  });
});
