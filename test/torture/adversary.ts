import { setTimeout as pause } from 'node:timers/promises';
import { seeded } from '../../libs/event-store/testing/index.ts';
import type { EventStoreProcess } from './event-store-process.ts';

/** Something bad that is done to the store; resolves to how often it struck. */
type Mischief = (store: EventStoreProcess, random: () => number) => Promise<number>;

/** How long a fault waits for somebody to meet it, in milliseconds. */
const WAIT = 400;

const between = (random: () => number, least: number, most: number) => Math.round(least + random() * (most - least));

/** A fault that waits for the next calls, up to three of them. */
const onCalls =
  (fault: string, options: object = {}): Mischief =>
  async (store, random) => {
    const times = between(random, 1, 3);
    await store.order({ do: 'arm', fault, options: { ...options, times } });
    await untilStruck(store, times);
    return store.order<number>({ do: 'lift' });
  };

async function untilStruck(store: EventStoreProcess, times: number): Promise<void> {
  for (const since = Date.now(); Date.now() - since < WAIT; await pause(5))
    if ((await store.order<number>({ do: 'struck' })) >= times) return;
}

const atOnce =
  (what: 'dropConnections' | 'endBatchStreams' | 'endSubscriptions'): Mischief =>
  async (store) => {
    await store.order({ do: what });
    return 1;
  };

const restart =
  (ending: 'cancelled' | 'dropped'): Mischief =>
  async (store, random) => {
    await store.order({ do: 'restart', ending, milliseconds: between(random, 0, 600) });
    return 1;
  };

const onBatches = ['silent', 'unavailable', 'cancelled', 'dropped', 'ended'].flatMap((how) =>
  [true, false].map(
    (commits) => [`${how} ${commits ? 'after' : 'before'} the commit`, onCalls(`${how}Batch`, { commits })] as const,
  ),
);

const onReads = ['silent', 'unavailable', 'cancelled', 'dropped'].flatMap((how) =>
  (['Read', 'Subscribe'] as const).map(
    (rpc) => [`${how} ${rpc === 'Read' ? 'read' : 'subscription'}`, onCalls(`${how}Read`, { rpc })] as const,
  ),
);

/** All that the adversary knows to do. */
export const MISCHIEFS: ReadonlyMap<string, Mischief> = new Map<string, Mischief>([
  ...onBatches,
  ...onReads,
  ['timeout', onCalls('timedOutBatch', { commits: false })],
  ['subscription ended in good order', onCalls('endedSubscription')],
  ['not ready', onCalls('notReady')],
  ['all connections dropped', atOnce('dropConnections')],
  ['all batches ended in good order', atOnce('endBatchStreams')],
  ['all subscriptions ended in good order', atOnce('endSubscriptions')],
  [
    'failed question for features',
    async (store, random) => {
      const asked = onCalls('failedProbe', { how: random() < 0.5 ? 'unknown' : 'silent' })(store, random);
      await store.order({ do: 'dropConnections' });
      return asked;
    },
  ],
  ['restarted, calls cancelled', restart('cancelled')],
  ['restarted, calls dropped', restart('dropped')],
  [
    'killed',
    async (store, random) => {
      await store.kill(between(random, 0, 600));
      return 1;
    },
  ],
  [
    'away for longer than anybody waits',
    async (store) => {
      await store.kill(2_500);
      return 1;
    },
  ],
  [
    'committed, not answered, killed',
    async (store) => {
      await store.order({ do: 'arm', fault: 'silentBatch', options: { commits: true, times: 20 } });
      await untilStruck(store, 20);
      await store.kill(0);
      return 1;
    },
  ],
  [
    'frozen',
    async (store, random) => {
      await store.freeze(between(random, 200, 1_200));
      return 1;
    },
  ],
]);

export interface Adversary {
  /** How often each kind of mischief has struck. */
  readonly struck: ReadonlyMap<string, number>;
  /** Lets it finish what it has begun; the store is well again then. */
  stop(): Promise<void>;
  /** Rejects when it can do no more; does not resolve before it is stopped. */
  readonly failed: Promise<void>;
}

/**
 * Does one thing after the other to the store, in an order that is the same for the same seed: all kinds once, then all
 * again in another order. It waits until some commands were answered in between, so that it neither spares a fast
 * system nor stops a slow one.
 */
export function unleash(store: EventStoreProcess, seed: number, answered: () => number): Adversary {
  const random = seeded(seed);
  const struck = new Map<string, number>();
  let isOver = false;
  let lastAct: string | undefined;

  async function rest(): Promise<void> {
    const enough = answered() + between(random, 100, 300);
    while (!isOver && answered() < enough) await pause(5);
  }

  async function rage(): Promise<void> {
    for (;;)
      for (const [name, act] of shuffled([...MISCHIEFS], random)) {
        await rest();
        if (isOver) return;
        lastAct = name;
        struck.set(name, (struck.get(name) ?? 0) + (await act(store, random)));
      }
  }

  const raging = rage().catch((cause: unknown) => {
    throw new Error(`the adversary failed: ${lastAct}`, { cause });
  });
  raging.catch(() => undefined);
  return {
    struck,
    failed: raging,
    stop: () => {
      isOver = true;
      return raging;
    },
  };
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  return items.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as Item);
}
