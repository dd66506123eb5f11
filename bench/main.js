/** `npm run bench`: measures the product against bare bounds and against a peer, all in the same run. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { append } from './cases/append.js';
import { commands } from './cases/commands.js';
import { eligibility } from './cases/eligibility.js';
import { esdbAppend } from './cases/esdb-append.js';
import { esdbRead } from './cases/esdb-read.js';
import { follow } from './cases/follow.js';
import { getTranscript } from './cases/get-transcript.js';
import { markSheet } from './cases/mark-sheet.js';
import { readFold } from './cases/read-fold.js';
import { rebuild } from './cases/rebuild.js';
import { rebuildWorkers } from './cases/rebuild-workers.js';
import { endChildren } from './child.js';
import { logOf } from './log.js';
import { machine } from './machine.js';
import { openEmmett, PEER } from './peers/emmett.js';
import { table } from './report.js';
import { removeAllFolders } from './temporary.js';

const CASES = [
  append(1),
  append(1_000),
  readFold,
  commands,
  getTranscript,
  follow,
  rebuild,
  rebuildWorkers,
  esdbAppend,
  esdbRead,
  eligibility,
  markSheet,
];

const USAGE = `npm run bench -- [options]
  --quick          smaller runs, three rounds instead of five
  --json FILE      write the figures to this file
  --only ID,...    only these cases: ${CASES.map(({ id }) => id).join(', ')}
  --oulad FOLDER   the whole Open University data set, for read-fold, rebuild and eligibility
  --log FOLDER     a data folder to read the log from; filled from --oulad when it holds none`;

function options() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      only: { type: 'string' },
      oulad: { type: 'string' },
      log: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  // npm runs scripts in the project's folder; paths are meant from where the user stands.
  const path = (given) => given && resolve(process.env.INIT_CWD ?? process.cwd(), given);
  const wanted = values.only?.split(',') ?? CASES.map(({ id }) => id);
  const unknown = wanted.find((id) => !CASES.some((one) => one.id === id));
  if (unknown !== undefined) throw new Error(`there is no case ${unknown}`);
  const { quick, help } = values;
  return { quick, help, wanted, json: path(values.json), oulad: path(values.oulad), log: path(values.log) };
}

const once = (make) => {
  let made;
  return () => {
    made ??= make();
    return made;
  };
};

async function measure({ quick, wanted, oulad, log }) {
  const say = (line) => process.stderr.write(`${line}\n`);
  let opened;
  let whyNoPeer = null;
  const emmett = once(async () => {
    try {
      opened = await openEmmett();
      return opened;
    } catch (error) {
      whyNoPeer = error.message;
      say(`No figures of the peer: ${whyNoPeer}`);
      return null;
    }
  });
  const sharedLog = once(() => logOf({ oulad, log, quick, tell: say }));
  const cases = [];
  try {
    for (const { id, title, unit, run } of CASES.filter((one) => wanted.includes(one.id))) {
      say(`${id}: ${title}`);
      const tell = (line) => say(`  ${line}`);
      const how = { quick, rounds: quick ? 3 : 5, tell, emmett, log: sharedLog };
      const none = { ours: null, bare: null, peer: null, ratioToBare: null, ratioToPeer: null, peakMemoryMb: null };
      try {
        cases.push({ id, title, unit, ...none, ...(await run(how)) });
      } catch (error) {
        say(error.stack);
        cases.push({ id, title, unit, ...none, error: error.message });
      }
    }
  } finally {
    await opened?.close();
  }
  return { machine: machine(), quick, peer: { name: PEER, on: opened?.postgres ?? null, absent: whyNoPeer }, cases };
}

async function run() {
  let asked;
  try {
    asked = options();
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    return 2;
  }
  if (asked.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const result = await measure(asked);
  if (asked.json) writeFileSync(asked.json, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`${table(result)}\n`);
  return result.cases.some(({ error }) => error) ? 1 : 0;
}

const tidy = () => {
  endChildren();
  removeAllFolders();
};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    tidy();
    process.exit(130);
  });
try {
  process.exitCode = await run();
} finally {
  tidy();
}
