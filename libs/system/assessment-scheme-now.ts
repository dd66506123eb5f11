import { createHash } from 'node:crypto';
import { enrolmentFacts } from '#catalogue';
import type { FactReader } from '#commands';
import { assessmentSchemeOf, type ReadDocument } from '#projections';
import type { Log } from './eligibility-now.ts';

/** What students are told of a course in a term, as the catalogue has it now; undefined where one is not there. */
export async function assessmentSchemeNow(
  { store }: Pick<Log, 'store'>,
  course: string,
  term: string,
): Promise<ReadDocument | undefined> {
  let last: Pick<ReadDocument, 'revision' | 'position'> | undefined;
  const reader: Pick<FactReader, 'read'> = {
    async read(kind, id) {
      let state = kind.initial;
      for await (const event of store.readStream(kind.streamOf(id))) {
        state = kind.evolve(state, event);
        if (!last || event.position > last.position) last = event;
      }
      return state;
    },
  };
  const facts = await enrolmentFacts(reader, course, term);
  if (!facts.course || !facts.term || !last) return undefined;
  const document = JSON.stringify(assessmentSchemeOf(facts.course, facts.term, facts.items, facts.scheme));
  const variant = createHash('sha256').update(document).digest('hex').slice(0, VARIANT_LENGTH);
  return { document, revision: last.revision, position: last.position, variant };
}

const VARIANT_LENGTH = 12;
