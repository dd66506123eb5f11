import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import {
  type AssessmentScheme,
  type Attempt,
  emptyCoursework,
  type PlagiarismAllegation,
  type Regime,
} from '../facts.ts';
import { packFor } from '../packs.ts';
import { anAttempt, anItem, aProgramme, aStudy, figuresOf, handedIn, saysWhy } from '../testing/index.ts';

const due = '2024-10-01';
const items = [anItem('A1', due, { weight: 40 }), anItem('A2', due, { weight: 60 })];

const grading = (regime: Regime, of: Partial<Attempt>, grade = 'B') => {
  const attempt = anAttempt('C1', { items, ...of });
  const study = aStudy(aProgramme(regime, 'full-time'), { attempts: [attempt] });
  return packFor(regime).grading(study, { attempt, grade, today: '2025-01-10' });
};

describe('a pass in the coursework that the course asks for', () => {
  const scheme: AssessmentScheme = {
    assignmentsToComplete: 2,
    assignmentsCounting: 2,
    combination: 'all-weighted',
    courseworkPass: 40,
  };
  const marks = (a1: number, a2: number) => [handedIn('A1', { mark: a1 }), handedIn('A2', { mark: a2 })];

  it.each(['5cu', '3cu'] as const)('is the exact total at the mark that was told (%s)', (regime) => {
    expect(grading(regime, { scheme, submissions: marks(40, 40) }).outcome).toBe('allowed');
    const below = grading(regime, { scheme, submissions: marks(39.99, 40) });
    expect(refusingClauses(below)).toEqual([`${regime}/assess/2.1`]);
    expect(figuresOf(below, `${regime}/assess/2.1`)).toEqual({ courseworkTotal: '9999/250', courseworkPass: 40 });
    expect(saysWhy(below)).toBe(true);
    expect(grading(regime, { scheme, submissions: marks(0, 0) }, 'Fail').outcome).toBe('allowed');
    expect(grading(regime, { submissions: marks(0, 0) }).outcome).toBe('allowed');
  });
});

describe.each([
  ['5cu', '5cu/assess/4.2', '5cu/assess/4.2'],
  ['3cu', '3cu/assess/4.2', '3cu/assess/4.1'],
] as const)('alleged plagiarism, %s', (regime, discipline, ownWork) => {
  const alleged: PlagiarismAllegation = { assignment: 'A1', allegedOn: due, account: 'copied', clause: discipline };
  const settledAs = (outcome: 'dismissed' | 'established'): PlagiarismAllegation => ({
    ...alleged,
    settled: { on: '2024-11-01', outcome, caseReference: 'D1', reason: 'hearing' },
  });
  const file = (allegation: PlagiarismAllegation) => ({
    coursework: { ...emptyCoursework, allegations: [allegation] },
    submissions: [handedIn('A1')],
  });

  it('keeps the course from being passed until it is settled, and from nothing else', () => {
    const open = grading(regime, file(alleged));
    expect(refusingClauses(open)).toEqual([discipline]);
    expect(saysWhy(open)).toBe(true);
    expect(grading(regime, file(alleged), 'Fail').outcome).toBe('allowed');
    expect(grading(regime, file(settledAs('dismissed'))).outcome).toBe('allowed');
    expect(grading(regime, file(settledAs('established'))).outcome).toBe('allowed');
  });

  it('that proves true leaves the work unmarked', () => {
    const marking = (...allegations: PlagiarismAllegation[]) => {
      const coursework = { ...emptyCoursework, allegations };
      const attempt = anAttempt('C1', { items, coursework, submissions: [handedIn('A1')] });
      const study = aStudy(aProgramme(regime, 'full-time'), { attempts: [attempt] });
      return packFor(regime).marking(study, { attempt, assignment: 'A1', mark: 60, today: '2024-11-02' });
    };
    const ofOther = (outcome: 'dismissed' | 'established') => ({ ...settledAs(outcome), assignment: 'A2' });
    expect(marking(alleged).outcome).toBe('allowed');
    expect(marking(settledAs('dismissed')).outcome).toBe('allowed');
    const proved = marking(settledAs('established'));
    expect(refusingClauses(proved)).toEqual([ownWork]);
    expect(saysWhy(proved)).toBe(true);
    // What became of another piece says nothing of this one.
    expect(marking(ofOther('established')).outcome).toBe('allowed');
    expect(refusingClauses(marking(settledAs('established'), ofOther('dismissed')))).toEqual([ownWork]);
  });
});
