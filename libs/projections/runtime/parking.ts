import type { Transaction } from 'kysely';
import type { EventStore } from '#event-store';
import type { RecordedEvent } from '#kernel';
import { partitionFor } from '../partitions.ts';
import { type Projection, passes } from '../projection.ts';
import { checkpointsOf, holdCheckpoints } from '../read-database/checkpoints.ts';
import { areOfLive, type Copy, copiesIn } from '../read-database/generations.ts';
import { failAgain, type Parked, parkedOf, unpark } from '../read-database/parked.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { rowWriter } from '../read-database/rows.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import { foldedRecords } from '../records-at.ts';
import { isPassing } from './apply-alone.ts';

export interface RetryOptions {
  /** Only what is parked of this projection, and of this stream; all of it unless told. */
  readonly projection?: string;
  readonly stream?: string;
}

/** What came of one parked stream in one generation. */
export interface Retried {
  readonly projection: string;
  readonly generation: number;
  readonly stream: string;
  readonly events: number;
  /** Why it stays parked; absent when it is not any more. */
  readonly error?: string;
}

/** There is no read model of that name in this program. */
export class NoSuchReadModel extends Error {
  override readonly name = 'NoSuchReadModel';
}

/** The log has no stream of that name. */
export class NoSuchStream extends Error {
  override readonly name = 'NoSuchStream';
}

/**
 * Applies what waits of parked streams, in order up to the checkpoint, and lets them go on. What fails again stays
 * parked. Previous generations are left alone. Throws `NoSuchReadModel` or `NoSuchStream` when only something is meant
 * that there is not.
 */
export async function retryParked(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  { projection: only, stream: onlyStream }: RetryOptions = {},
): Promise<Retried[]> {
  const meant = projections.filter(({ name }) => only === undefined || name === only);
  if (meant.length === 0) {
    const known = projections.map(({ name }) => name).join(', ');
    throw new NoSuchReadModel(`there is no read model ${only}; there are ${known}`);
  }
  const copies = [...(await copiesIn(db.writer, meant, 'live')), ...(await copiesIn(db.writer, meant, 'following'))];
  const retried: Retried[] = [];
  for (const copy of copies) {
    for (const { stream } of await parkedIn(db.writer, copy)) {
      if (onlyStream !== undefined && stream !== onlyStream) continue;
      const outcome = await retry(store, db, copy, stream);
      if (outcome) retried.push(outcome);
    }
  }
  if (retried.length === 0 && onlyStream !== undefined) await requireStream(store, onlyStream);
  return retried;
}

async function requireStream(store: EventStore, stream: string): Promise<void> {
  for await (const _event of store.readStream(stream)) return;
  throw new NoSuchStream(`the log has no stream ${stream}`);
}

const parkedIn = async (db: Parameters<typeof parkedOf>[0], { projection, generation }: Copy): Promise<Parked[]> =>
  (await parkedOf(db, [projection])).filter((each) => each.generation === generation);

async function retry(store: EventStore, db: ReadDatabase, copy: Copy, stream: string): Promise<Retried | undefined> {
  const { projection, generation } = copy;
  const about = { projection: projection.name, generation, stream };
  let events = 0;
  try {
    const found = await db.writer.transaction().execute(async (tx) => {
      await holdCheckpoints(tx, areOfLive([projection]), [partitionFor(projection, stream)]);
      const parked = (await parkedIn(tx, copy)).find((each) => each.stream === stream);
      if (!parked) return false;
      events = await applyWaiting(store, db, tx, copy, parked);
      await unpark(tx, copy, stream);
      return true;
    });
    return found ? { ...about, events } : undefined;
  } catch (error) {
    if (isPassing(error)) throw error;
    await db.writer.transaction().execute((tx) => failAgain(tx, copy, stream, error));
    return { ...about, events, error: error instanceof Error ? error.message : String(error) };
  }
}

async function applyWaiting(
  store: EventStore,
  db: ReadDatabase,
  tx: Transaction<ReadSchema>,
  copy: Copy,
  { stream, revision }: Parked,
): Promise<number> {
  const { projection, generation } = copy;
  const position = (await checkpointsOf(tx, copy)).get(partitionFor(projection, stream));
  if (position === undefined) return 0;
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(stream, { from: BigInt(revision), upTo: position }))
    if (passes(projection.filter, event)) events.push(event);
  const records = foldedRecords(store, 0).at({ events: [], position });
  await projection.apply({ events, position, records }, rowWriter(db, tx, projection.version, generation));
  return events.length;
}
