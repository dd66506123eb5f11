import { describe, expect, it } from '@jest/globals';
import {
  type CourseFacts,
  type DeferredExamination,
  type ExaminationFile,
  emptyExaminationFile,
  type Resit,
  type Sitting,
  type TermFacts,
} from '#regulations';
import type { RecordEvent } from './events.ts';
import { examinationsPublished, withoutSittingMarks } from './examinations.ts';
import { latestDay } from './record-on.ts';
import { emptyRecord, foldRecord } from './student-record.ts';

const about = { attempt: 'C1@2024-AUT' };
const sitting = (of: Partial<Sitting> = {}): Sitting => ({
  ...about,
  kind: 'original',
  on: '2024-12-10',
  mark: 38,
  recordedOn: '2024-12-11',
  ...of,
});
const sat = (of: Partial<Sitting> = {}): RecordEvent => ({ type: 'SittingRecorded', data: { sitting: sitting(of) } });
const application: DeferredExamination = {
  ...about,
  id: 'DE1',
  ground: 'other',
  kind: 'original',
  examinationOn: '2024-12-10',
  explanation: 'a funeral',
  on: '2024-12-12',
};
const resit = (of: Partial<Resit> = {}): Resit => ({
  ...about,
  latest: '2025-05-10',
  clause: '5cu/dl/8.11.2',
  arrangedOn: '2025-01-20',
  ...of,
});
const decision = { granted: true, reason: 'agreed', clause: '5cu/assess/12.1', on: '2024-12-20' };
const exemption = {
  ...about,
  id: 'EE1',
  certificate: { issuer: 'registered-doctor', leave: ['2024-12-10', '2024-12-10'], unfit: true },
  examinationOn: '2024-12-10',
  cannotContinue: 'a lasting illness',
  recommendation: { by: 'tutor', evaluation: 'steady', workEnclosed: false },
  on: '2024-12-13',
} as const;
const deferralOfResits = { id: 'RD1', term: '2025-SPR', attempts: [about.attempt], reason: 'work', on: '2025-02-01' };

const file = (...events: RecordEvent[]): ExaminationFile => foldRecord(events).examinations;

describe('the file of examinations', () => {
  it('is the same empty one while nothing tells of examinations', () => expect(file()).toBe(emptyExaminationFile));

  it('keeps every sitting, and puts right the last of its kind', () => {
    const { sittings } = file(sat(), sat({ kind: 'resit', mark: 20 }), {
      type: 'SittingCorrected',
      data: { sitting: sitting({ mark: 41 }), from: 38, reason: 'added up wrongly' },
    });
    expect(sittings.map(({ kind, mark }) => [kind, mark])).toEqual([
      ['original', 41],
      ['resit', 20],
    ]);
  });

  it('keeps a paper apart from another when it is put right', () =>
    expect(
      file(sat({ examination: 'EX' }), sat({ examination: 'EY' }), {
        type: 'SittingCorrected',
        data: { sitting: sitting({ examination: 'EX', mark: 41 }), from: 38, reason: 'added up wrongly' },
      }).sittings.map(({ examination, mark }) => [examination, mark]),
    ).toEqual([
      ['EX', 41],
      ['EY', 38],
    ]));

  it('puts each decision to its application', () => {
    const { deferred, exemptions, resitDeferrals } = file(
      { type: 'DeferredExaminationRequested', data: { application } },
      { type: 'DeferredExaminationRequested', data: { application: { ...application, id: 'DE2' } } },
      { type: 'DeferredExaminationDecided', data: { application: 'DE1', decision } },
      { type: 'ExaminationExemptionRequested', data: { application: exemption } },
      { type: 'ExaminationExemptionDecided', data: { application: 'EE1', ...decision } },
      { type: 'ResitDeferralRequested', data: { application: deferralOfResits } },
      { type: 'ResitDeferralDecided', data: { application: 'RD1', ...decision, resits: [] } },
    );
    expect(deferred.map((each) => each.decision)).toEqual([decision, undefined]);
    expect(exemptions[0]?.decision).toEqual(decision);
    expect(resitDeferrals[0]?.decision).toEqual(decision);
  });

  it('has one resit of an attempt, as it was arranged last', () => {
    const arranged = (of: Partial<Resit>): RecordEvent => ({ type: 'ResitArranged', data: { resit: resit(of) } });
    expect(file(arranged({}), arranged({ examinationOn: '2025-05-01' })).resits).toEqual([
      resit({ examinationOn: '2025-05-01' }),
    ]);
    const moved = file(arranged({}), arranged({ attempt: 'C2@2024-AUT' }), {
      type: 'ResitDeferralDecided',
      data: { application: 'RD1', ...decision, resits: [resit({ latest: '2025-08-16' })] },
    });
    expect(moved.resits.map(({ attempt, latest }) => [attempt, latest])).toEqual([
      ['C2@2024-AUT', '2025-05-10'],
      ['C1@2024-AUT', '2025-08-16'],
    ]);
  });

  it('is part of the latest day that a record tells of', () => {
    const day = (events: RecordEvent[]) => latestDay(foldRecord(events, emptyRecord));
    const requested: RecordEvent = { type: 'DeferredExaminationRequested', data: { application } };
    expect(day([sat()])).toBe('2024-12-11');
    expect(day([sat(), requested])).toBe('2024-12-12');
    expect(day([requested, { type: 'DeferredExaminationDecided', data: { application: 'DE1', decision } }])).toBe(
      '2024-12-20',
    );
    expect(day([{ type: 'ResitArranged', data: { resit: resit() } }])).toBe('2025-01-20');
  });
});

