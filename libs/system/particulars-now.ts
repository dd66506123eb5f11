import type { ParticularsDocument, ReadDocument } from '#projections';
import { evolveParticulars, type Particulars, type ParticularsEvent, particularsStream } from '#student-record';
import type { Log } from './eligibility-now.ts';

/** The particulars of a student as the log has them now; undefined for somebody who has registered none. */
export async function particularsNow(
  { store }: Pick<Log, 'store'>,
  student: string,
): Promise<ReadDocument | undefined> {
  let state: Particulars | undefined;
  let last: Pick<ReadDocument, 'revision' | 'position'> | undefined;
  for await (const event of store.readStream(particularsStream(student))) {
    state = evolveParticulars(state, event as unknown as ParticularsEvent);
    last = event;
  }
  if (!state || !last) return undefined;
  const shown: ParticularsDocument = state;
  return { document: JSON.stringify(shown), revision: last.revision, position: last.position };
}
