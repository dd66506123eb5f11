import fc from 'fast-check';
import type { EventStore } from '#event-store';
import { eventIdOf, instantOn, type NewEvent, type RecordedEvent, text } from '#kernel';
import type { CourseFacts, ProgrammeFacts, Qualification, Regime, TermFacts } from '#regulations';
import { type RecordEvent, recordStream } from '#student-record';

/** Facts and histories of records for specs. */

const YEARS = ['2023', '2024'] as const;

export const term = (code: string): TermFacts => {
  const year = Number(code.slice(0, 4));
  const spring = code.endsWith('SPR');
  const start = spring ? year - 1 : year;
  return {
    code,
    academicYear: `${start}/${String(start + 1).slice(2)}`,
    teaching: spring ? [`${year}-01-08`, `${year}-04-20`] : [`${year}-09-04`, `${year}-12-01`],
    examinations: spring ? [`${year}-05-02`, `${year}-05-18`] : [`${year}-12-09`, `${year}-12-21`],
    addDropEnds: spring ? `${year}-01-22` : `${year}-09-18`,
    registration: spring ? [`${year - 1}-12-01`, `${year}-01-08`] : [`${year}-08-01`, `${year}-09-04`],
  };
};

export const course = (code: string, credits: number, level: CourseFacts['level'] = 'middle'): CourseFacts => ({
  code,
  title: text(`Course ${code}`, `科目${code}`),
  credits,
  level,
  terms: 1,
  school: 'S&T',
  passFail: false,
  examination: true,
  equivalents: [],
  exclusive: [],
  prerequisites: [],
});

export const programme = (code: string, regime: Regime): ProgrammeFacts => ({
  code,
  title: text(`Programme ${code}`, `課程${code}`),
  award: 'honours',
  regime,
  mode: regime === '5cu' ? 'distance-learning' : 'full-time',
  school: 'S&T',
  years: 4,
  credits: regime === '5cu' ? 160 : 120,
  requirements: { courses: [], named: [], generalEducation: 0, classification: { groupA: 2, groupB: 1 } },
});

const qualification: Qualification = {
  institution: 'A College',
  title: 'Higher Diploma in Arts',
  qfLevel: 4,
  own: false,
  usedForEntry: false,
  recognised: true,
};

export const admitted = (student: string, of: ProgrammeFacts, entry = '2023-AUT'): RecordEvent => ({
  type: 'StudentAdmitted',
  data: { student, registration: { programme: of, entryTerm: term(entry), admittedOn: '2023-08-15' } },
});

export const enrolled = (of: CourseFacts, when: string, to = 'P5'): RecordEvent => ({
  type: 'CourseEnrolled',
  data: {
    programme: to,
    course: of,
    term: term(when),
    items: [
      { id: 'A1', kind: 'assignment', weight: 40, due: term(when).teaching[1], compulsory: true },
      { id: 'A2', kind: 'assignment', weight: 60, due: term(when).teaching[1], compulsory: false },
      { id: 'EX', kind: 'examination', weight: 100, due: term(when).examinations[0], compulsory: true },
    ],
    on: term(when).registration[0],
  },
});

export const submitted = (of: CourseFacts, when: string, assignment: string): RecordEvent => ({
  type: 'AssignmentSubmitted',
  data: {
    course: of.code,
    term: when,
    assignment,
    on: term(when).teaching[1],
    due: term(when).teaching[1],
    late: false,
    banked: false,
  },
});

export const marked = (of: CourseFacts, when: string, assignment: string, mark: number): RecordEvent => ({
  type: 'AssignmentMarked',
  data: { course: of.code, term: when, assignment, mark, on: term(when).examinations[0] },
});

export const graded = (of: CourseFacts, when: string, grade: string): RecordEvent => ({
  type: 'GradeRecorded',
  data: { course: of.code, term: when, grade, gradedTerm: when, on: term(when).examinations[1] },
});

export const withdrawn = (of: CourseFacts, when: string): RecordEvent => ({
  type: 'CourseWithdrawn',
  data: { course: of.code, term: when, reason: 'moved abroad', on: term(when).teaching[1] },
});

export const dropped = (of: CourseFacts, when: string): RecordEvent => ({
  type: 'CourseDropped',
  data: { course: of.code, term: when, reason: 'timetable', on: term(when).addDropEnds },
});

export const transferred = (credits: number, to = 'P5'): RecordEvent => ({
  type: 'CreditTransferGranted',
  data: {
    transfer: {
      programme: to,
      kind: 'general',
      credits,
      level: 'foundation',
      qualification,
      remainingCourses: [],
      grantedOn: '2023-10-01',
    },
  },
});

/** One event of one student, as a history lists them. */
export interface Happening {
  readonly student: string;
  readonly event: RecordEvent;
}

const someCourse = fc.constantFrom(...['C1', 'C2', 'C3'].map((code) => course(code, 10)));
const someTerm = fc.constantFrom(...YEARS.flatMap((year) => [`${year}-AUT`, `${year}-SPR`]));
const happening = fc.tuple(someCourse, someTerm).chain(([of, when]) =>
  fc.oneof(
    fc.constant(enrolled(of, when)),
    fc.constantFrom('A1', 'A2').map((assignment) => submitted(of, when, assignment)),
    fc
      .tuple(fc.constantFrom('A1', 'A2'), fc.integer({ min: 0, max: 100 }))
      .map(([assignment, mark]) => marked(of, when, assignment, mark)),
    fc.constantFrom('A', 'B+', 'C', 'Fail', 'Pass').map((grade) => graded(of, when, grade)),
    fc.constant(withdrawn(of, when)),
    fc.constant(dropped(of, when)),
    fc.constantFrom(10, 20).map((credits) => transferred(credits)),
  ),
);

/** Histories of a few students at once, each beginning with an admission; what comes after need not be legal. */
export const histories = (maxLength = 40): fc.Arbitrary<Happening[]> =>
  fc
    .array(fc.tuple(fc.constantFrom('S1', 'S2', 'S3', 'S4'), happening), { minLength: 1, maxLength })
    .map((happenings) => {
      const known = new Set<string>();
      return happenings.flatMap(([student, event]) => {
        if (known.has(student)) return [{ student, event }];
        known.add(student);
        return [
          { student, event: admitted(student, programme('P5', '5cu')) },
          { student, event },
        ];
      });
    });

let made = 0;

const newEvent = (event: RecordEvent): NewEvent => {
  const commandId = `spec-${++made}`;
  return {
    id: eventIdOf(commandId, 0),
    type: event.type,
    version: 1,
    data: event.data,
    metadata: {
      commandId,
      command: { type: 'Spec', data: {} },
      correlationId: commandId,
      causationId: commandId,
      actor: { role: 'registry' },
      recordedAt: instantOn('2024-01-01').toISOString(),
      effectiveOn: '2024-01-01',
    },
  };
};

/** Appends a history in its order, one event at a time. Returns the position of the last. */
export async function record(store: EventStore, history: readonly Happening[]): Promise<string> {
  let last = await store.head();
  for (const { student, event } of history) {
    last = (await store.append(recordStream(student), 'any', [newEvent(event)])).position;
  }
  return last;
}

/** An event as it would stand in a student's stream, without a log. */
export const standing = (student: string, event: RecordEvent, revision: number): RecordedEvent => ({
  ...newEvent(event),
  stream: recordStream(student),
  revision: BigInt(revision),
  position: String(revision + 1).padStart(16, '0'),
});
