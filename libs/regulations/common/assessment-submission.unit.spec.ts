import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Attempt } from '../facts.ts';
import { fiveCreditSubmission } from '../five-credit/assessment.ts';
import type { SubmissionRequest } from '../pack.ts';
import { anAttempt, anItem, aProgramme, aStudy, by, figuresOf, handedIn, saysWhy } from '../testing/index.ts';
import { threeCreditSubmission } from '../three-credit/assessment.ts';

const rules = { '3cu': threeCreditSubmission, '5cu': fiveCreditSubmission };
const items = [
  anItem('A1', '2024-03-01'),
  anItem('A2', '2024-04-01'),
  anItem('A3', '2024-04-01'),
  anItem('EX', '2024-05-02', { kind: 'examination' }),
];

const handing = (
  regime: '3cu' | '5cu',
  mode: 'distance-learning' | 'full-time',
  of: Partial<SubmissionRequest> & { today: string },
  more: Partial<Attempt> = {},
) => {
  const attempt = anAttempt('COMP2010', { items, ...more });
  return rules[regime](aStudy(aProgramme(regime, mode), { attempts: [attempt] }), {
    attempt,
    assignment: 'A1',
    banked: false,
    approvals: [],
    ...of,
  });
};

describe.each([
  ['3cu', '3cu/dl/9.8.1', '3cu/dl/9.8.2', '3cu/dl/9.8.3', '3cu/dl/5.5', '3cu/dl/9.12.1'],
  ['5cu', '5cu/dl/8.7.1', '5cu/dl/8.7.2', '5cu/dl/8.7.3', '5cu/dl/4.5', '5cu/dl/8.11.1'],
] as const)('handing in work in distance learning, %s', (regime, dueClause, extension, last, waiver, sitting) => {
  const distance = (of: Partial<SubmissionRequest> & { today: string }, more?: Partial<Attempt>) =>
    handing(regime, 'distance-learning', of, more);

  it('is in time up to the end of the due day', () => {
    expect(distance({ today: '2024-03-01' })).toMatchObject({ outcome: 'allowed', late: false, due: '2024-03-01' });
    const late = distance({ today: '2024-03-02' });
    expect(late).toMatchObject({ outcome: 'refused', late: true });
    expect(refusingClauses(late)).toEqual([dueClause, `${extension}(a)`]);
    expect(figuresOf(late, dueClause)).toEqual({ submittedOn: '2024-03-02', due: '2024-03-01', daysLate: 1 });
    expect(saysWhy(late)).toBe(true);
  });

  it.each([
    ['withdrawn', { status: 'withdrawn', leftOn: '2024-02-20' }],
    ['deferred', { status: 'deferred', leftOn: '2024-02-20' }],
    ['completed', { status: 'completed', grade: 'Fail', gradedOn: '2024-02-20' }],
  ] as const)('is refused for a course that is %s', (status, more) => {
    const refused = distance({ today: '2024-02-21' }, more);
    expect(refused.outcome).toBe('refused');
    const [clause = ''] = refusingClauses(refused);
    expect(figuresOf(refused, clause)).toEqual({ status, since: '2024-02-20', submittedOn: '2024-02-21' });
    expect(saysWhy(refused)).toBe(true);
  });

  it.each([
    ['2024-03-08', 'tutor', '(a)'],
    ['2024-03-09', 'internal-examiner', '(b)'],
    ['2024-03-22', 'internal-examiner', '(b)'],
    ['2024-03-23', 'dean', '(c)'],
  ])('on %s counts with an extension of the %s', (today, authority, tier) => {
    const extended = distance({ today, approvals: [by(authority, '2024-02-27')] });
    expect(extended).toMatchObject({ outcome: 'allowed', late: true });
    expect(figuresOf(extended, `${extension}${tier}`)).toMatchObject({ authority, approvedBy: authority });
  });

  it.each([
    ['2024-03-09', 'tutor'],
    ['2024-03-23', 'internal-examiner'],
    ['2024-03-02', 'school'],
  ])('on %s does not count with one of the %s', (today, authority) =>
    expect(distance({ today, approvals: [by(authority, '2024-02-27')] }).outcome).toBe('refused'),
  );

  it('counts with an extension of a higher authority', () =>
    expect(distance({ today: '2024-03-05', approvals: [by('dean', '2024-02-27')] }).outcome).toBe('allowed'));

  it('does not count with an extension given after the due date', () => {
    expect(distance({ today: '2024-03-05', approvals: [by('tutor', '2024-03-01')] }).outcome).toBe('allowed');
    expect(distance({ today: '2024-03-05', approvals: [by('tutor', '2024-03-02')] }).outcome).toBe('refused');
  });

  it('does not count with an extension that does not say when it was given: that is today', () => {
    const undated = distance({ today: '2024-03-02', approvals: [by('tutor')] });
    expect(refusingClauses(undated)).toEqual([dueClause, `${extension}(a)`]);
    expect(undated.remedies?.map(({ en }) => en)).toContain(
      'State the day on which the extension was given, on or before 2024-03-01.',
    );
  });

  it('counts late when the course coordinator takes it', () =>
    expect(distance({ today: '2024-04-01', approvals: [by('course-coordinator')] }).outcome).toBe('allowed'));

  it.each(['A2', 'A3'])('never counts late for the last assignment, such as %s of two due that day', (assignment) => {
    expect(distance({ assignment, today: '2024-04-01' }).outcome).toBe('allowed');
    const approvals = [by('tutor', '2024-03-20'), by('dean', '2024-03-20'), by('course-coordinator')];
    expect(refusingClauses(distance({ assignment, today: '2024-04-02', approvals }))).toEqual([last]);
    const kept = distance({ assignment, today: '2024-04-02' });
    expect(kept).toMatchObject({ outcome: 'allowed', late: true, pending: true });
    expect(figuresOf(kept, last)).toMatchObject({ lastAssignment: assignment, mark: null });
  });

  it('of an earlier presentation counts when the School waives it', () => {
    expect(refusingClauses(distance({ banked: true, today: '2024-06-01' }))).toEqual([waiver]);
    expect(distance({ banked: true, today: '2024-06-01', approvals: [by('school')] })).toMatchObject({
      outcome: 'allowed',
      late: false,
    });
  });

  it('has no lateness for an examination', () => {
    const sat = distance({ assignment: 'EX', today: '2024-05-09' });
    expect(sat).toMatchObject({ outcome: 'allowed', late: false });
    expect(figuresOf(sat, sitting)).toMatchObject({ satOn: '2024-05-09' });
  });

  it('is possible again before it is marked, and not after', () => {
    const again = (mark?: number) => distance({ today: '2024-03-01' }, { submissions: [handedIn('A1', { mark })] });
    expect(again().outcome).toBe('allowed');
    expect(refusingClauses(again(40))).toEqual([`${regime}/assess/3.4`]);
  });
});

