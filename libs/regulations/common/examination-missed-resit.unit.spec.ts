import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Attempt, ExaminationFile, StudyMode } from '../facts.ts';
import { fiveCreditExamination } from '../five-credit/examination.ts';
import { aResit, aSitting, examined, examinedStudy, granted } from '../testing/examinations.ts';
import { saysWhy } from '../testing/index.ts';
import { threeCreditExamination } from '../three-credit/examination.ts';
import { endOfTerm } from './examination-law.ts';

const held = examined({ status: 'completed', grade: 'Fail-Resit', gradedOn: '2025-01-10' });
const missed = (
  today: string,
  file: Partial<ExaminationFile>,
  attempt: Attempt = held,
  mode: StudyMode = 'full-time',
) => fiveCreditExamination.missedResit(examinedStudy('5cu', mode, attempt, file), { attempt, today });
const refusing = (...of: Parameters<typeof missed>) => {
  const made = missed(...of);
  return made && refusingClauses(made.ruling);
};

describe('a resit that was never taken', () => {
  it.each<[StudyMode, string]>([
    ['distance-learning', '5cu/dl/8.11.4'],
    ['full-time', '5cu/ug/9.7.4'],
    ['part-time', '5cu/tpg/9.5.4'],
  ])('is a fail from the day after its last one, %s', (mode, clause) => {
    const made = missed('2025-05-11', { resits: [aResit()] }, held, mode);
    expect(made).toMatchObject({ grade: 'Fail', on: '2025-05-11', clause: '5cu/assess/15.2(c)' });
    expect(made?.ruling.outcome).toBe('allowed');
    expect(made?.ruling.findings.map((finding) => finding.clause)).toContain(clause);
    expect(refusing('2025-05-10', { resits: [aResit()] }, held, mode)).toEqual(['5cu/assess/15.2(c)']);
  });

  it('is one a year after the term where none was arranged', () => {
    const [, ...day] = endOfTerm(held).split('-');
    expect(refusing(['2025', ...day].join('-'), {})).toEqual(['5cu/assess/15.2(c)']);
    expect(missed('2026-01-01', {})?.ruling.outcome).toBe('allowed');
  });

  it('is none once it was sat, and is one of who was absent', () => {
    const resits = [aResit()];
    expect(refusing('2025-05-11', { resits, sittings: [aSitting('resit', 30)] })).toEqual(['5cu/assess/15.2(d)']);
    expect(refusing('2025-05-11', { resits, sittings: [aSitting('resit', undefined)] })).toEqual([]);
    expect(refusing('2025-05-11', { resits, sittings: [aSitting('original', 38)] })).toEqual([]);
    const made = missed('2025-05-10', { resits, sittings: [aSitting('resit', 30)] });
    expect(made && saysWhy(made.ruling)).toBe(true);
  });

  it('waits for one that was put off', () => {
    const deferred = [granted({ latest: '2025-12-20' }, { kind: 'resit' })];
    const file = { resits: [aResit()], deferred, sittings: [aSitting('resit', undefined)] };
    expect(refusing('2025-12-20', file)).toEqual(['5cu/assess/15.2(c)']);
    expect(refusing('2025-12-21', file)).toEqual([]);
    const sat = { ...file, sittings: [...file.sittings, aSitting('deferred', 50)] };
    expect(refusing('2025-12-21', sat)).toEqual(['5cu/assess/15.2(d)']);
  });

  it('is of nobody to whom none was granted, and unknown to the three-credit regulations', () => {
    expect(missed('2026-01-01', {}, examined({ status: 'completed', grade: 'Fail' }))).toBeUndefined();
    expect(
      threeCreditExamination.missedResit(examinedStudy('3cu', 'full-time', held), {
        attempt: held,
        today: '2026-01-01',
      }),
    ).toBeUndefined();
  });
});
