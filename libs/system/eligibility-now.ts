import { createHash } from 'node:crypto';
import { terms } from '#catalogue';
import type { EventStore } from '#event-store';
import { type Clock, civilDateOf, type Position, type RecordedEvent } from '#kernel';
import { enrolmentEligibilityOf, type FoldedRecord, foldOn, type ReadDocument, recordAt } from '#projections';
import type { TermFacts } from '#regulations';
import { recordStream } from '#student-record';

/** The log and the day: what is answered from them turns with the calendar, and is never behind. */
export interface Log {
  readonly store: Pick<EventStore, 'readStream' | 'streams'>;
  readonly clock: Clock;
}

/** An array of `EnrolmentEligibilityDocument` of a student, today; undefined for somebody without a record. */
export async function eligibilityNow({ store, clock }: Log, student: string): Promise<ReadDocument | undefined> {
  const folded = await foldedNow(store, student);
  if (!folded) return undefined;
  const today = civilDateOf(clock.now());
  const documents = enrolmentEligibilityOf(recordAt(folded, undefined, today), await allTerms(store), today);
  return turning(folded, documents);
}

/** The record of a student, folded, as the log has it now or had it at a place. */
export async function foldedNow(
  store: Log['store'],
  student: string,
  upTo?: Position,
): Promise<FoldedRecord | undefined> {
  const stream = recordStream(student);
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(stream, upTo === undefined ? {} : { upTo })) events.push(event);
  return events.length > 0 ? foldOn(stream, events) : undefined;
}

const VARIANT_LENGTH = 12;

/** What is answered of a revision of a record, and turns with the calendar: told apart by what it says. */
export function turning(
  { revision, position }: Pick<ReadDocument, 'revision' | 'position'>,
  shown: object,
): ReadDocument {
  const document = JSON.stringify(shown);
  const variant = createHash('sha256').update(document).digest('hex').slice(0, VARIANT_LENGTH);
  return { document, revision, position, variant };
}

/** The calendar as the catalogue has it now. */
export async function allTerms(store: Log['store']): Promise<TermFacts[]> {
  const found: TermFacts[] = [];
  for await (const stream of store.streams(terms.prefix)) {
    let term = terms.initial;
    for await (const event of store.readStream(stream)) term = terms.evolve(term, event);
    if (term) found.push(term);
  }
  return found;
}
