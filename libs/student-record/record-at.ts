import type { CivilDate, Position, RecordedEvent } from '#kernel';
import {
  type AwardAudit,
  type Figures,
  packFor,
  type Registration,
  type RegulationPack,
  type Study,
} from '#regulations';
import type { RecordEvent } from './events.ts';
import { latestDay, recordOn } from './record-on.ts';
import { emptyRecord, foldRecord, type StudentRecord, studentOf } from './student-record.ts';
import { studyOf } from './study-of.ts';

/** A student's record as the log had it at one place, folded. */
export interface FoldedRecord {
  readonly student: string;
  readonly record: StudentRecord;
  /** The last revision of the record's stream. */
  readonly revision: bigint;
  /** The position of that revision in the log. */
  readonly position: Position;
}

/** Folds events of one stream onto what stood before them. Fails when there is nothing to fold. */
export function foldOn(stream: string, events: readonly RecordedEvent[], before?: FoldedRecord): FoldedRecord {
  const last = events.at(-1);
  if (!last) throw new RangeError(`stream ${stream} has no events at this place of the log`);
  return {
    student: studentOf(stream),
    record: foldRecord(events as readonly RecordEvent[] as Iterable<RecordEvent>, before?.record ?? emptyRecord),
    revision: last.revision,
    position: last.position,
  };
}

/** One programme of a record with what its regulations make of it. */
export interface ProgrammeAt {
  readonly registration: Registration;
  readonly study: Study;
  readonly pack: RegulationPack;
  /** Worked out when first asked for, once for all views. */
  readonly figures: Figures;
  readonly audit: AwardAudit;
}

/**
 * What a view of a record sees: the record as it stands on the latest day that it tells of, and, by programme, the
 * figures of the regulations. No view changes with the calendar: a deferral that begins later than that day is still to
 * come, and the attempts that it covers say when.
 */
export interface RecordAt extends FoldedRecord {
  /** The latest day that the record tells of, or the one for which it was asked. */
  readonly asOf: CivilDate;
  /** In order of first admission; a programme that was entered again stands as it was last entered. */
  readonly programmes: readonly ProgrammeAt[];
}

export type PackOf = (registration: Registration) => RegulationPack;

const packOf: PackOf = (registration) => packFor(registration.programme.regime);

/**
 * Puts the regulations beside a folded record, as it stands on its latest day unless told another. Pure: the same
 * record gives the same answers.
 */
export function recordAt(folded: FoldedRecord, pack: PackOf = packOf, day?: CivilDate): RecordAt {
  const { deferrals, changes } = folded.record;
  const asOf = day ?? latestDay(folded.record);
  const turns = deferrals.length > 0 || changes.length > 0;
  const record = turns ? recordOn(folded.record, asOf) : folded.record;
  const current = new Map<string, Registration>();
  for (const registration of record.registrations) current.set(registration.programme.code, registration);
  const programmes = [...current.values()].map((registration) =>
    programmeAt(registration, studyOf(record, registration), pack(registration)),
  );
  return { ...folded, record, asOf, programmes };
}

function programmeAt(registration: Registration, study: Study, pack: RegulationPack): ProgrammeAt {
  let figures: Figures | undefined;
  let audit: AwardAudit | undefined;
  return {
    registration,
    study,
    pack,
    get figures() {
      figures ??= pack.figures(study);
      return figures;
    },
    get audit() {
      audit ??= pack.audit(study);
      return audit;
    },
  };
}
