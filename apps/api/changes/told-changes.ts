import { concatMap, from, type Observable } from 'rxjs';
import { records } from '#academic-record';
import type { EventStore } from '#event-store';
import type { Clock, Position } from '#kernel';
import type { RecordChange } from '#projections';
import { tellingTo } from '#system';

interface Where {
  readonly store: EventStore;
  readonly clock: Clock;
}

/**
 * The changes of a record as its student hears of them, and offices that know no more: those of events that are told alone, because that something was
 * recorded shortly before the results are out is a hint of its own. `after` is where the changes begin.
 */
export function changesTold(
  { store, clock }: Where,
  student: string,
  after: Position | undefined,
  changes: Observable<RecordChange>,
): Observable<RecordChange> {
  let heard = after;

  /** The last told event of those that a change brought; of a change without one nothing is said. */
  async function told({ position: upTo }: RecordChange): Promise<readonly RecordChange[]> {
    const { tell } = await tellingTo({ store, clock }, { role: 'student', id: student }, student);
    let last: RecordChange | undefined;
    for await (const event of store.readStream(records.streamOf(student), { upTo })) {
      const { revision, position } = event;
      if ((heard === undefined || position > heard) && tell(event)) last = { student, revision, position };
    }
    heard = upTo;
    return last ? [last] : [];
  }
  return changes.pipe(concatMap((change) => from(told(change)).pipe(concatMap((some) => some))));
}
