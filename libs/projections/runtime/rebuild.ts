import { setImmediate as turn } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import { RECORD_STREAMS } from '#student-record';
import type { Projection } from '../projection.ts';
import { checkpointOf, holdCheckpoints, setCheckpoint } from '../read-database/checkpoints.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { type Row, rowWriter } from '../read-database/rows.ts';
import { type Copy, createTables, dropTables, swapIn } from '../read-database/tables.ts';
import { recordAt } from '../record-at.ts';
import { isRecordView, type RecordView } from '../record-view.ts';
import { foldedRecords, foldOn } from '../records-at.ts';
import { advanceCopy } from './advance.ts';

export interface RebuildProgress {
  /** Records of students read so far, and in all. */
  readonly streams: number;
  readonly ofStreams: number;
  readonly events: number;
}

export interface RebuildOptions {
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Gives up between two students: the live tables stay as they are. */
  readonly signal?: AbortSignal;
}

export interface RebuildResult {
  /** The position that the new tables stand at. */
  readonly position: Position;
  readonly streams: number;
  readonly events: number;
  readonly milliseconds: number;
}

/**
 * Fills the tables of projections from the whole log, beside the live ones, and puts them in their
 * place in one transaction. Readers see the old rows until then and the new ones from then on; rows
 * never go back behind what the live tables had reached.
 */
export async function rebuild(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  options: RebuildOptions = {},
): Promise<RebuildResult> {
  const started = performance.now();
  try {
    const filled = await fillCopy(store, db, projections, 'rebuild', await store.head(), options);
    const position = await cutOver(store, db, projections, filled.position, options.signal);
    return { ...filled, position, milliseconds: performance.now() - started };
  } catch (error) {
    for (const projection of projections) await dropTables(db.writer, projection, 'rebuild');
    throw error;
  }
}

/** Fills a fresh copy of the projections' tables with the log up to a position. */
export async function fillCopy(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  copy: Exclude<Copy, 'live'>,
  position: Position,
  options: RebuildOptions = {},
): Promise<{ position: Position; streams: number; events: number }> {
  for (const projection of projections) {
    await dropTables(db.writer, projection, copy);
    await createTables(db.writer, projection, copy);
  }
  const views = projections.filter(isRecordView);
  const others = projections.filter((projection) => !isRecordView(projection));
  let streams = 0;
  let events = 0;
  if (views.length > 0) ({ streams, events } = await fillViews(store, db, views, copy, position, options));
  if (others.length > 0) {
    const folded = foldedRecords(store, FOLDED_RECORDS);
    events += await advanceCopy(store, db, others, folded, { copy, upTo: position, signal: options.signal });
  }
  return { position, streams, events };
}

const FOLDED_RECORDS = 1_000;
/** Rows gathered for one transaction: large enough that committing costs nothing, small enough to stay in memory. */
const ROWS_IN_A_TRANSACTION = 500;
/** Students between two turns of the event loop, so that a server that is rebuilding still answers. */
const STUDENTS_IN_A_TURN = 50;

async function fillViews(
  store: EventStore,
  db: ReadDatabase,
  views: readonly RecordView[],
  copy: Copy,
  upTo: Position,
  { onProgress, signal }: RebuildOptions,
): Promise<{ streams: number; events: number }> {
  const ofStreams = onProgress ? await countStreams(store, upTo) : 0;
  const gathered = views.map((view) => ({ view, rows: [] as Row[] }));
  let waiting = 0;
  let streams = 0;
  let events = 0;

  const flush = async () => {
    await db.writer.transaction().execute(async (tx) => {
      for (const { view, rows } of gathered) {
        await rowWriter(db, tx, view.version, copy).insert(view.table, rows);
        rows.length = 0;
      }
    });
    waiting = 0;
    onProgress?.({ streams, ofStreams, events });
  };

  for await (const { stream, events: own } of store.readStreams(RECORD_STREAMS, { upTo, signal })) {
    const record = recordAt(foldOn(stream, own));
    for (const { view, rows } of gathered) {
      for (const row of view.rowsOf(record)) {
        rows.push(row);
        waiting++;
      }
    }
    streams++;
    events += own.length;
    if (waiting >= ROWS_IN_A_TRANSACTION) await flush();
    if (streams % STUDENTS_IN_A_TURN === 0) {
      await turn();
      signal?.throwIfAborted();
    }
  }
  signal?.throwIfAborted();
  await flush();
  return { streams, events };
}

async function countStreams(store: EventStore, upTo: Position): Promise<number> {
  let count = 0;
  for await (const _ of store.streams(RECORD_STREAMS, { upTo })) count++;
  return count;
}

/**
 * Puts the filled copy in place, having first brought it up to wherever the live tables got meanwhile.
 * Here a comparison of the two at the same position can stand before the swap.
 */
async function cutOver(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  filled: Position,
  signal?: AbortSignal,
): Promise<Position> {
  const folded = foldedRecords(store, FOLDED_RECORDS);
  let position = filled;
  for (;;) {
    const furthest = await db.writer.transaction().execute(async (tx) => {
      await holdCheckpoints(tx);
      const live = await Promise.all(projections.map((projection) => checkpointOf(tx, projection)));
      const ahead = live.filter((at) => at !== undefined && at > position) as Position[];
      if (ahead.length > 0) return ahead.sort().at(-1);
      for (const projection of projections) {
        await swapIn(tx, projection, 'rebuild');
        await setCheckpoint(tx, projection, position);
      }
      return undefined;
    });
    if (furthest === undefined) return position;
    await advanceCopy(store, db, projections, folded, { copy: 'rebuild', after: position, upTo: furthest, signal });
    position = furthest;
  }
}
