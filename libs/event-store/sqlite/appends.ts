import type { DatabaseSync } from 'node:sqlite';
import type { NewEvent } from '#kernel';
import { bytesOf, requireFits, wireMetadata } from '../append-size.ts';
import { StoreUnavailable, UnstorableEvent } from '../errors.ts';
import { plainJson } from '../plain-json.ts';
import type { AppendResult, Expected } from '../port.ts';
import { markOf, type Run, runWriter } from './runs.ts';

interface Waiting {
  readonly run: Run;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (reason: Error) => void;
}

/** The errors of SQLite that are about one append; all others are about the file or the disk. */
const OF_ONE_APPEND = new Set([18 /* too big */, 19 /* constraint */, 20 /* mismatch */]);

/**
 * Collects the appends of one turn of the event loop and commits them as one transaction, so that they
 * share one sync of the disk. Each has its own answer, which is given only when the commit is done.
 */
export function groupedAppends(database: DatabaseSync, maxAppendBytes: number, onCommit: () => void) {
  const write = runWriter(database);
  let waiting: Waiting[] = [];
  let turn: NodeJS.Immediate | undefined;

  /** One transaction; throws when it could not be committed, and then nothing of it stands. */
  function transact(batch: readonly Waiting[]): (AppendResult | Error)[] {
    try {
      write.begin();
      const answers = batch.map(({ run }) => write.run(run));
      write.commit();
      return answers;
    } catch (cause) {
      write.rollback();
      throw cause;
    }
  }

  function settle(batch: readonly Waiting[]): void {
    let answers: (AppendResult | Error)[];
    try {
      answers = transact(batch);
    } catch (cause) {
      // One that the tables refuse must not take the others with it.
      if (batch.length > 1 && OF_ONE_APPEND.has(((cause as { errcode?: number }).errcode ?? 0) & 0xff)) {
        for (const one of batch) settle([one]);
        return;
      }
      const error = new StoreUnavailable(`nothing was written: ${(cause as Error).message}`, { cause });
      for (const { reject } of batch) reject(error);
      return;
    }
    answers.forEach((answer, index) => {
      const { resolve, reject } = batch[index] as Waiting;
      if (answer instanceof Error) reject(answer);
      else resolve(answer);
    });
    onCommit();
  }

  function flush(): void {
    clearImmediate(turn);
    turn = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) settle(batch);
  }

  return {
    /** Writes what is waiting now. */
    flush,
    append: (stream: string, expected: Expected, events: readonly NewEvent[]) =>
      new Promise<AppendResult>((resolve, reject) => {
        // Made into text at once: what is stored is what the events were when they were given.
        waiting.push({ run: runOf(stream, expected, events, maxAppendBytes), resolve, reject });
        turn ??= setImmediate(flush);
      }),
  };
}

function runOf(stream: string, expected: Expected, events: readonly NewEvent[], maxAppendBytes: number): Run {
  if (events.length === 0) throw new UnstorableEvent(`stream ${stream}: no events to append`);
  requireName(stream, 'the name of a stream');
  const run: Run = {
    stream,
    expected,
    events: events.map((event) => {
      requireName(event.type, 'the type of an event');
      requireName(event.id, 'the id of an event');
      if (!Number.isSafeInteger(event.version)) throw new UnstorableEvent(`${event.type}: version ${event.version}`);
      const data = plainJson(event.data, event.type, 'data');
      const metadata = plainJson(event.metadata, event.type, 'metadata');
      return { id: event.id, mark: markOf(event.id), type: event.type, version: event.version, data, metadata };
    }),
  };
  requireSize(run, maxAppendBytes);
  return run;
}

/** What stands in EventStoreDB around the metadata of an event, at most; in characters of one byte. */
const AROUND = 64;

/** No character takes more than three bytes for each unit of its length, so counting is seldom needed. */
function requireSize({ stream, events }: Run, maxAppendBytes: number): void {
  let most = 0;
  for (const { type, data, metadata } of events) most += 3 * (data.length + metadata.length) + AROUND + 2 * type.length;
  if (most <= maxAppendBytes) return;
  let bytes = 0;
  for (const { type, version, data, metadata } of events)
    bytes += bytesOf({ type, data, metadata: wireMetadata(version, metadata) });
  requireFits(stream, bytes, maxAppendBytes);
}

/**
 * Half of a surrogate pair would be stored as another character and give two names to one thing. Names that begin with
 * $ are the server's own in EventStoreDB, where a log may be moved one day.
 */
function requireName(name: unknown, what: string): void {
  if (typeof name !== 'string' || name === '' || name.startsWith('$') || /\p{Surrogate}/u.test(name))
    throw new UnstorableEvent(`not ${what}: ${JSON.stringify(name)}`);
}
