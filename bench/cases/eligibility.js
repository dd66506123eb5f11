import { figures, interleaved, rate } from '../measuring.js';
import {
  allTerms,
  enrolmentEligibilityOf,
  foldOn,
  openSqliteStore,
  plusDays,
  RECORD_STREAMS,
  recordAt,
} from '../product.js';

/**
 * Eligibility to enrol of every student of the log for the last term of its calendar, on the day registration ends: all
 * streams are read and folded, and each student's rulings, load and remedies worked out. The bound reads and folds
 * the same streams.
 */
export const eligibility = {
  id: 'eligibility',
  title: 'eligibility to enrol of all students',
  unit: 'students/s',
  async run({ rounds, tell, log }) {
    const { path, events, from } = await log();
    const store = openSqliteStore({ path });
    try {
      const last = (await allTerms(store)).sort((a, b) => (a.teaching[0] < b.teaching[0] ? -1 : 1)).at(-1);
      const term = last ?? (await latestOf(store));
      if (!term) throw new Error('the log has no terms');
      const day = plusDays(term.teaching[0], -1);
      let students = 0;
      for await (const _name of store.streams(RECORD_STREAMS)) students++;
      let eligible = 0;
      const results = await interleaved(
        { rounds, tell },
        {
          ours: () =>
            rate(students, async () => {
              eligible = 0;
              for await (const record of records(store)) {
                const documents = enrolmentEligibilityOf(recordAt(record, undefined, day), [term], day);
                if (documents.length === 0) throw new Error(`nothing is said of ${record.student}`);
                if (documents.some(({ mayEnrol }) => mayEnrol)) eligible++;
              }
            }),
          bare: () =>
            rate(students, async () => {
              let read = 0;
              for await (const _record of records(store)) read++;
              if (read !== students) throw new Error(`${read} of ${students} students were read`);
            }),
          peer: null,
        },
      );
      const seconds = students / results.ours.median;
      tell(`${students} students, ${eligible} may enrol in ${term.code}: ${seconds.toFixed(2)} s`);
      return { ...figures(results), students, eligible, seconds, term: term.code, events, log: from };
    } finally {
      await store.close();
    }
  },
};

async function* records(store) {
  for await (const { stream, events } of store.readStreams(RECORD_STREAMS)) {
    if (events.length > 0) yield foldOn(stream, events);
  }
}

/** Copies of a log have students only: the latest term is then one that they carry. */
async function latestOf(store) {
  let latest;
  for await (const { record } of records(store)) {
    const carried = [
      ...record.registrations.map(({ entryTerm }) => entryTerm),
      ...record.attempts.map(({ term }) => term),
    ];
    for (const term of carried) if (!latest || term.teaching[0] > latest.teaching[0]) latest = term;
  }
  return latest;
}
