import { setTimeout as wait } from 'node:timers/promises';
import type { Failure } from '../wire/failures.ts';
import * as failures from '../wire/failures.ts';
import { type Fault, plan, type When } from './plan.ts';

/** What may befall a call. `drop` destroys its connection, `end` ends it as if all were well. */
export type Mishap = 'silent' | 'end' | 'drop' | Failure;

export type Rpc = 'Append' | 'BatchAppend' | 'Delete' | 'Read' | 'Subscribe' | 'Tombstone';

interface OfBatch {
  /** Whether the events are written all the same. */
  readonly commits: boolean;
  /** Only batches for streams whose name begins so. */
  readonly stream?: string;
}

interface OfRead {
  /** Only reads that end by themselves, or only subscriptions; both unless told. */
  readonly rpc?: 'Read' | 'Subscribe';
  /** Strikes a call when it has been given so many messages; 0, before the first, unless told. */
  readonly after?: number;
}

/** The client asks again after `unavailable`, and keeps `unknown` for good. */
export type ProbeFailure = 'unavailable' | 'unknown' | 'unimplemented' | 'silent';

/** What goes wrong, set up by tests. A fault strikes once unless told otherwise; see `When`. */
export function faultPlans(connections: { drop(): void; endCalls(rpc: 'BatchAppend' | 'Subscribe'): void }) {
  const calls = plan<{ failure: Failure; rpc?: Rpc }>();
  const batches = plan<OfBatch & { mishap: Mishap | 'timeout' }>();
  const reads = plan<OfRead & { mishap: Mishap }>();
  const probes = plan<ProbeFailure>();
  const readers = plan<{ milliseconds: number }>();
  const answers = plan<{ milliseconds: number }>();

  const onBatch =
    (mishap: () => Mishap | 'timeout') =>
    ({ commits, stream, ...when }: OfBatch & When): Fault =>
      batches.arm({ mishap: mishap(), commits, stream }, when);
  const onRead =
    (mishap: () => Mishap) =>
    ({ rpc, after, ...when }: OfRead & When = {}): Fault =>
      reads.arm({ mishap: mishap(), rpc, after }, when);
  const onCall =
    (failure: () => Failure) =>
    ({ rpc, ...when }: { readonly rpc?: Rpc } & When = {}): Fault =>
      calls.arm({ failure: failure(), rpc }, when);
  const always = { times: Number.POSITIVE_INFINITY };

  const faults = {
    /** A batch is taken and never answered. */
    silentBatch: onBatch(() => 'silent'),
    /** The stream of batches fails as UNAVAILABLE, with all that was under way on it. */
    unavailableBatch: onBatch(failures.unavailable),
    /** The stream of batches fails because the user is denied access. */
    deniedBatch: onBatch(failures.accessDenied),
    /** The stream of batches is cancelled by the server. */
    cancelledBatch: onBatch(failures.cancelled),
    /** The stream of batches ends as if all were well; whatever was under way is never answered. */
    endedBatch: onBatch(() => 'end'),
    /** The connection is destroyed while a batch is under way. */
    droppedBatch: onBatch(() => 'drop'),
    /** A batch is answered with a timeout. */
    timedOutBatch: onBatch(() => 'timeout'),
    /** A reader is given nothing any more, and not told. */
    silentRead: onRead(() => 'silent'),
    unavailableRead: onRead(failures.unavailable),
    cancelledRead: onRead(failures.cancelled),
    droppedRead: onRead(() => 'drop'),
    /** A subscription ends as if all were well. */
    endedSubscription: ({ after, ...when }: { readonly after?: number } & When = {}): Fault =>
      reads.arm({ mishap: 'end', rpc: 'Subscribe', after }, when),
    /** The first calls are refused because the server is not ready. */
    notReady: onCall(failures.notReady),
    accessDenied: onCall(failures.accessDenied),
    /** Calls are sent on to another server. */
    notLeader: ({ host, port, rpc, ...when }: { host: string; port: number; rpc?: Rpc } & When): Fault =>
      calls.arm({ failure: failures.notLeader(host, port), rpc }, when),
    /** The question what the server can do is not answered, or with an error. */
    failedProbe: ({ how = 'unknown', ...when }: { readonly how?: ProbeFailure } & When = {}): Fault =>
      probes.arm(how, when),
    /** Readers take so long over each message; until it is lifted, unless told otherwise. */
    slowReader: ({ milliseconds, ...when }: { readonly milliseconds: number } & When): Fault =>
      readers.arm({ milliseconds }, { ...always, ...when }),
    /** Every answer but a read's comes so late; until it is lifted, unless told otherwise. */
    slowServer: ({ milliseconds, ...when }: { readonly milliseconds: number } & When): Fault =>
      answers.arm({ milliseconds }, { ...always, ...when }),
    /** Destroys all connections now. */
    dropConnections: () => connections.drop(),
    /** Ends all streams of batches, or all subscriptions, now and as if all were well. */
    endBatchStreams: () => connections.endCalls('BatchAppend'),
    endSubscriptions: () => connections.endCalls('Subscribe'),
    /** Takes all faults away. */
    clear(): void {
      for (const plans of [calls, batches, reads, probes, readers, answers]) plans.clear();
    },
  };

  return {
    faults,
    occasions: {
      /** What a call of this kind fails with at once. */
      call: (rpc: Rpc) => calls.strike((fault) => fault.rpc === undefined || fault.rpc === rpc)?.failure,
      batch: (stream: string) => batches.strike((fault) => stream.startsWith(fault.stream ?? '')),
      read: (rpc: 'Read' | 'Subscribe', sent: number) =>
        reads.strike((fault) => (fault.rpc ?? rpc) === rpc && sent >= (fault.after ?? 0))?.mishap,
      probe: () => probes.strike(),
      /** Time until a reader takes another message; undefined when it takes none. */
      reader: () => delay(readers.strike()),
      answer: () => delay(answers.strike()),
    },
  };
}

const delay = (fault: { milliseconds: number } | undefined): Promise<void> | undefined =>
  fault && wait(fault.milliseconds);

export type Faults = ReturnType<typeof faultPlans>['faults'];
export type Occasions = ReturnType<typeof faultPlans>['occasions'];
