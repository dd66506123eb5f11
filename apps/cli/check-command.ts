import { Command } from 'commander';
import { pino } from 'pino';
import { openStores, openSystem } from '#system';
import { createApi } from '../api/index.ts';
import { type AveragesReport, checkAverages, type Disagreement } from './check/averages.ts';
import { type CourseworkReport, checkCoursework, type Difference } from './check/coursework.ts';
import { linesTo } from './check/lines.ts';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { readDataset } from './oulad/index.ts';
import { EXIT, print, progress } from './output.ts';

interface CheckOptions extends WhichStores {
  readonly report?: string;
  readonly json?: boolean;
}

export function checkCommand(): Command {
  const coursework = withStores(new Command('coursework'))
    .description('compare coursework totals and examination marks with the scores of the data set; see docs/oulad.md')
    .argument('<folder>', 'the folder with the CSV files that were imported')
    .option('--report <file>', 'write every difference with its causes as JSON lines')
    .option('--json', 'print as JSON')
    .action(compareCoursework);
  const averages = withStores(new Command('averages'))
    .description(
      'compare term GPA and CGPA of every student in transcript, term summary, standings (published, and as a run would decide), export and API, and grade points in assessment results',
    )
    .option('--report <file>', 'write every disagreement as JSON lines')
    .option('--json', 'print as JSON')
    .action(compareAverages);
  return new Command('check')
    .description('look for figures that disagree, over all students')
    .addCommand(coursework)
    .addCommand(averages)
    .addHelpText(
      'after',
      `
Exit codes: ${EXIT.ok} nothing disagrees, or every difference is explained; ${EXIT.found} something does not; ${EXIT.input} the data set or the log cannot be read.`,
    );
}

async function compareCoursework(folder: string, { report, json, ...which }: CheckOptions): Promise<void> {
  const dataset = readDataset(folder);
  const stores = await openStores(existingStores(which));
  const lines = linesTo<Difference>(report);
  try {
    const found = await checkCoursework(stores.store, dataset, lines.add);
    print(json, found, () => courseworkTold(found));
    const unexplained = Object.values(found.measures).some((measure) => measure.unexplained > 0);
    process.exitCode = unexplained ? EXIT.found : EXIT.ok;
  } finally {
    await lines.end();
    await stores.close();
  }
}

const courseworkTold = ({ attempts, absent, measures }: CourseworkReport): string =>
  [
    `${attempts} attempts in the data set, ${absent} of them not in the log`,
    ...Object.entries(measures).flatMap(([measure, { equal, different, byCause, unexplained }]) => [
      `${measure}: ${equal} equal, ${different} different, ${unexplained} unexplained`,
      ...Object.entries(byCause).map(([cause, count]) => `  ${count}  ${cause}`),
    ]),
  ].join('\n');

async function compareAverages({ report, json, ...which }: CheckOptions): Promise<void> {
  const system = await openSystem(existingStores(which));
  const api = await createApi(system, { authMode: 'development', log: pino({ level: 'silent' }) });
  const server = api.getHttpAdapter().getInstance();
  const lines = linesTo<Disagreement>(report);
  const bar = progress('students');
  try {
    const get = async (path: string): Promise<unknown> => {
      const answer = await server.inject({ url: `/api/v1/${path}`, headers: { 'x-actor': 'registrar' } });
      if (answer.statusCode !== 200) throw new Error(`${path} is answered with ${answer.statusCode}`);
      return answer.json();
    };
    const found = await checkAverages(system, get, { onDisagreement: lines.add, onStudent: (done) => bar.to(done) });
    bar.end();
    print(json, found, () => averagesTold(found));
    process.exitCode = found.disagreements > 0 ? EXIT.found : EXIT.ok;
  } finally {
    await lines.end();
    await api.close();
    await system.close();
  }
}

const averagesTold = ({ students, averages, disagreements }: AveragesReport): string =>
  [
    `${students} students, ${disagreements} averages that disagree`,
    ...Object.entries(averages).map(([source, count]) => `  ${count}  ${source}`),
  ].join('\n');
