import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { EventStore } from '#event-store';
import type { Threads } from '#projections';
import { type Share, writeShare } from './share.ts';
import { REPORT_PARTS } from './survey.ts';
import { type CountsOf, type SurveyName, surveyNamed } from './surveys.ts';

/** What a thread is told. */
export type ToldOfShare<Name extends SurveyName = SurveyName> = Omit<Share<Name>, 'signal'> &
  Pick<Threads, 'store' | 'opener'>;

/** The thread as tsc builds it. Run from the TypeScript sources, as specs are, there is none. */
const ENTRY = new URL('./thread.js', import.meta.url);

/** As many threads as the machine that the times are promised for has cores. */
const THREADS = 2;
/** Of the heap of a thread, in MiB: one record and what it says are a small part of it. */
const MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 };

/**
 * Writes all parts of a report into a folder, each record read once: in threads where the log can be opened by them, else
 * in this one. The parts are the same however many threads there are.
 */
export async function writeParts<Name extends SurveyName>(
  store: EventStore,
  threads: Pick<Threads, 'store' | 'opener'> | undefined,
  { survey, question, folder, signal }: Omit<Share<Name>, 'parts'>,
): Promise<CountsOf<Name>> {
  const parts = Array.from({ length: REPORT_PARTS }, (_, part) => part);
  if (!threads || !existsSync(ENTRY)) return writeShare(store, { survey, question, folder, signal, parts });
  const failing = new AbortController();
  const either = AbortSignal.any([failing.signal, ...(signal ? [signal] : [])]);
  const shares = Array.from({ length: THREADS }, (_, share) => parts.filter((part) => part % THREADS === share));
  const writing = shares.map((own) => inThread<Name>(threads, { survey, question, folder, parts: own }, either));
  for (const share of writing) share.catch((error: unknown) => failing.abort(error));
  await Promise.allSettled(writing);
  either.throwIfAborted();
  const { together, none } = await surveyNamed(survey);
  return (await Promise.all(writing)).reduce(together, none);
}

function inThread<Name extends SurveyName>(
  { store, opener }: Pick<Threads, 'store' | 'opener'>,
  share: Omit<Share<Name>, 'signal'>,
  signal: AbortSignal,
): Promise<CountsOf<Name>> {
  const told: ToldOfShare<Name> = { ...share, store, opener };
  return new Promise((resolve, reject) => {
    const thread = new Worker(ENTRY, { workerData: told, resourceLimits: MEMORY });
    const stop = () => thread.postMessage('stop');
    let summary: CountsOf<Name> | undefined;
    let failure: unknown;
    thread.on('message', (message: CountsOf<Name>) => {
      summary = message;
    });
    thread.on('error', (error) => {
      failure = error;
    });
    thread.on('exit', () => {
      signal.removeEventListener('abort', stop);
      if (summary && !failure) resolve(summary);
      else reject(failure ?? new Error('a thread ended before its share of the report was written'));
    });
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}
