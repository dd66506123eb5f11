import { enrolmentFacts } from '#catalogue';
import type { FactReader } from '#commands';
import { assessmentSchemeOf, type ReadDocument } from '#projections';
import { type Log, turning } from './eligibility-now.ts';

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
  return turning(last, assessmentSchemeOf(facts.course, facts.term, facts.items, facts.scheme));
}
