import { type ReadDocument, registrationOf } from '#projections';
import { recordAt } from '#student-record';
import { type Log, turning } from './eligibility-now.ts';
import { recordFor } from './record-now.ts';

/**
 * An array of `RegistrationDocument` of a student as they stand today, or stood at the time that is asked of: a deferral
 * or a change of programme begins and ends with the calendar, without another event. Worked out from the record as it
 * stood at the position of the read model; undefined for somebody without a registration.
 */
export const registrationsNow = async (
  log: Log,
  student: string,
  stored: ReadDocument | undefined,
): Promise<ReadDocument | undefined> => {
  const documents = stored && (await documentsNow(log, student, stored));
  return stored && documents && turning(stored, documents);
};

/** A `RegistrationDocument` of one programme, as `registrationsNow`; undefined where the student does not study it on the day. */
export async function registrationNow(
  log: Log,
  student: string,
  programme: string,
  stored: ReadDocument | undefined,
): Promise<ReadDocument | undefined> {
  const documents = stored && (await documentsNow(log, student, stored));
  const found = documents?.find((document) => document.programme.code === programme);
  return stored && found && turning(stored, found);
}

async function documentsNow(log: Log, student: string, { position: upTo }: ReadDocument) {
  const told = await recordFor(log, student, { reader: log.reader, asOf: log.asOf, upTo });
  if (!told) return undefined;
  const record = recordAt(told.folded, undefined, told.publication.day);
  return record.programmes.map((programme) => registrationOf(record, programme));
}
