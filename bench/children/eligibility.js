/**
 * Surveys who may enrol of all students of a log, for the last term of its calendar or of its records, on the day before
 * teaching, and tells how long it took and what it came to.
 */
import 'reflect-metadata';
import { lastTermOf } from '../last-term.js';
import { openStores, plusDays, surveyed } from '../product.js';

const [log, dataDir] = process.argv.slice(2);
const stores = await openStores({ eventStore: `sqlite:${log}`, dataDir, cacheMebibytes: 8 });
const term = await lastTermOf(stores.store);
const question = { term, on: plusDays(term.teaching[0], -1), position: await stores.store.head() };
const started = performance.now();
const report = await surveyed(stores, 'eligibility', question);
const seconds = (performance.now() - started) / 1000;
const { summary } = report;
await report.putAway();
await stores.close();
console.log(JSON.stringify({ seconds, term: term.code, summary, peakMemoryMb: process.resourceUsage().maxRSS / 1024 }));
