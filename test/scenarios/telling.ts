import { describe, expect, it } from '@jest/globals';
import { runScenario } from '../../apps/cli/scenario/run-scenario.ts';
import { readScenario, scenarioFiles } from '../../apps/cli/scenario/scenario-file.ts';
import type { Combination } from '../../libs/system/testing/combinations.ts';

/** Where the stories of the registry stand. */
export const folder = import.meta.dirname;

/** Every story of the registry. */
export const scenarios = scenarioFiles([folder]).map(readScenario);

/** Carries out every story on each of these pairs of log and read database. */
export const describeStoriesOn = (combinations: readonly Combination[]): void =>
  describe.each(combinations)('The stories of the registry on $name', ({ stores }) => {
    it.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', async (_title, scenario) => {
      const { leave, ...empty } = await stores();
      const report = await runScenario(scenario, empty).finally(leave);
      // The failures are the message: step, line, what was asked, and both sides of every difference.
      expect(report.failures).toEqual([]);
      expect(report.passed).toBe(true);
      expect(report.steps).toBe(scenario.steps.length);
    });
  });
