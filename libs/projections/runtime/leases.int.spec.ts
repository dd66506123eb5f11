import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { leasesIn, takeLease } from '../read-database/leases.ts';
import { openReadDatabase } from '../read-database/open.ts';
import type { ReadDatabase } from '../read-database/read-database.ts';
import { readDatabases } from '../testing/read-databases.ts';
import { LeaseHeld, LeaseLost, leaseholder, leaseStatus, withLeases } from './leases.ts';
import { newOwner } from './owner.ts';

describe.each(readDatabases)('leases on $name', ({ open }) => {
  let db: ReadDatabase;
  let other: ReadDatabase;

  beforeEach(async () => {
    db = await open();
    // As another process would.
    other = openReadDatabase(db.options);
  });

  afterEach(async () => {
    await db.close();
    await other.close();
  });

  it('are had by one at a time, and by the next when they are given back', async () => {
    const first = leaseholder(db);
    const second = leaseholder(other);
    expect(await first.take(['follow/0', 'follow/1'])).toEqual(['follow/0', 'follow/1']);
    expect(await second.take(['follow/1', 'follow/2'])).toEqual(['follow/2']);
    await first.release();
    expect(await second.take(['follow/0', 'follow/1', 'follow/2'])).toEqual(['follow/0', 'follow/1', 'follow/2']);
    await second.release();
    expect(await leasesIn(db.reader)).toEqual([]);
  });

  it('are had by one of many who ask at the same time', async () => {
    const holders = Array.from({ length: 10 }, (_, n) => leaseholder(n % 2 === 0 ? db : other));
    const taken = await Promise.all(holders.map((holder) => holder.take(['rebuild/transcript'])));
    expect(taken.flat()).toEqual(['rebuild/transcript']);
    for (const holder of holders) await holder.release();
  });

  it('are refused at once to a second rebuild, with who holds them and until when', async () => {
    await withLeases(db, ['rebuild/transcript'], async () => {
      const second = withLeases(other, ['rebuild/term_summary', 'rebuild/transcript'], async () => 'done');
      await expect(second).rejects.toThrow(LeaseHeld);
      await expect(withLeases(other, ['rebuild/transcript'], async () => 'done')).rejects.toThrow(
        new RegExp(`^rebuild/transcript is held by process ${process.pid} on .* until \\d{4}-`),
      );
      // All or none: the one that was free is free again.
      expect((await leasesIn(db.reader)).map(({ name }) => name)).toEqual(['rebuild/transcript']);
    });
    expect(await withLeases(other, ['rebuild/transcript'], async () => 'done')).toBe('done');
  });

  it('hold as long as they are renewed, and no longer', async () => {
    const holder = leaseholder(db, 1_000);
    await holder.take(['follow/0']);
    await pause(2_000);
    expect(await leaseholder(other).take(['follow/0'])).toEqual([]);
    const owner = newOwner();
    await takeLease(db.writer, { name: 'follow/1', owner, milliseconds: 50 });
    await pause(100);
    const next = leaseholder(other);
    expect(await next.take(['follow/1'])).toEqual(['follow/1']);
    await next.release();
    await holder.release();
  });

  it('tell their holder when they are lost', async () => {
    let told = 0;
    const holder = leaseholder(db, 150, () => told++);
    await holder.take(['follow/0', 'follow/1']);
    await other.writer.updateTable('projection_lease').set({ owner: 'x' }).where('name', '=', 'follow/1').execute();
    await pause(300);
    expect([told, holder.held()]).toEqual([1, ['follow/0']]);
    const within = (names: string[]) => db.writer.transaction().execute((tx) => holder.require(tx, names));
    await within(['follow/0']);
    await expect(within(['follow/0', 'follow/1'])).rejects.toThrow(LeaseLost);
    await holder.release();
  });

  it('of a process of this machine that is gone are taken at once', async () => {
    const gone = spawnSync(process.execPath, ['--eval', ''], { stdio: 'ignore' }).pid;
    const owner = JSON.stringify({ ...JSON.parse(newOwner()), pid: gone });
    await takeLease(db.writer, { name: 'follow/0', owner, milliseconds: 60_000 });
    expect(await leaseStatus(db)).toMatchObject([{ name: 'follow/0', held: false }]);
    const holder = leaseholder(other);
    expect(await holder.take(['follow/0'])).toEqual(['follow/0']);
    await holder.release();
  });

  it.each([
    ['on another machine', { host: 'elsewhere' }],
    ['in another container of the same name', { pids: 'pid:[1]' }],
    ['that lives', { pid: process.ppid }],
  ])('of a process %s are left to it until they run out', async (_where, what) => {
    const owner = JSON.stringify({ ...JSON.parse(newOwner()), ...what });
    await takeLease(db.writer, { name: 'follow/0', owner, milliseconds: 60_000 });
    expect(await leaseStatus(db)).toMatchObject([{ name: 'follow/0', held: true }]);
    const holder = leaseholder(other);
    expect(await holder.take(['follow/0'])).toEqual([]);
    await holder.release();
  });

  it('of an earlier process with the same number, as in a container that was restarted, are taken at once', async () => {
    const owner = JSON.stringify({ ...JSON.parse(newOwner()), id: 'before' });
    await takeLease(db.writer, { name: 'follow/0', owner, milliseconds: 60_000 });
    const holder = leaseholder(other);
    expect(await holder.take(['follow/0'])).toEqual(['follow/0']);
    await holder.release();
  });
});
