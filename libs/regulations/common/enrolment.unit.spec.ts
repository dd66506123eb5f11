import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { CourseFacts, Study } from '../facts.ts';
import { fiveCreditEnrolment } from '../five-credit/enrolment.ts';
import type { EnrolmentRequest } from '../pack.ts';
import {
  aCourse,
  anAttempt,
  aProgramme,
  aStudy,
  aTransfer,
  autumn,
  by,
  figuresOf,
  saysWhy,
  springBefore,
} from '../testing/index.ts';
import { threeCreditEnrolment } from '../three-credit/enrolment.ts';

const rules = { '3cu': threeCreditEnrolment, '5cu': fiveCreditEnrolment };

const enrolling = (study: Study, of: Partial<EnrolmentRequest> = {}) =>
  rules[study.registration.programme.regime](study, {
    course: aCourse('NEW'),
    term: autumn,
    approvals: [],
    today: '2024-08-01',
    ...of,
  });

/** A student who has registered before, so that the cap of a first registration is out of the way. */
const before = anAttempt('OLD', { term: springBefore, grade: 'Fail' });
const distance = (regime: '3cu' | '5cu', of: Partial<Study> = {}) =>
  aStudy(aProgramme(regime, 'distance-learning'), { ...of, attempts: [before, ...(of.attempts ?? [])] });
const fullTime = (regime: '3cu' | '5cu', of: Partial<Study> & { admittedOn?: string } = {}) =>
  aStudy(aProgramme(regime, 'full-time'), { ...of, attempts: [before, ...(of.attempts ?? [])] });

describe.each(['3cu', '5cu'] as const)('the time of enrolment, %s', (regime) => {
  it('in distance learning is the registration period, and later by late registration', () => {
    expect(enrolling(distance(regime), { today: '2024-09-01' }).outcome).toBe('allowed');
    const late = enrolling(distance(regime), { today: '2024-09-02' });
    expect(refusingClauses(late)).toEqual([`${regime}/dl/3.5`]);
    expect(figuresOf(late, `${regime}/dl/3.5`)).toEqual({ today: '2024-09-02', registrationEnds: '2024-09-01' });
    expect(late.remedies).toHaveLength(1);
    expect(saysWhy(late)).toBe(true);
    expect(enrolling(distance(regime), { today: '2024-09-02', approvals: [by('school')] }).outcome).toBe('refused');
    expect(enrolling(distance(regime), { today: '2024-09-02', approvals: [by('registrar')] }).outcome).toBe('allowed');
  });

  it('in full-time study goes on until add/drop ends, and nobody extends it', () => {
    const clauses = (today: string) => enrolling(fullTime(regime), { today }).findings.map((finding) => finding.clause);
    expect(clauses('2024-09-01')).toContain(`${regime}/ug/6.1`);
    expect(clauses('2024-09-02')).toContain(`${regime}/ug/6.4`);
    expect(enrolling(fullTime(regime), { today: '2024-09-16' }).outcome).toBe('allowed');
    const late = enrolling(fullTime(regime), { today: '2024-09-17', approvals: [by('registrar')] });
    expect(refusingClauses(late)).toEqual([`${regime}/ug/6.1`, `${regime}/ug/6.4`]);
  });
});

