import { randomUUID } from 'node:crypto';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Failure } from '../wire/failures.ts';
import type { Call } from './calls.ts';
import type { ServerNode } from './node.ts';

/** Where the answers of a read go, as fast as its reader takes them. */
export interface Outlet {
  readonly id: string;
  /** Whether nobody listens any more. */
  readonly closed: boolean;
  /** Sends a message; when there is a promise, the reader is not ready for another before it resolves. */
  send(message: ReadResp): Promise<void> | undefined;
  /** Runs when the call is over, however it came to be. */
  onClose(listener: () => void): void;
  end(): void;
  fail(failure: Failure): void;
}

export function outletOf<Request>(node: ServerNode, rpc: ServerWritableStream<Request, ReadResp>, call: Call): Outlet {
  const kind = call.rpc === 'Subscribe' ? 'Subscribe' : 'Read';
  const listeners = new Set<() => void>();
  let silent = false;

  const close = (state: Call['state']) => {
    if (call.state !== 'open') return false;
    call.state = state;
    node.calls.open.delete(opened);
    for (const listener of listeners) listener();
    return true;
  };
  const outlet: Outlet = {
    id: randomUUID(),
    get closed() {
      return call.state !== 'open';
    },
    send(message) {
      if (call.state !== 'open' || silent) return undefined;
      const mishap = node.occasions.read(kind, call.sent);
      if (mishap === 'silent') {
        silent = true;
        return new Promise(outlet.onClose);
      }
      if (mishap === 'drop') {
        close('failed');
        node.drop(rpc.getPeer());
      }
      if (mishap === 'end') outlet.end();
      else if (mishap !== undefined && mishap !== 'drop') outlet.fail(mishap);
      if (mishap !== undefined) return undefined;
      call.sent += 1;
      const late = node.occasions.reader();
      const isFull = !rpc.write(message);
      return late ?? (isFull ? drained() : undefined);
    },
    onClose: (listener) => {
      if (outlet.closed) listener();
      else listeners.add(listener);
    },
    end() {
      if (silent || !close('ended')) return;
      rpc.end();
    },
    fail(failure) {
      if (!close('failed')) return;
      rpc.emit('error', failure);
    },
  };
  const drained = () =>
    new Promise<void>((resolve) => {
      const done = () => {
        rpc.off('drain', done);
        listeners.delete(done);
        resolve();
      };
      rpc.once('drain', done);
      outlet.onClose(done);
    });
  const opened = { call, peer: rpc.getPeer(), fail: outlet.fail, end: () => outlet.end() };
  node.calls.open.add(opened);
  rpc.on('cancelled', () => close('cancelled'));
  return outlet;
}
