import type { Transaction } from 'kysely';
import { holdLeases, leasesIn, renewLeases, returnLeases, takeLease } from '../read-database/leases.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import type { ReadSchema } from '../read-database/schema.ts';
import { isGone, isOwn, newOwner, ownerShown } from './owner.ts';

/** How long a lease holds when nobody renews it, in milliseconds. */
export const LEASE_MS = 10_000;

/** Somebody else does what was to be done, and only one may. */
export class LeaseHeld extends Error {
  override readonly name = 'LeaseHeld';

  constructor(lease: string, owner: string, left: number) {
    const until = new Date(Date.now() + left).toISOString();
    super(`${lease} is held by ${ownerShown(owner)} until ${until}, and longer when it is renewed`);
  }
}

/** A lease ran out and somebody else has taken it since. What was being done is given up. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor(names: readonly string[]) {
    super(`no longer held: ${names.join(', ')}`);
  }
}

/** A holder of leases, which are renewed by a timer until they are given back. */
export interface Leaseholder {
  readonly owner: string;
  /** What is held as far as is known; the database has the last word. */
  held(): readonly string[];
  /** Takes those of the leases that are free, or whose owner is known to be gone. */
  take(names: readonly string[]): Promise<readonly string[]>;
  /** First in a transaction that rests on them: throws `LeaseLost` unless they are held until it ends. */
  require(tx: Transaction<ReadSchema>, names: readonly string[]): Promise<void>;
  /** Gives some of them back. */
  giveBack(names: readonly string[]): Promise<void>;
  /** Gives all of them back, and takes no more. */
  release(): Promise<void>;
}

/** `onChange` is told when renewing found that some are lost. */
export function leaseholder(db: ReadDatabase, milliseconds = LEASE_MS, onChange?: () => void): Leaseholder {
  const owner = newOwner();
  let held: string[] = [];
  let renewing: NodeJS.Timeout | undefined;

  async function renew(): Promise<void> {
    // A database that cannot be asked tells nothing of the leases; it is asked again.
    const still = await renewLeases(db.writer, owner, milliseconds).catch(() => held);
    const lost = held.filter((name) => !still.includes(name));
    if (lost.length === 0) return;
    held = held.filter((name) => !lost.includes(name));
    onChange?.();
  }

  async function take(name: string): Promise<boolean> {
    if (await takeLease(db.writer, { name, owner, milliseconds })) return true;
    const holder = (await leasesIn(db.writer)).find((lease) => lease.name === name);
    if (!holder || !isGone(holder.owner)) return false;
    return takeLease(db.writer, { name, owner, milliseconds, over: holder.owner });
  }

  let closed = false;
  let taking: Promise<unknown> = Promise.resolve();

  async function takeAll(names: readonly string[]): Promise<readonly string[]> {
    if (closed) return [];
    for (const name of names) if (!held.includes(name) && (await take(name))) held = [...held, name];
    if (held.length > 0) renewing ??= setInterval(() => void renew(), milliseconds / 3).unref();
    return names.filter((name) => held.includes(name));
  }

  return {
    owner,
    held: () => held,
    take(names) {
      const taken = taking.then(() => takeAll(names));
      taking = taken.catch(() => undefined);
      return taken;
    },
    async require(tx, names) {
      if (!(await holdLeases(tx, owner, names))) throw new LeaseLost(names);
    },
    async giveBack(names) {
      if (names.length === 0) return;
      held = held.filter((name) => !names.includes(name));
      await returnLeases(db.writer, owner, names);
    },
    async release() {
      closed = true;
      await taking;
      clearInterval(renewing);
      held = [];
      await returnLeases(db.writer, owner);
    },
  };
}

/** Takes all of the leases or none, and gives them back when the work is done. Throws `LeaseHeld` when one is not to be had. */
export async function withLeases<T>(
  db: ReadDatabase,
  names: readonly string[],
  work: (holder: Leaseholder) => Promise<T>,
  milliseconds?: number,
): Promise<T> {
  const holder = leaseholder(db, milliseconds);
  try {
    const taken = await holder.take(names);
    const refused = names.find((name) => !taken.includes(name));
    if (refused !== undefined) {
      const lease = (await leasesIn(db.writer)).find(({ name }) => name === refused);
      throw new LeaseHeld(refused, lease?.owner ?? '', lease?.left ?? 0);
    }
    return await work(holder);
  } finally {
    // What cannot be given back runs out.
    await holder.release().catch(() => undefined);
  }
}

/** A lease as it is shown. */
export interface LeaseStatus {
  readonly name: string;
  /** `process 4711 on registry-2` */
  readonly owner: string;
  /** Whether it holds: it has not run out, and its owner is not known to be gone. */
  readonly held: boolean;
  /** Whether somebody in this very process has it. */
  readonly own: boolean;
  /** Until it runs out unless it is renewed, in milliseconds. */
  readonly leftMilliseconds: number;
}

export async function leaseStatus(db: ReadDatabase): Promise<LeaseStatus[]> {
  return (await leasesIn(db.reader)).map(({ name, owner, left }) => ({
    name,
    owner: ownerShown(owner),
    held: left > 0 && !isGone(owner),
    own: isOwn(owner),
    leftMilliseconds: left,
  }));
}
