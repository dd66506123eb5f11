import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { AwardKind, Regime, StudyMode } from '../facts.ts';
import { packFor } from '../packs.ts';
import type { LateWorkRequest } from '../rules/coursework.ts';
import { anAttempt, anItem, aProgramme, aStudy, figuresOf, handedIn, saysWhy } from '../testing/index.ts';

const items = [anItem('A1', '2024-10-01'), anItem('A2', '2024-11-15')];

const deciding = (
  regime: Regime,
  mode: StudyMode,
  of: Partial<LateWorkRequest> & Pick<LateWorkRequest, 'decision' | 'authority'>,
  award: AwardKind = 'honours',
) => {
  const attempt = anAttempt('C1', { items });
  const study = aStudy(aProgramme(regime, mode, { award }), { attempts: [attempt] });
  const asked = { attempt, assignment: 'A1', handedInOn: '2024-10-02', today: '2024-10-03', ...of };
  return packFor(regime).coursework.lateWork(study, asked).ruling;
};

describe.each([
  ['5cu', '5cu/dl/8.7.1', '5cu/dl/8.7.3'],
  ['3cu', '3cu/dl/9.8.1', '3cu/dl/9.8.3'],
] as const)('late work in distance learning, %s', (regime, clause, last) => {
  const distance = (of: Parameters<typeof deciding>[2]) => deciding(regime, 'distance-learning', of);

  it.each(['refused', 'accepted'] as const)('is %s by the course coordinator, and by nobody else', (decision) => {
    const decided = distance({ decision, authority: 'course-coordinator' });
    expect(decided.outcome).toBe('allowed');
    expect(figuresOf(decided, `${regime}/assess/3.3`)).toMatchObject({
      refusedMark: decision === 'refused' ? 0 : null,
    });
    for (const authority of ['tutor', 'teacher', 'dean']) {
      const other = distance({ decision, authority });
      expect([authority, refusingClauses(other)]).toEqual([authority, [clause]]);
      expect(saysWhy(other)).toBe(true);
    }
  });

  it('has nothing taken off', () => {
    const marksOff = distance({ decision: 'accepted-with-deduction', deduction: 10, authority: 'course-coordinator' });
    expect(refusingClauses(marksOff)).toEqual([clause]);
    expect(saysWhy(marksOff)).toBe(true);
  });

  it('is decided on only where it came after the day it was due', () => {
    const authority = 'course-coordinator';
    expect(distance({ decision: 'refused', authority, handedInOn: '2024-10-02' }).outcome).toBe('allowed');
    expect(refusingClauses(distance({ decision: 'refused', authority, handedInOn: '2024-10-01' }))).toEqual([clause]);
  });

  it('of the last assignment is refused, never taken', () => {
    const of = { assignment: 'A2', handedInOn: '2024-11-16', today: '2024-11-16', authority: 'course-coordinator' };
    expect(distance({ ...of, decision: 'refused' }).outcome).toBe('allowed');
    const taken = distance({ ...of, decision: 'accepted' });
    expect(refusingClauses(taken)).toEqual([last]);
    expect(saysWhy(taken)).toBe(true);
  });
});

describe.each([
  ['5cu', 'full-time', 'honours', '5cu/ug/9.5'],
  ['3cu', 'full-time', 'honours', '3cu/ug/9.7'],
  ['5cu', 'part-time', 'masters', '5cu/tpg/9.3'],
  ['3cu', 'part-time', 'masters', '3cu/tpg/9.7'],
] as const)('late work face-to-face, %s %s %s', (regime, mode, award, clause) => {
  const faceToFace = (of: Parameters<typeof deciding>[2]) => deciding(regime, mode, of, award);

  it.each([
    { decision: 'refused' },
    { decision: 'accepted' },
    { decision: 'accepted-with-deduction', deduction: 12.5 },
  ] as const)('is for the teacher: $decision', (of) => {
    expect(faceToFace({ ...of, authority: 'teacher' }).outcome).toBe('allowed');
    // The lecturer or the tutor in five credits; in three the teacher alone.
    expect(refusingClauses(faceToFace({ ...of, authority: 'tutor' }))).toEqual(regime === '5cu' ? [] : [clause]);
    expect(refusingClauses(faceToFace({ ...of, authority: 'course-coordinator' }))).toEqual([clause]);
  });

  it('of the last assignment may be taken', () =>
    expect(
      faceToFace({
        ...{ assignment: 'A2', handedInOn: '2024-11-20', today: '2024-11-20' },
        ...{ decision: 'accepted', authority: 'teacher' },
      }).outcome,
    ).toBe('allowed'));
});

describe.each([
  ['5cu', 'full-time', 'honours', '5cu/ug/9.5'],
  ['3cu', 'full-time', 'honours', '3cu/ug/9.7'],
  ['5cu', 'part-time', 'masters', '5cu/tpg/9.3'],
  ['3cu', 'part-time', 'masters', '3cu/tpg/9.7'],
] as const)('work that comes late with an acceptance, %s %s %s', (regime, mode, award, clause) => {
  const handing = (authority: string) => {
    const attempt = anAttempt('C1', { items });
    const study = aStudy(aProgramme(regime, mode, { award }), { attempts: [attempt] });
    const approvals = [{ authority, reason: 'taken', on: '2024-10-02' }];
    const asked = { attempt, assignment: 'A1', banked: false, today: '2024-10-02', approvals };
    return packFor(regime).submission(study, asked);
  };
  it('takes that of the teacher, in five credits also of the tutor', () => {
    expect(refusingClauses(handing('teacher'))).toEqual([]);
    expect(refusingClauses(handing('tutor'))).toEqual(regime === '5cu' ? [] : [clause]);
    expect(refusingClauses(handing('course-coordinator'))).toEqual([clause]);
  });
});

