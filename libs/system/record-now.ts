import { terms } from '#catalogue';
import { knowsResults } from '#commands';
import type { EventStore } from '#event-store';
import {
  type Actor,
  type CivilDate,
  type Clock,
  civilDateOf,
  isCivilDate,
  type Position,
  type RecordedEvent,
} from '#kernel';

import type { TermFacts } from '#regulations';
import {
  type FoldedRecord,
  foldOn,
  type Publication,
  publishedRecord,
  recordStream,
  type StudentRecord,
  termsOfResults,
  withoutExaminationMarks,
} from '#student-record';

/** A time that is past: what had been recorded by the end of a day, or by a place in the log. */
export type AsOf = { readonly day: CivilDate } | { readonly position: Position };

const POSITION = /^\d{16,20}$/;

/** Reads `2025-01-31` or a position; undefined when it is neither. */
export function readAsOf(value: string): AsOf | undefined {
  if (POSITION.test(value)) return { position: value };
  return isCivilDate(value) ? { day: value } : undefined;
}

/** Who asks, and of what time; staff and now unless told. */
export interface Asked {
  readonly reader?: Actor;
  readonly asOf?: AsOf;
  /** How far the log is read for what is asked of today, where that is not all of it. */
  readonly upTo?: Position;
}

/** A record that was folded for one asker. */
export interface RecordTold {
  /** As far as the asker may know it. */
  readonly folded: FoldedRecord;
  /** Whether anything of it is kept from the asker. */
  readonly kept: boolean;
  /** The events that it was folded from. */
  readonly events: readonly RecordedEvent[];
  /** The terms of its results, as the calendar has them now. */
  readonly publication: Publication;
}

/** The events of a student's record that had been recorded by a time. */
export async function eventsOf(
  store: Pick<EventStore, 'readStream'>,
  student: string,
  asOf?: AsOf,
): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(recordStream(student))) {
    if (asOf && !isBy(event, asOf)) break;
    events.push(event);
  }
  return events;
}

/** Days are of Hong Kong. A log is in the order in which it was recorded. */
const isBy = ({ metadata, position }: RecordedEvent, asOf: AsOf): boolean =>
  'day' in asOf ? civilDateOf(new Date(metadata.recordedAt)) <= asOf.day : position <= asOf.position;

/**
 * The record of a student as the log has it, or had it, for somebody who asks: who decides on results sees all of it, everybody else what
 * is published by today, and of a time that is past by then. This is the one place where that is decided. Undefined while there was no record.
 */
export async function recordFor(
  { store, clock }: { readonly store: Pick<EventStore, 'readStream'>; readonly clock: Clock },
  student: string,
  { reader, asOf, upTo }: Asked = {},
): Promise<RecordTold | undefined> {
  const events = await eventsOf(store, student, upTo === undefined ? asOf : { position: upTo });
  if (events.length === 0) return undefined;
  const folded = foldOn(recordStream(student), events);
  const day = dayOf(events, asOf, civilDateOf(clock.now()));
  const publication = await publicationOf(store, folded.record, day);
  const record = toldTo(reader, folded.record, publication);
  return { folded: { ...folded, record }, kept: record !== folded.record, events, publication };
}

/** The day that is asked of: of a place in the log, that of what had been recorded last of the student. */
function dayOf(events: readonly RecordedEvent[], asOf: AsOf | undefined, today: CivilDate): CivilDate {
  const recorded = events.at(-1)?.metadata.recordedAt;
  if (!asOf || recorded === undefined) return today;
  const day = 'day' in asOf ? asOf.day : civilDateOf(new Date(recorded));
  return day < today ? day : today;
}

/** The part of a record that somebody may know. */
export const toldTo = (reader: Actor | undefined, record: StudentRecord, publication: Publication): StudentRecord =>
  reader && !knowsResults(reader.role) ? withoutExaminationMarks(publishedRecord(record, publication)) : record;

/** When the results of a record are out, by the calendar as it is now. */
export async function publicationOf(
  store: Pick<EventStore, 'readStream'>,
  record: StudentRecord,
  day: CivilDate,
): Promise<Publication> {
  const found = await Promise.all(
    termsOfResults(record).map(async (code) => {
      let term: TermFacts | undefined = terms.initial;
      for await (const event of store.readStream(terms.streamOf(code))) term = terms.evolve(term, event);
      return term;
    }),
  );
  return { day, terms: new Map(found.flatMap((term) => (term ? [[term.code, term] as const] : []))) };
}
