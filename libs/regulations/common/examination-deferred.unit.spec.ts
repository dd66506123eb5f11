import { describe, expect, it } from '@jest/globals';
import { type Finding, refusingClauses } from '#kernel';
import type { Regime, StudyMode } from '../facts.ts';
import { fiveCreditExamination } from '../five-credit/examination.ts';
import type { DeferredDecisionRequest } from '../rules/examination.ts';
import { EXAM_DAY, examined, examinedStudy, granted } from '../testing/examinations.ts';
import { anItem, figuresOf, handedIn, saysWhy, spring } from '../testing/index.ts';
import { threeCreditExamination } from '../three-credit/examination.ts';

const rules = { '5cu': fiveCreditExamination, '3cu': threeCreditExamination };

const deferral = (regime: Regime, of: Partial<DeferredDecisionRequest> = {}, mode: StudyMode = 'full-time') => {
  const { attempt = examined() } = of;
  return rules[regime].deferral(examinedStudy(regime, mode, attempt), {
    attempt,
    application: granted(),
    reason: 'ill, as the certificate says',
    period: spring,
    today: '2024-12-20',
    ...of,
  });
};
const refusing = (...of: Parameters<typeof deferral>) => refusingClauses(deferral(...of));

/** Three assignments of equal weight that come to exactly a third of the sum of their marks. */
const scored = (...marks: number[]) =>
  examined({
    scheme: {
      assignmentsToComplete: marks.length,
      assignmentsCounting: marks.length,
      combination: 'all-weighted',
      courseworkPass: 40,
    },
    items: marks.map((_, index) => anItem(`A${index}`, '2024-10-01', { weight: 33.3 })),
    submissions: marks.map((mark, index) => handedIn(`A${index}`, { mark })),
  });

const noteOf = ({ note }: Finding): string => note?.en ?? '';

describe('the coursework score of a deferred examination', () => {
  it.each(['5cu', '3cu'] as const)('is 31 to the last fraction, %s', (regime) => {
    expect(refusing(regime, { attempt: scored(31, 31, 31) })).toEqual([]);
    expect(refusing(regime, { attempt: scored(30.99, 31, 31) })).toEqual([`${regime}/assess/12.1`]);
    expect(refusing(regime, { attempt: scored(30.99) })).toEqual([`${regime}/assess/12.1`]);
    // 30.1 + 31.9 + 31 is 93, though binary fractions make it less.
    expect(refusing(regime, { attempt: scored(30.1, 31.9, 31) })).toEqual([]);
    expect(figuresOf(deferral(regime, { attempt: scored(30.98, 31, 31) }), `${regime}/assess/12.1`)).toMatchObject({
      courseworkTotal: '4649/150',
      least: 31,
    });
    // 30.9967 would be shown as the 31 that it is not.
    const notes = [30.98, 30.5].map((mark) => deferral(regime, { attempt: scored(mark, 31, 31) }).findings.map(noteOf));
    expect(notes.map((said) => said.find((note) => note.includes('where 31 is needed')))).toEqual([
      'The overall coursework score is 30.99 of 100, where 31 is needed.',
      'The overall coursework score is 30.83 of 100, where 31 is needed.',
    ]);
    const close = deferral(regime, { attempt: scored(30.99, 31, 31) }).findings.map(noteOf);
    expect(close).toContain('The overall coursework score is 9299/300 of 100, where 31 is needed.');
  });

  it('is asked of five-credit courses that ask a pass in coursework, and of every three-credit course that has any', () => {
    const unasked = { ...scored(10), scheme: undefined };
    expect(refusing('5cu', { attempt: unasked })).toEqual([]);
    expect(refusing('3cu', { attempt: unasked })).toEqual(['3cu/assess/12.1']);
    const without = examined({ items: [anItem('EX', EXAM_DAY, { kind: 'examination' })], submissions: [] });
    for (const regime of ['5cu', '3cu'] as const) expect(refusing(regime, { attempt: without })).toEqual([]);
  });
});

