import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { witness } from '#kernel';
import { CommandFailure, progress } from '../output.ts';
import { runScenario } from '../scenario/run-scenario.ts';
import { readScenario, scenarioFiles } from '../scenario/scenario-file.ts';
import { findRecord } from './coverage-record.ts';
import { SightingBook, type Sightings } from './sightings.ts';

export interface SeenByTests {
  readonly sightings: Sightings;
  /** Where that comes from, in a line. */
  readonly source: string;
}

/**
 * What tests saw of each clause: by the record that the last full test run left, or, when it is missing or older than
 * the sources, by running the scenarios now. The scenarios alone see less: the specs of single rules are not in them.
 */
export async function seenByTests(root: string): Promise<SeenByTests> {
  const { record, unfit } = findRecord(root);
  if (!record) return seenByScenarios(join(root, 'test/scenarios'), root, unfit);
  const failed = record.failed > 0 ? `, of which ${record.failed} tests failed` : '';
  return {
    sightings: record.sightings,
    source: `by the full npm test that began at ${record.begun.toISOString()}${failed}`,
  };
}

async function seenByScenarios(folder: string, root: string, why: string): Promise<SeenByTests> {
  if (!existsSync(folder)) throw new CommandFailure(`${why}, and there are no scenarios in ${folder}`);
  const scenarios = scenarioFiles([folder]).map(readScenario);
  const book = new SightingBook();
  const stop = witness(book.hear);
  const bar = progress('scenarios', scenarios.length);
  let failing = 0;
  try {
    for (const [index, scenario] of scenarios.entries()) {
      const { passed } = await runScenario(scenario);
      if (!passed) failing++;
      bar.to(index + 1);
    }
  } finally {
    bar.end();
    stop();
  }
  const failed = failing > 0 ? `, of which ${failing} failed` : '';
  return {
    sightings: book.sightings,
    source: `by the ${scenarios.length} scenarios of ${relative(root, folder)}, run now${failed}: ${why}`,
  };
}
