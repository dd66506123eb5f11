import type { EventStore } from '#event-store';
import type { CivilDate } from '#kernel';
import type { HeldEnrolment } from '#regulations';
import { foldRecord, RECORD_STREAMS, type RecordEvent, recordOn, studentOf } from '#student-record';
import { governed, isGoingOn } from '../record-use-case.ts';

/** A course that waits for academic advice, and whose it is. */
export interface HeldEnrolmentOf extends HeldEnrolment {
  readonly student: string;
  readonly programme: string;
}

/**
 * The courses of all students that are not to be taken until academic advice, because probation came after the enrolment:
 * whom the Registry asks, and the School advises, before teaching begins. [3cu/ug/11.4] [3cu/tpg/10.4] [3cu/dl/4.2]
 */
export async function* heldEnrolments(
  store: Pick<EventStore, 'readStreams'>,
  on: CivilDate,
): AsyncGenerator<HeldEnrolmentOf> {
  for await (const { stream, events } of store.readStreams(RECORD_STREAMS)) {
    const record = recordOn(foldRecord(events as readonly RecordEvent[]), on);
    for (const registration of record.registrations) {
      if (!isGoingOn(record, registration, on)) continue;
      const { pack, study } = governed(record, registration);
      const of = { student: studentOf(stream), programme: registration.programme.code };
      for (const held of pack.heldEnrolments(study, on)) yield { ...of, ...held };
    }
  }
}
