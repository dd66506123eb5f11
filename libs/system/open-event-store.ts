import { existsSync } from 'node:fs';
import { type EventStore, loadEventStoreDb, openSqliteStore, StoreUnavailable } from '#event-store';

export interface StoreOptions {
  /** Refuses a file that is not there, rather than to begin one; a server is there or is not. */
  readonly existing?: boolean;
  /** Appends stand in the log in the order in which they were asked for, whatever happens: for copying into it. */
  readonly keepsOrder?: boolean;
  /** Memory for pages of an embedded log, in MiB, when not what the store takes by itself. */
  readonly cacheMebibytes?: number;
}

/** A URL that names no store that this program knows. */
export class NotAStore extends Error {
  override readonly name = 'NotAStore';
}

type Open = (url: string, options: StoreOptions) => Promise<EventStore>;

const onEventStoreDb: Open = (connectionString, { keepsOrder }) => loadEventStoreDb({ connectionString, keepsOrder });

/** The one place that knows which URLs are stores: an adapter is added here. */
const OPENERS: Readonly<Record<string, Open>> = {
  'sqlite:': async (url, { existing, cacheMebibytes }) => {
    const path = url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    if (path === '') throw new NotAStore('sqlite: is followed by the path of a file');
    if (existing && !existsSync(path)) throw new StoreUnavailable(`there is no log ${path}`);
    return openSqliteStore({ path, cacheMebibytes });
  },
  'esdb:': onEventStoreDb,
  'esdb+discover:': onEventStoreDb,
};

/**
 * Opens the event store that a URL names: `sqlite:data/events.sqlite`, `sqlite:/var/records/events.sqlite`,
 * `esdb://user:password@host:2113`, `esdb+discover://user:password@cluster`. Fails with `NotAStore` when it names none,
 * `StoreMisconfigured` when it names one wrongly, and `StoreUnavailable` when a file cannot be opened; a server is not
 * asked before it is used.
 */
export async function openEventStore(url: string, options: StoreOptions = {}): Promise<EventStore> {
  const scheme = /^[a-z+]+:/.exec(url)?.[0] ?? '';
  const open = OPENERS[scheme];
  if (!open) {
    const known = Object.keys(OPENERS).join(', ');
    throw new NotAStore(`${withoutPassword(url)} does not begin as the URL of a store does (${known})`);
  }
  return open(url, options);
}

/** For a thread of a rebuild, which reads every page of the log about once: memory for pages would be wasted. */
export const openForReading = (url: string) => openEventStore(url, { existing: true, cacheMebibytes: 4 });

/** A URL as it may be shown. */
export const withoutPassword = (url: string): string => url.replace(/\/\/[^/?]*@/, '//');
