import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issue } from '#commands';
import { commandIdOf } from '#kernel';
import { openStores } from '#system';
import { type CommandSide, commandSideOf } from '../buses.ts';
import { demoCatalogue, LAST_OF_DEMO } from './demo-catalogue.ts';
import { loadDemo } from './load-demo.ts';

describe('the demonstration', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  /** Looks into the log, or writes to it, between two starts. */
  async function withLog<T>(act: (side: CommandSide) => Promise<T>): Promise<T> {
    const stores = await openStores({ dataDir });
    const side = await commandSideOf(stores);
    try {
      return await act(side);
    } finally {
      await side.close();
      await stores.close();
    }
  }
  const define = (index: number, key: string) =>
    withLog(({ commands }) => {
      const command = demoCatalogue().at(index)?.command as never;
      return commands.execute(issue(command, { commandId: commandIdOf(key), actor: { role: 'registrar' } }));
    });
  const log = () =>
    withLog(async ({ store }) => {
      const ids: string[] = [];
      const streams = new Set<string>();
      for await (const { events } of store.readAll())
        for (const { id, stream } of events) {
          ids.push(id);
          streams.add(stream);
        }
      return { ids, students: [...streams].filter((name) => name.startsWith('record-')).length, streams };
    });

  it('fills an empty log, and the second time there is nothing to do', async () => {
    await loadDemo({ dataDir });
    const filled = await log();
    expect(filled.students).toBe(200);
    expect(filled.streams).toContain(LAST_OF_DEMO);
    await loadDemo({ dataDir });
    expect((await log()).ids).toEqual(filled.ids);
  }, 60_000);

  it('goes on in a log that it began itself', async () => {
    await define(0, demoCatalogue()[0]?.key ?? '');
    expect((await log()).ids).toHaveLength(1);
    await loadDemo({ dataDir });
    const filled = await log();
    expect(filled.students).toBe(200);
    expect(filled.streams).toContain(LAST_OF_DEMO);
  }, 60_000);

  it('leaves alone a log that something else began, even with the same definition', async () => {
    await define(0, 'a term of our own');
    const { ids } = await log();
    await loadDemo({ dataDir });
    expect((await log()).ids).toEqual(ids);
  });
});
