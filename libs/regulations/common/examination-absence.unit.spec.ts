import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { ExaminationFile, Regime, StudyMode } from '../facts.ts';
import { fiveCreditExamination } from '../five-credit/examination.ts';
import type { AbsenceRequest } from '../rules/examination.ts';
import { aCertificate, aSitting, EXAM_DAY, examined, examinedStudy } from '../testing/examinations.ts';
import { aCourse, anItem, by, figuresOf, saysWhy } from '../testing/index.ts';
import { threeCreditExamination } from '../three-credit/examination.ts';

const rules = { '5cu': fiveCreditExamination, '3cu': threeCreditExamination };

const absence = (
  regime: Regime,
  of: Partial<AbsenceRequest>,
  mode: StudyMode = 'full-time',
  file: Partial<ExaminationFile> = {},
) => {
  const { attempt = examined() } = of;
  return rules[regime].absence(examinedStudy(regime, mode, attempt, file), {
    attempt,
    kind: 'original',
    ground: 'health',
    examinationOn: EXAM_DAY,
    certificate: aCertificate(),
    approvals: [],
    today: '2024-12-12',
    ...of,
  });
};
const refusing = (...of: Parameters<typeof absence>) => refusingClauses(absence(...of));

describe.each(['5cu', '3cu'] as const)('absence for health, %s', (regime) => {
  it('is reported within seven days after the examination, the last included', () => {
    expect(refusing(regime, { today: '2024-12-17' })).toEqual([]);
    const late = absence(regime, { today: '2024-12-18' });
    expect(refusingClauses(late)).toEqual([`${regime}/assess/11.1`]);
    expect(late.remedies?.[0]?.en).toContain('2024-12-17');
    expect(saysWhy(late)).toBe(true);
  });

  it('that is known seven days before is reported by then', () => {
    expect(refusing(regime, { knownOn: '2024-12-03', today: '2024-12-03' })).toEqual([]);
    expect(refusing(regime, { knownOn: '2024-12-03', today: '2024-12-04' })).toEqual([`${regime}/assess/11.2`]);
    expect(refusing(regime, { knownOn: '2024-11-01', today: '2024-12-12' })).toEqual([`${regime}/assess/11.2`]);
    expect(figuresOf(absence(regime, { today: '2024-12-01' }), `${regime}/assess/11.2`)).toMatchObject({
      lastDay: '2024-12-03',
    });
  });

  it('that is learnt later is reported as after the examination', () => {
    expect(refusing(regime, { knownOn: '2024-12-04', today: '2024-12-05' })).toEqual([]);
    expect(refusing(regime, { knownOn: '2024-12-04', today: '2024-12-17' })).toEqual([]);
    expect(refusing(regime, { knownOn: '2024-12-04', today: '2024-12-18' })).toEqual([`${regime}/assess/11.1`]);
    expect(refusing(regime, { today: '2024-12-05' })).toEqual([]);
  });

  it('takes sick leave that covers the day', () => {
    const leave = (from: string, until: string) =>
      refusing(regime, { certificate: aCertificate({ leave: [from, until] }) });
    expect(leave(EXAM_DAY, EXAM_DAY)).toEqual([]);
    expect(leave('2024-12-05', EXAM_DAY)).toEqual([]);
    expect(leave('2024-12-05', '2024-12-09')).toEqual([`${regime}/assess/11.1`]);
    expect(leave('2024-12-11', '2024-12-20')).toEqual([`${regime}/assess/11.1`]);
  });

  it('takes a certificate, which says that the candidate was unfit', () => {
    expect(refusing(regime, { certificate: undefined, explanation: 'was ill' })).toEqual([`${regime}/assess/11.1`]);
    expect(refusing(regime, { certificate: aCertificate({ unfit: false }) })).toEqual([`${regime}/assess/11.1(b)`]);
  });

  it.each([
    ['registered-doctor', true],
    ['registered-chinese-medicine-practitioner', true],
    ['other-practitioner', false],
  ] as const)('takes one signed by a %s: %s', (issuer, accepted) => {
    const certificate = aCertificate({ issuer });
    expect(refusing(regime, { certificate })).toEqual(accepted ? [] : [`${regime}/assess/11.1(a)`]);
    expect(refusing(regime, { certificate, approvals: [by('university')] })).toEqual([]);
  });
});

