import { createHash } from 'node:crypto';
import { addCounts, type CivilDate, type ClauseId, type Position, type Text } from '#kernel';
import {
  type StandingDecision,
  type StandingDistance,
  type StandingFigures,
  type StandingState,
  standingDecision,
  type TermFacts,
} from '#regulations';
import { recordOn, type StudentRecord } from '#student-record';
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

/** What one record has to say, and what it adds to the counts. */
export interface StandingsOfRecord {
  readonly lines: readonly StandingLine[];
  readonly counts: StandingSummary;
}

/** How every registration of a record that goes on stands at the end of the term. */
export function standingsOf(student: string, whole: StudentRecord, question: StandingQuestion): StandingsOfRecord {
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
      counts = { ...counts, notApplicable: addCounts(counts.notApplicable, { [ruling.clauses[0] ?? '']: 1 }) };
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
      standings: addCounts(counts.standings, { [to]: 1 }),
      changes: changes ? addCounts(counts.changes, { [`${from}>${to}`]: 1 }) : counts.changes,
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

export const together = (one: StandingSummary, other: StandingSummary): StandingSummary => ({
  students: one.students + other.students,
  registrations: one.registrations + other.registrations,
  decided: one.decided + other.decided,
  changing: one.changing + other.changing,
  withResultsToCome: one.withResultsToCome + other.withResultsToCome,
  standings: addCounts(one.standings, other.standings),
  changes: addCounts(one.changes, other.changes),
  notApplicable: addCounts(one.notApplicable, other.notApplicable),
});

/** Whether no other term of its academic year begins after a term. */
export const endsYear = (term: TermFacts, calendar: readonly TermFacts[]): boolean =>
  !calendar.some(({ academicYear, teaching }) => academicYear === term.academicYear && teaching[0] > term.teaching[0]);
