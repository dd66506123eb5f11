import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '#event-store';
import { NotAStore, openEventStore, withoutPassword } from './open-event-store.ts';

describe('opening an event store by its URL', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stores-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['sqlite:', 'sqlite://'])('opens a file by %s and its path', async (before) => {
    const path = join(folder, `${before.length}.sqlite`);
    await openEventStore(`${before}${path}`).close();
    expect(existsSync(path)).toBe(true);
    await openEventStore(`${before}${path}`, { existing: true }).close();
  });

  it('opens a store in memory', async () => {
    const store = openEventStore('sqlite::memory:');
    expect(Number(await store.head())).toBe(0);
    await store.close();
  });

  it('begins no store where one should be', () => {
    const path = join(folder, 'none.sqlite');
    expect(() => openEventStore(`sqlite:${path}`, { existing: true })).toThrow(StoreUnavailable);
    expect(existsSync(path)).toBe(false);
  });

  it.each(['data/events.sqlite', '', 'mysql://host', 'sqlite:', '/tmp/x'])('refuses %j', (url) =>
    expect(() => openEventStore(url)).toThrow(NotAStore),
  );

  it('shows no password', () => {
    expect(withoutPassword('esdb://admin:changeit@host:2113?tls=true')).toBe('esdb://host:2113?tls=true');
    expect(withoutPassword('esdb://admin:ch@ngeit@host')).toBe('esdb://host');
    expect(() => openEventStore('nosuch://admin:changeit@host')).toThrow(/^(?!.*changeit)/);
  });
});
