import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Attempt, CourseCategory, ProgrammeFacts, Study, Transfer } from '../facts.ts';
import { fiveCredit } from '../five-credit/index.ts';
import { threeCredit } from '../three-credit/index.ts';
import { course, graded, programme, several, study, transfer } from './figures.fixtures.ts';

const packs = { '5cu': fiveCredit, '3cu': threeCredit };
const dual = (regime: '5cu' | '3cu', requirements: Partial<ProgrammeFacts['requirements']> = {}, credits?: number) =>
  programme(
    regime,
    { award: 'dual', mode: 'distance-learning', credits: credits ?? (regime === '5cu' ? 190 : 138) },
    requirements,
  );
const audited = (attempts: readonly Attempt[], of: ProgrammeFacts, more: Partial<Study> = {}) =>
  packs[of.regime].audit({ ...study(of, attempts), ...more });
const refused = (attempts: readonly Attempt[], of: ProgrammeFacts, more: Partial<Study> = {}) =>
  refusingClauses(audited(attempts, of, more).ruling);

describe('a five-credit dual award', () => {
  const at = (level: 'foundation' | 'middle' | 'higher' | 'postgraduate', credits: number, grade = 'B') =>
    several(credits / 5, level[0] as string, 5, level, grade);
  const [i, considered] = ['5cu/dual/5.1(c)(i)', '5cu/dual/3.2'];
  const whole = [...at('foundation', 40), ...at('middle', 80), ...at('higher', 40), ...at('postgraduate', 30)];

  it('is met by 190 credits, 30 of them of postgraduate level', () => expect(refused(whole, dual('5cu'))).toEqual([]));
  it('is not met by 185', () => expect(refused(whole.slice(0, -1), dual('5cu'))).toEqual([i, i, considered]));
  it('wants 30 credits of postgraduate level', () =>
    expect(
      refused(
        [...at('foundation', 40), ...at('middle', 80), ...at('higher', 45), ...at('postgraduate', 25)],
        dual('5cu'),
      ),
    ).toEqual([i, considered]));
  it('passes over foundation credits beyond 40', () => {
    const taken = [...at('foundation', 45), ...at('middle', 75), ...at('higher', 40), ...at('postgraduate', 30)];
    expect(refused(taken, dual('5cu'))).toEqual([i, considered]);
    expect(refused([...taken, ...several(1, 'x', 5, 'middle', 'B')], dual('5cu'))).toEqual([]);
  });
  it('counts courses of postgraduate level that the programme names, and of preparatory level only required ones', () => {
    const named = whole.map(({ course: { code } }) => code);
    const other = several(1, 'other', 5, 'postgraduate', 'B');
    const short = whole.slice(1);
    expect(refused([...short, ...other], dual('5cu', { named }))).toEqual([i, considered]);
    expect(refused([...short, ...other], dual('5cu', { named: [...named, 'other0'] }))).toEqual([]);
    const preparatory = several(1, 'prep', 5, 'preparatory', 'B');
    expect(refused([...short, ...preparatory], dual('5cu'))).toEqual([i, considered]);
    expect(refused([...short, ...preparatory], dual('5cu', { courses: ['prep0'] }))).toEqual([]);
  });
  it.each([
    [2, 125, '5cu/dual/5.1(c)(ii)'],
    [3, 155, '5cu/dual/5.1(c)(iii)'],
  ])('by route %i takes %i credits of whatever level', (number, credits, clause) => {
    const route = { code: 'R', kind: 'pathway', number, credits, years: 3, exempts: [], clause: '5cu/dl/2.5' } as const;
    const of = dual('5cu', {}, credits);
    const entered = (attempts: readonly Attempt[], takes = credits) => {
      const plain = study(of, attempts);
      return refusingClauses(
        fiveCredit.audit({
          ...plain,
          registration: { ...plain.registration, entry: { route: { ...route, credits: takes }, met: [] } },
        }).ruling,
      );
    };
    expect(entered(at('foundation', credits))).toEqual([]);
    expect(entered(at('foundation', credits - 5))).toEqual([clause, considered]);
    // Not fewer than the regulations' number, whatever the programme once set.
    expect(entered(at('foundation', credits - 5), credits - 5)).toEqual([clause, considered]);
  });
  it('classes the degree by its own courses and the diploma not at all', () => {
    const taken = [
      ...at('foundation', 40),
      ...at('middle', 80, 'C'),
      ...at('higher', 40),
      ...at('postgraduate', 30, 'A'),
    ];
    const { classification, ruling } = audited(taken, dual('5cu'));
    expect(classification).toMatchObject({ rounded: '2.50', class: 'second-lower' });
    const of = (clause: string) => ruling.findings.find((finding) => finding.clause === clause);
    expect(of('5cu/dual/6.1')).toMatchObject({ holds: true, figures: { class: 'second-lower' } });
    expect(of('5cu/dual/6.2')).toMatchObject({ holds: true, figures: { class: null } });
  });
  it('counts transferred credits of every kind, and an exempted course as completed', () => {
    const brought: Transfer[] = [
      transfer(20, 'foundation'),
      transfer(20, 'middle', { kind: 'specific', course: course('BIG', 20, 'middle') }),
    ];
    const taken = [...at('foundation', 20), ...at('middle', 60), ...at('higher', 40), ...at('postgraduate', 30)];
    const { ruling } = audited(taken, dual('5cu', { courses: ['BIG'] }), { transfers: brought });
    expect(refusingClauses(ruling)).toEqual([]);
    expect(ruling.findings).toContainEqual({ clause: '5cu/dual/3.3', holds: true, figures: { credits: 40 } });
    expect(ruling.findings).toContainEqual({ clause: '5cu/dual/3.4', holds: true, figures: { completed: 'BIG' } });
  });
  it('says nothing of transfer where there was none', () => {
    const clauses = audited(whole, dual('5cu')).ruling.findings.map(({ clause }) => clause);
    expect(clauses).toContain('5cu/dual/3.2');
    expect(clauses).not.toContain('5cu/dual/3.3');
    expect(clauses).not.toContain('5cu/dual/3.4');
  });
  it('lets one course of an excluded combination count', () => {
    const twins = [
      graded(course('T1', 5, 'middle', { exclusive: ['T2'] }), '2023-AUT', 'B'),
      graded(course('T2', 5, 'middle'), '2023-AUT', 'B'),
    ];
    expect(refused([...whole.slice(2), ...twins], dual('5cu'))).toEqual([i, considered]);
    expect(refused([...whole.slice(1), ...twins], dual('5cu'))).toEqual([]);
  });
});