describe('taking a course again', () => {
  const passed = anAttempt('NEW', { term: springBefore, grade: 'C' });

  it.each([
    ['failed', anAttempt('NEW', { term: springBefore, grade: 'Fail' })],
    ['withdrawn from', anAttempt('NEW', { status: 'withdrawn' })],
    ['deferred', anAttempt('NEW', { term: springBefore, status: 'deferred' })],
  ])('is free for a course that was %s', (_, attempt) =>
    expect(enrolling(distance('3cu', { attempts: [attempt] })).outcome).toBe('allowed'),
  );

  it('is refused for a course passed or under way', () => {
    const ruling = enrolling(distance('5cu', { attempts: [passed] }));
    expect(refusingClauses(ruling)).toEqual(['5cu/dl/3.7']);
    expect(ruling.findings.find((finding) => !finding.holds)?.figures).toMatchObject({ passed: 'NEW@2024-SPR' });
    expect(refusingClauses(enrolling(distance('3cu', { attempts: [anAttempt('NEW')] })))).toEqual(['3cu/dl/3.7']);
    expect(refusingClauses(enrolling(fullTime('5cu', { attempts: [passed] })))).toEqual(['5cu/ug/6.3']);
  });

  it.each([
    ['3cu', 'distance-learning', 'honours', '3cu/dl/3.7'],
    ['3cu', 'full-time', 'honours', '3cu/ug/6.3'],
    ['3cu', 'full-time', 'masters', '3cu/tpg/6.3'],
    ['5cu', 'distance-learning', 'honours', '5cu/dl/3.7'],
    ['5cu', 'full-time', 'honours', '5cu/ug/6.3'],
    ['5cu', 'full-time', 'masters', '5cu/tpg/6.4'],
  ] as const)('is refused for a course under way, whoever approves: %s %s %s', (regime, mode, award, clause) => {
    const study = aStudy(aProgramme(regime, mode, { award }), { attempts: [before, anAttempt('NEW')] });
    const approvals = [by('offering-school'), by('university')];
    expect(refusingClauses(enrolling(study, { approvals }))).toEqual([clause]);
  });

  it.each<[string, CourseFacts, CourseFacts]>([
    ['the new one names the old', aCourse('ABC101'), aCourse('ABC111', { equivalents: ['ABC101'] })],
    ['the old one names the new', aCourse('ABC101', { equivalents: ['ABC111'] }), aCourse('ABC111')],
  ])('is refused for the same content under another code, when %s', (_, old, course) =>
    expect(
      refusingClauses(
        enrolling(distance('5cu', { attempts: [anAttempt(old, { term: springBefore, grade: 'B' })] }), { course }),
      ),
    ).toEqual(['5cu/dl/3.7']),
  );

  it('is refused for a recoded course even two codes away', () => {
    const attempts = [
      anAttempt(aCourse('A1'), { term: springBefore, grade: 'B' }),
      anAttempt(aCourse('A2', { equivalents: ['A1'] }), { term: springBefore, status: 'withdrawn' }),
    ];
    const course = aCourse('A3', { equivalents: ['A2'] });
    expect(enrolling(distance('3cu', { attempts }), { course }).outcome).toBe('refused');
  });

  it('of a passed course may be approved by the offering School in three-credit full-time study only', () => {
    const approvals = [by('offering-school')];
    const attempts = [passed];
    expect(refusingClauses(enrolling(fullTime('3cu', { attempts })))).toEqual(['3cu/ug/6.3', '3cu/ug/9.4']);
    const approved = enrolling(fullTime('3cu', { attempts }), { approvals });
    expect(approved.outcome).toBe('allowed');
    expect(figuresOf(approved, '3cu/ug/9.4')).toMatchObject({ approvedBy: 'offering-school', grade: 'C' });
    expect(enrolling(distance('3cu', { attempts }), { approvals }).outcome).toBe('refused');
    expect(enrolling(fullTime('5cu', { attempts }), { approvals }).outcome).toBe('refused');
    expect(enrolling(fullTime('3cu', { attempts: [anAttempt('NEW')] }), { approvals }).outcome).toBe('refused');
  });

  it('may be ordered on readmission for a course passed before it', () => {
    const approvals = [by('registrar')];
    const readmitted = enrolling(fullTime('5cu', { attempts: [passed], admittedOn: '2024-07-01' }), { approvals });
    expect(readmitted.outcome).toBe('allowed');
    expect(figuresOf(readmitted, '5cu/ug/2.5')).toMatchObject({ passed: 'NEW@2024-SPR' });
    // Entering another programme is no readmission.
    const elsewhere = fullTime('5cu', { attempts: [{ ...passed, programme: 'OTHER' }], admittedOn: '2024-07-01' });
    expect(refusingClauses(enrolling(elsewhere, { approvals }))).toEqual(['5cu/ug/6.3']);
    expect(enrolling(fullTime('5cu', { attempts: [passed] }), { approvals }).outcome).toBe('refused');
  });

  it('is refused after specific credit for it, unless the Registrar decides', () => {
    const transfers = [aTransfer({ kind: 'specific', credits: 3, course: aCourse('NEW') })];
    expect(refusingClauses(enrolling(distance('3cu', { transfers })))).toEqual(['3cu/ct/8.4']);
    expect(enrolling(distance('3cu', { transfers }), { approvals: [by('registrar')] }).outcome).toBe('allowed');
  });
});

describe('what a course asks for', () => {
  const course = aCourse('NEW', { prerequisites: ['OLD', 'BASE'], exclusive: ['TWIN'] });

  it.each([
    ['3cu', '3cu/gloss/18'],
    ['5cu', '5cu/gloss/13'],
  ] as const)('is that its prerequisites are passed or transferred (%s)', (regime, clause) => {
    const ruling = enrolling(distance(regime), { course });
    expect(refusingClauses(ruling)).toEqual([clause, clause]);
    expect(figuresOf(ruling, clause)).toMatchObject({ prerequisite: 'OLD' });
    const ready = distance(regime, {
      attempts: [anAttempt('OLD', { term: springBefore, grade: 'C' })],
      transfers: [aTransfer({ kind: 'specific', course: aCourse('BASE') })],
    });
    expect(enrolling(ready, { course }).outcome).toBe('allowed');
  });

  it('is said, and not refused, when only one of two courses will count', () => {
    const study = distance('3cu', { attempts: [anAttempt('TWIN', { term: springBefore, grade: 'A' })] });
    const ruling = enrolling(study, { course: aCourse('NEW', { exclusive: ['TWIN'] }) });
    expect(ruling.outcome).toBe('allowed');
    const told = ruling.findings.find((finding) => finding.clause === '3cu/bach/3.5');
    expect(told).toMatchObject({ holds: true, figures: { exclusiveOf: 'TWIN' } });
    expect(told?.note?.en).toContain('TWIN');
  });

  it('is not said of a course that was withdrawn from', () => {
    const study = distance('3cu', { attempts: [anAttempt('TWIN', { status: 'withdrawn' })] });
    const { findings } = enrolling(study, { course: aCourse('NEW', { exclusive: ['TWIN'] }) });
    expect(findings.some(({ clause }) => clause === '3cu/bach/3.5')).toBe(false);
  });
});

