/**
 * `npm test`: every check of the project, the fast ones first; ends with the line `Tests: N passed, N failed`.
 *
 *   npm test                          everything; leaves behind which clauses were exercised (coverage/clauses.json)
 *   npm test -- --only=unit           one stage (several: --only=types,unit)
 *   npm test -- <pattern> [...]       Jest alone, with these arguments
 */
import { beginToCollect } from './clauses-seen.js';
import { stages } from './test-stages.js';

const args = process.argv.slice(2);
const only = args
  .find((arg) => arg.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const patterns = args.filter((arg) => !arg.startsWith('--only='));

const chosen = stages(patterns).filter(({ name }) => !only || only.includes(name));
const collecting = args.length === 0 ? beginToCollect() : undefined;
const results = [];
for (const stage of chosen) {
  console.log(`\n── ${stage.name}`);
  const begun = performance.now();
  const counts = await stage.run();
  results.push({ stage: stage.name, ...counts, seconds: (performance.now() - begun) / 1000 });
  if (counts.failed > 0 && stage.restNeedsIt) {
    console.log(`\nThe stages after "${stage.name}" need it and were not run.`);
    break;
  }
}

const total = (column) => results.reduce((sum, result) => sum + result[column], 0);
if (results.length === chosen.length) collecting?.leaveBehind(total('failed'));
else collecting?.end();

const row = (name, passed, failed, skipped, seconds) =>
  [name.padEnd(14), ...[passed, failed, skipped, seconds].map((cell) => String(cell).padStart(9))].join('');

console.log(`\n${row('stage', 'passed', 'failed', 'skipped', 'seconds')}`);
for (const { stage, passed, failed, skipped, seconds } of results)
  console.log(row(stage, passed, failed, skipped, seconds.toFixed(1)));
console.log(row('all', total('passed'), total('failed'), total('skipped'), total('seconds').toFixed(1)));

const nothing = total('passed') + total('failed') === 0;
if (nothing) console.log('\nNo test was found.');
process.exitCode = nothing || total('failed') > 0 ? 1 : 0;
console.log(`\nTests: ${total('passed')} passed, ${total('failed')} failed`);
