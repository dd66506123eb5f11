import { runToEnd, script } from '../child.js';
import { figures, interleaved, rate } from '../measuring.js';
import { foldOn, openSqliteStore, RECORD_STREAMS } from '../product.js';
import { removeFolder, temporaryFolder } from '../temporary.js';

/**
 * Who may enrol of every student of the log for the last term of its calendar, on the day before teaching: all streams are
 * read and folded, each student's rulings, load and remedies worked out, and a line written of each, in two threads of a
 * process of its own. The bound reads and folds the same streams in one thread.
 */
export const eligibility = {
  id: 'eligibility',
  title: 'eligibility to enrol of all students',
  unit: 'students/s',
  async run({ rounds, tell, log }) {
    const { path, events, from } = await log();
    const dataDir = temporaryFolder('eligibility');
    const store = openSqliteStore({ path });
    let made;
    try {
      const students = await readAll(store);
      const results = await interleaved(
        { rounds, tell },
        {
          ours: async () => {
            made = JSON.parse(await runToEnd(script('eligibility.js'), [path, dataDir]));
            if (made.summary.students !== students)
              throw new Error(`${made.summary.students} of ${students} were asked about`);
            return students / made.seconds;
          },
          bare: () => rate(students, () => readAll(store)),
          peer: null,
        },
      );
      const { summary, term, peakMemoryMb } = made;
      const seconds = students / results.ours.median;
      tell(`${students} students, ${summary.mayEnrol} may enrol in ${term}: ${seconds.toFixed(2)} s`);
      return { ...figures(results), seconds, term, summary, peakMemoryMb, peakMemoryMb4x: null, events, log: from };
    } finally {
      await store.close();
      removeFolder(dataDir);
    }
  },
};

/** Reads and folds all records, and counts them. */
async function readAll(store) {
  let read = 0;
  for await (const { stream, events } of store.readStreams(RECORD_STREAMS)) {
    if (events.length === 0) continue;
    foldOn(stream, events);
    read++;
  }
  return read;
}
