import { runToEnd, script } from '../child.js';
import { underThreeCredits } from '../log.js';
import { figures, interleaved } from '../measuring.js';
import { removeFolder, temporaryFolder } from '../temporary.js';

/**
 * The report of a standing run over all students for the last term of the calendar, in two threads, each run in a process
 * of its own: once of the log as it is, and once of the same students put under the three-credit structure, whose
 * distance learners have standings to decide. *Ours* is the second. There is no bound but the time that is needed: 15
 * seconds for all students of the whole data set.
 */
export const standingRun = {
  id: 'standing-run',
  title: 'standing run over all students',
  unit: 'students/s',
  async run({ rounds, tell, log: logOf }) {
    const log = await logOf();
    const dataDir = temporaryFolder('standing');
    tell('putting the students under the three-credit structure');
    const other = await underThreeCredits(log);
    const made = {};
    const run = (name, path) => async () => {
      made[name] = JSON.parse(await runToEnd(script('standing-run.js'), [path, dataDir]));
      return made[name].summary.students / made[name].seconds;
    };
    try {
      const results = await interleaved(
        { rounds, tell },
        { ours: run('ours', other.path), asRecorded: run('asRecorded', log.path), bare: null, peer: null },
      );
      const { summary, term, peakMemoryMb } = made.ours;
      const seconds = summary.students / results.ours.median;
      const secondsAsRecorded = made.asRecorded.summary.students / results.asRecorded.median;
      tell(
        `${summary.students} students, ${summary.decided} decided for ${term}: ${seconds.toFixed(2)} s; as recorded ${secondsAsRecorded.toFixed(2)} s`,
      );
      return {
        ...figures({ ours: results.ours, bare: { median: null, runs: [] } }),
        seconds,
        secondsAsRecorded,
        summary,
        peakMemoryMb,
        peakMemoryMb4x: null,
        events: log.events,
        log: log.from,
      };
    } finally {
      removeFolder(dataDir);
    }
  },
};
