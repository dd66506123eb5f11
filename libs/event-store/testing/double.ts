import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { append } from './appends/append.ts';
import { batchAppend } from './batches/batch-append.ts';
import { softDelete, tombstone } from './deletes/delete.ts';
import { type Faults, faultPlans } from './faults/faults.ts';
import { gossip } from './features/gossip.ts';
import { supportedMethods } from './features/supported-methods.ts';
import { writeEpoch, writeFirstRecords } from './log/first-records.ts';
import { openLog } from './log/log.ts';
import { read } from './reads/read.ts';
import { type Batch, type Call, callLog } from './server/calls.ts';
import { connectionsFor } from './server/connections.ts';
import type { ServerNode } from './server/node.ts';
import { writesTo } from './streams/writes.ts';
import { cancelled } from './wire/failures.ts';

export interface DoubleOptions {
  /** A free port unless told. */
  readonly port?: number;
  /** The file of the log; in memory unless told. A file outlives the process that wrote it. */
  readonly path?: string;
  /** The version that the double says it is; 24.6.0 unless told. It behaves the same whatever it says. */
  readonly serverVersion?: string;
  /** The most bytes of one append; 1,048,576 unless told. */
  readonly maxAppendSize?: number;
  /** Whether metadata and types count towards it, as from 24.10.4 on; only data does unless told. */
  readonly wholeEventsCount?: boolean;
  /**
   * Whether a filtered subscription from the start that catches up without a match and without a full interval says that
   * it has come to 2^64-1, and nothing of its place later: a fault of the server up to 24.10.4 and of 25.0.0.
   */
  readonly startsNowhere?: boolean;
  /** How long a batch may wait for its last chunk, in milliseconds; 2,000 unless told. */
  readonly writeTimeout?: number;
}

/** How the double goes down: its calls are cancelled as by a server that shuts down, or just lost. */
export type Ending = 'cancelled' | 'dropped';

export interface EventStoreDouble {
  /** For `EventStoreDBClient.connectionString`; the same after a restart. */
  readonly connectionString: string;
  readonly port: number;
  readonly faults: Faults;
  /** The calls that came, oldest first. */
  readonly calls: readonly Call[];
  /** The appends that came in streams of batches, oldest first. */
  readonly batches: readonly Batch[];
  /** The calls that are open now. */
  openCalls(): Call[];
  /** Takes the double off the net. What was written stays. */
  stop(ending?: Ending): Promise<void>;
  /** Brings it back on the same port. */
  start(): Promise<void>;
  /** Both, with so many milliseconds between. The server's memory of recent ids is lost. */
  restart(options?: { readonly ending?: Ending; readonly milliseconds?: number }): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server that speaks the protocol of EventStoreDB, for tests. */
export async function startEventStoreDouble(options: DoubleOptions = {}): Promise<EventStoreDouble> {
  const { path = ':memory:', serverVersion = '24.6.0', maxAppendSize = 2 ** 20 } = options;
  const log = openLog(path);
  writeFirstRecords(log);
  const writes = writesTo(log);
  const calls = callLog();
  const { faults, occasions } = faultPlans({
    drop: () => connections.drop(),
    endCalls: (rpc) => {
      for (const { call, end } of [...calls.open]) if (call.rpc === rpc) end();
    },
  });
  const { wholeEventsCount = false, startsNowhere = false, writeTimeout = 2000 } = options;
  const limits = { maxAppendSize, wholeEventsCount, startsNowhere, writeTimeout };
  const drop = (peer: string) => connections.dropPeer(peer);
  const node: ServerNode = { log, writes, calls, occasions, limits, serverVersion, drop, address: () => port };
  const connections = connectionsFor([
    [
      StreamsService,
      {
        read: read.bind(undefined, node),
        append: append.bind(undefined, node),
        batchAppend: batchAppend.bind(undefined, node),
        delete: softDelete.bind(undefined, node),
        tombstone: tombstone.bind(undefined, node),
      },
    ],
    [ServerFeaturesService, { getSupportedMethods: supportedMethods.bind(undefined, node) }],
    [GossipService, { read: gossip.bind(undefined, node) }],
  ]);
  const port = await connections.open(options.port ?? 0);
  let isUp = true;

  const double: EventStoreDouble = {
    connectionString: `esdb://127.0.0.1:${port}?tls=false`,
    port,
    faults,
    calls: calls.calls,
    batches: calls.batches,
    openCalls: () => [...calls.open].map(({ call }) => call),
    async stop(ending = 'cancelled') {
      if (!isUp) return;
      isUp = false;
      if (ending === 'cancelled') for (const { fail } of [...calls.open]) fail(cancelled());
      else connections.drop();
      await connections.close(ending === 'cancelled');
    },
    async start() {
      if (isUp) return;
      writes.forgetRecentIds();
      writeEpoch(log);
      await connections.open(port);
      isUp = true;
    },
    async restart({ ending = 'cancelled', milliseconds = 0 } = {}) {
      await double.stop(ending);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await double.start();
    },
    async close() {
      await double.stop();
      if (log.isOpen()) log.close();
    },
  };
  return double;
}
