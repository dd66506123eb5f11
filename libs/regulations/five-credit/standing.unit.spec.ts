import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { course, graded, programme, study, taken, term, transfer } from '../common/figures.fixtures.ts';
import { standingDecision } from '../common/standing.ts';
import { type DecidedStanding, emptyExaminationFile, type ProgrammeFacts, type Sitting, type Study } from '../facts.ts';
import { fiveCreditEligibility } from './eligibility.ts';
import { fiveCreditStanding } from './standing.ts';

/** Credits earned in the Autumn of each academic year of study. */
const earning = (years: readonly number[], of: ProgrammeFacts = programme('5cu'), entry = 2016): Study =>
  study(
    of,
    years.flatMap((credits, index) =>
      credits === 0 ? [] : [graded(course(`C${index}`, credits, 'middle'), `${entry + index}-AUT`, 'B')],
    ),
    { entry: `${entry}-AUT` },
  );
/** At the end of the last of the years, in Spring. */
const atEnd = (who: Study, year: number, yearEnd?: boolean) =>
  fiveCreditStanding.decide(who, { term: term(`${2016 + year}-SPR`), yearEnd, today: '2026-01-01' });
const standings = (years: readonly number[], of?: ProgrammeFacts) =>
  years.map((_, index) => atEnd(earning(years, of), index + 1).standing);

describe('five-credit standing of full-time students', () => {
  it.each([
    [
      [20, 20, 20, 20],
      ['good', 'good', 'good', 'good'],
    ],
    [
      [0, 20],
      ['good', 'good'],
    ],
    [
      [0, 19],
      ['good', 'probation'],
    ],
    [
      [18, 0, 20],
      ['good', 'probation', 'probation'],
    ],
    [
      [18, 0, 22],
      ['good', 'probation', 'good'],
    ],
    [
      [18, 0, 20, 17],
      ['good', 'probation', 'probation', 'terminated'],
    ],
    [
      [18, 0, 22, 20],
      ['good', 'probation', 'good', 'good'],
    ],
    [
      [18, 0, 22, 19],
      ['good', 'probation', 'good', 'terminated'],
    ],
    [
      [20, 20, 10, 8],
      ['good', 'good', 'good', 'probation'],
    ],
    [
      [20, 20, 10, 8, 0],
      ['good', 'good', 'good', 'probation', 'terminated'],
    ],
    [
      [20, 20, 10, 8, 2],
      ['good', 'good', 'good', 'probation', 'good'],
    ],
  ])('with %j credits a year is %j', (years, expected) => expect(standings(years)).toEqual(expected));

  it.each([
    ['2018-08-31', 'good'],
    ['2018-09-01', 'probation'],
  ])('counts a course that was passed in a resit from the decision of the Senate, on %s: %s', (gradedOn, standing) => {
    const passed = earning([18, 2]);
    const attempts = passed.attempts.map((each, index) => (index === 1 ? { ...each, gradedOn } : each));
    const sitting: Sitting = {
      ...{ attempt: 'C1@2017-AUT', kind: 'resit', mark: 52 },
      ...{ on: '2018-08-20', recordedOn: '2018-08-20' },
    };
    expect(atEnd({ ...passed, attempts }, 2).standing).toBe('good');
    const resat = { ...passed, attempts, examinations: { ...emptyExaminationFile, sittings: [sitting] } };
    expect(atEnd(resat, 2).standing).toBe(standing);
  });

  it('of 130 credits in four years takes 15, 30 and 45', () => {
    const of = programme('5cu', { credits: 130 });
    expect(standings([0, 15], of)[1]).toBe('good');
    expect(standings([0, 14], of)[1]).toBe('probation');
    expect(standings([15, 0, 15], of)[2]).toBe('good');
    expect(standings([15, 0, 14], of)[2]).toBe('probation');
  });

  it.each([
    [2, [0, 19], ['5cu/ug/11.1', '5cu/ug/11.2.3']],
    [3, [0, 20, 19], ['5cu/ug/11.1', '5cu/ug/11.2.4']],
    [5, [0, 20, 20, 20, 0], ['5cu/ug/11.1', '5cu/ug/11.2.5']],
  ])('after year %i rests on the clause that sets its minimum', (year, years, clauses) =>
    expect(atEnd(earning(years), year).clauses).toEqual(clauses),
  );

  it('says that study ends by 11.3', () => {
    const ruling = atEnd(earning([18, 0, 20, 17]), 4);
    expect(ruling.clauses[0]).toBe('5cu/ug/11.3');
    expect(refusingClauses(ruling)).toContain('5cu/ug/11.3');
    expect(ruling.figures).toMatchObject({ year: 4, minimum: 60, earned: 55 });
  });

  it.each([18, 20])('names the clause by which credits are earned, with %s', (credits) =>
    expect(atEnd(earning([credits, 0]), 2).findings.filter(({ restsOn }) => restsOn)).toEqual([
      expect.objectContaining({ clause: '5cu/ug/11.1', holds: credits === 20, restsOn: ['5cu/ug/9.3'] }),
    ]),
  );

  it('puts sub-degree students on probation, and does not end their study', () =>
    expect(standings([18, 0, 20, 17], programme('5cu', { award: 'higher-diploma' }))[3]).toBe('probation'));

  it('is decided at the end of a year, not within it', () => {
    const who = earning([18, 0, 40]);
    const within = fiveCreditStanding.decide(who, { term: term('2018-AUT'), today: '2026-01-01' });
    expect(within).toMatchObject({ standing: 'probation', before: 'probation', counts: true });
    expect(atEnd(who, 3, false)).toMatchObject({ standing: 'probation', figures: { year: 2 } });
    expect(atEnd(who, 3)).toMatchObject({ standing: 'good', before: 'probation' });
  });

  it('waits for the results of the year', () => {
    const who = earning([18, 0]);
    const open = { ...who, attempts: [...who.attempts, taken(course('O', 10, 'middle'), '2018-SPR')] };
    expect(atEnd(open, 2)).toMatchObject({ standing: 'good', figures: { resultsToCome: 1 } });
    const done = { ...who, attempts: [...who.attempts, graded(course('O', 10, 'middle'), '2018-SPR', 'C')] };
    expect(atEnd(done, 2).figures).toMatchObject({ earned: 28 });
  });

  it('counts a deferred year as one', () => {
    const deferred = { ...earning([10, 0]), deferrals: [] };
    expect(atEnd(deferred, 2).standing).toBe('probation');
  });

  it('tells the credits that are missing from the next minimum', () => {
    expect(atEnd(earning([18, 0]), 2).distance).toEqual({
      measure: 'credits',
      year: 3,
      minimum: 40,
      earned: 18,
      missing: 22,
    });
    expect(atEnd(earning([18, 0]), 2).remedies?.[0]?.en).toContain('22 credits more');
    expect(atEnd(earning([40, 40]), 2).distance).toMatchObject({ missing: 0 });
    expect(atEnd(earning([20, 20, 10, 8, 0]), 5).distance).toMatchObject({ year: 5, minimum: 60, missing: 2 });
  });

  it('takes half of what is left after transferred credits; of a route, of its own credits over its years', () => {
    const senior = { ...earning([0, 9], programme('5cu', { years: 2 })), transfers: [transfer(120, 'middle')] };
    expect(atEnd(senior, 2)).toMatchObject({ standing: 'probation', figures: { minimum: 10 } });
    const own = programme('5cu', { years: 2, credits: 80 });
    const route = { code: 'R2', kind: 'advanced', credits: 80, years: 2, year: 3, exempts: [], clause: 'x' } as const;
    const entered = (credits: number): Study => {
      const who = earning([0, credits], own);
      const registration = { ...who.registration, entry: { route, met: [] } };
      return { ...who, registration, transfers: [transfer(80, 'middle')] };
    };
    expect(atEnd(entered(20), 2)).toMatchObject({ standing: 'good', figures: { minimum: 20 } });
    expect(atEnd(entered(19), 2)).toMatchObject({ standing: 'probation', figures: { minimum: 20 } });
  });

  it('is for entrants from 2016/17 on', () => {
    const earlier = earning([0, 0], undefined, 2015);
    const ruling = fiveCreditStanding.decide(earlier, { term: term('2017-SPR'), today: '2026-01-01' });
    // It was so before as well: a run does not tell it as a change.
    const never = { standing: 'not-applicable', before: 'not-applicable' };
    expect(ruling).toMatchObject({ ...never, clauses: ['5cu/ug/11.4'], stage: { stage: 1 } });
    expect(atEnd(earning([0, 0]), 2).standing).toBe('probation');
  });

  it.each([
    ['distance-learning', 'honours', '5cu/ug/11.1'],
    ['full-time', 'masters', '5cu/ug/11.1'],
    ['full-time', 'phd', '5cu/rpg/4.6'],
  ] as const)('does not apply to %s %s', (mode, award, clause) => {
    const who = earning([0, 0], programme('5cu', { mode, award }));
    expect(atEnd(who, 2)).toMatchObject({ standing: 'not-applicable', clauses: [clause], counts: false });
    expect(fiveCreditStanding.stage(who, '2026-01-01')).toBeUndefined();
  });

  it('knows no academic advice', () =>
    expect(fiveCreditStanding.advice(earning([0, 0]), { today: '2026-01-01' })).toBeUndefined());
});

