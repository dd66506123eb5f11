import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { OralExamination, StudentRequests } from '../facts/request-facts.ts';
import {
  type Attempt,
  type ExaminationExemption,
  type ExaminationFile,
  emptyCoursework,
  type Study,
} from '../facts.ts';
import type { AwardAudit } from '../pack.ts';
import { packFor } from '../packs.ts';
import { aCertificate, aSitting, EXAM_DAY, examined, examinedStudy } from '../testing/examinations.ts';
import { anAttempt, anItem, by, handedIn, saysWhy } from '../testing/index.ts';
import { exemptionDecision } from './examination-exempted.ts';
import type { ExaminationLaw } from './examination-law.ts';

const complete = {
  by: 'tutor',
  evaluation: 'a good student',
  studiedProperly: true,
  passExpected: true,
  workEnclosed: true,
} as const;
const failing = examined({ submissions: [handedIn('A1', { mark: 39 })] });

describe.each(['5cu', '3cu'] as const)('exempting from an examination, %s', (regime) => {
  const application: ExaminationExemption = {
    id: 'EE1',
    attempt: 'C1@2024-AUT',
    certificate: aCertificate(),
    examinationOn: EXAM_DAY,
    cannotContinue: 'a lasting illness',
    recommendation: complete,
    on: '2024-12-20',
  };
  const law = {
    pack: 'p',
    exemption: {
      clause: `${regime}/assess/13.1`,
      passed: `${regime}/assess/13.1(a)`,
      oneAssignment: `${regime}/assess/13.1(b)`,
      last: `${regime}/assess/13.1(c)`,
      grade: 'Pass',
    },
  } as ExaminationLaw;
  /** The award is complete with the course of the exemption, if it is the last. */
  const decision = (attempt: Attempt, authorities: string[], others: Attempt[] = [], last = true) =>
    exemptionDecision(law, ({ attempts }) => {
      expect(attempts.find(({ course }) => course.code === 'C1')?.grade).toBe('Pass');
      return { requirements: [{ clause: `${regime}/bach/3.1`, met: last }] } as unknown as AwardAudit;
    })(examinedStudy(regime, 'full-time', attempt, {}, { attempts: [attempt, ...others] }), {
      attempt,
      application,
      approvals: authorities.map((authority) => by(authority)),
      today: '2025-01-10',
    });
  const clausesOf = (...of: Parameters<typeof decision>) => refusingClauses(decision(...of));

  it('is the decision of the Senate', () => {
    expect(clausesOf(examined(), ['senate'])).toEqual([]);
    expect(clausesOf(examined(), ['award-panel'])).toEqual([`${regime}/assess/13.1`]);
  });

  it('takes coursework that is passed, or an assignment that convinces the award panel', () => {
    expect(clausesOf(failing, ['senate', 'award-panel'])).toEqual([]);
    const unconvinced = decision(failing, ['senate']);
    expect(refusingClauses(unconvinced)).toEqual([`${regime}/assess/13.1(a)`, `${regime}/assess/13.1(b)`]);
    expect(saysWhy(unconvinced)).toBe(true);
    const nothing = examined({ submissions: [] });
    expect(clausesOf(nothing, ['senate', 'award-panel'])).toEqual([
      `${regime}/assess/13.1(a)`,
      `${regime}/assess/13.1(b)`,
    ]);
    const uncounted = examined({
      items: [anItem('A1', '2024-10-01', { weight: 0 }), anItem('A2', '2024-10-01')],
      submissions: [handedIn('A1', { mark: 99 })],
    });
    expect(clausesOf(uncounted, ['senate', 'award-panel'])).toEqual([
      `${regime}/assess/13.1(a)`,
      `${regime}/assess/13.1(b)`,
    ]);
    // A quiz is none.
    const [, examination = anItem('EX', EXAM_DAY)] = failing.items;
    const quiz = anItem('Q1', '2024-10-01', { kind: 'quiz', weight: 50 });
    const quizzed = { ...failing, items: [anItem('A1', '2024-10-01', { weight: 50 }), quiz, examination] };
    const convinced = ['senate', 'award-panel'];
    expect(clausesOf({ ...quizzed, submissions: [handedIn('Q1', { mark: 79 })] }, convinced)).toEqual([
      `${regime}/assess/13.1(a)`,
      `${regime}/assess/13.1(b)`,
    ]);
    expect(clausesOf({ ...quizzed, submissions: [handedIn('A1', { mark: 1 })] }, convinced)).toEqual([]);
  });

  it('is for the last course of the programme', () => {
    expect(clausesOf(examined(), ['senate'], [anAttempt('C2', { grade: 'B' })])).toEqual([]);
    expect(clausesOf(examined(), ['senate'], [anAttempt('C2')])).toEqual([`${regime}/assess/13.1(c)`]);
    const unfinished = decision(examined(), ['senate'], [], false);
    expect(refusingClauses(unfinished)).toEqual([`${regime}/assess/13.1(c)`]);
    expect(saysWhy(unfinished)).toBe(true);
  });
});

