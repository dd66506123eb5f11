import type { Transaction } from 'kysely';
import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import { streamsOf } from '../projection.ts';
import { checkpointsOf } from '../read-database/checkpoints.ts';
import type { Copy } from '../read-database/generations.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import { type FoldedRecords, foldedRecords } from '../records-at.ts';
import { applyPage, applyWithin, type Standing } from './apply.ts';
import { isPassing } from './apply-alone.ts';

/** How far each partition is to come. */
export type Targets = ReadonlyMap<number, Position>;

/** Brings a generation that nobody reads along the log. */
export interface CatchUp {
  /** Up to the targets, page by page, each in a transaction of its own. Gives the number of events read. */
  to(targets: Targets, signal?: AbortSignal): Promise<number>;
  /** The same within a transaction, if that takes no more than so many pages; whether it did. */
  within(tx: Transaction<ReadSchema>, targets: Targets, pages: number): Promise<boolean>;
  /** Where the partitions stand. */
  positions(): Targets;
}

/** Comes before every position of any store. */
export const BEFORE_ALL: Position = '';

const PAGE = 500;
const FOLDED_RECORDS = 1_000;

export async function catchUpOf(store: EventStore, db: ReadDatabase, copy: Copy): Promise<CatchUp> {
  const { projection } = copy;
  const standings: Standing[] = [...(await checkpointsOf(db.writer, copy))].map(([partition, position]) => ({
    projection,
    partition,
    position,
  }));
  const folded = foldedRecords(store, FOLDED_RECORDS);
  const filter = streamsOf([projection]);

  /** Whoever stops earlier does so before the others go on: a record is never seen further than its checkpoint. */
  const stretches = (of: readonly Standing[], targets: Targets) =>
    [...new Set(targets.values())].sort().map((upTo) => {
      const own = of.filter(({ partition }) => (targets.get(partition) ?? '') >= upTo);
      return { upTo, own: own.filter(({ position }) => position < upTo) };
    });

  return {
    async to(targets, signal) {
      let events = 0;
      for (const { upTo, own } of stretches(standings, targets)) {
        if (own.length === 0) continue;
        for await (const page of store.readAll({
          after: lowest(own) || undefined,
          upTo,
          filter,
          pageSize: PAGE,
          signal,
        })) {
          await applyOrPark(db, own, page, folded, copy);
          events += page.events.length;
        }
        signal?.throwIfAborted();
      }
      return events;
    },
    async within(tx, targets, pages) {
      // Of their own: when the transaction is not kept, the standings are where they were.
      const moved = standings.map((standing) => ({ ...standing }));
      let taken = 0;
      for (const { upTo, own } of stretches(moved, targets)) {
        if (own.length === 0) continue;
        for await (const page of store.readAll({ after: lowest(own) || undefined, upTo, filter, pageSize: PAGE })) {
          if (++taken > pages) return false;
          const behind = own.filter(({ position }) => position < page.position);
          await applyWithin(tx, db, behind, page, folded.at(page), { to: copy });
          for (const standing of behind) standing.position = page.position;
        }
      }
      return true;
    },
    positions: () => new Map(standings.map(({ partition, position }) => [partition, position])),
  };
}

/** A page that fails is applied stream by stream at once: nobody waits for it, and what fails is parked. */
async function applyOrPark(
  db: ReadDatabase,
  standings: readonly Standing[],
  page: Parameters<typeof applyPage>[2],
  folded: FoldedRecords,
  to: Copy,
): Promise<void> {
  try {
    await applyPage(db, standings, page, folded, { to });
  } catch (error) {
    if (isPassing(error)) throw error;
    await applyPage(db, standings, page, folded, { to, aloneAfter: 1 });
  }
}

export const lowest = (standings: readonly Pick<Standing, 'position'>[]): Position =>
  standings.map(({ position }) => position).toSorted()[0] ?? BEFORE_ALL;

/** Whether the first are behind the others in any partition. */
export const isBehind = (own: Targets, others: Targets): boolean =>
  [...others].some(([partition, position]) => (own.get(partition) ?? '') < position);
