import { describe, expect, it } from '@jest/globals';
import type { Attempt, ExaminationArrangement, StudentRequests, Study } from '../facts.ts';
import { examined, examinedStudy } from '../testing/examinations.ts';
import { anItem } from '../testing/index.ts';
import { dayOfPaper, examinationDaysOf, isExaminedOn } from './examination-days.ts';

const by = { role: 'registrar' };
const arrangement = (date: string | undefined, of: Partial<ExaminationArrangement> = {}): ExaminationArrangement => ({
  ...{ id: 'R1', course: 'C1', term: '2024-AUT', kind: 'change-of-date', words: 'x', papers: [], clause: 'x', by },
  on: '2024-11-01',
  sitting: { term: '2024-AUT', examinations: ['2024-12-09', '2024-12-20'] },
  decision: { outcome: 'granted', reason: 'x', terms: { date }, on: '2024-11-05', clause: 'x', by },
  ...of,
});

const asked = (...arrangements: ExaminationArrangement[]): StudentRequests => ({
  ...{ arrangements, orals: [], incidents: [], circumstances: [], contacts: [], appeals: [], disclosures: [] },
});

const today = '2024-12-01';
const paper = anItem('EX', '2024-12-10', { kind: 'examination', weight: 100 });
const other = anItem('EY', '2024-12-12', { kind: 'examination', weight: 100 });
const study = (attempt: Attempt, ...arrangements: ExaminationArrangement[]): Study =>
  examinedStudy('5cu', 'full-time', attempt, {}, { requests: asked(...arrangements) });
const days = (attempt: Attempt, ...arrangements: ExaminationArrangement[]) =>
  examinationDaysOf(study(attempt, ...arrangements), attempt, today);

describe('the days on which somebody is examined', () => {
  const one = examined();
  const none = examined({ items: [] });
  const two = examined({ items: [paper, other] });

  it('are those of the papers, or of the term', () => {
    expect(days(one)).toEqual(['2024-12-10']);
    expect(days(two)).toEqual(['2024-12-10', '2024-12-12']);
    expect(days(none)).toEqual(none.term.examinations);
  });

  it('are the one that was granted instead, the last of several', () => {
    expect(days(one, arrangement('2024-12-18'))).toEqual(['2024-12-18']);
    expect(days(none, arrangement('2024-12-18'))).toEqual(['2024-12-18']);
    expect(days(one, arrangement('2024-12-18'), arrangement('2024-12-19', { id: 'R2' }))).toEqual(['2024-12-19']);
    expect(dayOfPaper(study(one, arrangement('2024-12-18')), one, paper, today)).toBe('2024-12-18');
  });

  it('are one more where there are several papers', () => {
    expect(days(two, arrangement('2024-12-18'))).toEqual(['2024-12-10', '2024-12-12', '2024-12-18']);
    expect(dayOfPaper(study(two, arrangement('2024-12-18')), two, paper, today)).toBe('2024-12-10');
  });

  it.each([
    ['asked for and not decided', arrangement('2024-12-18', { decision: undefined })],
    ['decided later', arrangement('2024-12-18'), '2024-11-04'],
    ['without another day', arrangement(undefined)],
    ['of another course', arrangement('2024-12-18', { course: 'C2' })],
    ['of another taking of it', arrangement('2024-12-18', { term: '2023-AUT' })],
    [
      'of a later sitting',
      arrangement('2025-05-02', { sitting: { term: '2025-SPR', examinations: ['2025-04-28', '2025-05-10'] } }),
    ],
  ])('are not changed by an arrangement %s', (_, request, day = today) =>
    expect(examinationDaysOf(study(one, request), one, day)).toEqual(['2024-12-10']),
  );

  it('are those on which somebody may have been absent', () => {
    const moved = study(one, arrangement('2024-12-18'));
    expect(isExaminedOn(moved, one, '2024-12-18', today)).toBe(true);
    expect(isExaminedOn(moved, one, '2024-12-10', today)).toBe(false);
    expect(isExaminedOn(study(none), none, none.term.examinations[1], today)).toBe(true);
    expect(isExaminedOn(study(none, arrangement('2024-12-18')), none, none.term.examinations[1], today)).toBe(false);
  });
});
