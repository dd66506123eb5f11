import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { type EventMetadata, instantOn, type RecordedEvent, text } from '#kernel';
import type { AssessmentItem, CourseFacts, ProgrammeFacts, TermFacts } from '#regulations';
import { type RecordEvent, recordStream } from '#student-record';
import { tellingTo } from './told-events.ts';

const term: TermFacts = {
  code: '2024-AUT',
  academicYear: '2024/25',
  teaching: ['2024-09-02', '2024-11-30'],
  examinations: ['2024-12-09', '2024-12-20'],
  addDropEnds: '2024-09-16',
  registration: ['2024-03-01', '2024-09-01'],
};
const programme = {
  code: 'P',
  title: text('P', '課程'),
  award: 'honours',
  regime: '5cu',
  mode: 'full-time',
} as ProgrammeFacts;
const sitting = {
  attempt: 'C1@2024-AUT',
  kind: 'original',
  on: '2024-12-10',
  mark: 41,
  recordedOn: '2024-12-11',
} as const;

const enrolled: readonly RecordEvent[] = [
  {
    type: 'StudentAdmitted',
    data: { student: 'S1', registration: { programme, entryTerm: term, admittedOn: '2024-08-01' } },
  },
  {
    type: 'CourseEnrolled',
    data: {
      programme: 'P',
      course: { code: 'C1' } as CourseFacts,
      term,
      items: [
        { id: 'TMA', kind: 'assignment', weight: 50, due: '2024-10-01' },
        { id: 'EX', kind: 'examination', weight: 50, due: '2024-12-10' },
      ] as unknown as readonly AssessmentItem[],
      on: '2024-08-20',
    },
  },
];
const happened: readonly RecordEvent[] = [
  ...enrolled,
  { type: 'SittingRecorded', data: { sitting: { ...sitting, mark: 38 } } },
  { type: 'SittingCorrected', data: { sitting, from: 38, reason: 'added up wrongly' } },
];

/** A command of its own for each event, unless told. */
const recorded = (
  { type, data }: { readonly type: string; readonly data: unknown },
  revision: number,
  metadata: Partial<EventMetadata> = {},
): RecordedEvent => ({
  id: `E${revision}`,
  type,
  version: 1,
  stream: recordStream('S1'),
  revision: BigInt(revision),
  position: String(revision).padStart(16, '0'),
  data,
  metadata: {
    commandId: `K${revision}`,
    command: { type: 'RecordSitting', data: { student: 'S1', mark: 38 } },
    correlationId: '',
    causationId: '',
    actor: { role: 'registry' },
    recordedAt: '2024-12-11T04:00:00.000Z',
    effectiveOn: '2024-12-11',
    ...metadata,
  },
});
const log = happened.map((event, revision) => recorded(event, revision));
const storeOf = (events: readonly RecordedEvent[]) => ({
  async *readStream(stream: string) {
    if (stream === recordStream('S1')) yield* events;
  },
});
const tellingOf = (events: readonly RecordedEvent[], on: string, role = 'student') =>
  tellingTo({ store: storeOf(events), clock: { now: () => instantOn(on) } }, { role, id: 'S1' }, 'S1');
const told = async (role: string) => {
  const { tell } = await tellingOf(log, '2025-03-01', role);
  return JSON.stringify(log.slice(2).map((event) => ({ ...tell(event), revision: 0 })));
};

describe('an examination that was sat', () => {
  it('is told to the student without its mark, and without the one that stood before', async () => {
    const toStudent = await told('student');
    expect(toStudent).toContain('2024-12-10');
    expect(toStudent).not.toMatch(/38|41/);
  });

  it('is told to staff as it is', async () => {
    const toStaff = await told('registry');
    expect(toStaff).toContain('"mark":41');
    expect(toStaff).toContain('"from":38');
  });
});

describe('a command that recorded marks and a grade', () => {
  const of = { course: 'C1', term: '2024-AUT', on: '2024-12-22' };
  const row: readonly RecordEvent[] = [
    { type: 'AssignmentMarked', data: { ...of, assignment: 'TMA', mark: 61 } },
    { type: 'AssignmentMarked', data: { ...of, assignment: 'EX', mark: 37 } },
    { type: 'GradeRecorded', data: { ...of, grade: 'Fail', gradedTerm: '2024-AUT' } },
  ];
  const ofRow: Partial<EventMetadata> = {
    commandId: 'row',
    command: { type: 'ApplyMarkSheetRow', data: { student: 'S1', course: 'C1', term: '2024-AUT', sheet: 'of-Fails' } },
    actor: { role: 'school' },
    ruling: {
      outcome: 'allowed',
      pack: 'p',
      findings: [{ clause: 'c', holds: true, figures: { mark: 37, grade: 'Fail' } }],
    },
    basis: { revision: '1', worked: { Fail: 1 } },
  };
  const events = [
    ...enrolled.map((event, revision) => recorded(event, revision)),
    ...row.map((event, index) => recorded(event, index + 2, ofRow)),
  ];
  const toldOn = async (day: string) => {
    const { tell } = await tellingOf(events, day);
    return events.slice(2).flatMap((event) => tell(event) ?? []);
  };
  const written = (some: readonly RecordedEvent[]) => JSON.stringify(some.map((event) => ({ ...event, revision: 0 })));

  it('tells the student the mark of the coursework alone before the result is published', async () => {
    const before = await toldOn('2024-12-23');
    expect(before.map(({ data }) => data)).toEqual([row[0]?.data]);
    expect(written(before)).not.toMatch(/37|Fail/);
  });

  it('tells the grade too when it is published, and still not the mark of the examination', async () => {
    const after = await toldOn('2025-03-01');
    expect(after.map(({ type }) => type)).toEqual(['AssignmentMarked', 'GradeRecorded']);
    expect(written(after)).not.toContain('37');
  });
});

