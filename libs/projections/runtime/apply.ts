import type { Transaction } from 'kysely';
import type { Page } from '#event-store';
import type { Position, RecordedEvent } from '#kernel';
import { partitionFor } from '../partitions.ts';
import { type Projection, passes } from '../projection.ts';
import { holdCheckpoints, moveCheckpoints } from '../read-database/checkpoints.ts';
import { areOfCopy, areOfLive, type Copy, type Generation } from '../read-database/generations.ts';
import { letWait, parkedOf } from '../read-database/parked.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { rowWriter } from '../read-database/rows.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import type { FoldedRecords, RecordsAt } from '../records-at.ts';
import { applyEachAlone } from './apply-alone.ts';

/** A partition of a projection, and the position that its rows stand at as far as is known here. */
export interface Standing {
  readonly projection: Projection;
  readonly partition: number;
  position: Position;
}

export interface Application {
  /**
   * Which generations are meant: one copy, or all that readers see or are going to see, `following` and `live`,
   * which are moved together and so stand at the same position whenever they are looked at.
   */
  readonly to: 'live' | Copy;
  /** Applies stream by stream, and parks the streams that fail: the number of tries that came before. */
  readonly aloneAfter?: number;
}

const isLive = ({ state }: Generation): boolean => state === 'live' || state === 'following';

/**
 * Brings rows up to the end of a page: rows and checkpoints in one transaction. A checkpoint that is not where it was
 * left throws `CheckpointMoved`, and nothing of the page is kept. A partition that is further on is left alone.
 */
export async function applyPage(
  db: ReadDatabase,
  standings: readonly Standing[],
  page: Page,
  folded: FoldedRecords,
  application: Application = { to: 'live' },
): Promise<void> {
  const behind = standings.filter((standing) => standing.position < page.position);
  if (behind.length === 0) return;
  const records = folded.at(page);
  await db.writer.transaction().execute((tx) => applyWithin(tx, db, behind, page, records, application));
  records.keep();
  for (const standing of behind) standing.position = page.position;
}

/** The same within a transaction; standings are left as they are. */
export async function applyWithin(
  tx: Transaction<ReadSchema>,
  db: ReadDatabase,
  behind: readonly Standing[],
  page: Page,
  records: RecordsAt,
  { to, aloneAfter }: Application,
): Promise<void> {
  const projections = [...new Set(behind.map(({ projection }) => projection))];
  const partitions = [...new Set(behind.map(({ partition }) => partition))];
  await holdCheckpoints(tx, to === 'live' ? areOfLive(projections) : areOfCopy(to), partitions);
  const moves = behind.map((standing) => ({ ...standing, from: standing.position, to: page.position }));
  const generations = await moveCheckpoints(
    tx,
    moves,
    to === 'live' ? isLive : ({ generation }) => generation === to.generation,
  );
  const parked = await parkedOf(tx, projections);

  for (const projection of projections) {
    const own = new Map(behind.flatMap((each) => (each.projection === projection ? [[each.partition, each]] : [])));
    const events = page.events.filter((event) => passes(projection.filter, event) && isNew(own, projection, event));
    if (events.length === 0) continue;
    for (const { generation } of generations.filter((each) => isOf(each, projection))) {
      const copy = { projection, generation };
      const stopped = new Set(
        parked.flatMap((each) => (isOf(each, projection) && each.generation === generation ? [each.stream] : [])),
      );
      await countWaiting(tx, copy, stopped, events);
      const projected = {
        events: stopped.size === 0 ? events : events.filter(({ stream }) => !stopped.has(stream)),
        position: page.position,
        records,
      };
      if (projected.events.length === 0) continue;
      const rows = rowWriter(db, tx, projection.version, generation);
      if (aloneAfter === undefined) await projection.apply(projected, rows);
      else await applyEachAlone(tx, copy, projected, rows, aloneAfter);
    }
  }
}

const isOf = (
  { projection, version }: Pick<Generation, 'projection' | 'version'>,
  of: Pick<Projection, 'name' | 'version'>,
): boolean => projection === of.name && version === of.version;

function isNew(own: ReadonlyMap<number, Standing>, projection: Projection, event: RecordedEvent): boolean {
  const standing = own.get(partitionFor(projection, event.stream));
  return standing !== undefined && event.position > standing.position;
}

async function countWaiting(
  tx: Transaction<ReadSchema>,
  copy: Copy,
  stopped: ReadonlySet<string>,
  events: readonly RecordedEvent[],
): Promise<void> {
  for (const stream of stopped) {
    const more = events.filter((event) => event.stream === stream).length;
    if (more > 0) await letWait(tx, copy, stream, more);
  }
}
