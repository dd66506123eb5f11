import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { course, graded, programme, several, study, transfer } from '../common/figures.fixtures.ts';
import type { Attempt, ProgrammeFacts, Transfer } from '../facts.ts';
import { threeCreditAudit } from './awards.ts';

const honours = programme('3cu', { mode: 'distance-learning' });
const core = (grade: string): Attempt[] => [
  graded(course('CV', 2, 1000, { category: 'core-values' }), '2023-AUT', grade),
  graded(course('SR', 1, 1000, { category: 'social-responsibility' }), '2023-AUT', grade),
  graded(course('CT', 3, 1000, { category: 'communicator-team-player' }), '2023-AUT', grade),
  graded(course('EL', 3, 1000, { category: 'entrepreneurial-leadership' }), '2023-AUT', grade),
  ...several(2, 'EN', 3, 1000, grade, '2023-AUT', { category: 'university-english' }),
];
/** 120 credits in 41 courses: 15 of core and English, 48 of level 2000, 33 of 3000, 24 of 4000. */
const whole = (grade = 'B'): Attempt[] => [
  ...core(grade),
  ...several(16, 'M', 3, 2000, grade),
  ...several(11, 'H', 3, 3000, grade),
  ...several(8, 'T', 3, 4000, grade),
];
const audited = (attempts: readonly Attempt[], of: ProgrammeFacts = honours, transfers: readonly Transfer[] = []) =>
  threeCreditAudit(study(of, attempts, { transfers }));
const refused = (attempts: readonly Attempt[], of?: ProgrammeFacts, transfers?: readonly Transfer[]) =>
  refusingClauses(audited(attempts, of, transfers).ruling);
const without = (prefix: string, count = 1) => {
  let left = count;
  return whole().filter(({ course: { code } }) => !(code.startsWith(prefix) && left-- > 0));
};

describe('the audit of a three-credit honours degree', () => {
  it('is met by 120 credits within every condition', () => expect(audited(whole())).toMatchObject({ met: true }));
  it('wants the credits that are missing, and says how many', () => {
    const audit = audited(without('M'));
    expect(refusingClauses(audit.ruling)).toEqual(['3cu/bach/7.1.4.1']);
    expect(audit.requirements[0]).toMatchObject({ needed: '120', have: '117', met: false });
    expect(audit.requirements[0]?.outstanding).toEqual({ en: '3 more credits.', 'zh-Hant': '尚欠 3 學分。' });
  });
  it('takes the larger number when the programme asks for more', () =>
    expect(
      audited(whole(), programme('3cu', { credits: 123, mode: 'distance-learning' })).requirements[0]?.needed,
    ).toBe('123'));
  it('asks each part of the core by its own clause', () =>
    expect(refused([...without('SR'), ...several(1, 'X', 3, 2000, 'B')])).toEqual(['3cu/bach/7.1.4.1(iv)(b)']));
  it('asks six credits of English', () =>
    expect(refused([...without('EN'), ...several(1, 'X', 3, 2000, 'B')])).toEqual(['3cu/bach/7.1.4.1(v)']));
  it('does not fill level 3000 with level 4000', () =>
    expect(refused([...without('H', 4), ...several(4, 'X', 3, 4000, 'B')])).toEqual(['3cu/bach/7.1.4.1(ii)']));
  it('passes over what is beyond 30 credits of level 1000', () => {
    const audit = audited([...without('M', 6), ...several(6, 'X', 3, 1000, 'B')]);
    expect(audit.requirements.find(({ clause }) => clause === '3cu/bach/7.1.4.1(i)')).toMatchObject({
      met: true,
      have: '30',
    });
    expect(refusingClauses(audit.ruling)).toEqual(['3cu/bach/7.1.4.1']);
  });
  it('asks a CGPA of 1.70', () => {
    expect(refused(whole('C-'))).toEqual([]);
    expect(
      refused(
        [...without('T'), graded(course('T9', 3, 4000), '2023-AUT', 'D')].map((each) => ({
          ...each,
          grade: each.grade === 'B' ? 'C-' : each.grade,
        })),
      ),
    ).toEqual(['3cu/bach/7.1.3']);
  });
  it('names the required courses that are not passed, an equivalent accepted', () => {
    const of = programme('3cu', { mode: 'distance-learning' }, { courses: ['OLD', 'H0', 'NEED'] });
    const recoded = graded(course('NEW', 3, 2000, { equivalents: ['OLD'] }), '2023-AUT', 'B');
    const check = audited([...without('M'), recoded], of).requirements.find(
      ({ clause }) => clause === '3cu/bach/7.1.2',
    );
    expect(check).toMatchObject({ needed: '3', have: '2', outstanding: { en: 'Still to be passed: NEED.' } });
  });
  it('lets a specific transfer and an exemption stand for their course', () => {
    const of = programme('3cu', {}, { courses: ['S', 'E'] });
    const transfers = [
      transfer(3, 2000, { kind: 'full-time-specific', course: course('S', 3, 2000) }),
      transfer(0, 2000, { kind: 'full-time-exemption', course: course('E', 3, 2000) }),
    ];
    expect(refused(without('M'), of, transfers)).toEqual([]);
    expect(audited(without('M'), of, transfers).requirements[0]?.have).toBe('120');
  });
  it('counts one of two mutually exclusive courses', () => {
    const twin = graded(course('TWIN', 3, 2000, { exclusive: ['M0'] }), '2023-AUT', 'A');
    const audit = audited([...without('M15'), twin]);
    expect(refusingClauses(audit.ruling)).toEqual(['3cu/bach/7.1.4.1']);
    expect(audit.ruling.findings.find(({ clause }) => clause === '3cu/bach/3.5')?.note?.en).toContain('M0');
  });
  it('asks 45 credits at the University of those who bring credits', () => {
    const transfers = [transfer(90, 3000, { kind: 'specific', course: course('BIG', 90, 3000) })];
    expect(refused([...core('B'), ...several(8, 'T', 3, 4000, 'B')], honours, transfers)).toEqual(['3cu/ct/5.1.2(b)']);
  });
  it('counts general credits at level 1000', () => {
    const audit = audited(without('M', 6), honours, [transfer(18, 3000)]);
    expect(audit.requirements.find(({ clause }) => clause === '3cu/bach/7.1.4.1(i)')).toMatchObject({ have: '30' });
  });
  it('asks General Education and the longest period of full-time students only', () => {
    const fullTime = programme('3cu', {}, { generalEducation: 3 });
    expect(refused(whole(), fullTime)).toEqual(['3cu/bach/7.1.4.2(vi)']);
    const late = graded(course('LATE', 3, 2000, { category: 'general-education' }), '2028-AUT', 'B');
    expect(refused([...without('M'), late], fullTime)).toEqual(['3cu/bach/5.1']);
    expect(refused([...without('M'), late])).toEqual([]);
  });
  it('lets full-time block credits stand for English and General Education', () => {
    const fullTime = programme('3cu', {}, { generalEducation: 3 });
    const blocks = [transfer(6, 1000, { kind: 'full-time-block' })];
    expect(refused([...without('EN')], fullTime, blocks)).toEqual([]);
  });
});

