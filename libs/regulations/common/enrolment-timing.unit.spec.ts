import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Approval } from '../facts.ts';
import { fiveCreditEnrolment, fiveCreditEnrolmentTerm } from '../five-credit/enrolment.ts';
import { aCourse, anAttempt, aProgramme, aStudy, aTerm, autumn, by, springBefore } from '../testing/index.ts';
import { threeCreditEnrolment, threeCreditEnrolmentTerm } from '../three-credit/enrolment.ts';
import { registrationNotOpen } from './enrolment-timing.ts';

describe('registration for a term', () => {
  const term = aTerm({ registration: ['2024-06-03', '2024-08-25'] });

  it('is open from its first day, however late', () => {
    expect(registrationNotOpen(term, '2024-06-03')).toBeUndefined();
    expect(registrationNotOpen(term, '2024-12-01')).toBeUndefined();
  });

  it('is not before, and says when it will be, in both languages, naming no clause', () => {
    const refused = registrationNotOpen(term, '2024-06-02');
    expect(refused).toMatchObject({ outcome: 'refused', code: 'registration-not-open' });
    expect(refused?.message.en).toContain('2024-06-03');
    expect(refused?.message['zh-Hant']).toContain('2024-06-03');
    expect(refused?.ruling).toBeUndefined();
  });
});

describe.each([
  ['3cu', threeCreditEnrolment],
  ['5cu', fiveCreditEnrolment],
] as const)('late registration, %s', (regime, rules) => {
  it.each([
    ['distance-learning', 'honours', `${regime}/dl/3.5`],
    ['full-time', 'masters', `${regime}/tpg/6.1`],
  ] as const)('%s, %s, ends with the examinations of the term, whoever approves', (mode, award, clause) => {
    const study = aStudy(aProgramme(regime, mode, { award }), {
      attempts: [anAttempt('OLD', { term: springBefore, grade: 'Fail' })],
    });
    const on = (today: string) =>
      rules(study, {
        course: aCourse('NEW', { credits: 3, level: 1000 }),
        term: autumn,
        approvals: [by('registrar'), by('university'), by('school')],
        today,
      });
    expect(on(autumn.examinations[1]).outcome).toBe('allowed');
    expect(refusingClauses(on('2024-12-21'))).toEqual([clause]);
  });
});

describe.each([
  ['3cu', threeCreditEnrolment, threeCreditEnrolmentTerm],
  ['5cu', fiveCreditEnrolment, fiveCreditEnrolmentTerm],
] as const)('courses before the term of entry, %s', (regime, rules, ofTerm) => {
  const whole = ofTerm(() => ({ pack: 'x', outcome: 'allowed', findings: [] }));
  it.each([
    ['distance-learning', 'honours', [`${regime}/dl/3.1`]],
    ['full-time', 'honours', [`${regime}/ug/3.1`]],
    ['part-time', 'masters', [`${regime}/tpg/3.1`]],
    // Prerequisite courses may be asked before a research programme.
    ['full-time', 'phd', []],
  ] as const)('%s, %s', (mode, award, refusing) => {
    const study = aStudy(aProgramme(regime, mode, { award, requirements: { courses: ['NEW'] } }), {});
    const entering = (teaching: string, approvals: Approval[] = []) => {
      const entryTerm = aTerm({ code: '2024-LATE', teaching: [teaching, '2024-11-30'] });
      const entrant = { ...study, registration: { ...study.registration, entryTerm } };
      const request = { term: autumn, today: '2024-08-01', approvals };
      const course = aCourse('NEW', { credits: 3, level: award === 'honours' ? 1000 : 8000 });
      return [rules(entrant, { ...request, course }), whole(entrant, request)].map(refusingClauses);
    };
    expect(entering(autumn.teaching[0])).toEqual([[], []]);
    expect(entering('2024-09-03')).toEqual([refusing, refusing]);
    expect(entering('2024-09-03', [by('school')])[0]).toEqual(refusing);
    for (const authority of ['registrar', 'university']) expect(entering('2024-09-03', [by(authority)])[0]).toEqual([]);
  });
});

describe.each([
  ['3cu', threeCreditEnrolment],
  ['5cu', fiveCreditEnrolment],
] as const)('adding courses full-time, %s', (regime, rules) => {
  const adding = (today: string, addDropEnds: string) =>
    refusingClauses(
      rules(
        aStudy(aProgramme(regime, 'full-time'), {
          attempts: [anAttempt('OLD', { term: springBefore, grade: 'Fail' })],
        }),
        {
          course: aCourse('NEW', { credits: 3, level: 1000 }),
          term: { ...autumn, addDropEnds },
          approvals: [by('school')],
          today,
        },
      ),
    );

  it('ends two weeks into teaching, however long the calendar has it', () => {
    expect(adding('2024-09-16', '2024-11-19')).toEqual([]);
    expect(adding('2024-09-17', '2024-11-19')).toEqual([`${regime}/ug/6.1`, `${regime}/ug/6.4`]);
  });

  it('ends before where the calendar says so', () => {
    expect(adding('2024-09-09', '2024-09-09')).toEqual([]);
    expect(adding('2024-09-10', '2024-09-09')).toEqual([`${regime}/ug/6.1`, `${regime}/ug/6.4`]);
  });
});
