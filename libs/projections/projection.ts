import type { EventFilter } from '#event-store';
import type { Position, RecordedEvent } from '#kernel';
import type { RowWriter } from './read-database/rows.ts';
import type { TableDefinition } from './read-database/tables.ts';
import type { RecordsAt } from './records-at.ts';

/** A run of the log as one projection sees it: only the events that its filter lets through. */
export interface ProjectedPage {
  readonly events: readonly RecordedEvent[];
  /** How far the log was read; the checkpoint once the page is applied. */
  readonly position: Position;
  /** The folded records of students as they stood at `position`, folded once for all projections. */
  readonly records: RecordsAt;
}

/**
 * A read model and how the log fills it. A change of what the rows say is a new `version`: its tables
 * are other tables, and they are filled from the log before anybody reads them.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly TableDefinition[];
  readonly filter: EventFilter;
  /** Brings the rows up to the page's position. Runs inside the transaction that moves the checkpoint. */
  apply(page: ProjectedPage, rows: RowWriter): Promise<void>;
}

/** What a rebuild or a batch did to one student, told after it is committed. */
export interface RecordChange {
  readonly student: string;
  /** The revision of the student's record that the read models now show. */
  readonly revision: bigint;
  readonly position: Position;
}

/** Whether an event is one that the filter asks for. */
export const passes = (filter: EventFilter, event: RecordedEvent): boolean =>
  (filter.types === undefined || filter.types.includes(event.type)) &&
  (filter.streams === undefined || filter.streams.some((prefix) => event.stream.startsWith(prefix)));

/**
 * The streams that any of the projections asks for. Types are not narrowed: a record is folded from all
 * the events of its stream, whichever of them a projection waits for.
 */
export function streamsOf(projections: readonly Projection[]): EventFilter {
  const streams = new Set<string>();
  for (const { filter } of projections) {
    if (!filter.streams) return {};
    for (const prefix of filter.streams) streams.add(prefix);
  }
  return { streams: [...streams] };
}
