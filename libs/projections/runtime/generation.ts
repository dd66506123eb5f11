import type { Projection } from '../projection.ts';
import { holdCheckpoints } from '../read-database/checkpoints.ts';
import {
  areOfLive,
  beginGeneration,
  type Copy,
  dropGeneration,
  type GenerationState,
  generationsOf,
  retire,
} from '../read-database/generations.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { type Leaseholder, type LeaseStatus, leaseStatus } from './leases.ts';

const REBUILD = 'rebuild/';

/** The leases of whoever makes, swaps or drops generations of projections. */
export const rebuildLeases = (projections: readonly Projection[]): string[] => [
  ...new Set(projections.map(({ name }) => `${REBUILD}${name}`)),
];

/** What other processes are about that make, compare, swap or drop generations, by their leases. */
export const rebuildingElsewhere = async (db: ReadDatabase): Promise<LeaseStatus[]> =>
  (await leaseStatus(db)).filter(({ name, held, own }) => held && !own && name.startsWith(REBUILD));

/** Not finished, or not accepted: whoever begins anew has no use for them. */
const LEFT_OVER: readonly GenerationState[] = ['filling', 'following', 'discarded'];

/** Others read or write what was to be swapped, without a pause. The generation waits beside the live one. */
export class SwapHeldUp extends Error {
  override readonly name = 'SwapHeldUp';

  constructor(tries: number, cause: unknown) {
    super(
      `the new generation was not put in place: somebody has been reading or writing the live one all the time ` +
        `(${tries} tries); it waits, and \`records projections swap\` puts it in place when they have ended`,
      { cause },
    );
  }
}

export interface NewGeneration {
  /**
   * Lets some work be done on the empty generation. It is dropped when that fails before readers see it, unless all is
   * done but that it could not be swapped in: then it waits beside the live one.
   */
  madeOf<T>(work: (copies: readonly Copy[]) => Promise<T>): Promise<T>;
}

/** Begins an empty generation of each projection, having dropped what earlier ones left that came to nothing. */
export async function newGeneration(
  db: ReadDatabase,
  projections: readonly Projection[],
  holder: Leaseholder,
): Promise<NewGeneration> {
  await dropThose(db, projections, holder, LEFT_OVER);
  const copies = await db.writer.transaction().execute(async (tx) => {
    await holder.require(tx, rebuildLeases(projections));
    const begun: Copy[] = [];
    for (const projection of projections) begun.push(await beginGeneration(tx, projection));
    return begun;
  });
  return {
    async madeOf(work) {
      try {
        return await work(copies);
      } catch (error) {
        // Where the database cannot be asked, the next to begin drops them.
        const useless = LEFT_OVER.filter((state) => !(state === 'following' && error instanceof SwapHeldUp));
        await dropThose(db, projections, holder, useless).catch(() => undefined);
        throw error;
      }
    },
  };
}

/** Drops the generations that are in one of these states. Gives their number. */
export async function dropThose(
  db: ReadDatabase,
  projections: readonly Projection[],
  holder: Leaseholder,
  states: readonly GenerationState[],
): Promise<number> {
  let dropped = 0;
  for (const { projection: name, version, generation, state } of await generationsOf(db.writer, projections)) {
    const projection = projections.find((each) => each.name === name && each.version === version);
    if (!projection || !states.includes(state)) continue;
    // One after the other: dropping a large table takes its time, and nobody else can write meanwhile.
    await db.writer.transaction().execute(async (tx) => {
      await holder.require(tx, rebuildLeases(projections));
      await holdCheckpoints(tx, areOfLive([projection]));
      if (state === 'live') await retire(tx, { projection, generation });
      await dropGeneration(tx, { projection, generation });
    });
    dropped++;
  }
  return dropped;
}