describe.each([
  ['5cu', '5cu/assess/16.1'],
  ['3cu', '3cu/assess/15.1'],
] as const)('a pass by exemption, %s', (regime, oral) => {
  const day = '2024-12-16';
  /** What else stands in its way than the conditions of the exemption itself. */
  const barred = (attempt: Attempt, file: Partial<ExaminationFile> = {}, of: Partial<Study> = {}) => {
    const study = examinedStudy(regime, 'full-time', attempt, file, of);
    const application: ExaminationExemption = {
      ...{ id: 'EE1', attempt: 'C1@2024-AUT', certificate: aCertificate(), examinationOn: EXAM_DAY },
      ...{ cannotContinue: 'a lasting illness', recommendation: complete, on: day },
    };
    const approvals = [by('senate'), by('award-panel')];
    const request = { attempt, application, approvals, today: day };
    return refusingClauses(packFor(regime).examination.exemptionDecision(study, request)).filter(
      (clause) => !clause.startsWith(`${regime}/assess/13.1`),
    );
  };

  it('takes the place of the examination', () => {
    expect(barred(examined())).toEqual([]);
    expect(barred(examined(), { sittings: [aSitting('original', undefined)] })).toEqual([]);
    const compulsory = examined().items.map((item) => ({ ...item, compulsory: true }));
    expect(barred(examined({ items: compulsory }))).toEqual([]);
    // Not of one that was sat, and not passed.
    expect(barred(examined(), { sittings: [aSitting('original', 39)] })).toEqual([`${regime}/assess/2.1`]);
  });

  it('takes coursework that is not passed, if the award panel is convinced', () => expect(barred(failing)).toEqual([]));

  it('leaves what is compulsory of the coursework', () => {
    const laboratory = anItem('L1', '2024-10-01', { kind: 'laboratory', weight: 0, compulsory: true });
    const items = [...examined().items, laboratory];
    expect(barred(examined({ items }))).toEqual([`${regime}/assess/2.2`]);
    const done = [...examined().submissions, handedIn('L1')];
    expect(barred(examined({ items, submissions: done }))).toEqual([]);
  });

  it('leaves an allegation that is open, and an oral examination that is required', () => {
    const discipline = `${regime}/assess/4.2`;
    const alleged = { assignment: 'A1', allegedOn: day, account: 'copied', clause: discipline };
    const coursework = { ...emptyCoursework, allegations: [alleged] };
    expect(barred(examined({ coursework }))).toEqual([discipline]);
    const required: OralExamination = {
      ...{ id: 'O1', course: 'C1', term: '2024-AUT', reason: 'doubts' },
      ...{ on: day, by: { role: 'award-panel' }, clause: oral },
    };
    const requests = { circumstances: [], orals: [required] } as unknown as StudentRequests;
    expect(barred(examined(), {}, { requests })).toEqual([oral]);
  });
});
