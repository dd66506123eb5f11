import { Observable, type Subscription } from 'rxjs';
import { records } from '#academic-record';
import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import type { ProjectionRuntime, RecordChange } from '#projections';

/**
 * The changes of one student's record after a position, without end, each after it can be read. What stood in
 * the log already comes first, then what happens; nothing comes twice. Without a position it begins now.
 */
export function recordChanges(
  store: EventStore,
  projections: ProjectionRuntime,
  student: string,
  after: Position | undefined,
): Observable<RecordChange> {
  return new Observable((listener) => {
    const ended = new AbortController();
    const waiting: RecordChange[] = [];
    let caughtUp = false;
    let last: Position | undefined = after;

    const tell = (change: RecordChange) => {
      if (last !== undefined && change.position <= last) return;
      last = change.position;
      listener.next(change);
    };
    const live: Subscription = projections.changes.subscribe({
      next: (change) => {
        if (change.student !== student) return;
        if (caughtUp) tell(change);
        else waiting.push(change);
      },
      complete: () => listener.complete(),
    });

    async function catchUp(): Promise<void> {
      const upTo = await projections.position();
      last ??= upTo;
      if (upTo !== undefined)
        for await (const event of store.readStream(records.streamOf(student), { upTo, signal: ended.signal }))
          tell({ student, revision: event.revision, position: event.position });
      for (const change of waiting.splice(0)) tell(change);
      caughtUp = true;
    }
    catchUp().catch((error: unknown) => listener.error(error));

    return () => {
      ended.abort();
      live.unsubscribe();
    };
  });
}
