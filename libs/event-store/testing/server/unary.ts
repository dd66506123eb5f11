import type { Metadata, sendUnaryData } from '@grpc/grpc-js';
import type { Failure } from '../wire/failures.ts';
import type { Call } from './calls.ts';
import type { ServerNode } from './node.ts';

/** What is there of a call with one answer. */
interface Received {
  readonly metadata: Metadata;
  getPeer(): string;
  on(event: 'cancelled', listener: () => void): unknown;
}

/** A call with one answer: it is logged, and answered once, late when the server is slow. */
export function unaryCall<Response>(
  node: ServerNode,
  rpc: Received,
  name: Call['rpc'],
  callback: sendUnaryData<Response>,
  told: { stream?: string; request?: object } = {},
) {
  const call = node.calls.received(name, rpc.metadata, told);
  const close = (state: Call['state']): boolean => {
    if (call.state !== 'open') return false;
    call.state = state;
    node.calls.open.delete(opened);
    return true;
  };
  const fail = (failure: Failure) => {
    if (close('failed')) callback(failure);
  };
  const opened = { call, peer: rpc.getPeer(), fail, end: () => {} };
  node.calls.open.add(opened);
  rpc.on('cancelled', () => close('cancelled'));

  return {
    call,
    fail,
    async send(message: Response): Promise<void> {
      const late = node.occasions.answer();
      if (late) await late;
      if (!close('ended')) return;
      call.sent += 1;
      callback(null, message);
    },
  };
}
