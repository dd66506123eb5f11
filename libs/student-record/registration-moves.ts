import type { CivilDate } from '#kernel';
import {
  type AcademicAdvice,
  type Account,
  type Attempt,
  type DecidedStanding,
  type Deferral,
  type Extension,
  isResearchAward,
  type LoadFile,
  type Move,
  type ProgrammeChange,
  type ProgrammeElsewhere,
  type Registration,
  type RegistrationStatus,
  type ScholarshipNomination,
} from '#regulations';
import type { RecordEvent } from './events.ts';

/** The parts of a record that a change of programme turns. */
interface Changeable {
  readonly registrations: readonly Registration[];
  readonly attempts: readonly Attempt[];
  readonly deferrals: readonly Deferral[];
  readonly account: Account;
  readonly moves: readonly Move[];
  readonly changes: readonly ProgrammeChange[];
  readonly nominations: readonly ScholarshipNomination[];
  readonly standings: readonly DecidedStanding[];
  readonly advice: readonly AcademicAdvice[];
  readonly loads: LoadFile;
  readonly extensions: readonly Extension[];
  readonly elsewhere: readonly ProgrammeElsewhere[];
}

const MOVED_BY = {
  ProgrammeWithdrawn: 'withdrawn',
  RegistrationLapsed: 'lapsed',
  RegistrationDiscontinued: 'discontinued',
  RegistrationTerminated: 'discontinued',
  StudentDeregistered: 'deregistered',
  RegistrationReinstated: 'reinstated',
  ProgrammeCompleted: 'completed',
} as const satisfies Partial<Record<RecordEvent['type'], RegistrationStatus>>;

/** What an event does to the moves of registrations, in the order in which they were recorded. */
export function movesAfter(moves: readonly Move[], event: RecordEvent): readonly Move[] {
  switch (event.type) {
    case 'StudentAdmitted': {
      const { programme, admittedOn: on, research } = event.data.registration;
      const admitted: Move = { programme: programme.code, to: 'admitted', on, recordedOn: on };
      // A research student is registered for the year of entry by the admission, from the first day of study on.
      return research
        ? [...moves, admitted, { ...admitted, to: 'registered', on: research.startsOn }]
        : [...moves, admitted];
    }
    case 'CourseEnrolled': {
      const { programme, on } = event.data;
      const last = moves.findLast((move) => move.programme === programme);
      return last?.to === 'admitted' ? [...moves, { programme, to: 'registered', on, recordedOn: on }] : moves;
    }
    case 'ProgrammeChanged': {
      const { from, to, effectiveOn: on, approvedOn: recordedOn, clause } = event.data.change;
      return [
        ...moves,
        { programme: from, to: 'changed', on, recordedOn, clause },
        { programme: to.code, to: 'registered', on, recordedOn, clause },
      ];
    }
    case 'ProgrammeWithdrawn':
    case 'RegistrationLapsed':
    case 'RegistrationDiscontinued':
    case 'RegistrationTerminated':
    case 'StudentDeregistered':
    case 'RegistrationReinstated':
    case 'ProgrammeCompleted': {
      const { programme, on, recordedOn, clause } = event.data;
      const reason = 'reason' in event.data ? event.data.reason : undefined;
      const studyFrom = 'studyFrom' in event.data ? event.data.studyFrom : undefined;
      const move: Move = { programme, to: MOVED_BY[event.type], on, recordedOn, clause, reason };
      return [...moves, studyFrom === undefined ? move : { ...move, studyFrom }];
    }
    default:
      return moves;
  }
}

/** Whether a change of programme takes place: what was to be left has not been left otherwise before it. */
const takesPlace = ({ moves }: Changeable, { from, effectiveOn }: ProgrammeChange): boolean => {
  const last = moves.findLast(({ programme, on }) => programme === from && on <= effectiveOn);
  return last?.to === 'changed';
};

/**
 * The record with the changes of programme that have taken effect by a day. The years of study go on from the entry to
 * the first programme; courses, deferrals, money, standings, loads, granted years, programmes read elsewhere with approval and nominations for scholarships go along; transferred credits stay with the programme for which they were
 * granted until they are ruled anew. [5cu/dl/7.1] [5cu/ug/8.1] [3cu/dl/8.1] [3cu/ug/8.1]
 */
export function changedBy<Whole extends Changeable>(record: Whole, day: CivilDate): Whole {
  let changed = record;
  for (const change of record.changes)
    if (change.effectiveOn <= day && takesPlace(record, change)) changed = afterChange(changed, change);
  return changed;
}

function afterChange<Whole extends Changeable>(record: Whole, { from, to, entry }: ProgrammeChange): Whole {
  const followed = <Part extends { readonly programme: string }>(parts: readonly Part[]): readonly Part[] =>
    parts.map((part) => (part.programme === from ? { ...part, programme: to.code } : part));
  return {
    ...record,
    registrations: record.registrations.map((registration) =>
      registration.programme.code === from
        ? { ...withoutEntry(registration), programme: to, ...(entry ? { entry } : {}) }
        : registration,
    ),
    attempts: followed(record.attempts),
    deferrals: followed(record.deferrals),
    account: {
      ...record.account,
      charges: followed(record.account.charges),
      deferrals: followed(record.account.deferrals),
    },
    nominations: followed(record.nominations),
    standings: followed(record.standings),
    advice: followed(record.advice),
    // The period of another research degree is that of the degree. [5cu/rpg/2.1] [3cu/rpg/2.1]
    extensions: isResearchAward(to.award) ? record.extensions : followed(record.extensions),
    elsewhere: followed(record.elsewhere),
    loads: { approved: followed(record.loads.approved), shortfalls: followed(record.loads.shortfalls) },
  };
}

/** The route belongs to the programme that is left, and so do its credits. */
const withoutEntry = ({ entry: _left, ...registration }: Registration): Registration => registration;
