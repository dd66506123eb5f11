import { createHash } from 'node:crypto';
import { terms } from '#catalogue';
import type { EventStore } from '#event-store';
import { type Clock, civilDateOf } from '#kernel';
import { enrolmentEligibilityOf, type ReadDocument, recordAt } from '#projections';
import type { TermFacts } from '#regulations';
import { type Asked, recordFor } from './record-now.ts';

/**
 * The log, the day and who asks: what is answered from them turns with the calendar, and is never behind. A record is
 * read with `recordFor`, which leaves out what the asker may not know.
 */
export interface Log extends Asked {
  readonly store: Pick<EventStore, 'readStream' | 'streams'>;
  readonly clock: Clock;
}

/** An array of `EnrolmentEligibilityDocument` of a student, today; undefined for somebody without a record. */
export async function eligibilityNow(log: Log, student: string): Promise<ReadDocument | undefined> {
  const { store, clock } = log;
  const { folded } = (await recordFor(log, student, log)) ?? {};
  if (!folded) return undefined;
  const today = civilDateOf(clock.now());
  const documents = enrolmentEligibilityOf(recordAt(folded, undefined, today), await allTerms(store), today);
  const document = JSON.stringify(documents);
  return { document, revision: folded.revision, position: folded.position, variant: variantOf(document) };
}

/** Tells apart documents of one revision. */
export const variantOf = (document: string): string =>
  createHash('sha256').update(document).digest('hex').slice(0, VARIANT_LENGTH);

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
