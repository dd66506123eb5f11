import { calendarAt } from '#catalogue';
import type { EventStore } from '#event-store';
import { type Clock, civilDateOf, type Position } from '#kernel';
import { enrolmentEligibilityOf, type ReadDocument, variantOf } from '#projections';
import { type FoldedRecord, recordAt } from '#student-record';
import { type Asked, recordFor } from './record-now.ts';

/**
 * The log, the day and who asks: what is answered from them turns with the calendar, and is never behind. A record is
 * read with `recordFor`, which leaves out what the asker may not know.
 */
export interface Log extends Asked {
  readonly store: Pick<EventStore, 'readStream' | 'readStreams' | 'streams'>;
  readonly clock: Clock;
}

/** An array of `EnrolmentEligibilityDocument` of a student, today; undefined for somebody without a record. */
export async function eligibilityNow(log: Log, student: string): Promise<ReadDocument | undefined> {
  const folded = await foldedNow(log, student);
  if (!folded) return undefined;
  const today = civilDateOf(log.clock.now());
  const documents = enrolmentEligibilityOf(recordAt(folded, undefined, today), await calendarAt(log.store), today);
  return turning(folded, documents);
}

/** The record of a student as who asks may know it, folded, as the log has it now or had it at a place. */
export async function foldedNow(log: Log, student: string, upTo?: Position): Promise<FoldedRecord | undefined> {
  return (await recordFor(log, student, { reader: log.reader, asOf: log.asOf, upTo }))?.folded;
}

/** What is answered of a revision of a record, and turns with the calendar: told apart by what it says. */
export function turning(
  { revision, position }: Pick<ReadDocument, 'revision' | 'position'>,
  shown: object,
): ReadDocument {
  const document = JSON.stringify(shown);
  return { document, revision, position, variant: variantOf(document) };
}
