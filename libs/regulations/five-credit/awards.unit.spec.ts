import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { course, graded, programme, several, study, transfer } from '../common/figures.fixtures.ts';
import type { Attempt, ProgrammeFacts, Transfer } from '../facts.ts';
import { fiveCreditAudit } from './awards.ts';

const honours = programme('5cu', { mode: 'distance-learning' });
const audited = (attempts: readonly Attempt[], of: ProgrammeFacts = honours, transfers: readonly Transfer[] = []) =>
  fiveCreditAudit(study(of, attempts, { transfers }));
const refused = (attempts: readonly Attempt[], of?: ProgrammeFacts, transfers?: readonly Transfer[]) =>
  refusingClauses(audited(attempts, of, transfers).ruling);

const foundation = (credits: number, grade = 'B') => several(credits / 10, 'F', 10, 'foundation', grade);
const middle = (credits: number, grade = 'B') => several(credits / 10, 'M', 10, 'middle', grade);
const higher = (credits: number, grade = 'B') => several(credits / 10, 'H', 10, 'higher', grade);

describe('the audit of a five-credit honours degree', () => {
  it('is met by 160 credits with 40 of higher level', () =>
    expect(refused([...foundation(40), ...middle(80), ...higher(40)])).toEqual([]));
  it('passes over foundation credits beyond 40', () =>
    expect(refused([...foundation(50), ...middle(70), ...higher(40)])).toEqual(['5cu/bach/9.1(b)']));
  it('wants 40 credits of higher level', () =>
    expect(refused([...foundation(40), ...middle(90), ...higher(30)])).toEqual(['5cu/bach/9.1(c)']));
  it('counts no preparatory course unless the programme requires it', () => {
    const preparatory = several(1, 'P', 10, 'preparatory', 'B');
    const attempts = [...foundation(40), ...middle(70), ...higher(40), ...preparatory];
    expect(refused(attempts)).toEqual(['5cu/bach/9.1(b)']);
    expect(refused(attempts, programme('5cu', { mode: 'distance-learning' }, { courses: ['P0'] }))).toEqual([]);
  });
  it('counts general credits as foundation', () =>
    expect(refused([...foundation(30), ...middle(70), ...higher(40)], honours, [transfer(20, 'middle')])).toEqual([
      '5cu/bach/9.1(b)',
    ]));
  it('counts block credits beside the foundation courses, not among them', () => {
    const taken = [...foundation(40), ...middle(30), ...higher(40)];
    expect(refused(taken, honours, [transfer(50, 'foundation', { kind: 'block' })])).toEqual([]);
    expect(refused(taken, honours, [transfer(49, 'foundation', { kind: 'block' })])).toEqual(['5cu/bach/9.1(b)']);
  });
  it('asks no CGPA', () =>
    expect(refused([...foundation(40, 'C'), ...middle(80, 'C'), ...higher(40, 'C')])).toEqual([]));
  it('asks 60 credits at the University of those who bring credits', () => {
    const brought = [transfer(120, 'middle', { kind: 'specific', course: course('BIG', 120, 'middle') })];
    expect(refused(higher(50), honours, brought)).toEqual(['5cu/ct/5.1.2(b)']);
    expect(refused(higher(60), honours, brought)).toEqual([]);
  });
  it('takes the residence of the programme itself when it has one', () => {
    const dual = programme('5cu', { mode: 'distance-learning' }, { residenceCredits: 90 });
    const brought = [transfer(120, 'middle', { kind: 'specific', course: course('BIG', 120, 'middle') })];
    expect(refused(higher(60), dual, brought)).toEqual(['5cu/ct/5.1.2(e)']);
  });
});

