import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import {
  type Attempt,
  type ExaminationExemption,
  type ExaminationFile,
  emptyExaminationFile,
  type Regime,
  type StudyMode,
} from '../facts.ts';
import { fiveCreditGrading, fiveCreditRecordedGrade } from '../five-credit/assessment.ts';
import {
  aCourse,
  anAttempt,
  anItem,
  aProgramme,
  aStudy,
  figuresOf,
  handedIn,
  saysWhy,
  springBefore,
} from '../testing/index.ts';
import { threeCreditGrading } from '../three-credit/assessment.ts';

const rules = { '3cu': threeCreditGrading, '5cu': fiveCreditGrading };

const grading = (
  regime: Regime,
  mode: StudyMode,
  grade: string,
  attempt: Attempt = anAttempt('COMP2010'),
  correction?: { reason: string },
) =>
  rules[regime](aStudy(aProgramme(regime, mode), { attempts: [attempt] }), {
    attempt,
    grade,
    correction,
    today: '2025-01-02',
  });

const refusedLate = { decision: 'refused', authority: 'course-coordinator', reason: 'Late', on: '2024-10-03' } as const;

describe('the grades of a result', () => {
  it.each<[Regime, StudyMode, string, string[]]>([
    ['3cu', 'distance-learning', 'A+ A A- B+ B B- C+ C C- D Fail Pass', ['E', 'W', 'L', 'I', 'Fail-Resit']],
    ['3cu', 'full-time', 'A+ D Pass', ['W', 'L', 'I', 'Fail-Resit']],
    ['5cu', 'distance-learning', 'A A- B+ B B- C+ C Fail-Resit Fail', ['A+', 'C-', 'D', 'W', 'L', 'I', 'Pass One']],
    ['5cu', 'full-time', 'A C Fail-Resit Fail I', ['A+', 'D', 'W']],
  ])('of %s %s are %s', (regime, mode, grades, others) => {
    for (const grade of grades.split(' '))
      expect([grade, grading(regime, mode, grade).outcome]).toEqual([grade, 'allowed']);
    for (const grade of others) {
      const ruling = grading(regime, mode, grade);
      expect([grade, ruling.outcome]).toEqual([grade, 'refused']);
      expect(saysWhy(ruling)).toBe(true);
    }
  });

  const passFail = anAttempt(aCourse('PF', { passFail: true }));

  it.each(['3cu', '5cu'] as const)('of a pass/fail course are Pass and Fail (%s)', (regime) => {
    expect(grading(regime, 'full-time', 'Pass', passFail).outcome).toBe('allowed');
    expect(grading(regime, 'full-time', 'Fail', passFail).outcome).toBe('allowed');
    expect(grading(regime, 'full-time', 'B', passFail).outcome).toBe('refused');
  });

  it('include Pass for any three-credit course, and only for pass/fail five-credit courses', () => {
    expect(grading('3cu', 'distance-learning', 'Pass').outcome).toBe('allowed');
    expect(refusingClauses(grading('5cu', 'distance-learning', 'Pass'))).toEqual(['5cu/dl/8.2']);
    expect(grading('5cu', 'distance-learning', 'Pass', passFail).outcome).toBe('allowed');
  });

  it('include L for full-time courses without credits', () => {
    expect(grading('5cu', 'full-time', 'L', anAttempt(aCourse('LAB', { credits: 0 }))).outcome).toBe('allowed');
    expect(refusingClauses(grading('5cu', 'full-time', 'L'))).toEqual(['5cu/ug/9.2']);
  });

  it('include one resit, for courses with an examination', () => {
    expect(grading('5cu', 'distance-learning', 'Fail-Resit').outcome).toBe('allowed');
    const withoutExamination = anAttempt(aCourse('ESSAY', { examination: false }));
    expect(refusingClauses(grading('5cu', 'distance-learning', 'Fail-Resit', withoutExamination))).toEqual([
      '5cu/dl/8.11.2',
    ]);
    expect(grading('5cu', 'distance-learning', 'Fail-Resit', anAttempt('X', { grade: 'Fail-Resit' })).outcome).toBe(
      'refused',
    );
  });
});

