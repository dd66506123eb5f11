import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { instantOn, type RecordedEvent, text } from '#kernel';
import type { CourseFacts, ProgrammeFacts, TermFacts } from '#regulations';
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

const happened: readonly RecordEvent[] = [
  {
    type: 'StudentAdmitted',
    data: { student: 'S1', registration: { programme, entryTerm: term, admittedOn: '2024-08-01' } },
  },
  {
    type: 'CourseEnrolled',
    data: { programme: 'P', course: { code: 'C1' } as CourseFacts, term, items: [], on: '2024-08-20' },
  },
  { type: 'SittingRecorded', data: { sitting: { ...sitting, mark: 38 } } },
  { type: 'SittingCorrected', data: { sitting, from: 38, reason: 'added up wrongly' } },
];
const log = happened.map(
  ({ type, data }, revision): RecordedEvent => ({
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
    },
  }),
);
const store = {
  async *readStream(stream: string) {
    if (stream === recordStream('S1')) yield* log;
  },
};
const told = async (role: string) => {
  const { tell } = await tellingTo({ store, clock: { now: () => instantOn('2025-03-01') } }, { role, id: 'S1' }, 'S1');
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
