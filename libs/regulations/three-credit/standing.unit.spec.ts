import { describe, expect, it } from '@jest/globals';
import { plusDays, Rational, refusingClauses } from '#kernel';
import { course, graded, programme, study, taken, term, transfer } from '../common/figures.fixtures.ts';
import { standingDecision } from '../common/standing.ts';
import type { Attempt, AwardKind, DecidedStanding, Study, StudyMode } from '../facts.ts';
import { threeCreditEligibility } from './eligibility.ts';
import { threeCredit } from './index.ts';
import { threeCreditStanding } from './standing.ts';

const TERMS = ['2022-AUT', '2023-SPR', '2023-AUT', '2024-SPR', '2024-AUT', '2025-SPR', '2025-AUT', '2026-SPR'] as const;
const result = (when: string, grade: string, credits = 3): Attempt =>
  graded(course(`C-${when}-${grade}`, credits, 2000), when, grade);
/** A letter a term: A, D and so on; `-` is a term without a course, `x` one that was deferred, `W` one that was left. */
const run = (grades: string): Attempt[] =>
  [...grades].flatMap((grade, index) => {
    const when = TERMS[index] as string;
    const of = course(`C${index}`, 3, 2000);
    if (grade === '-') return [];
    if (grade === 'x') return [taken(of, when, { status: 'deferred' })];
    if (grade === 'W') return [taken(of, when, { status: 'withdrawn' })];
    return [graded(of, when, grade)];
  });
const of = (mode: StudyMode, attempts: readonly Attempt[], award: AwardKind = 'honours'): Study =>
  study(programme('3cu', { mode, award }), attempts);
const decide = (who: Study, at: string) => threeCreditStanding.decide(who, { term: term(at), today: '2027-01-01' });
const standing = (mode: StudyMode, grades: string, award?: AwardKind) => {
  const at = TERMS[grades.length - 1] as string;
  const { standing: to, probationTerms, counts } = decide(of(mode, run(grades), award), at);
  return [to, probationTerms, counts];
};
const published = (who: Study, at: string, state: DecidedStanding['standing']): DecidedStanding => ({
  ...standingDecision(decide(who, at), { programme: 'P', term: term(at), yearEnd: false, on: '2025-06-01' }),
  standing: state,
  revisions: [],
});

describe.each([
  ['full-time', 'honours', '3cu/ug/11.1', '3cu/ug/11.3', '3cu/ug/11.5.1'],
  ['full-time', 'masters', '3cu/tpg/10.1', '3cu/tpg/10.3', '3cu/tpg/10.5.1'],
  ['part-time', 'masters', '3cu/tpg/10.1', '3cu/tpg/10.3', '3cu/tpg/10.5.1'],
] as const)('three-credit standing, %s %s', (mode, award, low, lifted, ended) => {
  it('is probation below 2.0, the first term not excepted', () => {
    const ruling = decide(of(mode, [result('2022-AUT', 'C-')], award), '2022-AUT');
    expect(ruling).toMatchObject({ standing: 'probation', before: 'good', probationTerms: 0, clauses: [low] });
    expect(refusingClauses(ruling)).toEqual([low]);
  });
  it.each(['C-', 'C'])('names the clauses by which the average was made, at %s', (grade) => {
    const { findings } = decide(of(mode, [result('2022-AUT', grade)], award), '2022-AUT');
    const made = ['5', '6'].map((clause) => `${low.split('/').slice(0, 2).join('/')}/9.${clause}`);
    expect(findings[0]?.restsOn).toEqual(expect.arrayContaining([...made, '3cu/assess/17.5.1']));
  });
  it('is good at 2.0', () => {
    const ruling = decide(of(mode, [result('2022-AUT', 'C')], award), '2022-AUT');
    expect(ruling).toMatchObject({ standing: 'good', outcome: 'allowed', clauses: [low] });
  });
  it('is lifted by a CGPA of 2.0 or above', () => {
    const ruling = decide(of(mode, run('DB'), award), '2023-SPR');
    expect(ruling).toMatchObject({ standing: 'good', before: 'probation', clauses: [lifted, low] });
  });
  it('goes on below it, and tells the term it is', () => {
    const ruling = decide(of(mode, run('DD'), award), '2023-SPR');
    expect(ruling).toMatchObject({ standing: 'probation', probationTerms: 1, clauses: [low, lifted] });
    expect(refusingClauses(ruling)).toEqual([low, lifted]);
  });
  it.each([
    ['DDD', 'probation', 2],
    ['DDDD', 'terminated', 3],
    ['DDADD', 'probation', 1],
  ])('after %s is %s', (grades, to, terms) => expect(standing(mode, grades, award)).toEqual([to, terms, true]));
  it('ends by the clause that counts the terms', () =>
    expect(decide(of(mode, run('DDDD'), award), '2024-SPR').clauses[0]).toBe(ended));
  it.each([
    ['DxDxDD', 'terminated'],
    ['D-D-DD', 'terminated'],
    ['DDx-D', 'probation'],
    ['DxxxD', 'probation'],
  ])('neither counts nor resets terms without courses: %s is %s', (grades, to) =>
    expect(standing(mode, grades, award)[0]).toBe(to),
  );
  it('counts a term whose courses were all left', () => expect(standing(mode, 'DWDD', award)[0]).toBe('terminated'));
  it('is not looked at in a term without a result, and stays what it was', () => {
    expect(standing(mode, 'Dx', award)).toEqual(['probation', 0, false]);
    expect(standing(mode, 'A-', award)).toEqual(['good', 0, false]);
  });
  it('is told at the end of a term, whatever came later', () => {
    const who = of(mode, run('DDAAA'), award);
    expect(decide(who, '2022-AUT').standing).toBe('probation');
    expect(decide(who, '2023-SPR')).toMatchObject({
      standing: 'probation',
      figures: { cgpa: '1/1', creditsEarned: 6 },
    });
    expect(decide(who, '2023-AUT').standing).toBe('good');
  });
});

