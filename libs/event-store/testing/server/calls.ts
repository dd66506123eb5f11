import type { Metadata } from '@grpc/grpc-js';
import type { Rpc } from '../faults/faults.ts';
import type { Expected } from '../streams/expectations.ts';
import type { Failure } from '../wire/failures.ts';

/** A call that the double received. */
export interface Call {
  readonly rpc: Rpc | 'GetSupportedMethods' | 'Gossip';
  stream?: string;
  /** The request as a plain object, for calls that have one request. */
  readonly request?: object;
  readonly connectionName?: string;
  readonly requiresLeader: boolean;
  /** Whether credentials came with it. */
  readonly authorized: boolean;
  /** `cancelled` by the client or with its connection, `failed` by the server, `ended` in good order. */
  state: 'open' | 'ended' | 'failed' | 'cancelled';
  /** Messages that were sent to the client. */
  sent: number;
}

/** One append out of a stream of batches. */
export interface Batch {
  readonly correlationId: string;
  readonly stream: string;
  readonly expected: Expected;
  /** When the client gives up, in milliseconds since 1970. */
  readonly deadline?: number;
  readonly ids: string[];
  chunks: number;
  /** Whether it was tried on the log, which is not to say that it was written. */
  tried: boolean;
  answer: 'none' | 'success' | 'WrongExpectedVersion' | 'StreamDeleted' | 'Timeout' | 'refused';
}

/** What is done to an open call from outside. */
export interface OpenCall {
  readonly call: Call;
  readonly peer: string;
  fail(failure: Failure): void;
  end(): void;
}

const KEPT = 50_000;

/** The calls and batches that were received, oldest first; the last 50,000 of each. */
export function callLog() {
  const calls: Call[] = [];
  const batches: Batch[] = [];
  const open = new Set<OpenCall>();

  const keep = <Entry>(entries: Entry[], entry: Entry): Entry => {
    if (entries.length >= 2 * KEPT) entries.splice(0, KEPT);
    entries.push(entry);
    return entry;
  };

  return {
    calls,
    batches,
    open,
    received(rpc: Call['rpc'], metadata: Metadata, told: { stream?: string; request?: object } = {}): Call {
      const [name] = metadata.get('connection-name');
      return keep(calls, {
        rpc,
        ...told,
        connectionName: name?.toString(),
        requiresLeader: metadata.get('requires-leader')[0] === 'true',
        authorized: metadata.get('authorization').length > 0,
        state: 'open',
        sent: 0,
      });
    },
    batch: (batch: Batch): Batch => keep(batches, batch),
  };
}

export type CallLog = ReturnType<typeof callLog>;