describe('five-credit classification', () => {
  const classOf = (attempts: readonly Attempt[], of?: ProgrammeFacts) => audited(attempts, of).classification;

  it('averages the best 40 credits of higher level and the best 40 of the rest', () => {
    const found = classOf([
      ...foundation(40, 'A'),
      ...middle(40, 'C'),
      ...several(4, 'N', 10, 'middle', 'B+'),
      ...higher(40, 'A'),
    ]);
    expect(found).toMatchObject({ rounded: '3.65', class: 'first', clause: '5cu/bach/12.6' });
    expect(found?.used.filter(({ group }) => group === 'A')).toHaveLength(4);
    expect(found?.used.filter(({ group }) => group === 'B').map((each) => each.course)).toEqual([
      'N0',
      'N1',
      'N2',
      'N3',
    ]);
  });
  it('weighs the groups as the programme does', () => {
    const of = programme('5cu', { mode: 'distance-learning' }, { classification: { groupA: 2, groupB: 1 } });
    expect(classOf([...foundation(40), ...middle(80, 'C'), ...higher(40, 'A')], of)?.average?.toString()).toBe('10/3');
  });
  it('uses only the part that is wanted of the course that passes the limit', () => {
    const straddling = [...several(2, 'G', 15, 'higher', 'A'), ...several(1, 'S', 20, 'higher', 'B')];
    const found = classOf([...foundation(40), ...middle(80, 'C'), ...straddling]);
    expect(found?.used.find(({ course: code }) => code === 'S0')).toEqual({
      course: 'S0',
      term: '2023-AUT',
      credits: 10,
      group: 'A',
    });
    expect(found?.average?.toString()).toBe('23/8');
  });
  it('lets group B be what remains of fewer than 80 credits', () => {
    const pass = several(6, 'P', 10, 'middle', 'Pass');
    const found = classOf([...foundation(40), ...pass, ...middle(20, 'B'), ...higher(40, 'A')]);
    expect(found?.used.reduce((sum, { credits }) => sum + credits, 0)).toBe(60);
    expect(found?.average?.toString()).toBe('11/3');
  });
  it('gives no class with fewer than 40 graded credits of higher level', () => {
    const found = classOf([...foundation(40), ...middle(80), ...higher(30), ...several(1, 'P', 10, 'higher', 'Pass')]);
    expect(found).toMatchObject({ class: null });
    expect(found?.note).toBeDefined();
  });
  it.each([
    ['A-', 'first'],
    ['B', 'second-upper'],
    ['B-', 'second-lower'],
    ['C', 'third'],
    ['Pass Two', 'second-upper'],
  ])('gives all %s the class %s', (grade, expected) =>
    expect(classOf([...foundation(40), ...middle(80, grade), ...higher(40, grade)])?.class).toBe(expected),
  );
});

describe('the audits of five-credit sub-degrees and the ordinary degree', () => {
  const of = (award: ProgrammeFacts['award'], credits: number) =>
    programme('5cu', { award, credits, mode: 'distance-learning' });
  const general = several(3, 'GE', 10, 'middle', 'B', '2023-AUT', { category: 'general-education' });
  it.each([
    ['certificate', 30, foundation(30), foundation(20), '5cu/subdeg/5.1(c)'],
    ['diploma', 60, [...foundation(40), ...middle(20)], [...foundation(50), ...higher(10)], '5cu/subdeg/6.1(c)(ii)'],
    ['diploma', 60, [...foundation(40), ...general.slice(1)], [...foundation(30), ...general], '5cu/subdeg/6.1(c)'],
    ['higher-diploma', 90, [...middle(80), ...higher(10)], middle(90), '5cu/subdeg/7.1(c)(ii)'],
    ['associate', 80, [...foundation(40), ...middle(40)], [...foundation(50), ...middle(30)], '5cu/subdeg/8.1(b)'],
    [
      'ordinary',
      120,
      [...foundation(40), ...middle(60), ...higher(20)],
      [...foundation(40), ...middle(70), ...higher(10)],
      '5cu/bach/5.1(c)',
    ],
  ] as const)(
    'of the %s (%i credits) are met and, short of one condition, name it',
    (award, credits, enough, short, clause) => {
      expect(refused(enough, of(award, credits))).toEqual([]);
      expect(refused(short, of(award, credits))).toEqual([clause]);
    },
  );
  it('want 100 credits of the courses that an ordinary programme names', () => {
    const named = [...middle(60), ...higher(20)].map(({ course: { code } }) => code);
    const ordinary = programme('5cu', { award: 'ordinary', credits: 120, mode: 'distance-learning' }, { named });
    const check = audited([...foundation(40), ...middle(60), ...higher(20)], ordinary).requirements.filter(
      ({ met }) => !met,
    );
    expect(check).toMatchObject([{ clause: '5cu/bach/5.1(c)', needed: '100', have: '80' }]);
  });
  it('ask two thirds of a certificate at the University', () =>
    expect(
      refused(foundation(10), of('certificate', 30), [
        transfer(20, 'foundation', { kind: 'specific', course: course('BIG', 20, 'foundation') }),
      ]),
    ).toEqual(['5cu/ct/5.1.2(d)']));
  it('cap preparatory credits of an associate degree from October 2005 only', () => {
    const attempts = [...several(4, 'P', 10, 'preparatory', 'B'), ...middle(40)];
    const associate = of('associate', 80);
    expect(refused(attempts, associate)).toEqual(['5cu/subdeg/8.1(b)']);
    const earlier = study(associate, attempts);
    const admitted = { ...earlier, registration: { ...earlier.registration, admittedOn: '2005-09-30' } };
    expect(refusingClauses(fiveCreditAudit(admitted).ruling)).toEqual([]);
  });
});

describe('the longest period', () => {
  it('binds full-time students', () => {
    const attempts = [
      ...foundation(40),
      ...middle(70),
      ...higher(40),
      graded(course('LATE', 10, 'middle'), '2028-AUT', 'B'),
    ];
    expect(refused(attempts, programme('5cu'))).toEqual(['5cu/ug/7.2']);
    expect(refused(attempts)).toEqual([]);
  });
});
