import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '#event-store';
import { answersOf } from './survey.ts';
import { type CountsOf, type QuestionOf, type SurveyName, surveyNamed } from './surveys.ts';

/** What one thread does of a report: some of its parts, each into a file of the folder. */
export interface Share<Name extends SurveyName = SurveyName> {
  readonly survey: Name;
  readonly question: QuestionOf<Name>;
  readonly parts: readonly number[];
  readonly folder: string;
  readonly signal?: AbortSignal;
}

/** The file of one part of a report. */
export const partFile = (folder: string, part: number): string => join(folder, `${part}.jsonl`);

/** Writes the lines of some parts of a report, and tells what they come to. A part without lines has an empty file. */
export async function writeShare<Name extends SurveyName>(
  store: EventStore,
  { survey: name, question, parts, folder, signal }: Share<Name>,
): Promise<CountsOf<Name>> {
  const survey = await surveyNamed(name);
  const files = new Map(parts.map((part): [number, WriteStream] => [part, createWriteStream(partFile(folder, part))]));
  let summary = survey.none;
  try {
    for await (const { part, lines, counts } of answersOf(store, survey, question, parts, signal)) {
      summary = survey.together(summary, counts);
      const file = files.get(part);
      for (const line of lines) if (file && !file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain');
    }
  } finally {
    await Promise.all([...files.values()].map(ended));
  }
  signal?.throwIfAborted();
  return summary;
}

const ended = (file: WriteStream): Promise<void> =>
  new Promise((resolve, reject) => {
    file.once('error', reject);
    file.end(resolve);
  });
