import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  calendarAt,
  endsYear,
  REPORT_PARTS,
  STANDING_LINES,
  STANDING_REPORT,
  type StandingLine,
  type StandingQuestion,
  type StandingReport,
  type StandingReportAsked,
  type StandingSummary,
} from '#academic-record';
import type { Works } from '#commands';
import { type Clock, civilDateOf } from '#kernel';
import type { Stores } from '../open-system.ts';
import { partFile } from './report-share.ts';
import { writeParts } from './report-threads.ts';

/** The log and how threads open it. */
export type ReportStores = Pick<Stores, 'store' | 'threads'>;

/** A report that was made, in a folder that is there until it is put away. */
export interface MadeReport {
  readonly summary: StandingSummary;
  /** The bytes: a line of JSON for each registration that was decided, and one with the summary at the end. */
  bytes(): AsyncGenerator<Buffer>;
  /** SHA-256 of the bytes. */
  hash(): Promise<string>;
  putAway(): Promise<void>;
}

/** Makes a report from its question: the same bytes whenever and with however many threads it is made. */
export async function makeReport(
  { store, threads }: ReportStores,
  question: StandingQuestion,
  signal?: AbortSignal,
): Promise<MadeReport> {
  const folder = await mkdtemp(join(tmpdir(), 'standing-report-'));
  const putAway = () => rm(folder, { recursive: true, force: true });
  try {
    const summary = await writeParts(store, threads, { question, folder, signal });
    const bytes = async function* () {
      for (let part = 0; part < REPORT_PARTS; part++)
        for await (const chunk of createReadStream(partFile(folder, part))) yield chunk as Buffer;
      yield Buffer.from(`${JSON.stringify({ summary: { ...asked(question), ...summary } })}\n`);
    };
    return { summary, putAway, bytes, hash: () => hashOf(bytes()) };
  } catch (error) {
    await putAway();
    throw error;
  }
}

async function hashOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}

const asked = ({ term, yearEnd, on, position }: StandingQuestion) => ({ term: term.code, yearEnd, on, position });

/** The lines of a report, which is put away when the last has been read. */
export async function* linesOf(stores: ReportStores, question: StandingQuestion): AsyncGenerator<StandingLine> {
  const report = await makeReport(stores, question);
  try {
    for await (const line of inLines(report)) {
      const said = JSON.parse(line) as StandingLine | { readonly summary: unknown };
      if ('student' in said) yield said;
    }
  } finally {
    await report.putAway();
  }
}

async function* inLines(report: MadeReport): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of report.bytes()) {
    const pieces = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
}

/** The question that is asked of a term now: of the log as far as it goes. */
export async function questionOf(
  { store }: ReportStores,
  clock: Clock,
  { term, on }: Extract<StandingReportAsked, { term: unknown }>,
): Promise<StandingQuestion> {
  const position = await store.head();
  const yearEnd = endsYear(term, await calendarAt(store, position));
  return { term, yearEnd, on: on ?? civilDateOf(clock.now()), position };
}

/** What a report comes to, without its lines. */
export async function reportOn(stores: ReportStores, question: StandingQuestion): Promise<StandingReport> {
  const report = await makeReport(stores, question);
  try {
    return { question, summary: report.summary, hash: await report.hash() };
  } finally {
    await report.putAway();
  }
}

/** What standing runs need worked out of the whole log. */
export const standingWorks = (stores: ReportStores, clock: Clock): Works => ({
  [STANDING_REPORT]: async (of: StandingReportAsked) =>
    reportOn(stores, 'question' in of ? of.question : await questionOf(stores, clock, of)),
  [STANDING_LINES]: async ({ question }: { readonly question: StandingQuestion }) => linesOf(stores, question),
});
