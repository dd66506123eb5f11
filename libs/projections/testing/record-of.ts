import { packFor, type RegulationPack } from '#regulations';
import { foldRecord, type RecordAt, type RecordEvent, recordAt } from '#student-record';
import { standing } from './records.ts';

/** A record of S1 made of these events, under the real regulations or a pack that answers some things otherwise. */
export function recordOf(events: readonly RecordEvent[], answers: Partial<RegulationPack> = {}): RecordAt {
  const last = standing('S1', events.at(-1) as RecordEvent, events.length - 1);
  const folded = {
    student: 'S1',
    record: foldRecord(events),
    revision: last.revision,
    position: last.position,
  };
  return recordAt(folded, (registration) => ({ ...packFor(registration.programme.regime), ...answers }));
}
