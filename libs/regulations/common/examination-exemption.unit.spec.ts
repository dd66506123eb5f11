import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { type ExaminationFile, type Regime } from '../facts.ts';
import { fiveCreditExamination } from '../five-credit/examination.ts';
import type { ExemptionRequest } from '../rules/examination.ts';
import { aCertificate, aSitting, EXAM_DAY, examined, examinedStudy, granted } from '../testing/examinations.ts';
import { handedIn, saysWhy } from '../testing/index.ts';
import { threeCreditExamination } from '../three-credit/examination.ts';

const rules = { '5cu': fiveCreditExamination, '3cu': threeCreditExamination };
const complete = {
  by: 'tutor',
  evaluation: 'a good student',
  studiedProperly: true,
  passExpected: true,
  workEnclosed: true,
} as const;

const exemption = (regime: Regime, of: Partial<ExemptionRequest> = {}, file: Partial<ExaminationFile> = {}) => {
  const { attempt = examined() } = of;
  return rules[regime].exemption(examinedStudy(regime, 'full-time', attempt, file), {
    attempt,
    certificate: aCertificate(),
    examinationOn: EXAM_DAY,
    cannotContinue: 'a lasting illness',
    recommendation: complete,
    today: '2024-12-17',
    ...of,
  });
};
const refusing = (...of: Parameters<typeof exemption>) => refusingClauses(exemption(...of));
const failing = examined({ submissions: [handedIn('A1', { mark: 39 })] });

describe.each(['5cu', '3cu'] as const)('asking to be exempted from an examination, %s', (regime) => {
  it.each([
    ['registered-doctor', []],
    ['registered-chinese-medicine-practitioner', [`${regime}/assess/13.2`]],
    ['other-practitioner', [`${regime}/assess/13.2`]],
  ] as const)('takes the certificate of a %s: %j', (issuer, clauses) => {
    const ruling = exemption(regime, { certificate: aCertificate({ issuer }) });
    expect(refusingClauses(ruling)).toEqual(clauses);
    expect(saysWhy(ruling)).toBe(true);
  });

  it('takes one that covers the examination and says that the candidate was unfit', () => {
    expect(refusing(regime, { certificate: aCertificate({ leave: ['2024-12-11', '2024-12-12'] }) })).toEqual([
      `${regime}/assess/11.1`,
    ]);
    expect(refusing(regime, { certificate: aCertificate({ unfit: false }) })).toEqual([`${regime}/assess/11.1(b)`]);
  });

  it.each([
    ['2024-12-03', undefined, []],
    ['2024-12-09', undefined, []],
    ['2024-12-17', undefined, []],
    ['2024-12-18', undefined, [`${regime}/assess/11.1`]],
    ['2025-05-12', undefined, [`${regime}/assess/11.1`]],
    ['2024-12-03', '2024-11-20', []],
    ['2024-12-04', '2024-12-03', [`${regime}/assess/11.2`]],
    ['2024-12-17', '2024-12-04', []],
  ] as const)('takes it on %s, known on %s: %j', (today, knownOn, clauses) => {
    const ruling = exemption(regime, { today, knownOn });
    expect(refusingClauses(ruling)).toEqual(clauses);
    expect(saysWhy(ruling)).toBe(true);
  });

  it('takes it later where a deferred examination was asked for in time, with a certificate and for this examination', () => {
    const late = { today: '2025-05-12' };
    const clauses = [`${regime}/assess/11.1`];
    const refused = { decision: { granted: false, reason: 'below 31', clause: '', on: '2024-12-20' } } as const;
    expect(refusing(regime, late, { deferred: [granted({}, refused)] })).toEqual([]);
    expect(refusing(regime, late, { deferred: [granted({}, { certificate: undefined })] })).toEqual(clauses);
    expect(refusing(regime, late, { deferred: [granted({}, { examinationOn: '2024-12-12' })] })).toEqual(clauses);
    expect(refusing(regime, late, { deferred: [granted({}, { kind: 'deferred' })] })).toEqual(clauses);
  });

  it('is of who was absent', () => {
    expect(refusing(regime, {}, { sittings: [aSitting('original', undefined)] })).toEqual([]);
    expect(refusing(regime, {}, { sittings: [aSitting('original', 10)] })).toEqual([`${regime}/assess/11.1`]);
  });

  it('takes one that says what kept the student from coursework that is not passed', () => {
    expect(refusing(regime, { attempt: failing })).toEqual([`${regime}/assess/13.2`]);
    const certificate = aCertificate({ keptFromCoursework: true });
    expect(refusing(regime, { attempt: failing, certificate })).toEqual([]);
    const atTheLine = examined({ submissions: [handedIn('A1', { mark: 40 })] });
    expect(refusing(regime, { attempt: atTheLine })).toEqual([]);
  });

  it('takes what the tutor states: proper study and an expected pass where coursework is passed', () => {
    const clauses = [`${regime}/assess/13.3(a)`];
    for (const unsaid of [{ studiedProperly: undefined }, { passExpected: undefined }]) {
      const ruling = exemption(regime, { recommendation: { ...complete, ...unsaid } });
      expect(refusingClauses(ruling)).toEqual(clauses);
      expect(saysWhy(ruling)).toBe(true);
    }
    // What is stated may be a no, and work need not come with it.
    expect(
      refusing(regime, {
        recommendation: { ...complete, studiedProperly: false, passExpected: false, workEnclosed: false },
      }),
    ).toEqual([]);
  });

  it('takes the work and an expectation where it is not', () => {
    const asked = { attempt: failing, certificate: aCertificate({ keptFromCoursework: true }) };
    for (const missing of [{ workEnclosed: false }, { passExpected: undefined }]) {
      const ruling = exemption(regime, { ...asked, recommendation: { ...complete, ...missing } });
      expect(refusingClauses(ruling)).toEqual([`${regime}/assess/13.3(b)`]);
      expect(saysWhy(ruling)).toBe(true);
    }
    expect(refusing(regime, { ...asked, recommendation: { ...complete, studiedProperly: undefined } })).toEqual([]);
  });
});
