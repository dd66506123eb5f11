import { sql, type Transaction } from 'kysely';
import { StoreUnavailable } from '#event-store';
import type { RecordedEvent } from '#kernel';
import type { ProjectedPage } from '../projection.ts';
import { CheckpointMoved } from '../read-database/checkpoints.ts';
import type { Copy } from '../read-database/generations.ts';
import { type Poison, park, parkedOf } from '../read-database/parked.ts';
import { ReadDatabaseUnavailable } from '../read-database/read-database.ts';
import type { RowWriter } from '../read-database/rows.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import { isRecordView } from '../record-view.ts';

/** More parked streams than this mean that not the events are at fault but the projection or its tables. */
const MOST_PARKED = 100;

/** Too many streams of a projection fail for the events to be at fault. Nothing more is parked. */
export class TooManyParked extends Error {
  override readonly name = 'TooManyParked';

  constructor({ projection, generation }: Copy, cause: unknown) {
    super(
      `projection ${projection.name} v${projection.version}, generation ${generation}: more than ${MOST_PARKED} ` +
        `streams cannot be applied, the last of them: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** Whether an error says nothing against the events: something is away, or somebody else was first. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ReadDatabaseUnavailable ||
  error instanceof StoreUnavailable ||
  error instanceof CheckpointMoved ||
  (error instanceof Error && error.name === 'AbortError');

/**
 * Applies a page stream by stream, each as if it were alone: what one of them wrote before it failed is undone, the
 * stream is parked, and the others go on.
 */
export async function applyEachAlone(
  tx: Transaction<ReadSchema>,
  copy: Copy,
  { events, position, records }: ProjectedPage,
  rows: RowWriter,
  tries: number,
): Promise<void> {
  const { projection } = copy;
  const failed = new Map<string, Poison>();
  for (const run of isRecordView(projection) ? byStream(events) : runsOf(events)) {
    const [first] = run;
    if (!first) continue;
    const before = failed.get(first.stream);
    if (before) {
      failed.set(first.stream, { ...before, events: before.events + run.length });
      continue;
    }
    const error = await failureOf(tx, () => projection.apply({ events: run, position, records }, rows));
    if (error === undefined) continue;
    const { stream, revision, position: at } = first;
    failed.set(stream, { stream, revision, position: at, events: run.length, error, attempts: tries + 1 });
  }
  await parkAll(tx, copy, [...failed.values()]);
}

/** Parks streams, unless there come to be too many of them. */
export async function parkAll(tx: Transaction<ReadSchema>, copy: Copy, poisons: readonly Poison[]): Promise<void> {
  const last = poisons.at(-1);
  if (!last) return;
  const standing = (await parkedOf(tx, [copy.projection])).filter(({ generation }) => generation === copy.generation);
  if (standing.length + poisons.length > MOST_PARKED) throw new TooManyParked(copy, last.error);
  for (const poison of poisons) await park(tx, copy, poison);
}

/** The error of some work, all of which is undone then; undefined when there is none. One that passes is thrown. */
export async function failureOf(tx: Transaction<ReadSchema>, work: () => Promise<void>): Promise<unknown> {
  await sql`savepoint alone`.execute(tx);
  try {
    await work();
  } catch (error) {
    if (isPassing(error)) throw error;
    await sql`rollback to savepoint alone`.execute(tx);
    return error ?? new Error('failed without an error');
  } finally {
    await sql`release savepoint alone`.execute(tx).catch(() => undefined);
  }
  return undefined;
}

function byStream(events: readonly RecordedEvent[]): RecordedEvent[][] {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const of = streams.get(event.stream);
    if (of) of.push(event);
    else streams.set(event.stream, [event]);
  }
  return [...streams.values()];
}

/** For who sees the log in its order: events one after the other, as far as they are of one stream. */
function runsOf(events: readonly RecordedEvent[]): RecordedEvent[][] {
  const runs: RecordedEvent[][] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (last?.[0]?.stream === event.stream) last.push(event);
    else runs.push([event]);
  }
  return runs;
}
