import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import type { Projection } from '../projection.ts';
import { furthestOf } from '../read-database/checkpoints.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';

/**
 * The rows know of more than the log has: they were made from another log, such as the one before an older backup was
 * restored. Whoever followed on would miss what is recorded up to their position.
 */
export class AheadOfLog extends Error {
  override readonly name = 'AheadOfLog';

  constructor(position: Position, head: Position) {
    super(
      `the read models stand at ${position}, and the log ends at ${head || 'nothing'}: they were made from another log; ` +
        'drop them (records projections drop --all), and build them from this one (records projections rebuild)',
    );
  }
}

/** Throws `AheadOfLog` where a live generation stands beyond the end of the log. */
export async function requireWithinLog(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
): Promise<void> {
  const furthest = await furthestOf(db.writer, projections);
  if (furthest === undefined) return;
  // Asked second: the log may grow meanwhile, and the rows with it.
  const head = await store.head();
  if (furthest > head) throw new AheadOfLog(furthest, head);
}
