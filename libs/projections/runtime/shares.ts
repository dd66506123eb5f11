import { createHash, randomUUID } from 'node:crypto';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { leaseholder, leaseStatus } from './leases.ts';

interface Versioned {
  readonly name: string;
  readonly version: number;
}

/**
 * What the leases of those who follow the log begin with. Programs with other versions of the read models follow it in
 * rows of their own, and so under other leases.
 */
export function followedAs(projections: readonly Versioned[]): string {
  const versions = projections.map(({ name, version }) => `${name} ${version}`).sort();
  return `follow/${createHash('sha256').update(versions.join('\n')).digest('hex').slice(0, 8)}/`;
}

/** The partitions of the log that a process follows, out of those that it may. */
export interface Shares {
  /**
   * Takes what is free of its share, and gives back what is more. The share is an equal part, rounded up, for each
   * process that asks for the same partitions. To be asked while nothing is being applied. Gives what is held.
   */
  settle(): Promise<readonly number[]>;
  /** Whether `settle` would change anything. */
  isDue(): Promise<boolean>;
  release(): Promise<void>;
}

/** `onLoss` is told when something that was held no longer is. */
export function sharing(
  db: ReadDatabase,
  projections: readonly Versioned[],
  partitions: readonly number[],
  milliseconds: number | undefined,
  onLoss: () => void,
): Shares {
  const leases = leaseholder(db, milliseconds, onLoss);
  const group = followedAs(projections);
  const leaseOf = (partition: number): string => `${group}${partition}`;
  /** Those who ask for the same partitions have leases of their own there. */
  const askers = `ask-for-${group}${partitions.join(',')}/`;
  const presence = `${askers}${randomUUID()}`;

  const held = () => partitions.filter((partition) => leases.held().includes(leaseOf(partition)));

  async function look(): Promise<{ readonly share: number; readonly free: readonly number[] }> {
    const standing = (await leaseStatus(db)).filter(({ held: holds }) => holds);
    const others = standing.filter(({ name }) => name.startsWith(askers) && name !== presence).length;
    const taken = new Set(standing.map(({ name }) => name));
    return {
      share: Math.ceil(partitions.length / (others + 1)),
      free: partitions.filter((partition) => !taken.has(leaseOf(partition))),
    };
  }

  return {
    async settle() {
      await leases.take([presence]);
      const { share, free } = await look();
      await leases.giveBack(held().slice(share).map(leaseOf));
      const more = Math.max(0, share - held().length);
      await leases.take(free.slice(0, more).map(leaseOf));
      return held();
    },
    async isDue() {
      const { share, free } = await look();
      return held().length > share || (held().length < share && free.length > 0);
    },
    release: () => leases.release(),
  };
}
