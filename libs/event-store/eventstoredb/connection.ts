import { GuardedClient } from './client.ts';
import type { ClientSettings } from './settings.ts';

/** The client that is in use, and how to do away with it. */
export interface Connection {
  readonly current: () => GuardedClient;
  /** Makes a new client for the next call. Nothing happens when this one was replaced before. */
  readonly replace: (client: GuardedClient) => void;
  readonly close: () => Promise<void>;
}

let generation = 0;

/**
 * A client that is made anew when it is of no more use: the client itself keeps a failed question for what the server
 * can do, a stream of batches that was ended, and a connection on which nothing comes back.
 */
export function connection(settings: ClientSettings): Connection {
  let client: GuardedClient | undefined;
  const leaving = new Set<Promise<void>>();

  const discard = (old: GuardedClient) => {
    const gone = old.discard().finally(() => leaving.delete(gone));
    leaving.add(gone);
  };

  const replace = (old: GuardedClient) => {
    if (old !== client) return;
    client = undefined;
    discard(old);
  };

  return {
    replace,
    current() {
      if (client?.isSpent) replace(client);
      client ??= new GuardedClient(settings, generation++ % 1000);
      return client;
    },
    async close() {
      if (client) discard(client);
      client = undefined;
      await Promise.all(leaving);
    },
  };
}
