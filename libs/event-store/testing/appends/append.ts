import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type { Proposed } from '../log/record.ts';
import type { ServerNode } from '../server/node.ts';
import { unaryCall } from '../server/unary.ts';
import type { Expected } from '../streams/expectations.ts';
import type { Appended } from '../streams/writes.ts';
import { expectedIn } from '../wire/expected.ts';
import { badRequest, type Failure, missingMetadata, streamDeleted, tooLarge } from '../wire/failures.ts';
import { nameIn } from '../wire/ids.ts';
import { proposedIn, weightOf } from '../wire/proposed.ts';

const { AppendResp } = streams;

/** `Streams.Append`: one append as a call of its own. A conflict is an answer, everything else an error. */
export function append(
  node: ServerNode,
  rpc: ServerReadableStream<streams.AppendReq, streams.AppendResp>,
  callback: sendUnaryData<streams.AppendResp>,
): void {
  const answer = unaryCall(node, rpc, 'Append', callback);
  const events: Proposed[] = [];
  let to: { stream: string; expected: Expected } | undefined;
  let bytes = 0;
  let refusal: Failure | undefined;

  rpc.on('data', (request: streams.AppendReq) => {
    const options = request.getOptions();
    if (options) {
      to = { stream: nameIn(options.getStreamIdentifier()), expected: expectedIn(options, options.getRevision()) };
      answer.call.stream = to.stream;
    }
    const message = request.getProposedMessage();
    if (!message || refusal) return;
    const event = to === undefined ? 'no-options' : proposedIn(message);
    if (event === 'no-metadata') refusal = missingMetadata();
    else if (typeof event === 'string') refusal = badRequest(event);
    else {
      events.push(event);
      bytes += weightOf(event, node.limits.wholeEventsCount);
      if (bytes > node.limits.maxAppendSize) refusal = tooLarge(node.limits.maxAppendSize);
    }
  });
  rpc.on('end', () => {
    const unfit = refusal ?? node.occasions.call('Append');
    if (unfit || to === undefined) return answer.fail(unfit ?? badRequest('no options'));
    const { stream, expected } = to;
    const outcome = node.writes.append(stream, expected, events);
    if (outcome.is === 'deleted') answer.fail(streamDeleted(stream));
    else answer.send(outcome.is === 'conflict' ? conflict(expected, outcome.actual) : success(outcome));
  });
}

function success({ last, position }: Extract<Appended, { is: 'success' }>): streams.AppendResp {
  const message = new AppendResp.Success();
  if (last < 0n) message.setNoStream(new shared.Empty());
  else message.setCurrentRevision(`${last}`);
  if (position === undefined) message.setNoPosition(new shared.Empty());
  else
    message.setPosition(new AppendResp.Position().setCommitPosition(`${position}`).setPreparePosition(`${position}`));
  return new AppendResp().setSuccess(message);
}

/** Said twice: in today's fields and in those of version 20.6.0. */
function conflict(expected: Expected, actual: bigint): streams.AppendResp {
  const message = new AppendResp.WrongExpectedVersion();
  if (actual < 0n) message.setCurrentNoStream(new shared.Empty()).setNoStream2060(new shared.Empty());
  else message.setCurrentRevision(`${actual}`).setCurrentRevision2060(Number(actual));
  if (expected === 'any') message.setExpectedAny(new shared.Empty()).setAny2060(new shared.Empty());
  else if (expected === 'stream-exists')
    message.setExpectedStreamExists(new shared.Empty()).setStreamExists2060(new shared.Empty());
  else if (expected === 'no-stream') message.setExpectedNoStream(new shared.Empty());
  else message.setExpectedRevision(`${expected}`).setExpectedRevision2060(Number(expected));
  return new AppendResp().setWrongExpectedVersion(message);
}
