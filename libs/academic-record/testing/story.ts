import { expect } from '@jest/globals';
import { type AnyUseCase, type Command, commandOf } from '#commands';
import { type Actor, type CivilDate, type Decision, refusingClauses } from '#kernel';
import type { Charge, CourseFacts, HoldKind, Registration } from '#regulations';
import { foldRecord, type RecordEvent } from '#student-record';
import { aCourse, anItem, aProgramme, autumn } from '../../regulations/testing/index.ts';

/** Given events, when a command, then events or a refusal: a use case without bus, store or clock. */
export function given(...events: readonly RecordEvent[]) {
  const record = foldRecord(events);
  return {
    when(useCase: AnyUseCase, fields: object, at: { on: CivilDate; facts?: unknown; actor?: Actor }) {
      const command = commandOf<Command>(useCase.command, fields);
      const { on: today, facts, actor = { role: 'registrar' } } = at;
      return outcome(useCase.decide(record, command, { facts, today, actor }));
    },
    and: (...more: readonly RecordEvent[]) => given(...events, ...more),
  };
}

function outcome(decision: Decision) {
  return {
    /** As it is, for comparing it with another. */
    decision,
    /** Accepted, with one event of this type that has these facts. */
    thenEvent(type: RecordEvent['type'], facts: object): void {
      expect(decision).toMatchObject({ outcome: 'accepted', events: [{ type, data: facts }] });
      expect(decision.ruling?.outcome).toBe('allowed');
    },
    /** Accepted, with just these events, each with these facts among others. */
    thenEvents(...events: readonly { readonly type: RecordEvent['type']; readonly data: object }[]): void {
      expect(decision).toMatchObject({ outcome: 'accepted', events });
      expect('events' in decision && decision.events).toHaveLength(events.length);
    },
    /** Accepted, with several events of which this is the last. */
    thenLastEvent(type: RecordEvent['type'], facts: object): void {
      const last = decision.outcome === 'accepted' ? decision.events.at(-1) : undefined;
      expect(last).toMatchObject({ type, data: facts });
    },
    /** Refused by the regulations, by just these clauses. */
    thenRefusedBy(...clauses: readonly string[]): void {
      expect(decision.ruling && refusingClauses(decision.ruling)).toEqual(clauses);
    },
    /** Refused by the regulations under this code, by just these clauses. */
    thenRefused(code: string, ...clauses: readonly string[]): void {
      expect(decision).toMatchObject({ outcome: 'refused', code });
      expect(decision.ruling && refusingClauses(decision.ruling)).toEqual(clauses);
    },
    /** Refused because it does not fit the record; no rule was asked. */
    thenUnfit(code: string): void {
      expect(decision).toMatchObject({ outcome: 'refused', code });
      expect(decision.ruling).toBeUndefined();
    },
  };
}

export const term = autumn;

export const programme = (regime: Registration['programme']['regime'], mode: Registration['programme']['mode']) =>
  aProgramme(regime, mode);

export const admitted = (
  regime: Registration['programme']['regime'],
  mode: Registration['programme']['mode'],
  code = 'BSC',
): RecordEvent => ({
  type: 'StudentAdmitted',
  data: {
    student: 'S1',
    registration: { programme: aProgramme(regime, mode, { code }), entryTerm: term, admittedOn: '2024-08-01' },
  },
});

/** Two assignments and an examination, due in the autumn term. */
export const items = [
  anItem('A1', '2024-10-01'),
  anItem('A2', '2024-11-15'),
  anItem('EX', '2024-12-10', { kind: 'examination', weight: 100 }),
];

export const enrolledIn = (course: string | CourseFacts, programmeCode = 'BSC'): RecordEvent => ({
  type: 'CourseEnrolled',
  data: {
    programme: programmeCode,
    course: typeof course === 'string' ? aCourse(course) : course,
    term,
    items,
    on: '2024-08-20',
  },
});

const of = (course: string, on: CivilDate) => ({ course, term: term.code, on });

export const submitted = (course: string, assignment: string, late = false): RecordEvent => ({
  type: 'AssignmentSubmitted',
  data: { ...of(course, '2024-09-30'), assignment, due: '2024-10-01', late, banked: false },
});

export const marked = (course: string, assignment: string, mark: number): RecordEvent => ({
  type: 'AssignmentMarked',
  data: { ...of(course, '2024-10-08'), assignment, mark },
});

export const graded = (course: string, grade: string): RecordEvent => ({
  type: 'GradeRecorded',
  data: { ...of(course, '2025-01-10'), grade, gradedTerm: term.code },
});

export const withdrawn = (course: string, on: CivilDate = '2024-10-20'): RecordEvent => ({
  type: 'CourseWithdrawn',
  data: { ...of(course, on), reason: '' },
});

export const deferred = (course: string, from: CivilDate, until: CivilDate): RecordEvent => ({
  type: 'StudiesDeferred',
  data: {
    deferral: {
      programme: 'BSC',
      ground: 'compassionate',
      from,
      until,
      covers: [`${course}@${term.code}`],
      approvedOn: from,
    },
  },
});

export const chargedWith = (id: string, cents: number, due: CivilDate, of: Partial<Charge> = {}): RecordEvent => ({
  type: 'ChargeRecorded',
  data: {
    charge: { id, kind: 'tuition', programme: 'BSC', cents, due, on: '2024-08-20', clause: '3cu/dl/3.4', ...of },
  },
});

export const paid = (id: string, cents: number, on: CivilDate, charge?: string): RecordEvent => ({
  type: 'PaymentRecorded',
  data: { payment: { id, cents, on, charge } },
});

export const heldBy = (kind: HoldKind, clause: string, id = 'H1'): RecordEvent => ({
  type: 'HoldPlaced',
  data: { hold: { id, kind, clause, authority: 'registrar', reason: 'a case is open', placedOn: '2024-08-10' } },
});