describe('block credits', () => {
  const listed = several(15, 'H', 3, 3000, 'B');
  const codes = [...listed, ...several(8, 'T', 3, 4000, 'B'), ...core('B')].map(({ course: { code } }) => code);
  const block = transfer(60, 2000, { kind: 'block', remainingCourses: codes });
  const taken = [...listed, ...several(8, 'T', 3, 4000, 'B'), ...core('B')];

  it('count once every course on the list is passed', () => expect(refused(taken, honours, [block])).toEqual([]));
  it('do not while one is missing, and a course outside the list does not count', () => {
    const outside = graded(course('OUT', 3, 3000), '2023-AUT', 'A');
    const audit = audited([...taken.slice(1), outside], honours, [block]);
    expect(refusingClauses(audit.ruling)).toEqual(['3cu/ct/9.3']);
    expect(audit.requirements[0]?.have).toBe('141');
  });
});

describe('three-credit classification', () => {
  const grades = (of: readonly (readonly [number, string])[]): string[] =>
    of.flatMap(([count, grade]) => Array<string>(count).fill(grade));
  /** Forty courses of three credits: the University core is in courses of three here. */
  const forty = (list: readonly string[]): Attempt[] =>
    list.map((grade, index) => {
      const level = index < 5 ? 1000 : index < 24 ? 2000 : index < 32 ? 3000 : 4000;
      const category = (
        [
          'core-values',
          'social-responsibility',
          'communicator-team-player',
          'entrepreneurial-leadership',
          'university-english',
        ] as const
      )[index];
      return graded(
        course(`C${index}`, 3, level, { category: index === 5 ? 'university-english' : category }),
        '2023-AUT',
        grade,
      );
    });

  it('is exact at the edge: 419.4 over 120 is 3.495, shown as 3.50, First', () => {
    const audit = audited(
      forty(
        grades([
          [21, 'A-'],
          [17, 'B+'],
          [2, 'B'],
        ]),
      ),
    );
    expect(audit.classification).toMatchObject({ rounded: '3.50', class: 'first' });
    expect(audit.classification?.average?.toString()).toBe('699/200');
    expect(audit.classification?.used).toHaveLength(40);
  });
  it('is Second Upper a tenth of a grade point below', () =>
    expect(
      audited(
        forty(
          grades([
            [21, 'A-'],
            [16, 'B+'],
            [3, 'B'],
          ]),
        ),
      ).classification,
    ).toMatchObject({
      rounded: '3.49',
      class: 'second-upper',
    }));
  it.each([
    ['A', 'first'],
    ['B', 'second-upper'],
    ['B-', 'second-lower'],
    ['C', 'third'],
    ['C-', 'pass'],
  ])('gives all %s the class %s', (grade, expected) =>
    expect(audited(whole(grade)).classification?.class).toBe(expected),
  );
  it('is not worked out while a requirement is open', () =>
    expect(audited(without('M')).classification).toBeUndefined());
  it('takes the best of surplus electives', () => {
    const audit = audited([...without('M', 2), ...several(2, 'X', 3, 2000, 'A+'), ...several(3, 'Y', 3, 2000, 'D')]);
    const used = audit.classification?.used.map((each) => each.course) ?? [];
    expect(used).toEqual(expect.arrayContaining(['X0', 'X1']));
    expect(used.some((code) => code.startsWith('Y'))).toBe(false);
  });
  it('keeps a required course even when an elective is better', () => {
    const of = programme('3cu', { mode: 'distance-learning' }, { courses: ['R0'] });
    const audit = audited([...whole('B'), ...several(1, 'R', 3, 2000, 'D')], of);
    expect(audit.classification?.used.map((each) => each.course)).toContain('R0');
  });
  it('leaves Pass and transfers out of the average, in their place of the total', () => {
    const pass = graded(course('PF', 3, 2000, { passFail: true }), '2023-AUT', 'Pass');
    const audit = audited([...without('M', 2), pass], honours, [transfer(3, 1000)]);
    expect(audit.classification).toMatchObject({ class: 'second-upper' });
    expect(audit.classification?.used.reduce((sum, each) => sum + each.credits, 0)).toBe(114);
  });
  it('has no class when the aGPA falls below 1.70 although the CGPA does not', () => {
    const required = several(20, 'R', 3, 2000, 'D');
    const courses = required.map(({ course: { code } }) => code);
    const of = programme('3cu', { mode: 'distance-learning' }, { courses });
    const others = whole('C-').filter(({ course: { code } }) => !code.startsWith('M'));
    const audit = audited([...others, ...required, ...several(20, 'Z', 3, 2000, 'A+')], of);
    expect(audit.met).toBe(true);
    expect(audit.classification).toMatchObject({ class: null });
    expect(audit.classification?.note).toBeDefined();
  });
});

