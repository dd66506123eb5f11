/**
 * Makes the report of a standing run over all students of a log, for the last term of its calendar or of its records, and
 * tells how long it took, what it came to and how much memory it had.
 */
import 'reflect-metadata';
import { endsYear } from '../../dist/libs/academic-record/index.js';
import { calendarOf } from '../last-term.js';
import { openStores, surveyed } from '../product.js';

const [log, dataDir] = process.argv.slice(2);
const stores = await openStores({ eventStore: `sqlite:${log}`, dataDir, cacheMebibytes: 8 });
const terms = await calendarOf(stores.store);
const term = terms.at(-1);
const question = {
  term,
  yearEnd: endsYear(term, terms),
  on: `${Number(term.examinations[1].slice(0, 4)) + 1}-01-01`,
  position: await stores.store.head(),
};
const started = performance.now();
const report = await surveyed(stores, 'standing', question);
const hash = await report.hash();
const seconds = (performance.now() - started) / 1000;
const { summary } = report;
await report.putAway();
await stores.close();
console.log(
  JSON.stringify({ seconds, hash, term: term.code, summary, peakMemoryMb: process.resourceUsage().maxRSS / 1024 }),
);
