import { setTimeout as wait } from 'node:timers/promises';
import {
  type AllStreamSubscription,
  EventStoreDBClient,
  jsonEvent,
  type ResolvedEvent,
  type StreamSubscription,
} from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { credentials } from '@grpc/grpc-js';
import { type DoubleOptions, type EventStoreDouble, startEventStoreDouble } from './double.ts';
import { seeded } from './faults/plan.ts';

/** Runs a test with a double of its own and a real client connected to it. */
export const withDouble =
  (test: (client: EventStoreDBClient, double: EventStoreDouble) => Promise<unknown>, options?: DoubleOptions) =>
  async () => {
    const double = await startEventStoreDouble(options);
    const client = EventStoreDBClient.connectionString(double.connectionString);
    try {
      await test(client, double);
    } finally {
      // A client whose stream of batches was ended in good order never comes to an end itself.
      await Promise.race([client.dispose(), wait(100)]);
      await double.close();
    }
  };

/** The client's stubs without the client, for requests that it never makes. */
export const bareStreams = (double: EventStoreDouble): StreamsClient =>
  new StreamsClient(`127.0.0.1:${double.port}`, credentials.createInsecure(), {
    'grpc.initial_reconnect_backoff_ms': 20,
    'grpc.min_reconnect_backoff_ms': 20,
    'grpc.max_reconnect_backoff_ms': 100,
  });

export const event = (n: number, type = 'Counted') => jsonEvent({ type, data: { n } });
export const events = (count: number, type?: string) => Array.from({ length: count }, (_, n) => event(n, type));

export async function all(read: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> {
  const found: ResolvedEvent[] = [];
  for await (const resolved of read) found.push(resolved);
  return found;
}

/** What was counted, by events that `event` made. */
export const counted = (found: readonly ResolvedEvent[]) =>
  found.map(({ event }) => (event?.data as { n?: number } | undefined)?.n);

export const revisions = (found: readonly ResolvedEvent[]) => found.map(({ event }) => Number(event?.revision));

/** The events of users, without what the server says of itself. */
export const ofUsers = (found: readonly ResolvedEvent[]) =>
  found.filter(({ event }) => !event?.streamId.startsWith('$'));

/** Waits until something is so; the time limit of the test ends it otherwise. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}

/** Keeps what a subscription was given, in order. */
export function heard(subscription: StreamSubscription | AllStreamSubscription) {
  const order: (ResolvedEvent | string)[] = [];
  let error: unknown;
  let ended = false;
  subscription
    .on('confirmation', () => order.push('confirmed'))
    .on('caughtUp', () => order.push('caught up'))
    .on('data', (resolved: ResolvedEvent) => order.push(resolved))
    .on('error', (cause) => {
      error = cause;
    })
    .on('end', () => {
      ended = true;
    });
  const found = () => order.filter((entry) => typeof entry !== 'string');
  return {
    /** Everything: events as what they count, or as their type. */
    order: () =>
      order.map((entry) =>
        typeof entry === 'string' ? entry : ((entry.event?.data as { n?: number })?.n ?? entry.event?.type),
      ),
    events: found,
    error: () => error,
    ended: () => ended,
    live: () => until(() => order.includes('caught up')),
    stop: () => subscription.unsubscribe(),
  };
}

/** Picks at random, and the same for the same seed. */
export function seededPicks(seed: number) {
  const random = seeded(seed);
  return <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
}
