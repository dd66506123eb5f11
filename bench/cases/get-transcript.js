import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import autocannon from 'autocannon';
import { CLI, script, startServer } from '../child.js';
import { EXTRACT, imported } from '../log.js';
import { figures, interleaved } from '../measuring.js';
import { studentReadModels } from '../product.js';
import { removeFolder, temporaryFolder } from '../temporary.js';

const CONNECTIONS = 16;
const ACTOR = 'registry';

/** Transcripts over HTTP on the loopback address, against a bare Fastify server that sends the same stored bytes. */
export const getTranscript = {
  id: 'get-transcript',
  title: `GET transcript, ${CONNECTIONS} connections`,
  unit: 'requests/s',
  async run({ quick, rounds, tell }) {
    const dataDir = temporaryFolder('transcripts');
    await imported(EXTRACT, dataDir, 'the extract');
    const { table, students } = transcriptsIn(dataDir);
    const amount = quick ? 10_000 : 30_000;
    const options = ['serve', '--data-dir', dataDir, '--port', '0', '--auth-mode', 'development'];
    const ours = await startServer(CLI, options);
    const bare = await startServer(script('bare-server.js'), [join(dataDir, 'read-models.sqlite'), table]);
    try {
      const results = await interleaved(
        { rounds, tell },
        {
          ours: () => load(ours.url, students, amount),
          bare: () => load(bare.url, students, amount),
          peer: null,
        },
      );
      return { ...figures(results), requests: amount, connections: CONNECTIONS };
    } finally {
      await Promise.all([ours.stop(), bare.stop()]);
      removeFolder(dataDir);
    }
  },
};

function transcriptsIn(dataDir) {
  const { name, version } = studentReadModels.find((model) => model.name === 'transcript');
  const table = `${name}_v${version}`;
  const database = new DatabaseSync(join(dataDir, 'read-models.sqlite'), { readOnly: true });
  try {
    const students = database.prepare(`SELECT student FROM ${table} ORDER BY student`).all();
    return { table, students: students.map(({ student }) => student) };
  } finally {
    database.close();
  }
}

/** Requests a second from the first to the last answer; autocannon itself ends on a whole second. */
async function load(url, students, amount) {
  const paths = students.map((student) => `/api/v1/students/${student}/transcript`);
  let answered = 0;
  let last = 0;
  const started = performance.now();
  const run = autocannon({
    url,
    connections: CONNECTIONS,
    amount,
    requests: paths.map((path) => ({ path, headers: { 'x-actor': ACTOR } })),
  });
  run.on('response', () => {
    answered++;
    last = performance.now();
  });
  const result = await run;
  if (answered !== amount || result['2xx'] !== amount)
    throw new Error(`${url}: of ${amount} requests ${result['2xx']} were answered well`);
  return (amount * 1000) / (last - started);
}
