import { movesBetween } from '#academic-record';
import type { RecordedEvent } from '#kernel';
import type { StandingDecision } from '#regulations';
import { attemptKey, type GradeRecorded, type RecordEvent } from '#student-record';

/** What is told in the place of an event: itself, others beside it, or nothing. */
export type Retelling = (event: RecordedEvent) => readonly RecordedEvent[];

export type GradeTold = Pick<GradeRecorded['data'], 'grade' | 'awarded'>;

/** What is supposed to stand in the end. */
export interface InTheEnd {
  /** Grades, by attempt. */
  readonly grades?: ReadonlyMap<string, GradeTold>;
  readonly standings?: readonly StandingDecision[];
}

export const factOf = (event: RecordedEvent): RecordEvent => event as unknown as RecordEvent;

/**
 * Tells the events of a record as they would have been had every grade been on record from the first as it stands now,
 * or as it is supposed to stand in the end, and the published standings with them: what was put right later was so all
 * along. A resit is no correction: its grade takes the place of an earlier one from its day on.
 */
export function toldAsItStands(events: readonly RecordedEvent[], inTheEnd: InTheEnd = {}): Retelling {
  const grades = gradesTold(events, inTheEnd.grades);
  const standings = standingsTold(events, inTheEnd.standings);
  return (event) => standings.get(event.id) ?? [grades.get(event.id) ?? event];
}

/** The grade that an attempt has last, with those that it put right: the first of them is the one that was recorded. */
export function gradesPutRight(events: readonly RecordedEvent[], attempt: string): RecordedEvent[] {
  const chain: RecordedEvent[] = [];
  for (const event of events.toReversed()) {
    const fact = factOf(event);
    if (!isGrade(fact) || attemptKey(fact.data.course, fact.data.term) !== attempt) continue;
    chain.unshift(event);
    if (fact.type === 'GradeRecorded') break;
  }
  return chain;
}

const isGrade = (fact: RecordEvent) => fact.type === 'GradeRecorded' || fact.type === 'GradeCorrected';

function gradesTold(events: readonly RecordedEvent[], inTheEnd: InTheEnd['grades']): Map<string, RecordedEvent> {
  const last = new Map(inTheEnd);
  const told = new Map<string, RecordedEvent>();
  for (const event of events.toReversed()) {
    const fact = factOf(event);
    if (fact.type === 'CourseEnrolled') last.delete(attemptKey(fact.data.course.code, fact.data.term.code));
    if (!isGrade(fact)) continue;
    const { awarded, ...data } = fact.data;
    const key = attemptKey(data.course, data.term);
    const own = { grade: data.grade, ...(awarded === undefined ? {} : { awarded }) };
    const grade = last.get(key) ?? own;
    if (grade.grade !== own.grade || grade.awarded !== awarded)
      told.set(event.id, { ...event, data: { ...data, ...grade } });
    if (fact.type === 'GradeCorrected') last.set(key, grade);
    else last.delete(key);
  }
  return told;
}

const keyOf = ({ programme, term }: StandingDecision): string => `${programme}/${term.code}`;

function standingsTold(
  events: readonly RecordedEvent[],
  inTheEnd: InTheEnd['standings'] = [],
): Map<string, readonly RecordedEvent[]> {
  const decisions = decisionsTold(events, new Map(inTheEnd.map((one) => [keyOf(one), one])));
  const told = new Map<string, readonly RecordedEvent[]>();
  const stood = { own: new Map<string, StandingDecision>(), told: new Map<string, StandingDecision>() };
  for (const event of events) {
    const fact = factOf(event);
    if (!isStanding(fact)) continue;
    const own = fact.data.decision;
    const decision = decisions.get(event.id) ?? own;
    const key = keyOf(own);
    const ground = { today: own.on, reason: '' };
    const [moved, moves] = [
      movesBetween(stood.own.get(key), own, ground),
      movesBetween(stood.told.get(key), decision, ground),
    ];
    stood.own.set(key, own);
    stood.told.set(key, decision);
    const standing = decision === own ? event : { ...event, data: { ...fact.data, decision } };
    if (moved.map(({ type }) => type).join() === moves.map(({ type }) => type).join()) {
      if (decision !== own) told.set(event.id, [standing]);
      continue;
    }
    told.set(event.id, [standing, ...moves.map((move) => ({ ...event, ...move, id: `${event.id}/${move.type}` }))]);
    for (const other of events) if (isMoveOf(other, event, own.programme)) told.set(other.id, []);
  }
  return told;
}

const isStanding = (fact: RecordEvent) => fact.type === 'StandingDecided' || fact.type === 'StandingRevised';

function isMoveOf(other: RecordedEvent, { metadata }: RecordedEvent, programme: string): boolean {
  const { type, data } = factOf(other);
  if (other.metadata.commandId !== metadata.commandId) return false;
  return (type === 'RegistrationTerminated' || type === 'RegistrationReinstated') && data.programme === programme;
}

/** Standings that were put right together with a grade were as they are now from the first; others changed when they did. */
function decisionsTold(
  events: readonly RecordedEvent[],
  last: Map<string, StandingDecision>,
): Map<string, StandingDecision> {
  const withGrades = new Set(
    events.filter(({ type }) => type === 'GradeCorrected').map(({ metadata }) => metadata.commandId),
  );
  const told = new Map<string, StandingDecision>();
  for (const event of events.toReversed()) {
    const fact = factOf(event);
    if (fact.type === 'StudentAdmitted') last.clear();
    if (!isStanding(fact)) continue;
    const { decision: own } = fact.data;
    const later = last.get(keyOf(own));
    const decision = later ? { ...later, on: own.on, ...(own.run === undefined ? {} : { run: own.run }) } : own;
    if (later) told.set(event.id, decision);
    if (fact.type === 'StandingRevised' && withGrades.has(event.metadata.commandId)) last.set(keyOf(own), decision);
    else last.delete(keyOf(own));
  }
  return told;
}
