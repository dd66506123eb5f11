import type { EventStore, Page } from '#event-store';
import type { Position } from '#kernel';
import { type Projection, passes, type RecordChange, streamsOf } from '../projection.ts';
import { moveCheckpoint } from '../read-database/checkpoints.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { rowWriter } from '../read-database/rows.ts';
import type { Copy } from '../read-database/tables.ts';
import { isRecordView } from '../record-view.ts';
import type { FoldedRecords, PageRecords } from '../records-at.ts';

/** A projection and the position that its live rows stand at. */
export interface Standing {
  readonly projection: Projection;
  position: Position;
}

/**
 * Brings the live rows of projections up to the end of a page: rows and checkpoints in one transaction.
 * A checkpoint that is not where it was left throws `CheckpointMoved`, and nothing of the page is kept.
 * A projection that is further on already is left alone.
 */
export async function applyPage(
  db: ReadDatabase,
  standings: readonly Standing[],
  page: Page,
  folded: FoldedRecords,
): Promise<RecordChange[]> {
  const behind = standings.filter(({ position }) => position < page.position);
  if (behind.length === 0) return [];
  const records = folded.at(page);
  const changed = new Set<string>();
  await db.writer.transaction().execute(async (tx) => {
    for (const { projection, position } of behind) {
      // The checkpoint first: it takes the lock, and somebody else's work is noticed before any is done.
      await moveCheckpoint(tx, projection, position, page.position);
      const events = page.events.filter((event) => event.position > position && passes(projection.filter, event));
      if (events.length === 0) continue;
      const rows = rowWriter(db, tx, projection.version, 'live');
      await projection.apply({ events, position: page.position, records }, rows);
      if (isRecordView(projection)) for (const event of events) changed.add(event.stream);
    }
  });
  records.keep();
  for (const standing of behind) standing.position = page.position;
  return Promise.all([...changed].map((stream) => changeOf(stream, records)));
}

async function changeOf(stream: string, records: PageRecords): Promise<RecordChange> {
  const { student, revision, position } = await records.at(stream);
  return { student, revision, position };
}

interface Stretch {
  readonly copy: Copy;
  readonly after?: Position;
  readonly upTo: Position;
  readonly signal?: AbortSignal;
}

/** Applies a stretch of the log to copies of projections' tables that nobody reads; checkpoints stay as they are. */
export async function advanceCopy(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
  folded: FoldedRecords,
  { copy, after, upTo, signal }: Stretch,
): Promise<number> {
  let applied = 0;
  for await (const page of store.readAll({ after, upTo, filter: streamsOf(projections), signal })) {
    const records = folded.at(page);
    await db.writer.transaction().execute(async (tx) => {
      for (const projection of projections) {
        const events = page.events.filter((event) => passes(projection.filter, event));
        if (events.length === 0) continue;
        const rows = rowWriter(db, tx, projection.version, copy);
        await projection.apply({ events, position: page.position, records }, rows);
      }
    });
    records.keep();
    applied += page.events.length;
  }
  signal?.throwIfAborted();
  return applied;
}
