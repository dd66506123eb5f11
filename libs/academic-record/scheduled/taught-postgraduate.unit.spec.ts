import { describe, expect, it } from '@jest/globals';
import { packFor } from '#regulations';
import { aProgramme, aStudy, autumn } from '../../regulations/testing/index.ts';
import { scheduledProcesses } from './processes.ts';

/** Entered in spring 2024, of 2023/24, and has taken nothing. */
const dueOn = (name: string, regime: '5cu' | '3cu', on: string) => {
  const study = aStudy(aProgramme(regime, 'part-time', { award: 'masters', years: 2, credits: 60 }));
  const found = { registration: study.registration, study, pack: packFor(regime) };
  return scheduledProcesses.find((process) => process.name === name)?.dueOf('S1', found, { on, terms: [autumn] });
};

describe.each(['5cu', '3cu'] as const)('what is looked for in the records of taught postgraduates, %s', (regime) => {
  it('is the end of the longest period', () => {
    const year = regime === '5cu' ? 2029 : 2027;
    expect(dueOn('period-exceeded', regime, `${year}-08-31`)).toBeUndefined();
    expect(dueOn('period-exceeded', regime, `${year}-09-01`)).toMatchObject({
      ruling: { clause: `${regime}/tpg/7.2`, on: `${year}-09-01` },
    });
  });

  it('is a term that was not registered for within two weeks of teaching', () => {
    expect(dueOn('registration-deadline', regime, '2024-09-16')).toBeUndefined();
    expect(dueOn('registration-deadline', regime, '2024-09-17')).toMatchObject({
      ruling: { clause: `${regime}/tpg/3.4`, on: '2024-09-17' },
    });
  });

  it('is no lapse', () => expect(dueOn('lapse', regime, '2040-01-01')).toBeUndefined());
});
