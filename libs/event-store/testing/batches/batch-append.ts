import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import type { Call } from '../server/calls.ts';
import type { ServerNode } from '../server/node.ts';
import { cancelled, type Failure } from '../wire/failures.ts';
import type { Answer } from './answers.ts';
import * as answers from './answers.ts';
import { type Gathered, gathering } from './gathering.ts';

/** `Streams.BatchAppend`: one long stream of appends, each answered once, in no promised order. */
export function batchAppend(node: ServerNode, rpc: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
  const call = node.calls.received('BatchAppend', rpc.metadata);
  const close = (state: Call['state']): boolean => {
    if (call.state !== 'open') return false;
    call.state = state;
    node.calls.open.delete(opened);
    batches.stop();
    return true;
  };
  const fail = (failure: Failure) => {
    if (close('failed')) rpc.emit('error', failure);
  };
  const end = () => {
    if (close('ended')) rpc.end();
  };

  const answer = async ({ request, batch }: Gathered, { as, message }: Answer) => {
    const late = node.occasions.answer();
    if (late) await late;
    if (call.state !== 'open') return;
    batch.answer = as;
    call.sent += 1;
    message.setCorrelationId(request.getCorrelationId());
    message.setStreamIdentifier(request.getOptions()?.getStreamIdentifier());
    rpc.write(message);
  };

  function complete(gathered: Gathered): void {
    const { batch, events } = gathered;
    const commit = () => {
      batch.tried = true;
      return answers.answerTo(batch.stream, batch.expected, node.writes.append(batch.stream, batch.expected, events));
    };
    const refusal = node.occasions.call('BatchAppend');
    const fault = refusal ? undefined : node.occasions.batch(batch.stream);
    if (fault?.commits) commit();
    if (refusal) refuse(gathered, refusal);
    else if (fault === undefined) void answer(gathered, commit());
    else if (fault.mishap === 'timeout') void answer(gathered, answers.timedOut());
    else if (fault.mishap === 'drop') node.drop(rpc.getPeer());
    else if (fault.mishap === 'end') end();
    else if (fault.mishap !== 'silent') fail(fault.mishap);
  }

  /** A server that cannot serve says so in the answer to the batch, but one that is no leader ends the call. */
  function refuse(gathered: Gathered, failure: Failure): void {
    if (failure.code === status.UNAVAILABLE) void answer(gathered, answers.notReady());
    else if (failure.code === status.PERMISSION_DENIED) void answer(gathered, answers.accessDenied());
    else fail(failure);
  }

  const batches = gathering(node.calls, node.limits, {
    complete,
    refuse: (gathered, refusal) => void answer(gathered, refusal),
  });
  const opened = { call, peer: rpc.getPeer(), fail, end };
  node.calls.open.add(opened);
  rpc.on('data', (request: BatchAppendReq) => {
    if (call.state === 'open') batches.chunk(request);
  });
  rpc.on('end', end);
  rpc.on('error', () => close('failed'));
  rpc.on('cancelled', () => close('cancelled'));
  if (rpc.cancelled) fail(cancelled());
}