describe('three-credit standing in distance learning', () => {
  it('passes over the first GPA, whatever it is', () => {
    const ruling = decide(of('distance-learning', [result('2022-AUT', 'D')]), '2022-AUT');
    expect(ruling).toMatchObject({ standing: 'good', figures: { firstGpa: true } });
    expect(standing('distance-learning', '-D')[0]).toBe('good');
  });
  it('is probation from the second on, and never ends study', () => {
    expect(standing('distance-learning', 'DD')).toEqual(['probation', 0, true]);
    expect(standing('distance-learning', 'DDDDDDDD')).toEqual(['probation', 6, true]);
  });
  it('is lifted at 2.0', () => {
    const ruling = decide(of('distance-learning', run('DDA')), '2023-AUT');
    expect(ruling).toMatchObject({ standing: 'good', before: 'probation', clauses: ['3cu/dl/4.3', '3cu/dl/4.1'] });
    expect(decide(of('distance-learning', run('DDC')), '2023-AUT').standing).toBe('probation');
  });
  it('has no stages', () => expect(decide(of('distance-learning', run('A')), '2022-AUT').stage).toBeUndefined());
});

describe('the line of 2.0', () => {
  // 1.995: shown as 2.00, and below it.
  const shy = [
    ...Array.from({ length: 59 }, (_, index) => graded(course(`M${index}`, 3, 2000), '2022-AUT', 'C')),
    graded(course('L', 3, 2000), '2022-AUT', 'C-'),
  ];
  it('is compared exactly: 1.995 is below it', () => {
    const ruling = decide(of('full-time', shy), '2022-AUT');
    expect(ruling.figures.cgpa).toBe('399/200');
    expect(Rational.parse('399/200').toFixed(2)).toBe('2.00');
    expect(ruling.standing).toBe('probation');
  });
  it('is reached by B+, C-, C-, C+ and D, of which binary fractions make less', () => {
    const points = [3.3, 1.7, 1.7, 2.3, 1.0];
    expect(points.reduce((sum, each) => sum + each * 3, 0) / 15).toBeLessThan(2);
    const grades = ['B+', 'C-', 'C-', 'C+', 'D'].map((grade, index) =>
      graded(course(`F${index}`, 3, 2000), '2022-AUT', grade),
    );
    expect(decide(of('full-time', grades), '2022-AUT')).toMatchObject({
      standing: 'good',
      figures: { cgpa: '2/1' },
      distance: { points: '0/1', next: { average: '2/1' } },
    });
  });
  it('leaves Pass, W and transferred credits out', () => {
    const passed = graded(course('P', 6, 2000, { passFail: true }), '2022-AUT', 'Pass');
    const who = { ...of('full-time', [passed, result('2022-AUT', 'C')]), transfers: [transfer(30, 1000)] };
    expect(decide(who, '2022-AUT')).toMatchObject({
      standing: 'good',
      figures: { cgpa: '2/1', creditsTransferred: 30 },
    });
    expect(decide(of('full-time', [passed]), '2022-AUT')).toMatchObject({ standing: 'good', counts: false });
  });
  it('is looked at with the last attempt at a course, better or worse', () => {
    const first = graded(course('R', 3, 2000), '2022-AUT', 'D');
    const better = graded(course('R', 3, 2000), '2023-SPR', 'B');
    const worse = graded(course('R', 3, 2000), '2023-AUT', 'Fail');
    expect(decide(of('full-time', [first, better]), '2023-SPR').standing).toBe('good');
    expect(decide(of('full-time', [first, better, worse]), '2023-AUT')).toMatchObject({
      standing: 'probation',
      figures: { cgpa: '0/1' },
    });
  });
});

