import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Position } from '#kernel';
import { checkpointOf } from '../read-database/checkpoints.ts';
import { type Versioned } from '../read-database/generations.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import type { ReadSchema } from '../read-database/schema.ts';

interface Waiter {
  readonly position: Position;
  readonly resolve: (reached: boolean) => void;
}

/** How far the rows are, and those who wait for them. */
export interface Progress {
  /** The position up to which all projections are; undefined while one of them was never built. */
  position(): Promise<Position | undefined>;
  /** True as soon as the position is reached, false when it is not within so many milliseconds. */
  waitFor(position: Position, milliseconds: number): Promise<boolean>;
  /** What this process itself brought about: who waits for it need not look. */
  reached(position: Position): void;
  /** Answers everybody who still waits with false. */
  giveUp(): void;
}

/** How often the checkpoints are looked at while somebody waits for what another process does, in milliseconds. */
const LOOK = 30;

/** `own` is the position when this process knows it without looking. */
export function progressOf(
  db: ReadDatabase,
  projections: readonly Versioned[],
  own: () => Position | undefined,
): Progress {
  const waiting = new Set<Waiter>();
  let looking = false;

  const position = async () => own() ?? (await lowestOf(db.reader, projections));
  const reached = (at: Position) => {
    for (const waiter of [...waiting]) if (waiter.position <= at) waiter.resolve(true);
  };

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    while (waiting.size > 0) {
      // What cannot be asked now is asked again; who waits for too long is told so.
      const at = await position().catch(() => undefined);
      if (at !== undefined) reached(at);
      if (waiting.size > 0) await pause(LOOK);
    }
    looking = false;
  }

  return {
    position,
    reached,
    async waitFor(wanted, milliseconds) {
      const at = own();
      if (at !== undefined && wanted <= at) return true;
      return new Promise<boolean>((resolve) => {
        const done = (there: boolean) => {
          clearTimeout(timer);
          waiting.delete(waiter);
          resolve(there);
        };
        const waiter: Waiter = { position: wanted, resolve: done };
        const timer = setTimeout(() => done(false), milliseconds);
        waiting.add(waiter);
        void look();
      });
    },
    giveUp() {
      for (const waiter of [...waiting]) waiter.resolve(false);
    },
  };
}

async function lowestOf(db: Kysely<ReadSchema>, projections: readonly Versioned[]): Promise<Position | undefined> {
  let lowest: Position | undefined;
  for (const projection of projections) {
    const position = await checkpointOf(db, projection);
    if (position === undefined) return undefined;
    if (lowest === undefined || position < lowest) lowest = position;
  }
  return lowest;
}
