import { Command } from 'commander';
import { EXIT, print, progress } from './output.ts';
import type { Mismatch } from './scenario/expectation.ts';
import { runScenario, type ScenarioReport, type StepFailure } from './scenario/run-scenario.ts';
import { readScenario, scenarioFiles } from './scenario/scenario-file.ts';

interface ScenarioOptions {
  readonly json?: boolean;
}

export function scenarioCommand(): Command {
  const run = new Command('run')
    .description('run YAML scenarios, each against a fresh system in memory on a virtual clock')
    .argument('<paths...>', 'scenario files, or folders of them')
    .option('--json', 'print the reports as JSON')
    .action(async (paths: string[], options: ScenarioOptions) => {
      const reports = await runAll(scenarioFiles(paths));
      const failed = reports.filter((report) => !report.passed).length;
      const summary = { passed: reports.length - failed, failed, scenarios: reports };
      print(options.json, summary, () =>
        [...reports.map(told), `${summary.passed} passed, ${failed} failed`].join('\n'),
      );
      process.exitCode = failed > 0 ? EXIT.found : EXIT.ok;
    });
  return new Command('scenario').description('stories of records and what must come of them').addCommand(run);
}

async function runAll(files: readonly string[]): Promise<ScenarioReport[]> {
  const scenarios = files.map(readScenario);
  const bar = progress('scenarios', scenarios.length);
  const reports: ScenarioReport[] = [];
  for (const scenario of scenarios) {
    reports.push(await runScenario(scenario));
    bar.to(reports.length);
  }
  bar.end();
  return reports;
}

const told = (report: ScenarioReport): string =>
  [`${report.passed ? 'pass' : 'FAIL'}  ${report.title}  (${report.file})`, ...report.failures.map(failureTold)].join(
    '\n',
  );

const failureTold = ({ step, line, what, mismatches }: StepFailure): string =>
  [`      step ${step} (line ${line}): ${what}`, ...mismatches.map(mismatchTold)].join('\n');

const mismatchTold = ({ at, expected, actual }: Mismatch): string =>
  [
    ...(at ? [`        at ${at}`] : []),
    `        expected ${JSON.stringify(expected)}`,
    `        actual   ${JSON.stringify(actual)}`,
  ].join('\n');
