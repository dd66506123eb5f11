import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { type Attempt, emptyCoursework, type MarkQuery, type Regime } from '../facts.ts';
import { packFor } from '../packs.ts';
import type { MarkQueryRequest } from '../rules/coursework.ts';
import { anAttempt, anItem, aProgramme, aStudy, by, handedIn, saysWhy } from '../testing/index.ts';

const items = [anItem('A1', '2024-03-20'), anItem('A2', '2024-04-20')];

const sentBack = (dispatchedOn: string, queries: readonly MarkQuery[] = []): Attempt =>
  anAttempt('C1', {
    items,
    submissions: [handedIn('A1', { mark: 50, markedOn: '2024-04-01', dispatchedOn })],
    coursework: { ...emptyCoursework, queries },
  });
const study = (regime: Regime, attempt: Attempt, mode: 'distance-learning' | 'full-time' = 'distance-learning') =>
  aStudy(aProgramme(regime, mode), { attempts: [attempt] });

const querying = (
  regime: Regime,
  attempt: Attempt,
  today: string,
  of: Partial<Pick<MarkQueryRequest, 'to' | 'approvals'>> = {},
) =>
  packFor(regime).coursework.markQuery(study(regime, attempt), {
    ...{ attempt, assignment: 'A1', to: 'tutor', approvals: [], today },
    ...of,
  }).ruling;

const answered = (on: string): MarkQuery => ({
  ...{ assignment: 'A1', to: 'tutor', raisedOn: '2024-04-12', mark: 50, reason: 'sum', clause: 'x' },
  decided: { on, mark: 50, reason: 'right' },
});

describe.each([
  ['5cu', '5cu/dl/8.8'],
  ['3cu', '3cu/dl/9.9'],
] as const)('a query of a mark in distance learning, %s', (regime, clause) => {
  it('goes to the tutor within 28 days of the day on which the work was sent back', () => {
    const attempt = sentBack('2024-04-10');
    expect(querying(regime, attempt, '2024-05-08').outcome).toBe('allowed');
    const late = querying(regime, attempt, '2024-05-09');
    expect(refusingClauses(late)).toEqual([`${clause}.1`]);
    expect(saysWhy(late)).toBe(true);
  });

  it('is not opened later than 21 days after the last assignment’s day', () => {
    const attempt = sentBack('2024-05-02');
    expect(querying(regime, attempt, '2024-05-11').outcome).toBe('allowed');
    const barred = querying(regime, attempt, '2024-05-12');
    expect(refusingClauses(barred)).toEqual([`${clause}.4`]);
    expect(saysWhy(barred)).toBe(true);
  });

  it('goes to nobody before the tutor', () => {
    const attempt = sentBack('2024-04-10');
    for (const to of ['course-coordinator', 'dean', 'registrar'] as const) {
      const refused = querying(regime, attempt, '2024-04-12', { to });
      expect([to, refusingClauses(refused)]).toEqual([to, [`${clause}.2`]]);
      expect(saysWhy(refused)).toBe(true);
    }
  });

  it('goes to the course coordinator within 28 days of the tutor’s decision, past the bar too', () => {
    const attempt = sentBack('2024-04-10', [answered('2024-04-30')]);
    const to = 'course-coordinator';
    expect(querying(regime, attempt, '2024-05-28', { to }).outcome).toBe('allowed');
    expect(refusingClauses(querying(regime, attempt, '2024-05-29', { to }))).toEqual([`${clause}.3`]);
    expect(refusingClauses(querying(regime, attempt, '2024-05-01', { to: 'dean' }))).toEqual([`${clause}.3`]);
  });

  it('is answered by whom it went to', () => {
    const { decided: _, ...open } = answered('2024-04-30');
    const attempt = sentBack('2024-04-10', [open]);
    const answering = (by: string) =>
      packFor(regime).coursework.markReview(study(regime, attempt), {
        ...{ attempt, assignment: 'A1', by, mark: 55, today: '2024-04-20' },
      }).ruling;
    expect(answering('tutor').outcome).toBe('allowed');
    const other = answering('course-coordinator');
    expect(refusingClauses(other)).toEqual([`${clause}.1`]);
    expect(saysWhy(other)).toBe(true);
  });

  it.each([
    ['2024-04-10', '2024-05-08', '.1'],
    ['2024-04-13', '2024-05-11', '.1'],
    ['2024-04-14', '2024-05-11', '.4'],
    ['2024-05-02', '2024-05-11', '.4'],
  ])('of work sent back on %s has %s as its last day, which the student is told', (sent, lastDay, number) => {
    const attempt = sentBack(sent);
    const told = packFor(regime)
      .deadlines(study(regime, attempt), { today: sent })
      .filter(({ kind }) => kind === 'mark-query');
    expect(told).toMatchObject([{ day: lastDay, item: 'A1', clause: `${clause}${number}` }]);
    expect(querying(regime, attempt, lastDay).outcome).toBe('allowed');
  });

  it('has the days of the coordinator among the deadlines once the tutor has decided', () => {
    const told = (attempt: Attempt, today = '2024-05-01') =>
      packFor(regime)
        .deadlines(study(regime, attempt), { today })
        .filter(({ kind }) => kind === 'mark-query')
        .map(({ day }) => day);
    expect(told(sentBack('2024-04-10', [answered('2024-04-30')]))).toEqual(['2024-05-28']);
    expect(told(sentBack('2024-04-10', [answered('2024-04-30')]), '2024-05-29')).toEqual([]);
    const { decided: _, ...open } = answered('2024-04-30');
    expect(told(sentBack('2024-04-10', [open]))).toEqual([]);
  });
});

describe('a query of work that came back only after the bar', () => {
  const attempt = sentBack('2024-05-20');
  const approvals = [by('course-coordinator')];

  it('is taken by the course coordinator, five-credit, within the 28 days', () => {
    expect(refusingClauses(querying('5cu', attempt, '2024-05-21'))).toEqual(['5cu/dl/8.8.4']);
    expect(querying('5cu', attempt, '2024-05-21', { approvals }).outcome).toBe('allowed');
    expect(refusingClauses(querying('5cu', attempt, '2024-06-18', { approvals }))).toEqual(['5cu/dl/8.8.1']);
    expect(querying('5cu', sentBack('2024-05-11'), '2024-05-12', { approvals }).outcome).toBe('refused');
  });

  it('is taken by nobody, three-credit', () =>
    expect(refusingClauses(querying('3cu', attempt, '2024-05-21', { approvals }))).toEqual(['3cu/dl/9.9.4']));
});

describe('a query of a mark face-to-face', () => {
  it.each([
    ['5cu', '5cu/assess/20.1'],
    ['3cu', '3cu/assess/19.1'],
  ] as const)('is none of a single piece (%s)', (regime, clause) => {
    const attempt = sentBack('2024-04-10');
    const { coursework } = packFor(regime);
    const asked = { attempt, assignment: 'A1', today: '2024-04-11' };
    const of = study(regime, attempt, 'full-time');
    const { ruling } = coursework.markQuery(of, { ...asked, to: 'tutor', approvals: [] });
    expect(refusingClauses(ruling)).toEqual([clause]);
    expect(saysWhy(ruling)).toBe(true);
    expect(coursework.queryWindow(of, asked)).toBeUndefined();
    expect(coursework.markReview(of, { ...asked, by: 'tutor', mark: 60 }).ruling.outcome).toBe('refused');
  });
});
