import { calendarAt } from '#catalogue';
import { civilDateOf } from '#kernel';
import { type DeadlinesDocument, type ReadDocument, withComingDeadlines } from '#projections';
import { recordAt } from '#student-record';
import { foldedNow, type Log, turning } from './eligibility-now.ts';

/**
 * The `DeadlinesDocument` of a student as the read model has it, with the days that the calendar adds today: worked out
 * from the record as it stood at the position of the read model. Undefined for somebody without a record.
 */
export async function deadlinesNow(
  log: Log,
  student: string,
  stored: ReadDocument | undefined,
): Promise<ReadDocument | undefined> {
  const folded = stored && (await foldedNow(log, student, stored.position));
  if (!folded) return stored;
  const today = civilDateOf(log.clock.now());
  const document = JSON.parse(stored.document) as DeadlinesDocument;
  const record = recordAt(folded, undefined, today);
  return turning(stored, withComingDeadlines(document, record, { terms: await calendarAt(log.store), today }));
}
