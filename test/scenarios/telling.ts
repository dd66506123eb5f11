import { describe, expect, it } from '@jest/globals';
import { runScenario } from '../../apps/cli/scenario/run-scenario.ts';
import { readScenario, scenarioFiles } from '../../apps/cli/scenario/scenario-file.ts';
import type { Combination } from '../../libs/system/testing/combinations.ts';

/** Where the stories of the registry stand. */
export const folder = import.meta.dirname;

/** Every story of the registry. */
export const scenarios = scenarioFiles([folder]).map(readScenario);

/**
 * The stories that are carried out on a pair of log and read database: all of them on the embedded pair and on that of
 * production; the two mixed pairs, which have no adapter of their own, take every fourth, each other ones.
 */
const storiesOn = (combination: Combination) => {
  const turn = mixed.indexOf(combination.name);
  return turn < 0 ? scenarios : scenarios.filter((_scenario, index) => index % 4 === turn);
};

/** What a university would run. */
export const PRODUCTION = 'EventStoreDB and PostgreSQL';

const mixed = ['SQLite and PostgreSQL', 'EventStoreDB and SQLite'];

/** Carries out the stories on each of these pairs of log and read database. */
export const describeStoriesOn = (combinations: readonly Combination[]): void =>
  describe.each(combinations)('The stories of the registry on $name', (combination) => {
    it.each(storiesOn(combination).map((scenario) => [scenario.title, scenario] as const))(
      '%s',
      async (_title, scenario) => {
        const { stores } = combination;
        const { leave, ...empty } = await stores();
        const report = await runScenario(scenario, empty).finally(leave);
        // The failures are the message: step, line, what was asked, and both sides of every difference.
        expect(report.failures).toEqual([]);
        expect(report.passed).toBe(true);
        expect(report.steps).toBe(scenario.steps.length);
      },
    );
  });
