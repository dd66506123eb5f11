import type { FactReader, StreamKind } from '#commands';
import { type CivilDate, refuse, text } from '#kernel';
import type { Attempt, DependentDecision, Person } from '#regulations';
import {
  type DecisionsToSettle,
  evolve,
  type GradeCorrected,
  type RecordEvent,
  recordOn,
  type StudentRecord,
} from '#student-record';
import { gradeToRecord } from '../assessment/graded.ts';
import { attemptFor, type Governed, isRefusal, REQUEST_STREAMS, records } from '../record-use-case.ts';
import { type RevisedStanding, revisedStandings } from '../standing/revised-standings.ts';

/** Works out which decisions rest on a grade: asked with a student, a course, a term and the grade that takes its place. */
export const DEPENDENT_DECISIONS = 'dependent-decisions';

/** Of what grade the dependent decisions are asked. */
export interface DependentsAsked {
  readonly student: string;
  readonly course: string;
  readonly term: string;
  readonly grade: string;
}

/** The decisions that come out otherwise on another grade, and the number by which that list is known. */
export interface Dependents {
  readonly preview: number;
  readonly decisions: readonly DependentDecision[];
}

/** A grade that is put right: by whom, why, and what led to it. */
export interface Correction {
  readonly grade: string;
  readonly reason: string;
  readonly cause: string;
  readonly by: Person;
  readonly today: CivilDate;
}

/** What was decided on a record, and refused of it, before a correction: read by the decision, and so part of its basis. */
export async function dependentsOf(reader: FactReader, asked: DependentsAsked): Promise<Dependents> {
  const { student } = asked;
  const granted = await reader.read({ ...counted, streamOf: records.streamOf }, student);
  const refused = await reader.read({ ...counted, streamOf: () => `${REQUEST_STREAMS}${student}` }, student);
  const decisions = await reader.work<readonly DependentDecision[]>(DEPENDENT_DECISIONS, asked);
  return { preview: listNumber(granted, refused), decisions };
}

/** By how many events a list is known: of the record, the first of which is not counted, and of what was refused. */
export const listNumber = (granted: number, refused: number): number => granted - 1 + refused;

/** How many events a stream has. */
const counted: Omit<StreamKind<number>, 'streamOf'> = {
  prefix: records.prefix,
  initial: 0,
  evolve: (before) => before + 1,
};

type OfAttempt = Governed & { readonly attempt: Attempt };

/** The grade as it is put right: what is recorded and counts, and in whose name. */
export const correctedGrade = (
  found: OfAttempt,
  { grade, reason, today: on }: Pick<Correction, 'grade' | 'reason' | 'today'>,
): GradeCorrected => {
  const { course, term, grade: from = '', gradedTerm = term.code } = found.attempt;
  const data = { course: course.code, term: term.code, on, ...gradeToRecord(found, grade), gradedTerm, from, reason };
  return { type: 'GradeCorrected', data };
};

/**
 * What follows from a corrected grade in the same breath: published standings as they are put right, and the decisions
 * that are to be settled. [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export function consequencesOf(
  record: StudentRecord,
  corrected: GradeCorrected,
  { reason, cause, by, today }: Correction,
  decisions: readonly DependentDecision[],
): RecordEvent[] {
  const revised = revisedStandings(evolve(record, corrected), { today, reason, cause });
  const { course, term } = corrected.data;
  const toSettle: DecisionsToSettle = {
    type: 'DecisionsToSettle',
    data: { course, term, on: today, by, cause, decisions },
  };
  return [...revised.flatMap(({ events }) => events), ...(decisions.length > 0 ? [toSettle] : [])];
}

/** A record as it would be with another grade, and what of its published standings that puts right. */
export interface SupposedCorrection {
  readonly corrected: GradeCorrected;
  readonly standings: readonly RevisedStanding[];
  readonly record: StudentRecord;
}

/** What a correction would come to on a day. Undefined where there is no grade to put right. Pure. */
export function supposedCorrection(
  record: StudentRecord,
  { course, term, grade }: Omit<DependentsAsked, 'student'>,
  today: CivilDate,
): SupposedCorrection | undefined {
  const found = attemptFor(recordOn(record, today), { course, term });
  if (isRefusal(found) || found.attempt.grade === undefined) return undefined;
  const ground = { reason: '', cause: '', today };
  const corrected = correctedGrade(found, { grade, ...ground });
  const standings = revisedStandings(evolve(record, corrected), ground);
  const events = [corrected, ...standings.flatMap((standing) => standing.events)];
  return { corrected, standings, record: events.reduce(evolve, record) };
}

/** Something has been decided since the list was seen that is to be confirmed. */
export const previewChanged = (preview: number) =>
  refuse(
    'preview-changed',
    text(
      `The record has changed since; look at what the amendment changes again, and confirm list ${preview}.`,
      `紀錄其後已有變更；請重新檢視此項修訂的影響，並確認第 ${preview} 號清單。`,
    ),
  );
