import { createHash } from 'node:crypto';
import { terms } from '#catalogue';
import { type EventStore, partitionOf } from '#event-store';
import type { CivilDate, ClauseId, Position, RecordedEvent, Text } from '#kernel';
import {
  type StandingDecision,
  type StandingDistance,
  type StandingFigures,
  type StandingState,
  standingDecision,
  type TermFacts,
} from '#regulations';
import { foldRecord, RECORD_STREAMS, type RecordEvent, recordOn, type StudentRecord, studentOf } from '#student-record';
import { governed, isGoingOn } from '../record-use-case.ts';

/** What a standing run asks of every record: it is answered the same whenever it is asked again. */
export interface StandingQuestion {
  readonly term: TermFacts;
  /** Whether the academic year ends with the term. */
  readonly yearEnd: boolean;
  /** The day on which the records are looked at. */
  readonly on: CivilDate;
  /** How far the log is read. */
  readonly position: Position;
}

/** How one registration stands at the end of the term. */
export interface StandingLine {
  readonly student: string;
  readonly programme: string;
  readonly from: StandingState;
  readonly to: StandingState;
  readonly changes: boolean;
  readonly probationTerms: number;
  readonly stage: number | null;
  readonly clauses: readonly ClauseId[];
  readonly figures: StandingFigures;
  readonly distance?: StandingDistance;
  /** What would bring the student to the line. */
  readonly remedies?: readonly Text[];
  /** By which the decision is known again when it is published. */
  readonly digest: string;
}

export interface StandingSummary {
  readonly students: number;
  /** Registrations that go on. */
  readonly registrations: number;
  /** Of them, those for whom the end of the term was looked at. */
  readonly decided: number;
  readonly changing: number;
  /** Those with a course of the term, or an earlier one, whose result is still to come. */
  readonly withResultsToCome: number;
  /** Those who stand so, of those that were decided. */
  readonly standings: Readonly<Record<string, number>>;
  /** From what to what: `good>probation`. */
  readonly changes: Readonly<Record<string, number>>;
  /** Registrations to which no rule on standing applies, by clause. */
  readonly notApplicable: Readonly<Record<string, number>>;
}

/** Into how many parts a report falls, each in the order in which the records began. The bytes of every report hang on it. */
export const REPORT_PARTS = 8;

/** The part of a report in which a record stands. */
export const partOf = (stream: string): number => partitionOf(stream, REPORT_PARTS);

/** What one record has to say, and what it adds to the counts. */
export interface AboutRecord {
  readonly lines: readonly StandingLine[];
  readonly counts: StandingSummary;
}

/** How every registration of a record that goes on stands at the end of the term. */
export function standingsOf(student: string, whole: StudentRecord, question: StandingQuestion): AboutRecord {
  const { term, yearEnd, on } = question;
  const record = recordOn(whole, on);
  let counts: StandingSummary = { ...noStandings, students: 1 };
  const lines: StandingLine[] = [];
  for (const registration of record.registrations) {
    if (!isGoingOn(record, registration, on)) continue;
    counts = { ...counts, registrations: counts.registrations + 1 };
    const { pack, study } = governed(record, registration);
    const ruling = pack.standing.decide(study, { term, yearEnd, today: on });
    const { before: from, standing: to, counts: isDecided } = ruling;
    if (to === 'not-applicable')
      counts = { ...counts, notApplicable: plus(counts.notApplicable, { [ruling.clauses[0] ?? '']: 1 }) };
    if (!isDecided) continue;
    const programme = registration.programme.code;
    const decision = standingDecision(ruling, { programme, term, yearEnd, on });
    const { probationTerms, stage, clauses, figures, distance } = decision;
    const changes = from !== to;
    lines.push({
      student,
      programme,
      from,
      to,
      changes,
      probationTerms,
      stage,
      clauses,
      figures,
      ...(distance ? { distance } : {}),
      ...(ruling.remedies ? { remedies: ruling.remedies } : {}),
      digest: standingDigest(decision),
    });
    counts = {
      ...counts,
      decided: counts.decided + 1,
      changing: counts.changing + (changes ? 1 : 0),
      withResultsToCome: counts.withResultsToCome + (figures.resultsToCome > 0 ? 1 : 0),
      standings: plus(counts.standings, { [to]: 1 }),
      changes: changes ? plus(counts.changes, { [`${from}>${to}`]: 1 }) : counts.changes,
    };
  }
  return { lines, counts };
}

/** What a decision says, apart from when and by which run: two that say the same have the same digest. */
export function standingDigest({
  programme,
  term,
  standing,
  probationTerms,
  stage,
  figures,
  distance,
  clauses,
}: StandingDecision): string {
  const said = { programme, term: term.code, standing, probationTerms, stage, figures, distance, clauses };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}

/** What every record of some parts has to say, in the order in which they began. */
export async function* standingsIn(
  store: Pick<EventStore, 'readStreams'>,
  question: StandingQuestion,
  parts: readonly number[],
  signal?: AbortSignal,
): AsyncGenerator<AboutRecord & { readonly part: number }> {
  const partitions = { of: REPORT_PARTS, only: parts };
  for await (const { stream, events } of store.readStreams(RECORD_STREAMS, {
    upTo: question.position,
    partitions,
    signal,
  })) {
    const record = foldRecord(events as readonly RecordedEvent[] as unknown as Iterable<RecordEvent>);
    yield { ...standingsOf(studentOf(stream), record, question), part: partOf(stream) };
  }
}

export const noStandings: StandingSummary = {
  students: 0,
  registrations: 0,
  decided: 0,
  changing: 0,
  withResultsToCome: 0,
  standings: {},
  changes: {},
  notApplicable: {},
};

type Counts = Readonly<Record<string, number>>;

/** The sums of two counts by name, the names in order. */
function plus(one: Counts, other: Counts): Counts {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}

export const together = (one: StandingSummary, other: StandingSummary): StandingSummary => ({
  students: one.students + other.students,
  registrations: one.registrations + other.registrations,
  decided: one.decided + other.decided,
  changing: one.changing + other.changing,
  withResultsToCome: one.withResultsToCome + other.withResultsToCome,
  standings: plus(one.standings, other.standings),
  changes: plus(one.changes, other.changes),
  notApplicable: plus(one.notApplicable, other.notApplicable),
});

/** The terms of the calendar as they stood at a position. */
export async function calendarAt(store: Pick<EventStore, 'readStreams'>, upTo: Position): Promise<TermFacts[]> {
  const found: TermFacts[] = [];
  for await (const { events } of store.readStreams(terms.prefix, { upTo })) {
    const term = events.reduce<TermFacts | undefined>((state, event) => terms.evolve(state, event), terms.initial);
    if (term) found.push(term);
  }
  return found;
}

/** Whether no other term of its academic year begins after a term. */
export const endsYear = (term: TermFacts, calendar: readonly TermFacts[]): boolean =>
  !calendar.some(({ academicYear, teaching }) => academicYear === term.academicYear && teaching[0] > term.teaching[0]);