describe('work that was refused', () => {
  const lateDecision = {
    decision: 'refused',
    authority: 'teacher',
    clause: 'x',
    reason: 'late',
    on: '2024-10-03',
  } as const;
  const attempt = anAttempt('C1', { items, submissions: [handedIn('A1', { late: true, lateDecision })] });

  it.each([
    ['5cu', 'distance-learning', '5cu/dl/8.7.1'],
    ['3cu', 'distance-learning', '3cu/dl/9.8.1'],
    ['5cu', 'full-time', '5cu/ug/9.5'],
    ['3cu', 'full-time', '3cu/ug/9.7'],
  ] as const)('is not marked (%s %s)', (regime, mode, clause) => {
    const study = aStudy(aProgramme(regime, mode), { attempts: [attempt] });
    const ruling = packFor(regime).marking(study, { attempt, assignment: 'A1', mark: 60, today: '2024-10-04' });
    expect(refusingClauses(ruling)).toEqual([clause]);
    expect(saysWhy(ruling)).toBe(true);
  });

  it.each(['5cu', '3cu'] as const)('is not handed in again (%s)', (regime) => {
    const study = aStudy(aProgramme(regime, 'full-time'), { attempts: [attempt] });
    const asked = { attempt, assignment: 'A1', banked: false, today: '2024-10-01' };
    const ruling = packFor(regime).submission(study, { ...asked, approvals: [] });
    expect(refusingClauses(ruling)).toEqual([`${regime}/assess/3.4`]);
    expect(saysWhy(ruling)).toBe(true);
  });
});

describe('work handed in as prescribed', () => {
  const prescribed = [
    anItem('A1', '2024-10-01', { plagiarismCheck: true }),
    anItem('A2', '2024-11-15', { handIn: 'paper' }),
    anItem('A3', '2024-11-20'),
    anItem('Q1', '2024-10-10', { kind: 'quiz' }),
  ];
  const handing = (regime: Regime, mode: StudyMode, of: object) => {
    const attempt = anAttempt('C1', { items: prescribed });
    const study = aStudy(aProgramme(regime, mode), { attempts: [attempt] });
    const asked = { attempt, assignment: 'A1', banked: false, approvals: [], today: '2024-09-30', ...of };
    return packFor(regime).submission(study, asked);
  };

  it.each([
    ['5cu', 'distance-learning', '5cu/dl/8.6', '5cu/dl/8.5', '5cu/dl/8.9'],
    ['3cu', 'distance-learning', '3cu/dl/9.7', '3cu/dl/9.6', '3cu/dl/9.10'],
    ['5cu', 'full-time', '5cu/assess/3.2', '5cu/ug/9.5', '5cu/ug/9.6'],
    ['3cu', 'full-time', '3cu/assess/3.2', '3cu/ug/9.7', '3cu/ug/9.8'],
    ['5cu', 'part-time', '5cu/assess/3.2', '5cu/ug/9.5', '5cu/ug/9.6'],
  ] as const)('has its check and its channel (%s %s)', (regime, mode, check, channel, activity) => {
    const unchecked = handing(regime, mode, {});
    expect(refusingClauses(unchecked)).toEqual([check]);
    expect(saysWhy(unchecked)).toBe(true);
    expect(handing(regime, mode, { plagiarismCheck: 'TII-1' }).outcome).toBe('allowed');
    const wrongWay = handing(regime, mode, { assignment: 'A2', handIn: 'ole' });
    expect(refusingClauses(wrongWay)).toEqual([channel]);
    expect(saysWhy(wrongWay)).toBe(true);
    expect(handing(regime, mode, { assignment: 'A2', handIn: 'paper' }).outcome).toBe('allowed');
    // Where the course tells nothing it is the Online Learning Environment.
    const untold = handing(regime, mode, { assignment: 'A3', handIn: 'paper' });
    expect(refusingClauses(untold)).toEqual([channel]);
    expect(saysWhy(untold)).toBe(true);
    expect(handing(regime, mode, { assignment: 'A3', handIn: 'ole' }).outcome).toBe('allowed');
    const quiz = handing(regime, mode, { assignment: 'Q1', today: '2024-10-20' });
    expect(quiz).toMatchObject({ outcome: 'allowed', late: false });
    expect(figuresOf(quiz, activity)).toEqual({ activity: 'quiz', doneOn: '2024-10-20' });
    const components = `${regime}/${mode === 'distance-learning' ? 'dl' : 'ug'}/${regime === '5cu' && mode === 'distance-learning' ? '8.1' : '9.1'}`;
    expect(figuresOf(quiz, components)).toEqual({ component: 'quiz' });
  });
});
