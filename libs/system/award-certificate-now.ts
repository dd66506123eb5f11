import type { RecordedEvent } from '#kernel';
import { awardCertificateOf, type ReadDocument, variantOf } from '#projections';
import {
  evolveParticulars,
  foldOn,
  type Particulars,
  type ParticularsEvent,
  particularsStream,
  recordAt,
  recordStream,
} from '#student-record';
import type { Log } from './eligibility-now.ts';

/** What stands on the certificate of an award, under the name that is registered now; undefined before it is conferred. */
export async function awardCertificateNow(
  { store }: Pick<Log, 'store'>,
  student: string,
  programme: string,
): Promise<ReadDocument | undefined> {
  const stream = recordStream(student);
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(stream)) events.push(event);
  if (events.length === 0) return undefined;
  let particulars: Particulars | undefined;
  for await (const event of store.readStream(particularsStream(student)))
    particulars = evolveParticulars(particulars, event as unknown as ParticularsEvent);
  const folded = foldOn(stream, events);
  const shown = awardCertificateOf(recordAt(folded), programme, particulars);
  if (!shown) return undefined;
  const document = JSON.stringify(shown);
  return { document, revision: folded.revision, position: folded.position, variant: variantOf(document) };
}