describe('who can have a grade', () => {
  it('is nobody who withdrew or deferred', () => {
    const withdrawn = anAttempt('X', { status: 'withdrawn', leftOn: '2024-10-01' });
    expect(refusingClauses(grading('3cu', 'distance-learning', 'B', withdrawn))).toEqual(['3cu/dl/6.3']);
    expect(refusingClauses(grading('5cu', 'full-time', 'B', withdrawn))).toEqual(['5cu/ug/6.5']);
    const deferred = anAttempt('X', { status: 'deferred' });
    expect(refusingClauses(grading('5cu', 'distance-learning', 'B', deferred))).toEqual(['5cu/dl/4.6']);
  });

  it.each([
    ['3cu', '3cu/assess/17.2.1'],
    ['5cu', '5cu/assess/18.2.1'],
  ] as const)('is nobody before teaching begins, pass or fail (%s)', (regime, clause) => {
    const attempt = anAttempt(aCourse('X', { examination: false }));
    const on = (today: string, grade: string) =>
      rules[regime](aStudy(aProgramme(regime, 'full-time'), { attempts: [attempt] }), { attempt, grade, today });
    for (const grade of ['A', 'Fail']) {
      expect(on('2024-09-02', grade).outcome).toBe('allowed');
      const early = on('2024-09-01', grade);
      expect(refusingClauses(early)).toEqual([clause]);
      expect(saysWhy(early)).toBe(true);
      expect(early.remedies?.[0]?.en).toContain('2024-09-02');
    }
  });

  describe.each([
    ['3cu', '3cu/assess/17.2.1'],
    ['5cu', '5cu/assess/18.2.1'],
  ] as const)('before the examination of the course (%s)', (regime, clause) => {
    const paper = (id: string, due: string) => anItem(id, due, { kind: 'examination' });
    const papers = [paper('E1', '2024-12-10'), paper('E2', '2024-12-12')];
    const long = aCourse('LONG', { terms: 2 });
    const sat = { attempt: 'X@2024-AUT', kind: 'original', on: '2024-12-05', recordedOn: '2024-12-05' } as const;
    const refused = (
      today: string,
      attempt: Attempt,
      of: Partial<Parameters<typeof threeCreditGrading>[1]> = {},
      examinations: Partial<ExaminationFile> = {},
    ) =>
      refusingClauses(
        rules[regime](
          aStudy(aProgramme(regime, 'full-time'), {
            attempts: [attempt],
            examinations: { ...emptyExaminationFile, ...examinations },
          }),
          { attempt, grade: 'Fail', today, ...of },
        ),
      );

    it.each<[string, string, string, Attempt]>([
      ['of which the term has the days', '2024-12-08', '2024-12-09', anAttempt('X')],
      ['that has a day', '2024-12-09', '2024-12-10', anAttempt('X', { items: [paper('E1', '2024-12-10')] })],
      ['in two papers', '2024-12-11', '2024-12-12', anAttempt('X', { items: papers })],
      ['over two terms', '2025-04-28', '2025-04-29', anAttempt(long, { items: [paper('E1', '2025-04-29')] })],
      [
        'of which one paper was sat',
        '2024-12-09',
        '2024-12-10',
        anAttempt('X', { items: papers, submissions: [handedIn('E2')] }),
      ],
    ])('is nobody in a course with one %s, and on the day everybody', (_of, before, day, attempt) => {
      expect([refused(before, attempt), refused(day, attempt)]).toEqual([[clause], []]);
      expect(refused(before, attempt, { recommended: true })).toEqual([clause]);
    });

    it('is everybody where the record knows of no examination to come', () => {
      expect(refused('2024-10-01', anAttempt(aCourse('X', { examination: false })))).toEqual([]);
      expect(refused('2024-10-01', anAttempt(long))).toEqual([]);
      expect(refused('2024-12-05', anAttempt('X'), {}, { sittings: [sat] })).toEqual([]);
      expect(refused('2024-12-05', anAttempt('X', { items: papers }), {}, { sittings: [sat] })).toEqual([]);
    });

    it('is who was exempted from it, and whose record is taken over', () => {
      const decision = { granted: true, reason: 'ill', clause, on: '2024-11-01' };
      const exemption = { attempt: 'X@2024-AUT', decision } as unknown as ExaminationExemption;
      expect(refused('2024-11-02', anAttempt('X'), {}, { exemptions: [exemption] })).toEqual([]);
      expect(refused('2024-11-02', anAttempt('X'), { migrated: true })).toEqual([]);
      expect(refused('2024-11-02', anAttempt('X'), { exemption: true, grade: 'Pass' })).toEqual([]);
    });
  });

  it.each(['3cu', '5cu'] as const)('is, for a pass, whoever handed in the compulsory work (%s)', (regime) => {
    const items = [anItem('A1', '2024-10-01', { compulsory: true }), anItem('A2', '2024-11-01')];
    const none = anAttempt('X', { items });
    const ruling = grading(regime, 'distance-learning', 'C', none);
    expect(refusingClauses(ruling)).toEqual([`${regime}/assess/2.2`]);
    expect(figuresOf(ruling, `${regime}/assess/2.2`)).toMatchObject({ missing: 'A1' });
    expect(ruling.remedies?.map(({ en }) => en)).toEqual(['Hand in A1.']);
    const submissions = [handedIn('A1', { lateDecision: { ...refusedLate, clause: `${regime}/assess/3.3` } })];
    const refused = grading(regime, 'distance-learning', 'C', anAttempt('X', { items, submissions }));
    expect([refused.outcome, refused.remedies]).toEqual(['refused', undefined]);
    expect(grading(regime, 'distance-learning', 'Fail', none).outcome).toBe('allowed');
    const done = anAttempt('X', { items, submissions: [handedIn('A1')] });
    expect(grading(regime, 'distance-learning', 'C', done).outcome).toBe('allowed');
  });
});