describe.each([
  ['3cu', '3cu/dl/5.6'],
  ['5cu', '5cu/dl/4.6'],
] as const)('resuming a deferred course, %s', (regime, clause) => {
  const off = (until: string) => {
    const deferrals = [
      { from: '2024-03-01', until: '2024-05-01' },
      { from: '2024-06-01', until },
    ];
    return distance(regime, { attempts: [anAttempt('OFF', { term: springBefore, status: 'deferred', deferrals })] });
  };
  const course = aCourse('OFF');

  it('is possible in a term in which courses can be added when study goes on', () => {
    expect(enrolling(off('2024-09-16'), { course }).outcome).toBe('allowed');
    const early = enrolling(off('2024-09-17'), { course });
    expect(refusingClauses(early)).toEqual([clause]);
    expect(figuresOf(early, clause)).toMatchObject({ deferred: 'OFF@2024-SPR', until: '2024-09-17' });
    expect(early.remedies?.[0]?.en).toContain('2024-09-17');
    expect(saysWhy(early)).toBe(true);
  });

  it('is no more asked when the day has come', () => {
    expect(enrolling(off('2024-09-20'), { course, today: '2024-08-31' }).outcome).toBe('refused');
    const taken = anAttempt('OFF', {
      status: 'withdrawn',
      deferrals: [{ from: '2024-03-01', until: '2024-09-20' }],
    });
    expect(enrolling(distance(regime, { attempts: [taken] }), { course }).outcome).toBe('allowed');
    const late = { course, today: '2024-09-20', approvals: [by('registrar')] };
    expect(refusingClauses(enrolling(off('2024-09-20'), late))).not.toContain(clause);
  });

  it('is asked of a course of the same content, and of no other', () => {
    expect(enrolling(off('2024-09-17'), { course: aCourse('NEW', { equivalents: ['OFF'] }) }).outcome).toBe('refused');
    expect(enrolling(off('2024-09-17')).outcome).toBe('allowed');
  });
});

describe.each([
  ['3cu', '3cu/dl/5.6'],
  ['5cu', '5cu/dl/4.6'],
] as const)('another course while a deferred one waits, %s', (regime, clause) => {
  const putOff = (until: string) =>
    anAttempt('OFF', { term: springBefore, status: 'deferred', deferrals: [{ from: '2024-03-01', until }] });
  const waiting = (until: string, more: Partial<Study> = {}) =>
    distance(regime, { ...more, attempts: [putOff(until), ...(more.attempts ?? [])] });
  const last = autumn.addDropEnds;

  it('is refused from the first term in which the deferred one can be taken, and says so', () => {
    const refused = enrolling(waiting(last));
    expect(refusingClauses(refused)).toEqual([clause]);
    expect(figuresOf(refused, clause)).toMatchObject({ deferred: 'OFF@2024-SPR', term: '2024-AUT' });
    expect(saysWhy(refused)).toBe(true);
    expect(enrolling(waiting('2024-09-17')).outcome).toBe('allowed');
  });

  it('is allowed by the School, beside the deferred one, or with a transfer in its place', () => {
    expect(enrolling(waiting(last), { approvals: [by('school')] }).outcome).toBe('allowed');
    expect(enrolling(waiting(last), { course: aCourse('OFF') }).outcome).toBe('allowed');
    expect(enrolling(waiting(last, { attempts: [anAttempt('OFF')] })).outcome).toBe('allowed');
    const transfers = [aTransfer({ kind: 'specific', course: aCourse('OFF') })];
    expect(enrolling(waiting(last, { transfers })).outcome).toBe('allowed');
  });

  it('is no matter full-time, where all of study is put off together', () =>
    expect(enrolling(fullTime(regime, { attempts: [putOff(last)] })).outcome).toBe('allowed'));
});

describe.each([
  ['3cu', '3cu/gloss/19(a)', 'middle', 8000],
  ['5cu', '5cu/gloss/15', 1000, 'postgraduate'],
] as const)('a course of the other structure, %s', (regime, clause, foreign, own) => {
  const noted = (level: CourseFacts['level']) =>
    enrolling(distance(regime), { course: aCourse('NEW', { level }) }).findings.find((one) => one.clause === clause);

  it('is taken, with a word about its level', () => {
    expect(noted(foreign)).toMatchObject({
      holds: true,
      figures: { course: 'NEW', level: foreign },
      note: expect.anything(),
    });
    expect(noted(own)).toBeUndefined();
  });
});
