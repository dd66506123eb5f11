import { setImmediate as turn } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import { foldOn, RECORD_STREAMS, recordAt } from '#student-record';
import { PARTITIONS } from '../partitions.ts';
import { beginCheckpoints } from '../read-database/checkpoints.ts';
import type { Copy } from '../read-database/generations.ts';
import type { Poison } from '../read-database/parked.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { type Row, rowWriter } from '../read-database/rows.ts';
import type { RecordView } from '../record-view.ts';
import { failureOf, isPassing, parkAll } from './apply-alone.ts';
import { retried } from './retried.ts';
import { inTurn, type Turns } from './turns.ts';

/** Records of students that were read, and the events in them. */
export interface Filled {
  readonly streams: number;
  readonly events: number;
}

/** What one worker fills. */
export interface Share {
  readonly partitions: readonly number[];
  /** Leaves out what was recorded later. */
  readonly upTo: Position;
  readonly signal?: AbortSignal;
  /** When several threads fill one database that has one writer. */
  readonly turns?: Turns;
  /** Told after every transaction. */
  readonly onFilled?: (filled: Filled) => void;
}

/** Rows gathered for one transaction: large enough that committing costs nothing, small enough to stay in memory. */
const ROWS_IN_A_TRANSACTION = 500;
/** Students between two turns of the event loop, so that a server that is rebuilding still answers. */
const STUDENTS_IN_A_TURN = 50;

/** A student's rows in each of the views, or why there are none. */
interface Folded {
  readonly poison: Omit<Poison, 'error'>;
  readonly rows: readonly (readonly Row[])[];
  readonly errors: readonly unknown[];
}

/**
 * Folds each record once and fills the empty tables of the views with it. At the end it notes where its partitions
 * stand, so that a partition that was not filled to its end has no checkpoint. Fails when the signal aborts.
 */
export async function fillViews(
  store: EventStore,
  db: ReadDatabase,
  copies: readonly Copy<RecordView>[],
  { partitions, upTo, signal, turns, onFilled }: Share,
): Promise<Filled> {
  let gathered: Folded[] = [];
  let rows = 0;
  let streams = 0;
  let events = 0;

  const flush = async () => {
    await inTurn(turns, () => insert(db, copies, gathered));
    gathered = [];
    rows = 0;
    onFilled?.({ streams, events });
  };

  const options = { upTo, signal, partitions: { of: PARTITIONS, only: partitions } };
  for await (const { stream, events: own } of store.readStreams(RECORD_STREAMS, options)) {
    const folded = folding(stream, own, copies);
    gathered.push(folded);
    for (const ofView of folded.rows) rows += ofView.length;
    streams++;
    events += own.length;
    if (rows >= ROWS_IN_A_TRANSACTION) await flush();
    if (streams % STUDENTS_IN_A_TURN === 0) {
      await turn();
      signal?.throwIfAborted();
    }
  }
  signal?.throwIfAborted();
  await flush();
  await db.writer.transaction().execute(async (tx) => {
    for (const copy of copies) await beginCheckpoints(tx, copy, partitions, upTo);
  });
  return { streams, events };
}

type Events = Parameters<typeof foldOn>[1];

function folding(stream: string, events: Events, copies: readonly Copy<RecordView>[]): Folded {
  const [first] = events;
  const { revision = 0n, position = '' } = first ?? {};
  const poison = { stream, revision, position, events: events.length, attempts: 1 };
  const rows: (readonly Row[])[] = [];
  const errors: unknown[] = [];
  let record: ReturnType<typeof recordAt> | undefined;
  for (const { projection } of copies) {
    try {
      record ??= recordAt(foldOn(stream, events));
      rows.push(projection.rowsOf(record));
      errors.push(undefined);
    } catch (error) {
      rows.push([]);
      errors.push(error ?? new Error('failed without an error'));
    }
  }
  return { poison, rows, errors };
}

async function insert(db: ReadDatabase, copies: readonly Copy<RecordView>[], gathered: readonly Folded[]) {
  try {
    await retried(() => insertTogether(db, copies, gathered));
  } catch (error) {
    if (isPassing(error)) throw error;
    await retried(() => insertEachAlone(db, copies, gathered));
  }
}

function insertTogether(
  db: ReadDatabase,
  copies: readonly Copy<RecordView>[],
  gathered: readonly Folded[],
): Promise<void> {
  return db.writer.transaction().execute(async (tx) => {
    for (const [index, copy] of copies.entries()) {
      const { table, version } = copy.projection;
      const rows = gathered.flatMap((folded) => folded.rows[index] ?? []);
      if (rows.length > 0) await rowWriter(db, tx, version, copy.generation).insert(table, rows);
      await parkAll(tx, copy, poisonsOf(gathered, index));
    }
  });
}

const poisonsOf = (gathered: readonly Folded[], index: number): Poison[] =>
  gathered.flatMap(({ poison, errors }) => (errors[index] === undefined ? [] : [{ ...poison, error: errors[index] }]));

/** When rows cannot be inserted together, those of one student may be at fault. */
function insertEachAlone(
  db: ReadDatabase,
  copies: readonly Copy<RecordView>[],
  gathered: readonly Folded[],
): Promise<void> {
  return db.writer.transaction().execute(async (tx) => {
    for (const [index, copy] of copies.entries()) {
      const writer = rowWriter(db, tx, copy.projection.version, copy.generation);
      const poisons = poisonsOf(gathered, index);
      for (const { poison, rows } of gathered) {
        const error = await failureOf(tx, () => writer.insert(copy.projection.table, rows[index] ?? []));
        if (error !== undefined) poisons.push({ ...poison, error });
      }
      await parkAll(tx, copy, poisons);
    }
  });
}