describe('handing in work in full-time study', () => {
  it.each([
    ['3cu', '3cu/ug/9.7'],
    ['5cu', '5cu/ug/9.5'],
  ] as const)('late is for the teacher to take, the last assignment too (%s)', (regime, clause) => {
    const late = { assignment: 'A3', today: '2024-04-02' };
    const waiting = handing(regime, 'full-time', late);
    expect(waiting).toMatchObject({ outcome: 'allowed', late: true, pending: true });
    expect(figuresOf(waiting, clause)).toMatchObject({ due: '2024-04-01', daysLate: 1 });
    const again = handing(regime, 'full-time', late, { submissions: [handedIn('A3')] });
    expect(refusingClauses(again)).toEqual([clause]);
    expect(handing(regime, 'full-time', { ...late, approvals: [by('dean')] }).outcome).toBe('refused');
    const taken = handing(regime, 'full-time', { ...late, approvals: [by('teacher')] });
    expect(taken).toMatchObject({ outcome: 'allowed', late: true, pending: false });
    expect(handing(regime, 'full-time', { ...late, today: '2024-04-01' }).outcome).toBe('allowed');
  });

  it('has no waiver for work of an earlier presentation', () =>
    expect(
      refusingClauses(handing('3cu', 'full-time', { banked: true, today: '2024-03-01', approvals: [by('school')] })),
    ).toEqual(['3cu/assess/3.1']));
});

describe('sitting an examination again', () => {
  const submissions = [handedIn('EX', { mark: 38 })];
  const resit = { assignment: 'EX', today: '2024-09-01' };

  it('is possible when a resit was granted, in the five-credit regime', () => {
    const granted = handing('5cu', 'distance-learning', resit, { submissions, grade: 'Fail-Resit' });
    expect(granted.outcome).toBe('allowed');
    expect(figuresOf(granted, '5cu/dl/8.11.2')).toEqual({ standingGrade: 'Fail-Resit' });
    expect(handing('5cu', 'distance-learning', resit, { submissions, grade: 'Fail' }).outcome).toBe('refused');
  });

  it('is unknown in the three-credit regime', () =>
    expect(refusingClauses(handing('3cu', 'full-time', resit, { submissions, grade: 'Fail' }))).toEqual([
      '3cu/assess/17.2.1',
      '3cu/assess/3.4',
    ]));
});