describe('a three-credit dual award', () => {
  const at = (level: 1000 | 2000 | 3000 | 4000 | 8000, credits: number, grade = 'B', prefix = `L${level}x`) =>
    several(credits / 3, prefix, 3, level, grade);
  const one = (code: string, credits: number, category: CourseCategory, grade = 'B') =>
    graded(course(code, credits, 2000, { category }), '2023-AUT', grade);
  const core = (grade = 'B') => [
    one('CV', 2, 'core-values', grade),
    one('SR', 1, 'social-responsibility', grade),
    one('CT', 3, 'communicator-team-player', grade),
    one('EL', 3, 'entrepreneurial-leadership', grade),
    one('E1', 3, 'university-english', grade),
    one('E2', 3, 'university-english', grade),
  ];
  const considered = '3cu/dual/3.2';
  /** 30 of level 1000, 15 of the core and English, 27 more of 2000, 24 of 3000, 24 of 4000: 120; and 18 of 8000. */
  const whole = [...core(), ...at(1000, 30), ...at(2000, 27), ...at(3000, 24), ...at(4000, 24), ...at(8000, 18)];
  const without = (code: string) => whole.filter((attempt) => attempt.course.code !== code);
  const instead = (code: string, other: readonly Attempt[]) => [...without(code), ...other];
  const of = dual('3cu');

  it('is met by 138 credits', () => expect(refused(whole, of)).toEqual([]));
  it('is not met by 135', () =>
    expect(refused(without('L2000x0'), of)).toEqual(['3cu/dual/6.1.5', '3cu/dual/3.10', considered]));
  it('passes over credits of level 1000 beyond 30', () =>
    expect(refused(instead('L2000x0', at(1000, 3, 'B', 'more')), of)).toEqual([
      '3cu/dual/6.1.5',
      '3cu/dual/3.10',
      considered,
    ]));
  it.each([
    ['L3000x0', '3cu/dual/6.1.5(ii)'],
    ['L4000x0', '3cu/dual/6.1.5(iii)'],
  ])('wants every credit of the level of %s', (code, clause) =>
    expect(refused(instead(code, at(2000, 3, 'B', 'more')), of)).toEqual([clause]),
  );
  it('wants 18 credits of level 8000', () =>
    expect(refused(instead('L8000x0', at(2000, 3, 'B', 'more')), of)).toEqual(['3cu/dual/6.1.5(iv)']));
  it('does not let credits of level 8000 stand for those of the degree', () => {
    expect(refused(instead('L2000x0', at(8000, 3, 'B', 'more')), of)).toEqual(['3cu/dual/3.10']);
    expect(refused([...whole, ...at(8000, 3, 'B', 'more')], of)).toEqual([]);
  });
  it.each([
    ['CV', '(v)(a)'],
    ['SR', '(v)(b)'],
    ['CT', '(v)(c)'],
    ['EL', '(v)(d)'],
  ])('wants %s of the core', (code, part) =>
    expect(refused(instead(code, at(2000, 3, 'B', 'more')), of)).toEqual([
      `3cu/dual/6.1.5${part}`,
      '3cu/dual/6.1.5(v)',
    ]),
  );
  it('takes no more from one part of the core than it asks', () => {
    const twice = instead('EL', [one('CT2', 3, 'communicator-team-player')]);
    const check = audited(twice, of).requirements.find(({ clause }) => clause === '3cu/dual/6.1.5(v)');
    expect(check).toMatchObject({ met: false, needed: '9', have: '6' });
  });
  it('wants six credits of English', () =>
    expect(refused(instead('E2', at(2000, 3, 'B', 'more')), of)).toEqual(['3cu/dual/6.1.5(vi)']));
  it('asks what the programme prescribes beyond the minimum by a clause of its own', () => {
    expect(refused(whole, dual('3cu', {}, 141))).toEqual(['3cu/dual/6.1.5(vii)', considered]);
    expect(refused([...whole, ...at(2000, 3, 'B', 'more')], dual('3cu', {}, 141))).toEqual([]);
  });
  it('wants the courses that the programme requires', () => {
    expect(refused(whole, dual('3cu', { courses: ['CAPSTONE'] }))).toEqual(['3cu/dual/6.1.2']);
    expect(refused(whole, dual('3cu', { courses: ['CV'] }))).toEqual([]);
  });

  it('holds each part to an average of its own, exactly', () => {
    const grades = (bachelor: string, postgraduate: string) => [
      ...core(bachelor),
      ...at(1000, 30, bachelor),
      ...at(2000, 27, bachelor),
      ...at(3000, 24, bachelor),
      ...at(4000, 24, bachelor),
      ...at(8000, 18, postgraduate),
    ];
    expect(refused(grades('C-', 'C'), of)).toEqual([]);
    expect(refused(grades('A', 'C-'), of)).toEqual(['3cu/dual/6.1.4', considered]);
    expect(refused(grades('D', 'A'), of)).toEqual(['3cu/dual/6.1.3', considered]);
    // A failed course is in the average of its part, and in no other.
    expect(refused([...grades('C-', 'C'), ...at(2000, 3, 'Fail', 'failed')], of)).toEqual([
      '3cu/dual/6.1.3',
      considered,
    ]);
    expect(refused([...grades('C-', 'C'), ...at(8000, 3, 'Fail', 'failed')], of)).toEqual([
      '3cu/dual/6.1.4',
      considered,
    ]);
  });
  it('classes the degree without the courses of level 8000', () => {
    const taken = [
      ...core('B'),
      ...at(1000, 30),
      ...at(2000, 27),
      ...at(3000, 24),
      ...at(4000, 24),
      ...at(8000, 18, 'A'),
    ];
    const { classification, ruling } = audited(taken, of);
    expect(classification).toMatchObject({ rounded: '3.00', class: 'second-upper' });
    expect(classification?.used.some((used) => used.course.startsWith('L8000'))).toBe(false);
    expect(ruling.findings).toContainEqual(expect.objectContaining({ clause: '3cu/dual/7.1', holds: true }));
    expect(ruling.findings).toContainEqual(expect.objectContaining({ clause: '3cu/dual/7.2', holds: true }));
  });
  it('is completed face to face within N + 2 years', () => {
    const fullTime = { ...of, mode: 'full-time' } as const;
    expect(refused(instead('L2000x0', at(2000, 3, 'B', 'late')), fullTime)).toEqual([]);
    const last = (year: string) => [...without('L2000x0'), graded(course('LATE', 3, 2000), year, 'B')];
    expect(refused(last('2028-SPR'), fullTime)).toEqual([]);
    expect(refused(last('2028-AUT'), fullTime)).toEqual(['3cu/dual/5.1']);
    expect(refused(last('2028-AUT'), of)).toEqual([]);
  });
});