describe('the distance to the line', () => {
  it('is the points that are missing, and the average over the next load that makes up for them', () => {
    // 1.0 over 15 credits: 15 points short; over the next 15 credits 3.0.
    const who = of('full-time', [graded(course('X', 15, 2000), '2022-AUT', 'D')]);
    expect(decide(who, '2022-AUT').distance).toEqual({
      measure: 'average',
      value: '1/1',
      line: '2/1',
      credits: 15,
      points: '15/1',
      next: { credits: 15, average: '3/1' },
    });
    const after = of('full-time', [...who.attempts, graded(course('Y', 15, 2000), '2023-SPR', 'B')]);
    expect(decide(after, '2023-SPR').standing).toBe('good');
    const short = of('full-time', [...who.attempts, graded(course('Y', 15, 2000), '2023-SPR', 'B-')]);
    expect(decide(short, '2023-SPR').standing).toBe('probation');
  });
  it('is negative above it, and goes by the load of the programme', () => {
    const own = study(programme('3cu', {}, { creditsPerTerm: 12 }), [result('2022-AUT', 'B')]);
    expect(decide(own, '2022-AUT').distance).toMatchObject({ points: '-3/1', next: { credits: 12, average: '7/4' } });
  });
  it('promises no average above the highest grade, but tells the fewest credits that reach the line with it', () => {
    const failing = (credits: number) => of('full-time', [graded(course('X', credits, 2000), '2022-AUT', 'Fail')]);
    const next = (credits: number) => {
      const { distance } = decide(failing(credits), '2022-AUT');
      return distance?.measure === 'average' ? distance.next : undefined;
    };
    // 17 credits of Fail are 34 points short; 15 credits of A+ bring 34.5 above the line, 18 of Fail take 36.
    expect(next(17)).toEqual({ credits: 15, average: '64/15' });
    expect(next(18)).toEqual({ credits: 16, average: '17/4' });
    expect(next(30)).toEqual({ credits: 27, average: '38/9' });
    expect(decide(failing(30), '2022-AUT').remedies?.[0]?.en).toBe(
      'A GPA of 4.23 over the next 27 credits lifts probation. Taking a failed course again takes less, as its later result replaces the Fail.',
    );
  });
  it('is told as the remedy', () =>
    expect(decide(of('full-time', run('D')), '2022-AUT').remedies?.[0]?.en).toBe(
      'A GPA of 2.20 over the next 15 credits lifts probation.',
    ));
});