describe.each(['5cu', '3cu'] as const)('a deferred examination, %s', (regime) => {
  it('is for who did what is compulsory, the examination apart', () => {
    const items = [
      anItem('A1', '2024-10-01', { weight: 50 }),
      anItem('A2', '2024-11-01', { weight: 50, compulsory: true }),
      anItem('EX', EXAM_DAY, { kind: 'examination', compulsory: true }),
    ];
    const submissions = [handedIn('A1', { mark: 90 })];
    const ruling = deferral(regime, { attempt: examined({ items, submissions }) });
    expect(refusingClauses(ruling)).toEqual([`${regime}/assess/12.1`]);
    expect(saysWhy(ruling)).toBe(true);
    const done = [...submissions, handedIn('A2', { mark: 0 })];
    expect(refusing(regime, { attempt: examined({ items, submissions: done }) })).toEqual([]);
  });

  it('is for who attended enough', () => {
    const attended = (of: number) => ({
      extensions: [],
      queries: [],
      attendance: [{ on: '2024-11-30', held: 100, attended: of }],
      allegations: [],
    });
    expect(refusing(regime, { attempt: examined({ coursework: attended(80) }) })).toEqual([]);
    expect(refusing(regime, { attempt: examined({ coursework: attended(79) }) })).toEqual([`${regime}/assess/12.1`]);
  });

  it('is taken in the next regular examinations, by their last day', () => {
    expect(deferral(regime).latest).toBe('2025-05-10');
    expect(refusing(regime, { examinationOn: '2025-05-10' })).toEqual([]);
    expect(refusing(regime, { examinationOn: '2025-05-11' })).toEqual([`${regime}/assess/12.2`]);
  });

  it('is taken within a year after the term, where the course is not examined before', () => {
    const { latest } = deferral(regime, { period: undefined });
    expect(latest).toBe('2025-12-20');
    expect(refusing(regime, { period: undefined, examinationOn: '2025-12-20' })).toEqual([]);
    expect(refusing(regime, { period: undefined, examinationOn: '2025-12-21' })).toEqual([`${regime}/assess/12.2`]);
    const much = { code: '2026-SPR', examinations: ['2026-04-27', '2026-05-09'] } as const;
    expect(refusing(regime, { period: much })).toEqual([`${regime}/assess/12.2`]);
    const straddling = { code: '2025-AUT', examinations: ['2025-12-18', '2025-12-30'] } as const;
    expect(deferral(regime, { period: straddling }).latest).toBe('2025-12-20');
  });

  it('is taken in the next examinations that the course is known to have, not in later ones of the year', () => {
    const summer = { code: '2025-SUM', examinations: ['2025-08-11', '2025-08-16'] } as const;
    const known = [summer, { code: spring.code, examinations: spring.examinations }];
    const earlier = { code: '2024-AUT', examinations: ['2024-12-09', '2024-12-20'] } as const;
    expect(refusing(regime, { period: summer })).toEqual([]);
    expect(refusing(regime, { period: summer, examinedIn: known })).toEqual([`${regime}/assess/12.2`]);
    expect(refusing(regime, { period: summer, examinedIn: [earlier, summer] })).toEqual([]);
    expect(refusing(regime, { period: spring, examinedIn: known })).toEqual([]);
    expect(deferral(regime, { period: undefined, examinedIn: known }).latest).toBe('2025-05-10');
    const later = { period: undefined, examinedIn: known, application: granted() };
    expect(refusing(regime, { ...later, examinationOn: '2025-05-10' })).toEqual([]);
    expect(refusing(regime, { ...later, examinationOn: '2025-05-11' })).toEqual([`${regime}/assess/12.2`]);
    expect(refusing(regime, { period: summer, examinedIn: known, today: '2025-05-10' })).not.toEqual([]);
    expect(refusing(regime, { period: summer, examinedIn: known, today: '2025-05-11' })).toEqual([]);
  });

  it('is taken after the one that was missed, and is still to come', () => {
    expect(refusing(regime, { examinationOn: EXAM_DAY, today: EXAM_DAY })).toEqual([`${regime}/assess/12.2`]);
    expect(refusing(regime, { examinationOn: '2024-12-19' })).toEqual([`${regime}/assess/12.2`]);
    expect(refusing(regime, { examinationOn: '2024-12-20' })).toEqual([]);
  });
});
