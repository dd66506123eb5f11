import { createHash } from 'node:crypto';
import { terms } from '#catalogue';
import type { EventStore } from '#event-store';
import { type Clock, civilDateOf, type RecordedEvent } from '#kernel';
import { enrolmentEligibilityOf, foldOn, type ReadDocument, recordAt } from '#projections';
import type { TermFacts } from '#regulations';
import { recordStream } from '#student-record';

/** The log and the day: what is answered from them turns with the calendar, and is never behind. */
export interface Log {
  readonly store: Pick<EventStore, 'readStream' | 'streams'>;
  readonly clock: Clock;
}

/** An array of `EnrolmentEligibilityDocument` of a student, today; undefined for somebody without a record. */
export async function eligibilityNow({ store, clock }: Log, student: string): Promise<ReadDocument | undefined> {
  const stream = recordStream(student);
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(stream)) events.push(event);
  if (events.length === 0) return undefined;
  const today = civilDateOf(clock.now());
  const folded = foldOn(stream, events);
  const documents = enrolmentEligibilityOf(recordAt(folded, undefined, today), await allTerms(store), today);
  const document = JSON.stringify(documents);
  const variant = createHash('sha256').update(document).digest('hex').slice(0, VARIANT_LENGTH);
  return { document, revision: folded.revision, position: folded.position, variant };
}

const VARIANT_LENGTH = 12;

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