describe('absence for another serious event', () => {
  const event = { ground: 'other', certificate: undefined, explanation: 'a funeral' } as const;

  it.each<[Regime, string, string]>([
    ['5cu', '5cu/assess/11.3(a)', '5cu/assess/11.3(b)'],
    ['3cu', '3cu/assess/11.3(b)', '3cu/assess/11.3'],
  ])('takes an explanation in writing by the day that is set, evidence or not, %s', (regime, explained, timed) => {
    expect(refusing(regime, event)).toEqual([]);
    expect(refusing(regime, { ...event, evidence: 'a notice' })).toEqual([]);
    const unexplained = { ...event, explanation: undefined, evidence: 'a notice' };
    expect(refusing(regime, unexplained)).toEqual([explained]);
    expect(refusing(regime, { ...event, today: '2024-12-17' })).toEqual([]);
    const late = absence(regime, { ...event, today: '2024-12-18' });
    expect(refusingClauses(late)).toEqual([timed]);
    expect(saysWhy(late)).toBe(true);
  });
});

describe('the reasons of an absence', () => {
  it.each<[Regime, StudyMode, string]>([
    ['5cu', 'distance-learning', '5cu/dl/8.11.5'],
    ['5cu', 'full-time', '5cu/ug/9.7.5'],
    ['5cu', 'part-time', '5cu/tpg/9.5.5'],
    ['3cu', 'distance-learning', '3cu/dl/9.12.2'],
    ['3cu', 'full-time', '3cu/ug/9.9.2'],
    ['3cu', 'part-time', '3cu/tpg/9.9.2'],
  ])('are written down, and many examinations are none, %s %s', (regime, mode, clause) => {
    const bare = { ground: 'other', certificate: undefined } as const;
    expect(refusing(regime, bare, mode)).toContain(clause);
    const many = { ground: 'resits', certificate: undefined, explanation: 'four of them' } as const;
    const ruling = absence(regime, many, mode);
    expect(refusingClauses(ruling)).toEqual([clause]);
    expect(saysWhy(ruling)).toBe(true);
  });
});

describe('who is absent', () => {
  it('is nobody who sat, unless the University takes it so', () => {
    const sat = { sittings: [aSitting('original', 20)] };
    expect(refusing('5cu', {}, 'full-time', sat)).toEqual(['5cu/assess/11.1']);
    expect(refusing('5cu', { approvals: [by('university')] }, 'full-time', sat)).toEqual([]);
    expect(refusing('5cu', {}, 'full-time', { sittings: [aSitting('original', undefined)] })).toEqual([]);
  });

  it('is looked at paper by paper', () => {
    const attempt = examined({
      items: [anItem('EX', EXAM_DAY, { kind: 'examination' }), anItem('EY', '2024-12-16', { kind: 'examination' })],
    });
    const sat = { sittings: [aSitting('original', 20)] };
    expect(refusing('5cu', { attempt }, 'full-time', sat)).toEqual(['5cu/assess/11.1']);
    const certificate = aCertificate({ leave: ['2024-12-16', '2024-12-16'] });
    expect(
      refusing('5cu', { attempt, certificate, examinationOn: '2024-12-16', today: '2024-12-16' }, 'full-time', sat),
    ).toEqual([]);
  });

  it('takes a course with an examination', () => {
    expect(refusing('5cu', { attempt: examined({ status: 'withdrawn' }) })).toEqual(['5cu/ug/9.7.1']);
    expect(refusing('3cu', { attempt: examined({ course: aCourse('C1', { examination: false }) }) })).toEqual([
      '3cu/ug/9.9.1',
    ]);
  });
});

describe('absence from what was put off, or is sat again', () => {
  it.each<[Regime, StudyMode, AbsenceRequest['kind'], string[]]>([
    ['5cu', 'distance-learning', 'resit', ['5cu/dl/8.11.5']],
    ['5cu', 'full-time', 'resit', ['5cu/ug/9.7.5']],
    ['5cu', 'part-time', 'resit', []],
    ['5cu', 'full-time', 'deferred', ['5cu/assess/12.2(b)']],
    ['3cu', 'full-time', 'deferred', ['3cu/assess/12.2(b)']],
  ])('is normally the end of it, %s %s %s', (regime, mode, kind, clauses) => {
    expect(refusing(regime, { kind }, mode)).toEqual(clauses);
    expect(refusing(regime, { kind, approvals: [by('university')] }, mode)).toEqual([]);
    expect(refusing(regime, { kind, approvals: [by('school')] }, mode)).toEqual(clauses);
  });
});