describe('an application about study', () => {
  const preview = { outcome: 'allowed', pack: 'p', findings: [{ clause: 'c', holds: true, figures: { resits: 2 } }] };
  const application = { id: 'A1', kind: 'deferral', programme: 'P', clause: 'c', on: '2024-12-23', preview };
  const end = { on: '2025-01-06', by: { role: 'registrar' }, clauses: ['c'] };
  const events = [
    ...enrolled,
    {
      type: 'GradeRecorded',
      data: { course: 'C1', term: '2024-AUT', on: '2024-12-22', grade: 'Fail', gradedTerm: '2024-AUT' },
    },
    { type: 'StudyApplicationMade', data: { application } },
    {
      type: 'StudyApplicationDeclined',
      data: { application: 'A1', ...end, declinedByRule: text('At an end.', '已終結。') },
    },
  ].map((event, revision) => recorded(event, revision));
  const toldOn = async (day: string, role?: string) => {
    const { tell } = await tellingOf(events, day, role);
    return JSON.stringify(events.slice(3).flatMap((event) => ({ ...tell(event), revision: 0 })));
  };

  it('is told to the student without what the rules made of a result to come, and with it when that is out', async () => {
    expect(await toldOn('2025-01-07')).not.toMatch(/resits|At an end/);
    expect(await toldOn('2025-01-07')).toContain('"id":"A1"');
    expect(await toldOn('2025-03-01')).toMatch(/resits.*At an end/);
    expect(await toldOn('2025-01-07', 'registry')).toMatch(/resits.*At an end/);
  });
});

describe('an amendment that was confirmed', () => {
  const of = { course: 'C1', term: '2024-AUT', on: '2025-02-01' };
  const ofAmendment: Partial<EventMetadata> = {
    commandId: 'amended',
    command: { type: 'ConfirmGradeAmendment', data: { student: 'S1', amendment: 'A1' } },
    ruling: { outcome: 'allowed', pack: 'p', findings: [{ clause: '3cu/assess/17.2.1', holds: true }] },
    basis: { revision: '2', worked: { listed: ['Enrol'] } },
  };
  const data = { ...of, grade: 'C', gradedTerm: '2024-AUT', from: 'Fail', reason: 'x' };
  const events = [
    ...enrolled.map((event, revision) => recorded(event, revision)),
    recorded({ type: 'GradeRecorded', data: { ...of, grade: 'Fail', gradedTerm: '2024-AUT' } }, 2),
    recorded({ type: 'GradeCorrected', data }, 3, ofAmendment),
    recorded(
      {
        type: 'DecisionsToSettle',
        data: { ...of, cause: 'A1', decisions: [{ decision: 'K9', settledBy: ['registry'] }] },
      },
      4,
      ofAmendment,
    ),
    recorded({ type: 'DecisionSettled', data: { decision: 'K9', as: 'upheld', on: '2025-02-02', reason: 'x' } }, 5),
  ];

  it('tells the student the grade and its ruling, and not what offices settle among themselves', async () => {
    const { tell } = await tellingOf(events, '2025-03-01');
    const after = events.slice(3).flatMap((event) => tell(event) ?? []);
    expect(after.map(({ type }) => type)).toEqual(['GradeCorrected']);
    expect(after[0]?.metadata).toMatchObject({ ruling: ofAmendment.ruling, basis: { revision: '2' } });
    expect(after[0]?.metadata.basis).not.toHaveProperty('worked');
  });

  it('tells all of it to who decides on results', async () => {
    const { tell } = await tellingOf(events, '2025-03-01', 'registry');
    expect(events.flatMap((event) => tell(event) ?? [])).toEqual(events);
  });
});

describe('a request that was refused', () => {
  const refused = (type: string, role: string, id?: string) =>
    recorded({ type: 'RequestRefused', data: { code: 'refused' } }, 9, {
      command: { type, data: { student: 'S1', grade: 'D' } },
      actor: { role, id },
    });
  it.each([
    ['Enrol', 'student', 'S1', true],
    ['Enrol', 'registry', 'R1', true],
    ['RecommendResult', 'award-panel', 'P1', false],
    ['ApproveResult', 'school', 'D1', false],
    ['ProposeGradeAmendment', 'school', 'D1', false],
    ['RecordGrade', 'school', 'D1', false],
    ['MarkAssignment', 'tutor', 'T1', false],
    ['RecordSitting', 'registry', 'R1', false],
    ['ApplyMarkSheetRow', 'school', 'D1', false],
  ])('%s of %s %s: told to the student is %s', async (type, role, id, isTold) => {
    const event = refused(type, role, id);
    for (const events of [log, []]) {
      const { tell } = await tellingOf(events, '2025-03-01');
      expect(tell(event) !== undefined).toBe(isTold);
    }
    expect((await tellingOf(log, '2025-03-01', 'registry')).tell(event)).toBe(event);
  });
});
