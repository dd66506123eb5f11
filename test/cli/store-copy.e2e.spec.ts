import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEventStoreDouble } from '../../libs/event-store/testing/index.ts';
import { RECORDS, records } from './records.ts';

/** The rows of a log as they stand in the file, byte by byte. */
function rowsOf(path: string): unknown[] {
  const database = new DatabaseSync(path);
  try {
    return database
      .prepare(
        'SELECT position, name, revision, version, type, id, data, metadata FROM events JOIN streams ON first = stream ORDER BY position',
      )
      .all();
  } catch {
    return []; // Not laid out yet.
  } finally {
    database.close();
  }
}

describe('records store copy', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const copy = (from: string, to: string) => [
    'store',
    'copy',
    '--from',
    `sqlite:${at(from)}`,
    '--to',
    `sqlite:${at(to)}`,
  ];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'store-copy-'));
    const made = await records('import', 'oulad', 'test/data/oulad', '--as-recorded', '--data-dir', at('data'));
    expect(made.code).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('goes on after it was killed, and makes a copy that is equal byte by byte', async () => {
    const whole = rowsOf(at('data/events.sqlite'));
    const killed = spawn(process.execPath, [...RECORDS, ...copy('data/events.sqlite', 'copy.sqlite')], {
      stdio: 'ignore',
    });
    const ended = once(killed, 'exit');
    while (killed.exitCode === null && rowsOf(at('copy.sqlite')).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    killed.kill('SIGKILL');
    await ended;

    const resumed = await records(...copy('data/events.sqlite', 'copy.sqlite'), '--json');
    expect(resumed.code).toBe(0);
    const result = JSON.parse(resumed.out);
    expect(result).toMatchObject({ equal: true, events: whole.length, differences: [] });
    expect(result.standing).toBeGreaterThan(0);
    expect(rowsOf(at('copy.sqlite'))).toEqual(whole);
  }, 60_000);

  it('moves to EventStoreDB and back, killed on the way there, and loses or alters no byte', async () => {
    const whole = rowsOf(at('data/events.sqlite'));
    const double = await startEventStoreDouble();
    const move = (from: string, to: string) => ['store', 'copy', '--from', from, '--to', to];
    const there = move(`sqlite:${at('data/events.sqlite')}`, double.connectionString);
    try {
      const killed = spawn(process.execPath, [...RECORDS, ...there], { stdio: 'ignore' });
      const ended = once(killed, 'exit');
      while (killed.exitCode === null && double.batches.length < whole.length / 3)
        await new Promise((resolve) => setTimeout(resolve, 5));
      killed.kill('SIGKILL');
      await ended;

      const resumed = await records(...there, '--json');
      expect(resumed).toMatchObject({ code: 0 });
      const result = JSON.parse(resumed.out);
      expect(result).toMatchObject({ equal: true, events: whole.length, differences: [] });
      expect(result.standing).toBeGreaterThan(0);
      expect(result.standing).toBeLessThan(whole.length);

      const back = await records(...move(double.connectionString, `sqlite:${at('back.sqlite')}`));
      expect(back).toMatchObject({ code: 0, out: expect.stringContaining('so is the order of the log') });
      expect(rowsOf(at('back.sqlite'))).toEqual(whole);
    } finally {
      await double.close();
    }
  }, 120_000);

  it('has nothing to do the second time', async () => {
    await records(...copy('data/events.sqlite', 'again.sqlite'));
    const again = await records(...copy('data/events.sqlite', 'again.sqlite'));
    expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/(\d+) events .*; \1 were there before\n/) });
  }, 60_000);

  it('finds out a target that was tampered with, and says where', async () => {
    await records(...copy('data/events.sqlite', 'tampered.sqlite'));
    const database = new DatabaseSync(at('tampered.sqlite'));
    database.exec(
      "DROP TRIGGER events_stand; UPDATE events SET data = replace(data, '{', '{\"x\":1,') WHERE position = 900",
    );
    const altered = database
      .prepare('SELECT name, revision FROM events JOIN streams ON first = stream WHERE position = 900')
      .get();
    database.close();
    const ended = await records(...copy('data/events.sqlite', 'tampered.sqlite'));
    expect(ended).toMatchObject({ code: 3, out: '' });
    expect(ended.said).toContain(`the target holds other events: altered ${altered?.name}@${altered?.revision}\n`);
  }, 60_000);

  it.each([
    ['a URL that names no store', ['--from', 'data/events.sqlite', '--to', 'sqlite:/tmp/x'], 2],
    ['a store that is not there', ['--from', 'sqlite:/no/such/file', '--to', 'sqlite::memory:'], 3],
    ['a server that is named wrongly', ['--from', 'esdb://host?tls=perhaps', '--to', 'sqlite::memory:'], 3],
    ['no target', ['--from', 'sqlite:/no/such/file'], 2],
  ])('ends on %s', async (_what, words, code) => {
    const ended = await records('store', 'copy', ...words);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.said).not.toContain('    at ');
  });
});
