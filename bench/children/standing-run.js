/**
 * Makes the report of a standing run over all students of a log, for the last term of its calendar or of its records, and
 * tells how long it took, what it came to and how much memory it had.
 */
import 'reflect-metadata';
import { endsYear } from '../../dist/libs/academic-record/index.js';
import { foldRecord, RECORD_STREAMS } from '../../dist/libs/student-record/index.js';
import { allTerms, makeReport, openStores } from '../../dist/libs/system/index.js';

const [log, dataDir] = process.argv.slice(2);
const stores = await openStores({ eventStore: `sqlite:${log}`, dataDir, cacheMebibytes: 8 });
const calendar = await allTerms(stores.store);
const terms = calendar.length > 0 ? calendar : await carriedIn(stores.store);
const term = terms.sort((a, b) => (a.teaching[0] < b.teaching[0] ? -1 : 1)).at(-1);
const question = {
  term,
  yearEnd: endsYear(term, terms),
  on: `${Number(term.examinations[1].slice(0, 4)) + 1}-01-01`,
  position: await stores.store.head(),
};
const started = performance.now();
const report = await makeReport(stores, question);
const hash = await report.hash();
const seconds = (performance.now() - started) / 1000;
const { summary } = report;
await report.putAway();
await stores.close();
console.log(
  JSON.stringify({ seconds, hash, term: term.code, summary, peakMemoryMb: process.resourceUsage().maxRSS / 1024 }),
);

/** Copies of a log have students only: their terms are those that they carry. */
async function carriedIn(store) {
  const terms = new Map();
  for await (const { events } of store.readStreams(RECORD_STREAMS))
    for (const { term: carried } of foldRecord(events).attempts) terms.set(carried.code, carried);
  return [...terms.values()];
}