describe('five-credit standings that are published', () => {
  const published = (who: Study, year: number, standing: DecidedStanding['standing']): DecidedStanding => ({
    ...standingDecision(atEnd(who, year), {
      programme: 'P',
      term: term(`${2016 + year}-SPR`),
      yearEnd: true,
      on: '2018-07-01',
    }),
    standing,
    revisions: [],
  });
  it('count as what they say', () => {
    const who = earning([20, 20, 10, 8]);
    expect(atEnd(who, 4).standing).toBe('probation');
    const once = { ...who, standings: [published(who, 2, 'probation')] };
    expect(atEnd(once, 4).standing).toBe('terminated');
    const next = term('2020-AUT');
    expect(refusingClauses(fiveCreditEligibility(who, next, '2020-08-01'))).toEqual([]);
    expect(refusingClauses(fiveCreditEligibility(once, next, '2020-08-01'))).toEqual(['5cu/ug/11.3']);
  });
});

describe('the five-credit stage of study', () => {
  const of = (credits: number, programme_ = programme('5cu')) =>
    fiveCreditStanding.stage(earning([credits], programme_), '2018-01-01');
  it.each([
    [0, 1],
    [39, 1],
    [40, 2],
    [79, 2],
    [80, 3],
    [119, 3],
    [120, 4],
    [159, 4],
    [160, 5],
  ])('of %i credits is %i', (credits, stage) => expect(of(credits)).toMatchObject({ stage }));
  it('goes by the credits of the programme where it has its own', () => {
    const own = of(30, programme('5cu', {}, { stageCredits: [30, 60] }));
    expect(own).toMatchObject({ stage: 2, next: { from: 60, missing: 30 } });
    expect(own && refusingClauses(own.ruling)).toEqual(['5cu/ug/10.3']);
  });
});
