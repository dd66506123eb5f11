import gossips from '@eventstore/db-client/generated/gossip_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { ServerNode } from '../server/node.ts';
import { unaryCall } from '../server/unary.ts';
import { idMessage } from '../wire/ids.ts';

const { ClusterInfo, EndPoint, MemberInfo } = gossips;

const INSTANCE = crypto.randomUUID();

/** `Gossip.Read`: a cluster of one, which leads itself. */
export function gossip(
  node: ServerNode,
  rpc: ServerUnaryCall<shared.Empty, gossips.ClusterInfo>,
  callback: sendUnaryData<gossips.ClusterInfo>,
): void {
  const answer = unaryCall(node, rpc, 'Gossip', callback);
  const member = new MemberInfo()
    .setInstanceId(idMessage(INSTANCE, true))
    .setTimeStamp(`${BigInt(Date.now()) * 10_000n}`)
    .setState(MemberInfo.VNodeState.LEADER)
    .setIsAlive(true)
    .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(node.address()));
  answer.send(new ClusterInfo().setMembersList([member]));
}
