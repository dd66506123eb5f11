import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreMisconfigured, StoreUnavailable } from '#event-store';
import { anEvent } from '#event-store/contract';
import { startEventStoreDouble } from '../event-store/testing/index.ts';
import { NotAStore, openEventStore, withoutPassword } from './open-event-store.ts';

describe('opening an event store by its URL', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stores-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['sqlite:', 'sqlite://'])('opens a file by %s and its path', async (before) => {
    const path = join(folder, `${before.length}.sqlite`);
    await (await openEventStore(`${before}${path}`)).close();
    expect(existsSync(path)).toBe(true);
    await (await openEventStore(`${before}${path}`, { existing: true })).close();
  });

  it('opens a store in memory', async () => {
    const store = await openEventStore('sqlite::memory:');
    expect(Number(await store.head())).toBe(0);
    await store.close();
  });

  it('begins no store where one should be', async () => {
    const path = join(folder, 'none.sqlite');
    await expect(openEventStore(`sqlite:${path}`, { existing: true })).rejects.toThrow(StoreUnavailable);
    expect(existsSync(path)).toBe(false);
  });

  it.each(['data/events.sqlite', '', 'mysql://host', 'sqlite:', '/tmp/x'])('refuses %j', async (url) =>
    expect(openEventStore(url)).rejects.toThrow(NotAStore),
  );

  it('opens a server that speaks the protocol of EventStoreDB', async () => {
    const double = await startEventStoreDouble();
    const store = await openEventStore(double.connectionString);
    expect((await store.append('record-S1', 'no-stream', [anEvent()])).revision).toBe(0n);
    await store.close();
    await double.close();
  });

  it.each([
    ['esdb://host:2113?tls=perhaps', 'unreadable'],
    ['esdb+discover://cluster?nosuch=1', 'unknown-setting'],
    ['esdb://admin:changeit@host?tls=false', 'credentials-without-tls'],
  ])('refuses %s', async (url, code) => {
    const refusal = await openEventStore(url).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreMisconfigured);
    expect(refusal).toMatchObject({ code, message: expect.not.stringContaining('changeit') });
  });

  it('shows no password', async () => {
    expect(withoutPassword('esdb://admin:changeit@host:2113?tls=true')).toBe('esdb://host:2113?tls=true');
    expect(withoutPassword('esdb://admin:ch@ngeit@host')).toBe('esdb://host');
    await expect(openEventStore('nosuch://admin:changeit@host')).rejects.toThrow(/^(?!.*changeit)/);
  });
});
