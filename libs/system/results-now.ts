import { type ReadDocument, resultsOf, variantOf } from '#projections';
import { recordAt } from '#student-record';
import type { Log } from './eligibility-now.ts';
import { recordFor } from './record-now.ts';

/** A `ResultsDocument` of a student for whoever asks; undefined for somebody without a record. */
export async function resultsNow(log: Log, student: string): Promise<ReadDocument | undefined> {
  const told = await recordFor(log, student, log);
  if (!told) return undefined;
  const { folded, events, publication } = told;
  const document = JSON.stringify(resultsOf(recordAt(folded), events, publication));
  return { document, revision: folded.revision, position: folded.position, variant: variantOf(document) };
}
