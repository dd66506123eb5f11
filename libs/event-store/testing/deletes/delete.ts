import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { ServerNode } from '../server/node.ts';
import { unaryCall } from '../server/unary.ts';
import type { Expected } from '../streams/expectations.ts';
import type { Deleted } from '../streams/writes.ts';
import { expectedIn } from '../wire/expected.ts';
import { badRequest, streamDeleted, wrongExpectedVersion } from '../wire/failures.ts';
import { nameIn } from '../wire/ids.ts';

const { DeleteResp, TombstoneResp } = streams;

type DeleteCall = ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>;
type TombstoneCall = ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>;

/** `Streams.Delete`: hides all that is in a stream; a later append revives it. */
export function softDelete(node: ServerNode, rpc: DeleteCall, callback: sendUnaryData<streams.DeleteResp>): void {
  deleting(node, 'Delete', rpc, callback, node.writes.softDelete, (at) =>
    new DeleteResp().setPosition(new DeleteResp.Position().setCommitPosition(at).setPreparePosition(at)),
  );
}

/** `Streams.Tombstone`: the end of a stream, for ever. */
export function tombstone(node: ServerNode, rpc: TombstoneCall, callback: sendUnaryData<streams.TombstoneResp>): void {
  deleting(node, 'Tombstone', rpc, callback, node.writes.tombstone, (at) =>
    new TombstoneResp().setPosition(new TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at)),
  );
}

function deleting<Response>(
  node: ServerNode,
  name: 'Delete' | 'Tombstone',
  rpc: DeleteCall | TombstoneCall,
  callback: sendUnaryData<Response>,
  remove: (stream: string, expected: Expected) => Deleted,
  success: (position: string) => Response,
): void {
  const options = rpc.request.getOptions();
  const stream = nameIn(options?.getStreamIdentifier());
  const answer = unaryCall(node, rpc, name, callback, { stream, request: rpc.request.toObject() });
  const refusal = node.occasions.call(name);
  if (refusal || !options) {
    answer.fail(refusal ?? badRequest('no options'));
    return;
  }
  const expected = expectedIn(options, options.getRevision());
  const outcome = remove(stream, expected);
  if (outcome.is === 'deleted') answer.fail(streamDeleted(stream));
  else if (outcome.is === 'conflict') answer.fail(wrongExpectedVersion(stream, expected, outcome.actual));
  else answer.send(success(`${outcome.position}`));
}
