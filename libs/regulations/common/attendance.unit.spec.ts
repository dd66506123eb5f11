import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import {
  type AssessmentScheme,
  type AttendanceWaiver,
  type AwardKind,
  emptyCoursework,
  type Regime,
  type StudyMode,
} from '../facts.ts';
import { packFor } from '../packs.ts';
import { anAttempt, aProgramme, aStudy, figuresOf, saysWhy } from '../testing/index.ts';

const scheme = (of: Partial<AssessmentScheme>): AssessmentScheme => ({
  ...{ assignmentsToComplete: 0, assignmentsCounting: 0, combination: 'all-weighted' },
  ...of,
});

interface Attended {
  readonly attended?: number;
  readonly held?: number;
  readonly minimum?: number;
  readonly waiver?: AttendanceWaiver;
}

const attemptWith = ({ attended, held = 100, minimum, waiver }: Attended) =>
  anAttempt('C1', {
    scheme: minimum === undefined ? undefined : scheme({ minimumAttendance: minimum }),
    coursework: {
      ...emptyCoursework,
      attendance: attended === undefined ? [] : [{ on: '2024-11-01', held, attended }],
      ...(waiver ? { waiver } : {}),
    },
  });

const grading = (regime: Regime, mode: StudyMode, award: AwardKind, of: Attended, grade = 'B') => {
  const attempt = attemptWith(of);
  const study = aStudy(aProgramme(regime, mode, { award }), { attempts: [attempt] });
  return packFor(regime).grading(study, { attempt, grade, today: '2025-01-10' });
};

const waiver: AttendanceWaiver = { on: '2024-12-01', authority: 'school', clause: 'x', reason: 'hospital' };

describe.each([
  ['5cu', 'full-time', 'honours', '5cu/ug/9.8', 80],
  ['3cu', 'full-time', 'honours', '3cu/ug/9.10', 80],
  ['5cu', 'part-time', 'masters', '5cu/tpg/9.6', 70],
  ['3cu', 'full-time', 'masters', '3cu/tpg/9.10', 70],
] as const)('attendance, %s %s %s', (regime, mode, award, clause, minimum) => {
  const graded = (of: Attended, grade?: string) => grading(regime, mode, award, of, grade);

  it('of the minimum is enough for a pass, and less is not', () => {
    const enough = graded({ attended: minimum });
    expect(enough.outcome).toBe('allowed');
    expect(figuresOf(enough, clause)).toEqual({ minimum, attended: minimum });
    const short = graded({ attended: minimum * 10 - 1, held: 1000 });
    expect(refusingClauses(short)).toEqual([clause]);
    expect(saysWhy(short)).toBe(true);
  });

  it('that is short keeps nobody from failing', () => expect(graded({ attended: 0 }, 'Fail').outcome).toBe('allowed'));

  it('that is short may be waived', () => {
    const waived = graded({ attended: 10, waiver });
    expect(waived.outcome).toBe('allowed');
    expect(figuresOf(waived, clause)).toMatchObject({ approvedBy: 'school', approvalReason: 'hospital' });
  });

  it('is more where the course asks more, and not less where it asks less', () => {
    expect(graded({ attended: 90, minimum: 91 }).outcome).toBe('refused');
    expect(graded({ attended: 91, minimum: 91 }).outcome).toBe('allowed');
    expect(graded({ attended: minimum - 1, minimum: 50 }).outcome).toBe('refused');
  });

  it('of which nothing is on record is held against the student only where the course asks for it', () => {
    expect(graded({}).outcome).toBe('allowed');
    expect(refusingClauses(graded({ minimum: 50 }))).toEqual([clause]);
  });

  it('is exact: two thirds are not 66.67 per cent', () => {
    const thirds = (minimumAttendance: number) => {
      const attempt = attemptWith({ attended: 2, held: 3, minimum: minimumAttendance });
      const study = aStudy(aProgramme(regime, 'distance-learning'), { attempts: [attempt] });
      return packFor(regime).coursework.attendance(study, { attempt, today: '2025-01-10' }).ruling.outcome;
    };
    expect(thirds(66.66)).toBe('allowed');
    expect(thirds(66.67)).toBe('refused');
  });
});

describe.each([
  ['5cu', '5cu/dl/8.10.1'],
  ['3cu', '3cu/dl/9.11.1'],
] as const)('attendance in distance learning, %s', (regime, clause) => {
  const graded = (of: Attended) => grading(regime, 'distance-learning', 'honours', of);

  it('is asked by the course or not at all', () => {
    expect(graded({ attended: 1 }).outcome).toBe('allowed');
    expect(figuresOf(graded({ attended: 1 }), clause)).toBeUndefined();
    expect(graded({ attended: 60, minimum: 60 }).outcome).toBe('allowed');
    const short = graded({ attended: 59, minimum: 60 });
    expect(refusingClauses(short)).toEqual([clause]);
    expect(saysWhy(short)).toBe(true);
  });

  it('is waived by the award panel or the Senate', () => {
    const waiving = (authority: string) => {
      const attempt = attemptWith({ attended: 10, minimum: 60 });
      const study = aStudy(aProgramme(regime, 'distance-learning'), { attempts: [attempt] });
      return packFor(regime).coursework.attendanceWaiver(study, { attempt, authority, today: '2025-01-10' }).ruling;
    };
    expect(waiving('award-panel').outcome).toBe('allowed');
    expect(waiving('senate').outcome).toBe('allowed');
    for (const authority of ['school', 'teacher']) expect(refusingClauses(waiving(authority))).toEqual([clause]);
  });
});

it.each(['school', 'dean', 'award-panel'])(
  'a shortage face-to-face is waived by the %s, and not by the teacher',
  (who) => {
    const attempt = attemptWith({ attended: 10 });
    const study = aStudy(aProgramme('3cu', 'full-time'), { attempts: [attempt] });
    const waiving = (authority: string) =>
      packFor('3cu').coursework.attendanceWaiver(study, { attempt, authority, today: '2025-01-10' }).ruling;
    expect(waiving(who).outcome).toBe('allowed');
    expect(refusingClauses(waiving('teacher'))).toEqual(['3cu/ug/9.10']);
  },
);
