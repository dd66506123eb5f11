import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import {
  type Attempt,
  type ExaminationIncident,
  emptyExaminationFile,
  type Sitting,
  type StudentRequests,
  type StudyMode,
} from '../facts.ts';
import { packFor } from '../packs.ts';
import { aSitting } from '../testing/examinations.ts';
import { aCourse, anAttempt, anItem, aProgramme, aStudy, handedIn, saysWhy } from '../testing/index.ts';
import { arrangementState } from './requests-arrangements.ts';
import { examinationMarks } from './requests-results.ts';

const nothing: StudentRequests = {
  arrangements: [],
  orals: [],
  incidents: [],
  circumstances: [],
  contacts: [],
  appeals: [],
  disclosures: [],
};
const attempt = anAttempt('C1', {
  items: [anItem('A1', '2024-10-01'), anItem('EX', '2024-12-10', { kind: 'examination', weight: 100 })],
  submissions: [handedIn('A1', { mark: 60 }), handedIn('EX', { submittedOn: '2024-12-10' })],
});

describe.each(['5cu', '3cu'] as const)('requests about examinations and results, %s', (regime) => {
  const pack = packFor(regime);
  const { requests } = pack;
  const study = (mode: StudyMode, of: Partial<StudentRequests> = {}, taken = attempt) =>
    aStudy(aProgramme(regime, mode), { attempts: [taken], requests: { ...nothing, ...of } });
  const days = (mode: StudyMode, today: string, taken = attempt) =>
    pack
      .deadlines(study(mode, {}, taken), { today })
      .filter(({ kind }) => ['examination-arrangement', 'special-circumstances', 'result-appeal'].includes(kind))
      .map(({ kind, item, day }) => [item ?? kind, day]);

  it('have their last days, abroad for distance learners and another day in the five-credit regime only', () => {
    const venue = ['change-of-venue', '2024-11-11'];
    const ofRegime = regime === '5cu' ? [venue, ['change-of-date', '2024-11-11']] : [venue];
    const religious = ['religious-days', '2024-09-09'];
    const panel = ['special-circumstances', '2024-12-27'];
    expect(days('full-time', '2024-09-01')).toEqual([religious, ...ofRegime, panel]);
    expect(days('distance-learning', '2024-09-01')).toEqual([
      religious,
      ['overseas', '2024-10-14'],
      ...ofRegime,
      panel,
    ]);
    expect(days('full-time', '2024-12-27')).toEqual([panel]);
    expect(days('full-time', '2024-12-28')).toEqual([]);
  });

  it('have none of a course without an examination, of one that was left, or over several terms', () => {
    for (const taken of [
      anAttempt(aCourse('C1', { examination: false })),
      anAttempt('C1', { status: 'withdrawn' }),
      anAttempt(aCourse('C1', { terms: 2 })),
    ])
      expect(days('full-time', '2024-09-01', taken)).toEqual([]);
  });

  it('have the last day of an appeal, until it is over', () => {
    const done = { ...attempt, status: 'completed' as const, grade: 'B', gradedOn: '2025-01-10' };
    expect(days('full-time', '2025-01-24', done)).toEqual([['result-appeal', '2025-01-24']]);
    expect(days('full-time', '2025-01-25', done)).toEqual([]);
  });

  const incident = (of: Partial<ExaminationIncident>): ExaminationIncident => ({
    id: 'I1',
    course: 'C1',
    term: attempt.term.code,
    kind: 'late-arrival',
    day: '2024-12-10',
    account: 'x',
    exhibits: [],
    referred: false,
    on: '2024-12-10',
    by: { role: 'chief-invigilator' },
    clause: `${regime}/assess/7.4`,
    ...of,
  });
  const refused = {
    decision: 'refused' as const,
    reason: 'x',
    on: '2024-12-12',
    by: { role: 'registrar' },
    clause: `${regime}/assess/7.4`,
  };
  const marked = (of: Partial<ExaminationIncident>, assignment = 'EX', taken = attempt) =>
    pack.marking(study('full-time', { incidents: [incident(of)] }, taken), {
      attempt: taken,
      assignment,
      mark: 50,
      today: '2024-12-20',
    });

  it('keep an examination from being marked whose script was refused, and nothing else', () => {
    expect(refusingClauses(marked({ script: refused }))).toEqual([`${regime}/assess/7.4`]);
    expect(saysWhy(marked({ script: refused }))).toBe(true);
    expect(marked({}).outcome).toBe('allowed');
    expect(marked({ script: { ...refused, decision: 'accepted' } }).outcome).toBe('allowed');
    expect(marked({ script: refused, course: 'C2' }).outcome).toBe('allowed');
    const unmarked = { ...attempt, submissions: [handedIn('A1'), ...attempt.submissions.slice(1)] };
    expect(marked({ script: refused }, 'A1', unmarked).outcome).toBe('allowed');
    const again = { ...attempt, submissions: [...attempt.submissions, handedIn('EX', { submittedOn: '2025-05-02' })] };
    expect(marked({ script: refused }, 'EX', again).outcome).toBe('allowed');
  });

  it('leave the script of a breach to the discipline of students', () => {
    const decide = (kind: ExaminationIncident['kind'], decision: 'accepted' | 'refused' | 'not-marked') =>
      refusingClauses(requests.script(study('full-time'), { incident: incident({ kind }), decision }));
    expect(decide('help', 'accepted')).toEqual([`${regime}/assess/10.4`]);
    expect(decide('late-arrival', 'not-marked')).toEqual([`${regime}/assess/7.4`]);
    for (const decision of ['accepted', 'refused', 'not-marked'] as const)
      expect(decide('no-identification', decision)).toEqual([]);
  });

  it('hold a result up for an oral examination that has no outcome', () => {
    const oral = {
      id: 'O1',
      course: 'C1',
      term: attempt.term.code,
      reason: 'x',
      on: '2025-01-02',
      by: { role: 'award-panel' },
      clause: requests.clauses.oral,
    };
    const result = { outcome: 'waived' as const, words: 'x', on: '2025-01-03', by: { role: 'award-panel' } };
    const graded = (orals: StudentRequests['orals']) =>
      refusingClauses(pack.grading(study('full-time', { orals }), { attempt, grade: 'B', today: '2025-01-10' }));
    expect(graded([oral])).toEqual([requests.clauses.oral]);
    expect(graded([{ ...oral, result }])).toEqual([]);
    expect(graded([{ ...oral, term: '2024-SPR' }])).toEqual([]);
  });

  it('are told to the coordinator only when the tutor could not be reached', () => {
    const told = (to: 'tutor' | 'coordinator', tutorTriedOn?: string) =>
      refusingClauses(requests.contact(study('full-time'), { attempt, to, tutorTriedOn, today: '2024-10-01' }));
    expect(told('tutor')).toEqual([]);
    expect(told('coordinator')).toEqual([requests.clauses.contact]);
    expect(told('coordinator', '2024-09-30')).toEqual([]);
  });

  it('know better grades by their points, and a pass after a fail', () => {
    const appeal = {
      id: 'A1',
      course: 'C1',
      term: attempt.term.code,
      words: 'x',
      lastDay: '2025-01-24',
      on: '2025-01-12',
      by: { role: 'student' },
      clause: requests.clauses.appeal,
    };
    const better = (from: string, grade: string) => {
      const done = { ...attempt, status: 'completed' as const, grade: from, gradedOn: '2025-01-10' };
      const request = {
        attempt: done,
        appeal: { ...appeal, grade: from },
        grade,
        reason: 'x',
        told: [],
        overtaken: false,
        today: '2025-02-01',
      };
      return !refusingClauses(requests.appealDecision(study('full-time', {}, done), request)).includes(
        requests.clauses.appeal,
      );
    };
    expect([better('C', 'C+'), better('C+', 'C'), better('C', 'C')]).toEqual([true, false, false]);
    expect([better('Fail', 'C'), better('Fail', 'Pass'), better('B', 'Pass')]).toEqual([true, true, false]);
    const hasResits = regime === '5cu';
    expect([better('Fail', 'Fail-Resit'), better('Fail-Resit', 'Fail')]).toEqual([hasResits, false]);
  });
});