describe('the stage of study', () => {
  const with_ = (credits: number, more: Partial<Study> = {}) => ({
    ...of('full-time', credits > 0 ? [graded(course('X', credits, 2000), '2022-AUT', 'B')] : []),
    ...more,
  });
  it.each([
    [0, 1],
    [29, 1],
    [30, 2],
    [59, 2],
    [60, 3],
    [89, 3],
    [90, 4],
    [119, 4],
    [120, 5],
  ])('of %i credits is %i', (credits, stage) => {
    expect(decide(with_(credits), '2022-AUT').stage).toMatchObject({ stage, credits });
    expect(threeCreditStanding.stage(with_(credits), '2023-01-10')).toMatchObject({ stage });
  });
  it('counts transferred credits', () =>
    expect(decide(with_(3, { transfers: [transfer(57, 1000)] }), '2022-AUT').stage).toMatchObject({ stage: 3 }));
  it('counts what the route of entry takes off, or what was transferred where that is more', () => {
    const entry = {
      route: { code: 'R', kind: 'advanced', credits: 60, years: 2, year: 3, exempts: [], clause: 'x', waived: 60 },
      met: [],
    } as const;
    const by = (credits: number, transferred: number) => {
      const who = with_(credits, { transfers: transferred > 0 ? [transfer(transferred, 1000)] : [] });
      const entered = { ...who, registration: { ...who.registration, entry } };
      return threeCreditStanding.stage(entered, '2023-01-10');
    };
    expect(by(0, 0)).toMatchObject({ stage: 3, credits: 60 });
    expect(by(29, 60)).toMatchObject({ stage: 3, credits: 89, next: { missing: 1 } });
    expect(by(30, 0)).toMatchObject({ stage: 4, credits: 90 });
    expect(by(28, 61)).toMatchObject({ stage: 3, credits: 89 });
    expect(by(29, 61)).toMatchObject({ stage: 4, credits: 90 });
  });
  it('tells the credits that are missing from the next', () => {
    const placed = threeCreditStanding.stage(with_(29), '2023-01-10');
    expect(placed).toMatchObject({ next: { stage: 2, from: 30, missing: 1 } });
    expect(placed && refusingClauses(placed.ruling)).toEqual(['3cu/ug/10.2']);
    expect(threeCreditStanding.stage(with_(120), '2023-01-10')?.ruling.outcome).toBe('allowed');
  });
  it('goes by the credits of the programme where it has its own', () => {
    const own = study(programme('3cu', {}, { stageCredits: [24, 54] }), [
      graded(course('X', 24, 2000), '2022-AUT', 'B'),
    ]);
    const placed = threeCreditStanding.stage(own, '2023-01-10');
    expect(placed).toMatchObject({ stage: 2, next: { stage: 3, from: 54 } });
    expect(placed && refusingClauses(placed.ruling)).toEqual(['3cu/ug/10.3']);
  });
  it('is one of full-time study below postgraduate level only', () =>
    expect(threeCreditStanding.stage(of('full-time', [], 'masters'), '2023-01-10')).toBeUndefined());
});

describe('published standings', () => {
  it('go before what would be worked out now', () => {
    const who = of('full-time', run('DDDD'));
    const forgiven = { ...who, standings: [published(who, '2023-AUT', 'good')] };
    expect(decide(forgiven, '2024-SPR')).toMatchObject({ standing: 'probation', probationTerms: 0, before: 'good' });
    const next = term('2024-AUT');
    expect(refusingClauses(threeCreditEligibility(who, next, '2024-08-01'))).toEqual(['3cu/ug/11.5.1']);
    expect(refusingClauses(threeCreditEligibility(forgiven, next, '2024-08-01'))).toEqual(['3cu/ug/11.4']);
  });
  it.each([
    ['the first day of the next term', 0, 'terminated', 3],
    ['the day after it', 1, 'probation', 2],
  ] as const)('revised from good to probation on %s', (_when, later, to, terms) => {
    const who = of('full-time', run('DDDD'));
    const begins = term('2023-SPR').teaching[0];
    const good = { ...published(who, '2022-AUT', 'good'), on: '2022-12-31' };
    const revised = {
      ...published(who, '2022-AUT', 'probation'),
      on: plusDays(begins, later),
      revisions: [{ from: good, on: plusDays(begins, later), reason: 'a result came in late' }],
    };
    const ruling = decide({ ...who, standings: [revised] }, '2024-SPR');
    expect(ruling).toMatchObject({ standing: to, probationTerms: terms });
    // Published for the first time when the next term had begun, it still put that term on probation.
    const lately = { ...published(who, '2022-AUT', 'probation'), on: plusDays(begins, 30) };
    expect(decide({ ...who, standings: [lately] }, '2024-SPR').standing).toBe('terminated');
    // One that falls away lightens the count whenever it does.
    const lifted = { ...revised, standing: 'good' as const, revisions: [{ ...revised.revisions[0], from: lately }] };
    expect(decide({ ...who, standings: [lifted as DecidedStanding] }, '2024-SPR').probationTerms).toBe(2);
  });
  it('do not decide their own term again', () => {
    const who = of('full-time', run('D'));
    expect(decide({ ...who, standings: [published(who, '2022-AUT', 'good')] }, '2022-AUT').standing).toBe('probation');
  });
  it('block and end as they say', () => {
    const who = of('full-time', run('BB'));
    const next = term('2023-AUT');
    const said = (state: DecidedStanding['standing']) =>
      refusingClauses(
        threeCreditEligibility({ ...who, standings: [published(who, '2023-SPR', state)] }, next, '2023-08-01'),
      );
    expect(said('good')).toEqual([]);
    expect(said('probation')).toEqual(['3cu/ug/11.4']);
    expect(said('terminated')).toEqual(['3cu/ug/11.5.1']);
  });
});