describe('an examination that was sat', () => {
  const enrolled: RecordEvent = {
    type: 'CourseEnrolled',
    data: {
      programme: 'P',
      course: { code: 'C1' } as CourseFacts,
      term: { code: '2024-AUT' } as TermFacts,
      items: [{ id: 'EX', kind: 'examination', weight: 100, due: '2024-12-10', compulsory: true }],
      on: '2024-08-20',
    },
  };
  const of = (paper: string, more: Partial<Sitting> = {}) => sat({ examination: paper, ...more });
  const corrected = (more: Partial<Sitting>): RecordEvent => ({
    type: 'SittingCorrected',
    data: { sitting: sitting({ examination: 'EX', ...more }), from: 38, reason: 'another candidate' },
  });
  const work = (...events: RecordEvent[]) =>
    foldRecord([enrolled, ...events]).attempts[0]?.submissions.map(({ sat: kind, mark, submittedOn }) => [
      kind,
      mark,
      submittedOn,
    ]);

  it('is work of its attempt, with its mark', () => {
    expect(work(of('EX'))).toEqual([['original', 38, '2024-12-10']]);
    expect(work(of('EX'), of('EX', { kind: 'resit', mark: 50, on: '2025-04-28' }))).toEqual([
      ['original', 38, '2024-12-10'],
      ['resit', 50, '2025-04-28'],
    ]);
  });

  it('is none where nobody came, or the scheme names no such paper', () => {
    const { mark: _mark, ...missed } = sitting({ examination: 'EX', absent: true });
    expect(work({ type: 'SittingRecorded', data: { sitting: missed } })).toEqual([]);
    expect(work(of('EY'))).toEqual([]);
    expect(work(sat())).toEqual([]);
  });

  it('is put right in its place', () => {
    const resat = of('EX', { kind: 'resit', mark: 50, on: '2025-04-28' });
    expect(work(of('EX'), resat, corrected({ mark: 41 }))).toEqual([
      ['original', 41, '2024-12-10'],
      ['resit', 50, '2025-04-28'],
    ]);
    expect(work(of('EX'), resat, corrected({ mark: undefined, absent: true }))).toEqual([['resit', 50, '2025-04-28']]);
  });
});

describe('what may be told of examinations', () => {
  const whole: ExaminationFile = {
    sittings: [sitting(), sitting({ kind: 'resit', mark: 50 }), sitting({ attempt: 'C2@2024-AUT', kind: 'resit' })],
    deferred: [{ ...application, decision }],
    exemptions: [{ ...exemption, decision }],
    resits: [resit(), resit({ attempt: 'C2@2024-AUT' })],
    resitDeferrals: [{ ...deferralOfResits, attempts: ['C2@2024-AUT', 'C1@2024-AUT'] }],
    corrections: [{ sitting: sitting({ mark: 44 }), reason: 'Page 7', by: { role: 'registry', id: 'G1' } }],
  };

  it('leaves out what was decided on a result that is not published', () => {
    const told = examinationsPublished(whole, new Set(['C1@2024-AUT']));
    expect(told.sittings.map(({ attempt, kind }) => [attempt, kind])).toEqual([
      ['C1@2024-AUT', 'original'],
      ['C2@2024-AUT', 'resit'],
    ]);
    expect(told.resits.map(({ attempt }) => attempt)).toEqual(['C2@2024-AUT']);
    expect(told.resitDeferrals).toEqual([]);
    expect(told.exemptions).toEqual([exemption]);
    expect(told.deferred).toEqual(whole.deferred);
  });

  it('is everything once all are published', () => expect(examinationsPublished(whole, new Set())).toEqual(whole));

  it('tells no student of a mark that somebody would put right', () =>
    expect(withoutSittingMarks(whole).corrections).toEqual([]));

  it('has no marks for students, and still says who was absent', () => {
    const absent = { ...sitting({ kind: 'deferred' }), mark: undefined, absent: true } as const;
    const { sittings } = withoutSittingMarks({ ...whole, sittings: [sitting(), absent] });
    expect(sittings.map((each) => ['mark' in each, each.absent])).toEqual([
      [false, undefined],
      [false, true],
    ]);
  });
});