describe('an arrangement on a day', () => {
  const arrangement = {
    id: 'R1',
    course: 'C1',
    term: '2024-AUT',
    kind: 'religious-days' as const,
    words: 'x',
    sitting: { term: '2024-AUT', examinations: ['2024-12-09', '2024-12-20'] as const },
    papers: [],
    on: '2024-09-01',
    by: { role: 'student' },
    clause: '3cu/assess/16.1',
  };
  const decision = {
    outcome: 'granted' as const,
    reason: 'x',
    on: '2024-10-01',
    by: { role: 'registrar' },
    clause: 'x',
    charge: 'F1',
  };
  const charge = {
    id: 'F1',
    kind: 'examination-arrangement' as const,
    programme: 'BSC',
    cents: 100,
    due: '2024-12-08',
    on: '2024-10-01',
    clause: 'x',
  };
  const account = (paidOn?: string) => ({
    charges: [charge],
    payments: paidOn ? [{ id: 'P1', cents: 100, on: paidOn, charge: 'F1' }] : [],
    waivers: [],
    deferrals: [],
  });

  it('lapses on the first day of the examinations when its costs were not paid by the day before', () => {
    const granted = { ...arrangement, decision };
    expect(arrangementState(granted, account(), '2024-12-08')).toBe('granted');
    expect(arrangementState(granted, account(), '2024-12-09')).toBe('lapsed');
    expect(arrangementState(granted, account('2024-12-08'), '2024-12-09')).toBe('granted');
    expect(arrangementState(granted, account('2024-12-09'), '2024-12-20')).toBe('lapsed');
  });

  it('is asked for until its decision, and stays as decided where it costs nothing', () => {
    expect(arrangementState(arrangement, account(), '2024-12-09')).toBe('asked');
    expect(arrangementState({ ...arrangement, decision }, account(), '2024-09-30')).toBe('asked');
    const refused = { ...decision, outcome: 'refused' as const, charge: undefined };
    expect(arrangementState({ ...arrangement, decision: refused }, account(), '2024-12-09')).toBe('refused');
  });
});