describe('academic advice', () => {
  const advice = (of_: string, more: object = {}) => ({
    programme: 'P',
    term: of_,
    notes: 'fewer courses',
    clause: '3cu/ug/11.2',
    on: '2023-06-10',
    ...more,
  });
  const blocked = (who: Study, next: string) =>
    refusingClauses(threeCreditEligibility(who, term(next), term(next).registration[0]));

  it('on record lifts the block after Spring', () => {
    const who = of('full-time', run('BF'.replace('F', 'D')).concat(result('2023-SPR', 'Fail', 9)));
    expect(blocked(who, '2023-AUT')).toEqual(['3cu/ug/11.4']);
    expect(blocked({ ...who, advice: [advice('2023-SPR')] }, '2023-AUT')).toEqual([]);
  });
  it('on the results of another term lifts nothing', () => {
    const who = of('full-time', run('DD'));
    expect(blocked({ ...who, advice: [advice('2022-AUT')] }, '2023-AUT')).toEqual(['3cu/ug/11.4']);
  });
  it('on Spring still holds after a Summer term', () => {
    const who = of('full-time', [...run('BD'), result('2023-SPR', 'Fail', 9), result('2023-SUM', 'Fail')]);
    expect(blocked(who, '2023-AUT')).toEqual(['3cu/ug/11.4']);
    expect(blocked({ ...who, advice: [advice('2023-SPR')] }, '2023-AUT')).toEqual([]);
    expect(blocked({ ...who, advice: [advice('2022-AUT')] }, '2023-AUT')).toEqual(['3cu/ug/11.4']);
  });
  it('lifts the block of distance learning, while probation goes on too', () => {
    const who = of('distance-learning', run('DDD'));
    expect(blocked(who, '2024-SPR')).toEqual(['3cu/dl/4.3', '3cu/dl/4.2']);
    expect(blocked({ ...who, advice: [advice('2023-AUT')] }, '2024-SPR')).toEqual([]);
    expect(blocked({ ...who, advice: [advice('2023-SPR')] }, '2024-SPR')).toEqual(['3cu/dl/4.3', '3cu/dl/4.2']);
  });
  it('never lifts the end of study', () =>
    expect(blocked({ ...of('full-time', run('DDDD')), advice: [advice('2024-SPR')] }, '2024-AUT')).toEqual([
      '3cu/ug/11.5.1',
    ]));

  it.each([
    ['full-time', 'honours', '3cu/ug/11.2'],
    ['part-time', 'masters', '3cu/tpg/10.2'],
    ['distance-learning', 'honours', '3cu/dl/4.2'],
  ] as const)('is for who is on probation: %s %s', (mode, award, clause) => {
    const asked = (grades: string, code?: string) =>
      threeCreditStanding.advice(of(mode, run(grades), award), { term: code, today: '2024-01-01' });
    expect(asked('DD')).toMatchObject({ clause, term: '2023-SPR', ruling: { outcome: 'allowed' } });
    expect(asked('DDA')?.ruling).toMatchObject({ outcome: 'refused', findings: [{ clause, holds: false }] });
    expect(asked('DDA', '2023-SPR')).toMatchObject({ term: '2023-SPR', ruling: { outcome: 'allowed' } });
    expect(asked('DD', '2030-AUT')?.ruling.outcome).toBe('refused');
    expect(asked('')?.ruling.outcome).toBe('refused');
  });

  it('may ask for a smaller load, which the School may let pass', () => {
    const who = { ...of('full-time', run('DD')), advice: [advice('2023-SPR', { creditsAtMost: 6 })] };
    const enrolled = (before: readonly Attempt[], approvals: { authority: string; reason: string }[] = []) =>
      refusingClauses(
        threeCredit.enrolment(
          { ...who, attempts: [...who.attempts, ...before] },
          { course: course('N', 3, 2000), term: term('2023-AUT'), approvals, today: term('2023-AUT').registration[0] },
        ),
      );
    const one = taken(course('N1', 3, 2000), '2023-AUT');
    const two = taken(course('N2', 3, 2000), '2023-AUT');
    expect(enrolled([one])).toEqual([]);
    expect(enrolled([one, two])).toEqual(['3cu/ug/11.2']);
    expect(enrolled([one, two], [{ authority: 'school', reason: 'one course is a retake' }])).toEqual([]);
  });
});

it('nobody is on probation in research', () =>
  expect(decide(of('full-time', [], 'mphil'), '2022-AUT')).toMatchObject({
    standing: 'not-applicable',
    clauses: ['3cu/rpg/4.6'],
    counts: false,
  }));