describe('the audits of three-credit sub-degrees and the ordinary degree', () => {
  const of = (award: ProgrammeFacts['award'], credits: number) =>
    programme('3cu', { award, credits, mode: 'distance-learning' });
  it.each([
    ['certificate', 18, several(6, 'M', 3, 1000, 'B'), several(5, 'M', 3, 1000, 'B'), '3cu/subdeg/5.2(d)'],
    [
      'diploma',
      45,
      [...several(10, 'F', 3, 1000, 'B'), ...several(5, 'M', 3, 2000, 'B')],
      several(15, 'F', 3, 1000, 'B'),
      '3cu/subdeg/6.1(c)',
    ],
    [
      'higher-diploma',
      60,
      [...several(18, 'F', 3, 1000, 'B'), ...several(2, 'H', 3, 4000, 'B')],
      several(20, 'F', 3, 1000, 'B'),
      '3cu/subdeg/7.1(e)',
    ],
    [
      'associate',
      60,
      [...core('B'), ...several(5, 'F', 3, 1000, 'B'), ...several(10, 'M', 3, 2000, 'B')],
      [...core('B'), ...several(6, 'F', 3, 1000, 'B'), ...several(9, 'M', 3, 2000, 'B')],
      '3cu/subdeg/8.1(d)(i)',
    ],
    [
      'ordinary',
      90,
      [...core('B'), ...several(17, 'M', 3, 2000, 'B'), ...several(8, 'H', 3, 4000, 'B')],
      [...core('B'), ...several(25, 'M', 3, 2000, 'B')],
      '3cu/bach/6.1.4.1(ii)',
    ],
  ] as const)('of the %s are met and, short of one condition, name it', (award, credits, enough, short, clause) => {
    expect(refused(enough, of(award, credits))).toEqual([]);
    expect(refused(short, of(award, credits))).toEqual([clause]);
    expect(audited(enough, of(award, credits)).classification).toBeUndefined();
  });
  it('ask a CGPA of 2.00', () =>
    expect(refused(several(6, 'M', 3, 1000, 'C-'), of('certificate', 18))).toEqual(['3cu/subdeg/5.2(c)']));
});
