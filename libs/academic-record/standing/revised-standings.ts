import { isDeepStrictEqual } from 'node:util';
import type { CivilDate } from '#kernel';
import { type DecidedStanding, type StandingDecision, standingDecision } from '#regulations';
import {
  evolve,
  type RecordEvent,
  type RegistrationReinstated,
  type RegistrationTerminated,
  type StandingRevised,
  type StudentRecord,
} from '#student-record';
import { governed } from '../record-use-case.ts';

/** A published standing that is no longer what the record says. */
export interface RevisedStanding {
  readonly before: DecidedStanding;
  readonly after: StandingDecision;
  /** Whether the student stands otherwise, and not only the figures are others. */
  readonly standsOtherwise: boolean;
  /** What is to be recorded: the revision, and with it the end of the registration or its return. */
  readonly events: readonly RecordEvent[];
}

/** Why standings are looked at again. */
export interface RevisionGround {
  readonly today: CivilDate;
  readonly reason: string;
  /** The id of what led to it. */
  readonly cause?: string;
}

/**
 * Takes every published standing of a record again, in order of term, each on those before it as they are put right.
 * What is told is exactly what differs; nothing is recorded here. A termination that falls away brings the registration
 * back, and one that comes about ends it.
 */
export function revisedStandings(
  whole: StudentRecord,
  { today, reason, cause }: RevisionGround,
): readonly RevisedStanding[] {
  let record = whole;
  const revised: RevisedStanding[] = [];
  const inOrder = [...whole.standings].sort((a, b) => (a.term.teaching[0] < b.term.teaching[0] ? -1 : 1));
  for (const before of inOrder) {
    const registration = record.registrations.find(({ programme }) => programme.code === before.programme);
    if (!registration) continue;
    const { pack, study } = governed(record, registration);
    const { programme, term, yearEnd, run } = before;
    const ruling = pack.standing.decide(study, { term, yearEnd, today });
    const after = standingDecision(ruling, { programme, term, yearEnd, run, on: today });
    if (isDeepStrictEqual(essence(after), essence(before))) continue;
    const events = revisionOf(before, after, { today, reason, cause });
    record = events.reduce(evolve, record);
    const standsOtherwise =
      before.standing !== after.standing ||
      before.probationTerms !== after.probationTerms ||
      before.stage !== after.stage;
    revised.push({ before, after, standsOtherwise, events });
  }
  return revised;
}

/** What a standing says, apart from when it was said. */
const essence = ({ standing, probationTerms, stage, figures, distance, clauses }: StandingDecision): unknown =>
  JSON.parse(JSON.stringify({ standing, probationTerms, stage, figures, distance, clauses }));

/** What is recorded when a published standing is put right. */
export function revisionOf(
  before: DecidedStanding,
  after: StandingDecision,
  ground: RevisionGround,
): readonly RecordEvent[] {
  const { revisions: _revisions, programme: _programme, term: _term, ...from } = before;
  const { today: on, reason, cause } = ground;
  const revision: StandingRevised = {
    type: 'StandingRevised',
    data: { decision: after, from, on, reason, ...(cause === undefined ? {} : { cause }) },
  };
  return [revision, ...movesBetween(before, after, ground)];
}

/** What becomes of a registration with the standing of a term, published for the first time or put right. */
export function movesBetween(
  before: Pick<StandingDecision, 'standing'> | undefined,
  after: StandingDecision,
  { today, reason }: RevisionGround,
): (RegistrationTerminated | RegistrationReinstated)[] {
  const [clause = ''] = after.clauses;
  const moved = { programme: after.programme, on: today, recordedOn: today, clause, reason };
  if (before?.standing !== 'terminated' && after.standing === 'terminated') return [terminated(after, today)];
  if (before?.standing === 'terminated' && after.standing !== 'terminated')
    return [{ type: 'RegistrationReinstated', data: moved }];
  return [];
}

/** The end of a registration for standing. */
export const terminated = (
  { programme, term, clauses, run }: StandingDecision,
  on: CivilDate,
): RegistrationTerminated => ({
  type: 'RegistrationTerminated',
  data: {
    programme,
    on,
    recordedOn: on,
    clause: clauses[0] ?? '',
    ground: 'standing',
    reason: run ? `${term.code}, ${run}` : term.code,
  },
});