describe('a grade that stands', () => {
  const standing = anAttempt('X', { grade: 'B', gradedOn: '2024-12-30' });
  const reason = { reason: 'marks added up wrongly' };

  it('gives way to a correction only', () => {
    expect(refusingClauses(grading('3cu', 'full-time', 'A', standing))).toEqual(['3cu/assess/17.2.1']);
    expect(grading('3cu', 'full-time', 'A', standing, reason).outcome).toBe('allowed');
    expect(refusingClauses(grading('5cu', 'full-time', 'A', standing))).toEqual(['5cu/assess/18.2.1']);
  });

  it('is not corrected to itself, and nothing is corrected where none stands', () => {
    expect(grading('3cu', 'full-time', 'B', standing, reason).outcome).toBe('refused');
    expect(grading('3cu', 'full-time', 'B', anAttempt('X'), reason).outcome).toBe('refused');
  });

  it.each(['Fail-Resit', 'I'])('gives way to the final grade when it is %s', (held) => {
    const pending = anAttempt('X', { grade: held });
    expect(grading('5cu', 'full-time', 'C', pending).outcome).toBe('allowed');
    expect(grading('5cu', 'full-time', 'Fail', pending).outcome).toBe('allowed');
    expect(grading('5cu', 'full-time', held, pending).outcome).toBe('refused');
  });
});

describe('a course repeated after readmission', () => {
  const first = anAttempt('ABC101', { term: springBefore, grade: 'B', enrolledOn: '2024-01-02' });
  const again = anAttempt('ABC101', { enrolledOn: '2024-08-10' });
  const readmitted = (grade: string, admittedOn = '2024-08-01') =>
    fiveCreditGrading(aStudy(aProgramme('5cu', 'full-time'), { attempts: [first, again], admittedOn }), {
      attempt: again,
      grade,
      today: '2025-01-02',
    });

  const cap = (grade: string, admittedOn?: string) =>
    readmitted(grade, admittedOn).findings.find(({ clause }) => clause === '5cu/ug/2.5');

  it.each([
    ['A', 'B'],
    ['B+', 'B'],
    ['B', 'B'],
    ['C+', 'C+'],
    ['Fail', 'Fail'],
  ])('awarded %s is recorded as %s, the first time being B', (awarded, recorded) => {
    expect(readmitted(awarded).outcome).toBe('allowed');
    expect(cap(awarded)).toMatchObject({ holds: true, figures: { awarded, recorded, earlierGrade: 'B' } });
  });

  it('is recorded as awarded without a readmission in between, and where the mode has no such clause', () => {
    expect(readmitted('A', '2023-08-01').outcome).toBe('allowed');
    expect(cap('A', '2023-08-01')).toBeUndefined();
    const recorded = (mode: 'full-time' | 'distance-learning') =>
      fiveCreditRecordedGrade(aStudy(aProgramme('5cu', mode), { attempts: [first, again], admittedOn: '2024-08-01' }), {
        attempt: again,
        grade: 'A',
      });
    expect([recorded('full-time'), recorded('distance-learning')]).toEqual(['B', 'A']);
  });
});
