import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import type { Projection } from '../projection.ts';
import { type Generation, generationsOf } from '../read-database/generations.ts';
import { type Parked, parkedOf } from '../read-database/parked.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { type LeaseStatus, leaseStatus } from './leases.ts';
import { followedAs } from './shares.ts';

export interface GenerationStatus {
  readonly generation: number;
  readonly state: Generation['state'];
  /** Of its partitions the one that is furthest behind and the one that is furthest on; absent while it is filled. */
  readonly position?: Position;
  readonly furthest?: Position;
  readonly partitions: number;
  readonly parked: number;
}

/** All there is of one version of a projection. */
export interface VersionStatus {
  readonly name: string;
  readonly version: number;
  /** Whether it is the version of this program. */
  readonly current: boolean;
  /** Of the live generation; absent when there is none. */
  readonly position?: Position;
  readonly generations: readonly GenerationStatus[];
}

export interface ProjectionsStatus {
  readonly head: Position;
  readonly projections: readonly VersionStatus[];
  /** The age of the oldest event that is not in the rows yet, in milliseconds; 0 when all are. */
  readonly lagMilliseconds: number;
  /** Whether some process follows the log with the versions of this program. */
  readonly followed: boolean;
  readonly leases: readonly LeaseStatus[];
  readonly parked: readonly Parked[];
}

/** How everything stands that this program follows, and what older versions of it have left. */
export async function projectionsStatus(
  store: EventStore,
  db: ReadDatabase,
  projections: readonly Projection[],
): Promise<ProjectionsStatus> {
  const head = await store.head();
  const { generations, checkpoints, parked } = await db.snapshot(async (tx) => ({
    generations: await generationsOf(tx),
    checkpoints: await tx.selectFrom('projection_checkpoint').selectAll().execute(),
    parked: await parkedOf(tx),
  }));
  const statusOf = ({ projection, version, generation, state }: Generation): GenerationStatus => {
    const isOwn = (row: { projection: string; version: number; generation: number }) =>
      row.projection === projection && row.version === version && row.generation === generation;
    const positions = checkpoints
      .filter(isOwn)
      .map(({ position }) => position)
      .sort();
    return {
      generation,
      state,
      position: positions[0],
      furthest: positions.at(-1),
      partitions: positions.length,
      parked: parked.filter(isOwn).length,
    };
  };
  const versions = [
    ...projections.map(({ name, version }) => ({ name, version, current: true })),
    ...olderIn(generations, projections),
  ].map((of): VersionStatus => {
    const own = generations
      .filter(({ projection, version }) => projection === of.name && version === of.version)
      .map(statusOf);
    return { ...of, position: own.find(({ state }) => state === 'live')?.position, generations: own };
  });
  const leases = await leaseStatus(db);
  const positions = versions.filter(({ current }) => current).map(({ position }) => position ?? '');
  return {
    head,
    projections: versions,
    lagMilliseconds: await lagOf(store, positions.sort()[0] ?? ''),
    followed: leases.some(({ name, held }) => held && name.startsWith(followedAs(projections))),
    leases,
    parked,
  };
}

function olderIn(generations: readonly Generation[], projections: readonly Projection[]) {
  const others = new Map<string, { name: string; version: number; current: boolean }>();
  for (const { projection: name, version } of generations)
    if (!projections.some((each) => each.name === name && each.version === version))
      others.set(`${name} ${version}`, { name, version, current: false });
  return others.values();
}

/** The age of the first event after a position, in milliseconds; 0 when there is none. */
export async function lagOf(store: EventStore, position: Position): Promise<number> {
  for await (const { events } of store.readAll({ after: position || undefined, pageSize: 1 })) {
    const [first] = events;
    if (first) return Math.max(1, Date.now() - Date.parse(first.metadata.recordedAt));
  }
  return 0;
}
