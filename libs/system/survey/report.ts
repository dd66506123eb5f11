import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '../open-system.ts';
import { partFile } from './share.ts';
import { REPORT_PARTS } from './survey.ts';
import type { CountsOf, LineOf, QuestionOf, SurveyName } from './surveys.ts';
import { writeParts } from './threads.ts';

/** The log and how threads open it. */
export type ReportStores = Pick<Stores, 'store' | 'threads'>;

/** A report that was made, in a folder that is there until it is put away. */
export interface MadeReport<Counts> {
  readonly summary: Counts;
  /** The bytes: a line of JSON for each of those of whom something is to be said, and one with the summary at the end. */
  bytes(): AsyncGenerator<Buffer>;
  /** SHA-256 of the bytes. */
  hash(): Promise<string>;
  putAway(): Promise<void>;
}

/** Makes the report of a survey from its question: the same bytes whenever and with however many threads it is made. */
export async function surveyed<Name extends SurveyName>(
  { store, threads }: ReportStores,
  survey: Name,
  question: QuestionOf<Name>,
  signal?: AbortSignal,
): Promise<MadeReport<CountsOf<Name>>> {
  const folder = await mkdtemp(join(tmpdir(), `${survey}-`));
  const putAway = () => rm(folder, { recursive: true, force: true });
  try {
    const summary = await writeParts(store, threads, { survey, question, folder, signal });
    const bytes = async function* () {
      for (let part = 0; part < REPORT_PARTS; part++)
        for await (const chunk of createReadStream(partFile(folder, part))) yield chunk as Buffer;
      yield Buffer.from(`${JSON.stringify({ summary: { ...toldOf(question), ...(summary as object) } })}\n`);
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

/** A question as its report tells it: a term by its code. */
const toldOf = (question: object): object =>
  Object.fromEntries(
    Object.entries(question).map(([name, said]) => [name, name === 'term' ? (said as { code: string }).code : said]),
  );

/** The lines of a report, which is put away when the last has been read. */
export async function* linesOf<Name extends SurveyName>(
  stores: ReportStores,
  survey: Name,
  question: QuestionOf<Name>,
): AsyncGenerator<LineOf<Name>> {
  const report = await surveyed(stores, survey, question);
  try {
    for await (const line of inLines(report.bytes())) {
      const said = JSON.parse(line) as LineOf<Name> | { readonly summary: unknown };
      if (!('summary' in (said as object))) yield said as LineOf<Name>;
    }
  } finally {
    await report.putAway();
  }
}

async function* inLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    const pieces = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
}
