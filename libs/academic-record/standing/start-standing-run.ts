import { terms } from '#catalogue';
import { Command, IsCount, IsDay, IsTermCode, useCase } from '#commands';
import { accept, type CivilDate, refuse, text } from '#kernel';
import { dayToCome } from '../day-to-come.ts';
import { unknownTerm } from '../record-use-case.ts';
import type { StandingQuestion, StandingSummary } from './standing-lines.ts';
import { runOf, type StandingRunStarted, standingRuns } from './standing-run.ts';

/** Works out a report: asked with a term, of all records as they are now; with a question, of the records as they were then. */
export const STANDING_REPORT = 'standing-report';

export interface StandingReport {
  readonly question: StandingQuestion;
  readonly summary: StandingSummary;
  /** SHA-256 of the bytes of the report. */
  readonly hash: string;
}

/** What the work takes. */
export type StandingReportAsked =
  | { readonly term: StandingQuestion['term']; readonly on?: CivilDate }
  | { readonly question: StandingQuestion };

/**
 * A standing run of a term begins with a report over all students: how each stands at its end, from what to what, by which
 * clause, and how far it is to the line. Nothing is changed in any record: the report is signed by two people and then
 * published. It is kept as the position of the log, the day and the hash of its bytes, from which it is made again
 * byte for byte. Refused while the examinations of the term go on, and under a number that was used.
 * [5cu/ug/11.1] [3cu/ug/11.1] [3cu/tpg/10.1] [3cu/dl/4.1]
 */
export class StartStandingRun extends Command {
  @IsTermCode()
  readonly term!: string;

  @IsCount(1, 999, { description: 'Which run of the term it is; the first unless told.', optional: true })
  readonly number?: number;

  @IsDay({
    description: 'The day on which the records are looked at; today unless told, and never later.',
    optional: true,
  })
  readonly on?: CivilDate;
}

export const startStandingRun = useCase({
  command: StartStandingRun,
  path: 'standing-runs',
  summary: text('Start a standing run', '開始學業狀況審核'),
  by: ['registrar', 'registry'],
  clauses: [
    '5cu/ug/10.1',
    '5cu/ug/11.1',
    '3cu/ug/10.1',
    '3cu/ug/11.1',
    '3cu/ug/11.5',
    '3cu/tpg/10.1',
    '3cu/tpg/10.5',
    '3cu/dl/4.1',
  ],
  stream: standingRuns,
  subject: ({ term, number }) => runOf(term, number),
  facts: async (reader, { term: code, on }: StartStandingRun) => {
    const term = await reader.read(terms, code);
    return term && { term, report: await reader.work<StandingReport>(STANDING_REPORT, { term, on }) };
  },
  decide: (run, { term: code, number = 1 }: StartStandingRun, { facts, today }) => {
    if (!facts) return unknownTerm(code);
    if (run) return runExists(number);
    const { term, report } = facts;
    const { question, summary, hash } = report;
    if (question.on > today) return dayToCome;
    if (question.on <= term.examinations[1]) return termGoesOn(term.examinations[1]);
    const started: StandingRunStarted = {
      type: 'StandingRunStarted',
      data: { run: runOf(code, number), question, summary, hash, on: today },
    };
    return accept([started]);
  },
});

const runExists = (number: number) =>
  refuse(
    'run-exists',
    text(
      `There is a run ${number} of the term; give the next number.`,
      `該學期已有第 ${number} 次審核，請使用下一個編號。`,
    ),
  );

const termGoesOn = (last: CivilDate) =>
  refuse(
    'term-goes-on',
    text(`The examinations of the term go on until ${last}.`, `該學期的考試至 ${last} 方告結束。`),
  );
