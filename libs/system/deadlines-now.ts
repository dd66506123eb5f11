import { longExaminations } from '#academic-record';
import { calendarAt, programmes } from '#catalogue';
import { TrackedReader } from '#commands';
import { civilDateOf } from '#kernel';
import { type DeadlinesDocument, type ReadDocument, withComingDeadlines } from '#projections';
import type { ProgrammeFacts } from '#regulations';
import { type RecordAt, recordAt } from '#student-record';
import { foldedNow, type Log, turning } from './eligibility-now.ts';

/**
 * The `DeadlinesDocument` of a student as the read model has it, with the days that the calendar and the catalogue add today:
 * worked out from the record as it stood at the position of the read model. Undefined for somebody without a record.
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
  const [terms, closings, examinations] = await Promise.all([
    calendarAt(log.store),
    closingsOf(log, record),
    longExaminations(new TrackedReader(log.store), record.record.attempts),
  ]);
  return turning(stored, withComingDeadlines(document, record, { terms, today, closings, examinations }));
}

/** The ends of a student's programmes, where they have been announced. */
async function closingsOf({ store }: Log, { programmes: studied }: RecordAt) {
  const reader = new TrackedReader(store);
  const closings = new Map<string, NonNullable<ProgrammeFacts['closing']>>();
  for (const { registration } of studied) {
    const { code } = registration.programme;
    const closing = (await reader.read(programmes, code))?.closing;
    if (closing) closings.set(code, closing);
  }
  return closings;
}