it('the marks of examinations are those that were sat last', () => {
  const sat = [handedIn('EX', { mark: 30 }), handedIn('EX', { mark: 60 }), handedIn('A1', { mark: 90 })];
  const marks = (of: Partial<Attempt>, sittings: readonly Sitting[] = []) =>
    examinationMarks(aStudy(aProgramme('5cu', 'full-time'), { examinations: { ...emptyExaminationFile, sittings } }), {
      ...attempt,
      ...of,
    });
  expect(marks({ submissions: sat })).toEqual([{ item: 'EX', mark: 60 }]);
  expect(marks({ submissions: [] })).toEqual([]);
  expect(marks({ submissions: [] }, [aSitting('original', 38), aSitting('resit', 52)])).toEqual([
    { item: 'EX', mark: 52 },
  ]);
  // Where the course names no paper, it is the examination of the course.
  const paper = { examination: undefined };
  const plain = [aSitting('original', 38, paper), aSitting('resit', undefined, paper)];
  expect(marks({ items: [], submissions: [] }, plain)).toEqual([{ item: 'C1', mark: 38 }]);
});

it('a failed result with a resit is one that can be appealed against, and whose mark may be asked for', () => {
  const { requests, deadlines } = packFor('5cu');
  const of = { what: 'examination-mark', channel: 'portal', today: '2025-01-12' } as const;
  const graded = (grade: string) => ({ ...attempt, status: 'completed' as const, grade, gradedOn: '2025-01-10' });
  const study = (grade: string) => aStudy(aProgramme('5cu', 'full-time'), { attempts: [graded(grade)] });
  const asked = (grade: string) => [
    ...refusingClauses(requests.appeal(study(grade), { ...of, attempt: graded(grade) })),
    ...refusingClauses(requests.disclosure(study(grade), { ...of, attempt: graded(grade) })),
  ];
  expect(asked('Fail-Resit')).toEqual([]);
  expect(asked('I')).toEqual(['5cu/assess/20.1', '5cu/assess/19.3']);
  expect(deadlines(study('Fail-Resit'), { today: '2025-01-12' }).map(({ kind }) => kind)).toContain('result-appeal');
});
